"""A document makes no connection and opens no file: hostile ones are read under an audit hook, beside a listening socket."""

import json
import socket
import subprocess
import sys
from threading import Thread

from tests.bombs import P, member, page, pdf, sheet, stream
from tests.conftest import ROOT
from tests.fuzz.seeds import W, seeds, word

SECRET = "不得泄露的内容"
#: Reads each file given, benign ones first so that all modules and tables are loaded, and prints what the hook saw.
PROGRAM = """
import json, sys
from pathlib import Path
from pipeline.convert import convert
from pipeline.errors import ZhibiaoError
from pipeline.models import to_json
seen, texts, watched = [], [], False
def hook(event, arguments):
    if watched and event.split(".")[0] in ("open", "socket", "subprocess", "os", "urllib", "http", "ftplib", "shutil", "tempfile"):
        seen.append([event, repr(arguments)[:200]])
sys.addaudithook(hook)
for path in sys.argv[1:]:
    data = Path(path).read_bytes()
    watched = not Path(path).name.startswith("warm")
    try:
        texts.append(to_json(convert(data, name=Path(path).name)))
    except ZhibiaoError as error:
        texts.append(str(error))
    watched = False
print(json.dumps([seen, texts]))
"""


def hostile(file: str, address: str) -> dict[str, bytes]:
    """Documents that ask for a file and an address in every way their format knows."""
    entity = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{file}">]>'
    links = "".join(
        f'<link rel="stylesheet" href="{to}"><img src="{to}"><iframe src="{to}"></iframe><object data="{to}"></object>'
        f'<script src="{to}"></script><a href="{to}">链接</a>'
        for to in (file, address)
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kinds = (
        "image",
        "attachedTemplate",
        "aFChunk",
        "oleObject",
        "hyperlink",
        "styles",
        "numbering",
        "footnotes",
        "header",
        "footer",
    )
    relations = "".join(
        f'<Relationship Id="x{i}{n}" Type="{office}/{kind}" Target="{to}" TargetMode="External"/>'
        for i, to in enumerate((file, address))
        for n, kind in enumerate(kinds)
    )
    linked = word(
        P.format("一、公开（2分）")
        + f'<w:altChunk xmlns:r="{office}" r:id="x02"/><w:p><w:r><w:instrText>INCLUDETEXT "{file}"</w:instrText></w:r></w:p>'
    )
    more = f'<externalReferences xmlns:r="{office}"><externalReference r:id="rId1"/></externalReferences>'
    actions = f"/OpenAction <</S /JavaScript /JS (app.launchURL\\('{address}'\\))>> /AcroForm <</XFA (<x href='{address}'/>)>> /URI <</Base ({address})>>"
    return {
        "page.html": entity.encode() + page(f'<base href="{address}">{links}&x;<p>一、公开（2分）</p>').replace(b"<!DOCTYPE html>", b""),
        "page.xhtml": f'<?xml version="1.0"?>{entity}<html xmlns="http://www.w3.org/1999/xhtml"><body><p>&x;一、公开（2分）</p></body></html>'.encode(),
        "word.docx": member(linked, "word/_rels/document.xml.rels", lambda old: old.replace(b"</Relationships>", relations.encode() + b"</Relationships>")),
        "entity.docx": member(word(P.format("公开")), "word/document.xml", f'<?xml version="1.0"?>{entity}<w:document xmlns:w="{W}"><w:body>{P.format("&x;")}</w:body></w:document>'.encode()),
        "book.xlsx": member(sheet(f'<row r="2"><c t="str"><f>WEBSERVICE("{address}")</f><v>1</v></c></row>'), "xl/workbook.xml", lambda old: old.replace(b"</workbook>", more.encode() + b"</workbook>")),
        "print.pdf": pdf(b"BT /F0 10 Tf 60 700 Td (a) Tj ET /X Do", resources=b"/XObject <</X 10 0 R>>", more=[(10, stream(b"", f"/Type /XObject /Subtype /Image /Width 1 /Height 1 /F <</FS /URL /F ({address})>>".encode()))]).replace(b"/Type /Catalog", b"/Type /Catalog " + actions.encode()),
        "text.txt": f"一、公开（2分）$(touch {file}.run) `id` {address} ../../etc/passwd\n".encode(),
    }  # fmt: skip


def test_nothing_is_fetched_opened_or_run(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, "utf-8")
    with socket.create_server(("127.0.0.1", 0)) as server:
        called: list[object] = []
        Thread(target=lambda: called.append(server.accept()), daemon=True).start()
        files = {f"warm.{f}": seeds(f)[0] for f in ("txt", "html", "docx", "xlsx", "pdf")} | {
            "warm2.pdf": seeds("pdf")[-1]
        }
        files |= hostile(secret.as_uri(), f"http://127.0.0.1:{server.getsockname()[1]}/x")
        for name, data in files.items():
            (tmp_path / name).write_bytes(data)
        command = [sys.executable, "-c", PROGRAM, *(str(tmp_path / name) for name in files)]
        outcome = subprocess.run(command, capture_output=True, cwd=ROOT, check=True, timeout=300)
    seen, texts = json.loads(outcome.stdout)
    assert seen == []
    assert called == []
    assert len(texts) == len(files)
    assert not any(SECRET in text for text in texts)
    assert sum("一、" in text or '"公开"' in text for text in texts) >= 5
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([*files, "secret.txt"])
