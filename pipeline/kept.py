"""JSON files that zhibiao wrote, read back: whatever is wrong with one is a sentence that names the file and place."""

import json
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pipeline.convert import bytes_of
from pipeline.errors import InputUnreadableError
from pipeline.models import Notice
from pipeline.readers.encoding import decode
from pipeline.readers.limits import FILE, megabytes

Json = Any
Kept = TypeVar("Kept", bound=BaseModel)
#: What a golden leaves out of a notice's parts: places, and sentences that may be worded anew.
_LEFT_OUT: Final = ("source", "span", "spans", "unparsed", "coverage", "message")


def read_json(path: Path) -> dict[str, Json]:
    """Read a JSON object; InputUnreadableError where the file holds none.

    The limits on a notice's text do not hold here: a notice's JSON is some thirty times as long as its text.
    """
    data = bytes_of(path)
    FILE.hold(megabytes(len(data)), path.name)
    if not data.strip():
        raise InputUnreadableError("{path}: the file is empty; give a notice's JSON or a golden", path=path)
    text = decode(data, path.name).text
    try:
        read = json.loads(text)
    except ValueError as error:
        raise InputUnreadableError(
            "{path}: this is no JSON ({reason}); give a notice, its JSON or a golden", path=path, reason=error
        ) from None
    except RecursionError:
        raise _too_deep(path) from None
    if not isinstance(read, dict):
        raise InputUnreadableError("{path}: this JSON is no notice; make one with `zhibiao convert`", path=path)
    return read


def read_notice(path: Path) -> Notice:
    """Read a notice's JSON; InputUnreadableError where a field is missing or none of the contract's."""
    return held(Notice, read_json(path), path)


def held(model: type[Kept], data: dict[str, Json], path: Path) -> Kept:
    """Hold data to a model."""
    try:
        return model.model_validate_json(json.dumps(data))
    except ValidationError as error:
        raise _refused(error, 0, path) from None


def held_in_part(model: type[BaseModel], data: dict[str, Json], path: Path) -> None:
    """Hold data to a model of which it may lack what goldens leave out, and any field at the top."""
    try:
        model.model_validate_json(json.dumps(data))
    except ValidationError as error:
        wrong = next((i for i, found in enumerate(error.errors()) if not _may_be(found)), None)
        if wrong is not None:
            raise _refused(error, wrong, path) from None


def _may_be(found: ErrorDetails) -> bool:
    """Whether an error is only that something is not there which a golden does not keep."""
    return found["type"] == "missing" and (len(found["loc"]) == 1 or found["loc"][-1] in _LEFT_OUT)


def _too_deep(path: Path) -> InputUnreadableError:
    return InputUnreadableError("{path}: this JSON is nested too deeply to be a notice", path=path)


def _refused(error: ValidationError, which: int, path: Path) -> InputUnreadableError:
    found = error.errors()[which]
    if "recursion limit" in found["msg"]:  # Python could read it; pydantic follows fewer levels
        return _too_deep(path)
    return InputUnreadableError(
        "{file}: this is no notice's JSON (at {where}: {reason}); make one with `zhibiao convert`",
        file=path,
        where="/" + "/".join(map(str, found["loc"])),
        reason=found["msg"],
    )
