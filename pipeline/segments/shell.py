"""The web page or word processor around the notice, told from the notice itself."""

from typing import Final

from extractors.header_rows import headers_inside
from extractors.labels import labelled_line
from extractors.markers import is_marked
from extractors.metadata import is_file_name
from extractors.pairs import labelled
from extractors.shell import ShellReason, is_credit, is_host, is_page_number, is_small_number, shell_reason
from extractors.text import Text
from normalizers.headers import is_total_label
from pipeline.document import Block, Paragraph, Table
from pipeline.segments.regions import begins_flat, header_run

Shell = list[tuple[Text, ShellReason]]
#: The shell stands at the ends of a page; inside, only page numbers are looked for.
_HEAD_LINES: Final = 12
_TAIL_LINES: Final = 20
#: A site's own table, of buttons or a picture to scan, has no more texts.
_MOST_CELLS: Final = 12


def strip_shell(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], Shell]:
    """Take shell lines away from both ends, and page numbers from everywhere.

    What stands right below a footer's line at the end is footer too, and files below a site's heading are its own.
    """
    shell: Shell = []
    kept: list[Block] = []
    below_footer = below_links = False

    for at, block in enumerate(blocks):
        if isinstance(block, Table) and (reasons := _of_table(block)):
            shell += reasons
            continue
        reason = _reason(blocks, at) if isinstance(block, Paragraph) else None
        if below_footer and reason is None and isinstance(block, Paragraph) and not is_marked(block.text):
            reason = "footer"
        if reason is None and at >= len(blocks) - _TAIL_LINES and _is_credit(blocks, at):
            reason = "navigation"
        if below_links and reason is None and isinstance(block, Paragraph) and is_file_name(block.text):
            reason = "navigation"
        below_links = reason == "navigation"
        below_footer = reason == "footer" and at >= len(blocks) - _TAIL_LINES
        if reason is not None and isinstance(block, Paragraph):
            shell.append((block.text, reason))
        else:
            kept.append(block)
    return tuple(kept), shell


def _is_credit(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether a line names who read an article, beside one that names who wrote it."""
    block = blocks[at]
    if not isinstance(block, Paragraph) or not is_credit(block.text) or labelled(block.text):
        return False
    beside = (blocks[i] for i in (at - 1, at + 1) if 0 <= i < len(blocks))
    return any(isinstance(one, Paragraph) and is_credit(one.text) for one in beside)


def _of_table(table: Table) -> Shell:
    """Return a table's texts with why each is no part of the notice; [] where one may be."""
    texts = [text for row in table.rows for cell in row for text in cell.paragraphs]
    reasons = [(text, reason) for text in texts[:_MOST_CELLS] if (reason := shell_reason(text)) is not None]
    return reasons if len(reasons) == len(texts) else []


def _reason(blocks: tuple[Block, ...], at: int) -> ShellReason | None:
    """Return why a block is no part of the notice."""
    block = blocks[at]
    if not isinstance(block, Paragraph):
        return None
    reason: ShellReason | None = "page_number" if is_page_number(block.text) else None
    if reason is None and (at < _HEAD_LINES or at >= len(blocks) - _TAIL_LINES):
        reason = shell_reason(block.text)
        if reason is None and is_small_number(block.text) and _beside_page_field(blocks, at):
            reason = "page_number"
    if reason == "footer" and is_host(block.text) and _is_of_an_item(_texts(blocks[:at]), _texts(blocks[at + 1 :])):
        return None
    return None if reason is None or labelled(block.text) else reason


def _texts(blocks: tuple[Block, ...]) -> list[Text]:
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def _is_of_an_item(above: list[Text], below: list[Text]) -> bool:
    """Whether `承办单位：` between these lines says who does a task and not who runs the site: it stands inside a list.

    At a list's end it does where it stands below a label of the same item, or stood in an item before, and no more of
    a site follows.
    """
    numbers = [i for i, text in enumerate(above) if is_marked(text)]
    if not numbers:
        return False
    if any(is_marked(text) or _is_role(text) for text in below):
        return True
    known = any(is_host(text) for text in above[numbers[0] : numbers[-1]])
    return (known or _is_role(above[-1])) and not any(
        shell_reason(text) is not None and not (known and is_host(text)) for text in below
    )


def _is_role(text: Text) -> bool:
    """Whether a line's label says who does a task, or by when."""
    found = labelled_line(text) if not is_host(text) else None
    return found is not None and found[0] in ("units", "deadline")


def _beside_page_field(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether a lone number is the last line, or stands beside a PAGE field: a page's number, not an item's.

    In a flattened table a lone number at the end may be a cell.
    """
    before = blocks[at - 1] if at else None
    if isinstance(before, Paragraph) and is_total_label(before.text.chars):
        return False
    beside = isinstance(before, Paragraph) and is_page_number(before.text)
    return beside or (at == len(blocks) - 1 and not any(_begins_flat(blocks, i) for i in range(at)))


def _begins_flat(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether a flattened table's header stands there, one a line or side by side."""
    block = blocks[at]
    beside = isinstance(block, Paragraph) and headers_inside(block.text) is not None
    return beside or begins_flat(header_run(blocks, at)[0])
