"""Goldens: what a reader can judge of a notice, and how a conversion differs from it.

A golden is the contract without `source`, spans, `unparsed` and `coverage`, sparse: null, empty and false
values are left out. `formats` holds what only one file format prints or damages: values that replace the
common ones and findings that come on top. A golden's finding without a message matches any message.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import Field

from extractors.text import Text
from pipeline.kept import held, held_in_part, read_json
from pipeline.language import tr
from pipeline.models import SCHEMA_VERSION, Model, Notice

#: The key of a golden's own head (see `golden_head`), which is no part of what it says of the notice.
HEAD: Final = "golden"
#: The key of what only one file format prints or damages.
FORMATS: Final = "formats"
_NOT_JUDGED: Final = frozenset({"source", "span", "spans", "unparsed", "coverage"})
Json = Any


class Head(Model):
    """What is known of a golden: its document, the schema it was written in, what was accepted by whom and when."""

    status: Literal["checked", "unchecked"] = "unchecked"
    document: str
    sha256: str
    schema_version: str = SCHEMA_VERSION
    accepted: tuple[str, ...] = ()
    checked_by: str | None = None
    checked_on: date | None = None


class _Frame(Model):
    """What a golden has beside a notice's fields."""

    golden: Head | None = None
    formats: dict[str, dict[str, Json]] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that differs, by its path in the notice; None where one side lacks it."""

    path: str
    expected: Json
    actual: Json

    def __str__(self) -> str:
        values = {"expected": _short(self.expected), "actual": _short(self.actual)}
        return tr("{path}: golden {expected}, conversion {actual}", path=self.path, **values)


def _short(value: Json) -> str:
    return tr("nothing") if value is None else json.dumps(value, ensure_ascii=False)


def project(notice: Notice) -> dict[str, Json]:
    """Return what a reader can judge, sparse, with layout taken out of raw forms."""
    kept = judged(json.loads(notice.model_dump_json()))
    assert isinstance(kept, dict)
    return kept


def judged(value: Json) -> Json:
    """Leave out what a reader cannot judge, and what is null, empty or false."""
    if isinstance(value, list):
        return [judged(v) for v in value]
    if not isinstance(value, dict):
        return value
    kept = {k: _raw(v) if k == "raw" else judged(v) for k, v in value.items() if k not in _NOT_JUDGED}
    return {k: v for k, v in kept.items() if v is not None and v != [] and v != {} and v is not False}


def _raw(printed: str) -> str:
    """A raw form is compared without the file's layout: line wraps and padding differ from file to file."""
    return Text.of(printed).squeeze().value


def variant(file: Path, golden: Path) -> str:
    """Return the key under `formats` for a file: its suffix, with what its name has more than the golden's."""
    more = file.stem.removeprefix(golden.stem).strip("-")
    return f"{more}.{file.suffix[1:]}" if more and file.stem.startswith(golden.stem) else file.suffix[1:]


def load_golden(path: Path) -> dict[str, Json]:
    """Read a golden file; InputUnreadableError where a part of it is not as the contract has it."""
    golden = read_json(path)
    frame = held(_Frame, {key: golden[key] for key in (HEAD, FORMATS) if key in golden}, path)
    common = {key: value for key, value in golden.items() if key not in (HEAD, FORMATS)}
    for part in (common, *frame.formats.values()):
        held_in_part(Notice, part, path)
    return golden


def expected_for(golden: dict[str, Json], file_format: str) -> dict[str, Json]:
    """Return what is expected of one file format: the common values with that format's own on top."""
    common = {k: v for k, v in golden.items() if k not in (FORMATS, HEAD)}
    own = dict(golden.get(FORMATS, {}).get(file_format, {}))
    own |= {k: common[k] | v for k, v in own.items() if isinstance(v, dict) and k in common}
    findings = [*common.get("findings", []), *own.pop("findings", [])]
    return {**common, **own, **({"findings": findings} if findings else {})}


def differences(golden: dict[str, Json], notice: Notice, file_format: str) -> list[Difference]:
    """Compare a conversion with what its golden expects of that format, field by field."""
    expected, actual = expected_for(golden, file_format), project(notice)
    ordered = [_by_pointer(expected), _by_pointer(actual)]
    return list(_compare(ordered[0], ordered[1], ""))


def rewritten(golden: dict[str, Json], notice: Notice, file_format: str) -> str:
    """Return a golden's text with the conversion's values; what `formats` says of this format stays there."""
    own = golden.get(FORMATS, {}).get(file_format, {})
    damage = {(f["pointer"], f["code"]) for f in own.get("findings", [])}
    common = {k: _without(v, own.get(k)) for k, v in project(notice).items() if k == "findings" or own.get(k) != v}
    common["findings"] = [f for f in common.get("findings", []) if (f["pointer"], f["code"]) not in damage]
    head = {HEAD: golden[HEAD]} if HEAD in golden else {}
    formats = {FORMATS: golden[FORMATS]} if FORMATS in golden else {}
    return json.dumps(head | common | formats, ensure_ascii=False, indent=1) + "\n"


def _without(value: Json, own: Json) -> Json:
    """Leave out what one format has of its own in a field of named values."""
    if isinstance(value, dict) and isinstance(own, dict):
        return {k: v for k, v in value.items() if k not in own}
    return value


def _by_pointer(notice: dict[str, Json]) -> dict[str, Json]:
    """Key the findings by where and what, so that one too many is reported as that."""
    keyed = {f"{f['pointer']} {f['code']}": f for f in notice.get("findings", [])}
    return {**notice, "findings": keyed}


def _compare(expected: Json, actual: Json, path: str) -> Iterator[Difference]:
    if isinstance(expected, dict) and isinstance(actual, dict):
        for key in [*expected, *(k for k in actual if k not in expected)]:
            if key == "message" and key not in expected:
                continue
            yield from _compare(expected.get(key), actual.get(key), f"{path}/{key}")
    elif isinstance(expected, list) and isinstance(actual, list):
        for i in range(max(len(expected), len(actual))):
            left = expected[i] if i < len(expected) else None
            yield from _compare(left, actual[i] if i < len(actual) else None, f"{path}/{i}")
    elif expected != actual:
        yield Difference(path or "/", expected, actual)
