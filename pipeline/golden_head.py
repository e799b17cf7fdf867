"""A golden's own head: of which document it is, whether somebody checked it, who and when; kept apart from the data.

A golden without a head was checked before heads were kept (see `golden/README.md`).
"""

import json
from datetime import date
from pathlib import Path
from typing import Any, Final, Literal

from pipeline.convert import convert_document, load
from pipeline.golden import HEAD, Head, differences, judged, load_golden, project, variant
from pipeline.language import tr
from pipeline.models import SCHEMA_VERSION, Item, Notice

State = Literal["checked", "unchecked", "stale"]
#: Parts of a notice that are accepted beside its items.
NOTICE_PART: Final = "notice"


def head_of(golden: dict[str, Any]) -> Head | None:
    """Return a golden's head, None where it has none."""
    return Head.model_validate(golden[HEAD]) if HEAD in golden else None


def counts(golden: dict[str, Any]) -> bool:
    """Whether a golden may be measured against: somebody checked it."""
    head = head_of(golden)
    return head is None or head.status == "checked"


def drafted(notice: Notice) -> str:
    """Write a draft golden of a conversion; it says that nobody has checked it."""
    head = Head(document=notice.source.name, sha256=notice.source.sha256)
    return _written(head, project(notice))


def accepted(golden: dict[str, Any], parts: tuple[str, ...], *, whole: bool, by: str, on: date) -> str:
    """Write the golden with what was accepted; `whole` says that nothing is left to check."""
    head = head_of(golden)
    assert head is not None
    signed = {"status": "checked", "checked_by": by, "checked_on": on} if whole else {}
    return _written(head.model_copy(update={"accepted": parts, **signed}), golden)


def _written(head: Head, golden: dict[str, Any]) -> str:
    data = {key: value for key, value in golden.items() if key != HEAD}
    kept = json.loads(head.model_dump_json(exclude_none=True))
    return json.dumps({HEAD: kept, **data}, ensure_ascii=False, indent=1) + "\n"


def parts_of(notice: Notice) -> list[str]:
    """Return the parts to accept: the notice's own data, then every item."""
    return [NOTICE_PART, *(item.id for item in notice.walk())]


def part_of(notice: Notice, part: str) -> tuple[dict[str, Any], list[tuple[int, int]]]:
    """Return a part's judged values without its children, and where it stands in the reading text."""
    if part == NOTICE_PART:
        values = project(notice)
        return {k: v for k, v in values.items() if k not in ("sections", "schemes", "findings")}, []
    item = notice.find(part)
    assert isinstance(item, Item)
    values = judged(json.loads(item.model_dump_json(exclude={"children"})))
    return values, [(span.start, span.end) for span in item.spans]


def state_of(path: Path, document: Path | None) -> tuple[State, str]:
    """Tell whether a golden is checked, unchecked or stale, and why."""
    golden = load_golden(path)
    head = head_of(golden)
    if head is not None and head.status == "unchecked":
        done = len(head.accepted)
        return "unchecked", tr("{done} parts accepted", done=done) if done else tr("nobody has checked it")
    if head is not None and head.schema_version != SCHEMA_VERSION:
        return "stale", tr("written in schema {old}, which is now {new}", old=head.schema_version, new=SCHEMA_VERSION)
    if document is None:
        return "stale", tr("its document is not there")
    loaded = load(document)
    if head is not None and loaded.source.sha256 != head.sha256:
        return "stale", tr("{file} has changed since it was checked", file=document.name)
    found = differences(golden, convert_document(loaded), variant(document, path))
    if found:
        return "stale", tr("the conversion of {file} differs in {count} values", file=document.name, count=len(found))
    if head is None:
        return "checked", tr("before heads were kept")
    return "checked", tr("by {name} on {date}", name=head.checked_by, date=head.checked_on)
