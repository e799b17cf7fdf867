"""The closing summary of a batch, in sentences for people and as JSON for machines."""

from collections import Counter
from typing import Any

from normalizers.printable import printable
from pipeline.batch.tally import Tally
from pipeline.language import tr


def as_json(tally: Tally) -> dict[str, Any]:
    """Return the summary's figures."""
    return {
        "files": tally.files, "converted": tally.converted, "failed": tally.failed, "repeated": tally.repeated,
        "earlier": tally.earlier, "aside": tally.aside, "kinds": _ordered(tally.kinds),
        "findings": _ordered(tally.findings), "failures": _ordered(tally.failures), "coverage": _coverage(tally),
        "lowest": {"source": tally.lowest[1], "coverage": tally.lowest[0]} if tally.lowest else None,
        "slowest": [{"source": name, "seconds": taken} for taken, name in sorted(tally.slowest, reverse=True)],
    }  # fmt: skip


def lines(tally: Tally) -> list[str]:
    """Return the summary as lines; what depends on the clock stands last."""
    counts = {"files": tally.files, "converted": tally.converted, "repeated": tally.repeated, "failed": tally.failed}
    told = [tr("{files} files: {converted} converted, {repeated} repeated, {failed} failed", **counts)]
    told += [tr("done before: {count}", count=tally.earlier)] if tally.earlier else []
    told += [tr("files of other kinds, left aside: {count}", count=tally.aside)] if tally.aside else []
    told += [tr("failures: {counts}", counts=_counted(tally.failures))] if tally.failures else []
    told += [tr("kinds: {counts}", counts=_counted(tally.kinds))] if tally.kinds else []
    told += [tr("findings: {counts}", counts=_counted(tally.findings))] if tally.findings else []
    if tally.lowest is not None:
        mean, (lowest, name) = f"{_coverage(tally):.3f}", tally.lowest
        told.append(
            tr("coverage: {mean} on average, lowest {lowest} ({name})", mean=mean, lowest=f"{lowest:.3f}", name=name)
        )
    slowest = tr(", ").join(f"{name} {taken:.1f} s" for taken, name in sorted(tally.slowest, reverse=True))
    told += [tr("slowest: {files}", files=slowest)] if slowest else []
    return [printable(line) for line in told]


def _coverage(tally: Tally) -> float | None:
    return round(tally.covered / tally.converted, 4) if tally.converted else None


def _ordered(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _counted(counts: Counter[str]) -> str:
    return tr(", ").join(f"{name} {count}" for name, count in _ordered(counts).items())
