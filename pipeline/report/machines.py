"""Findings for machines: JSON, SARIF 2.1.0, and the annotations of a code host's runner."""

import json
from importlib.metadata import version
from typing import Any, Final

from normalizers.printable import escaped, printable
from pipeline.checks.catalog import CATALOG
from pipeline.models import Severity
from pipeline.report.places import Placed

_SARIF_LEVEL: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "note"}
_ANNOTATION: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "notice"}
_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"

Files = list[tuple[str, list[Placed]]]


def as_json(files: Files) -> str:
    """Write one object a file: its findings as the contract has them, with line and column."""
    shown = [
        {
            "file": name,
            "findings": [
                {**p.finding.model_dump(mode="json"), "line": p.line or None, "column": p.column or None} for p in found
            ],
        }
        for name, found in files
    ]
    return escaped(json.dumps(shown, ensure_ascii=False, indent=2)) + "\n"


def as_sarif(files: Files) -> str:
    """Write a SARIF log; offsets and lines are those of the reading text."""
    results = [_result(name, placed) for name, found in files for placed in found]
    codes = sorted({result["ruleId"] for result in results})
    rules = [{"id": code, "shortDescription": {"text": _description(code)}} for code in codes]
    driver = {"name": "zhibiao", "version": version("zhibiao"), "rules": rules}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}
    return escaped(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _description(code: str) -> str:
    return CATALOG[code].reason if code in CATALOG else code


def _result(name: str, placed: Placed) -> dict[str, Any]:
    found = placed.finding
    place: dict[str, Any] = {"artifactLocation": {"uri": name.replace("\\", "/")}}
    if found.span is not None:
        place["region"] = {
            "startLine": placed.line, "startColumn": placed.column,
            "charOffset": found.span.start, "charLength": found.span.end - found.span.start,
        }  # fmt: skip
    return {
        "ruleId": found.code,
        "level": _SARIF_LEVEL[found.severity],
        "message": {"text": found.message},
        "locations": [{"physicalLocation": place}],
        "properties": {"pointer": found.pointer, "place": placed.where},
    }


def as_annotations(files: Files) -> str:
    """Write workflow commands, one a finding: `::warning file=…,line=…,col=…,title=…::…`."""
    return "".join(_annotation(name, placed) for name, found in files for placed in found)


def _annotation(name: str, placed: Placed) -> str:
    found = placed.finding
    place = {"line": placed.line, "col": placed.column} if placed.line else {}
    figures = {"file": name, **place, "title": found.code}
    told = ",".join(f"{key}={_property(str(value))}" for key, value in figures.items())
    return f"::{_ANNOTATION[found.severity]} {told}::{_data(found.message)}\n"


def _data(words: str) -> str:
    return printable(words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
