"""The reading benchmark: `python -m tests.bench_reading` prints ratios taken in one run; no test asserts them.

Each figure is the best of several runs in this process, as a ratio to a peer run beside it on the same file:
one walk over python-docx's elements, pdfplumber's own text and tables of every page, pdfium's bare text, the
bare parser of web pages.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import docx
import lxml.html
import pdfplumber
import pypdfium2 as pdfium

from pipeline.convert import convert_document, load
from tests.conftest import CORPUS
from tests.test_pdf import RuledTable
from tests.typeset import as_page

ROUNDS = 5


def best(run: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The least processor time of several runs, in seconds: other work on the machine does not count."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)


def walk_word(path: Path) -> int:
    """One walk over python-docx's elements: opens the file and visits paragraphs, rows and cells with their spans."""
    count = 0
    body = docx.Document(str(path)).element.body
    for element in body.iter():
        tag = element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""
        if tag == "t":
            count += len(element.text or "")
        elif tag in ("gridSpan", "vMerge"):
            count += len(element.attrib)
    return count


def plumb(path: Path) -> None:
    """pdfplumber's text and tables of every page."""
    with pdfplumber.open(path) as file:
        for page in file.pages:
            page.extract_text()
            page.extract_tables()


def bare(path: Path) -> None:
    """pdfium's text of every page."""
    file = pdfium.PdfDocument(path)
    for page in file:
        page.get_textpage().get_text_range()
    file.close()


def many_pages(pages: int) -> bytes:
    """A ruled table of about that many pages."""
    table = RuledTable()
    number = 0
    while table.canvas.getPageNumber() < pages:
        number += 1
        table.row(f"{number}、任务", [f"做好第{number}项工作并按规定报送", "情况，确保善始善终。"])
    table.close()
    table.canvas.save()
    return table.stream.getvalue()


def own_process(path: Path) -> tuple[float, float]:
    """Seconds and peak memory (MiB above an empty conversion's) of converting a file in a process of its own."""
    code = (
        "import sys, time, resource\nfrom pathlib import Path\nfrom pipeline.convert import convert\n"
        "start = time.process_time(); convert(Path(sys.argv[1])); took = time.process_time() - start\n"
        "print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    out = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, check=True, text=True).stdout
    seconds, memory = map(float, out.split())
    return seconds, memory


def main() -> None:
    """Print the table."""
    print("| file | what | ratio | of |\n| --- | --- | --- | --- |")
    for path in sorted(CORPUS.glob("*.docx")):
        peer = best(lambda p=path: walk_word(p))
        document = load(path)
        read, whole = best(lambda p=path: load(p)), best(lambda d=document: convert_document(d))
        print(f"| {path.name} | reading | {read / peer:.2f} | one walk over python-docx's elements |")
        print(f"| {path.name} | whole conversion | {(read + whole) / peer:.2f} | the same |")
    for path in sorted(CORPUS.glob("*.pdf")):
        peer, floor = best(lambda p=path: plumb(p), 2), best(lambda p=path: bare(p))
        document = load(path)
        whole = best(lambda p=path: load(p)) + best(lambda d=document: convert_document(d))
        print(f"| {path.name} | whole conversion | {whole / peer:.2f} | pdfplumber's text and tables |")
        print(f"| {path.name} | pdfium's bare text | {floor / peer:.3f} | the same |")
    for path in [p for p in sorted(CORPUS.glob("*.docx")) if "autonumber" not in p.name]:
        page = as_page(path)
        peer = best(lambda b=page: lxml.html.document_fromstring(b.decode("utf-8")))
        target = Path("/tmp/zhibiao-bench.html")
        target.write_bytes(page)
        print(f"| {path.stem}.html | reading | {best(lambda t=target: load(t)) / peer:.2f} | parsing alone |")
    figures = {}
    for pages in (20, 100, 200):
        target = Path(f"/tmp/zhibiao-bench-{pages}.pdf")
        target.write_bytes(many_pages(pages))
        figures[pages] = own_process(target)
    for pages in (100, 200):
        print(f"| table of {pages} pages | seconds | {figures[pages][0] / figures[20][0]:.2f} | 20 pages |")
        print(f"| table of {pages} pages | peak memory | {figures[pages][1] / figures[20][1]:.2f} | 20 pages |")


if __name__ == "__main__":
    main()
