"""What works on this machine and what is missing: packages, outside programs, and one conversion tried."""

import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec
from typing import Final

from pipeline.language import mark, tr

_OPTIONAL: Final = {
    "pyarrow": mark("not installed; Parquet files need it: pip install 'zhibiao[parquet]'"),
    "sqlalchemy": mark("not installed; databases need it: pip install 'zhibiao[sql]'"),
    "distributed": mark("not installed; batches on a Dask cluster need it: pip install 'zhibiao[dask]'"),
    "fsspec": mark("not installed; batches of object storage need it: pip install 'zhibiao[remote]'"),
}
_PROGRAMS: Final = {"soffice": mark("not found; only the tests use LibreOffice")}
_SAMPLE: Final = "2021年望川县考核细则\n一、公开（10分）\n1.建立台账（10分）（责任单位：县财政局；6月底前）\n"


@dataclass(frozen=True, slots=True)
class Line:
    """Something that was looked at: whether it is well, whether zhibiao can do without, and what was seen."""

    name: str
    well: bool
    needed: bool
    seen: str


def examine() -> Iterator[Line]:
    """Look at this machine, line by line."""
    yield Line("zhibiao", True, True, version("zhibiao"))
    fits = sys.version_info >= (3, 11)
    yield Line("Python", fits, True, f"{platform.python_version()}, {platform.system()} {platform.machine()}")
    yield Line(tr("core"), True, False, tr("as its sources") if _is_source("extractors.text") else tr("compiled"))
    for name in sorted(_required()):
        found = _version(name)
        yield Line(name, found is not None, True, found or tr("not installed; install zhibiao again"))
    for name, use in _OPTIONAL.items():
        yield Line(name, find_spec(name) is not None, False, _version(name) or tr(use))
    for name, use in _PROGRAMS.items():
        yield Line(name, shutil.which(name) is not None, False, shutil.which(name) or tr(use))
    encoding = (sys.stdout.encoding or "none").lower()
    yield Line(tr("terminal"), encoding.replace("-", "") in ("utf8", "gb18030", "gbk", "cp936"), False, encoding)
    yield _conversion()


def _is_source(module: str) -> bool:
    """Whether a module runs from its source; the compiled core is an extension (docs/en/compiled.md)."""
    spec = find_spec(module)
    return spec is not None and str(spec.origin).endswith(".py")


def _required() -> set[str]:
    stated = [line for line in requires("zhibiao") or [] if "extra ==" not in line]
    return {line.split(";")[0].split(">")[0].split("=")[0].split("<")[0].strip() for line in stated}


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _conversion() -> Line:
    """Convert a small notice, so that what is installed is known to work together."""
    from pipeline.convert import convert

    try:
        made = convert(_SAMPLE.encode(), name="sample.txt")
        item = made.schemes[0].items[0].children[0]
        well = bool(item.points and item.responsible and item.deadlines)
        said = tr("a small notice converts") if well else tr("a small notice lost values")
        return Line(tr("conversion"), well, True, said)
    except Exception as error:  # whatever breaks here is what the user must see
        return Line(
            tr("conversion"), False, True, tr("a small notice cannot be converted: {reason}", reason=repr(error))
        )
