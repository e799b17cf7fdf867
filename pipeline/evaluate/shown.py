"""An evaluation written out: a table for people, JSON for machines."""

import json
from typing import Any, Final

from normalizers.printable import escaped, printable
from pipeline.evaluate.score import Count, Failure, Score
from pipeline.language import mark, tr

_MOST_SHOWN: Final = 20
_HEADINGS: Final = (mark("right"), mark("missed"), mark("extra"), mark("precision"), mark("recall"))


def as_text(scores: list[Score]) -> str:
    """Write the fields of all documents together, a line a document, and the values that fail."""
    whole = together(scores)
    names = [tr(name) for name in _HEADINGS]
    lines = [f"{tr('field'):<20} {' '.join(f'{name:>9}' for name in names)} {'F1':>9}"]
    lines += [_row(name, count) for name, count in whole.counts.items() if count.f1 is not None]
    lines += ["", f"{tr('document'):<52} {'F1':>6} {tr('tree distance')}"]
    lines += [
        f"{s.name:<52} {_share(_all(s).f1):>6} {tr('{distance} of {size} items', distance=s.distance, size=s.size)}"
        for s in scores
    ]
    failures = [(s.name, f) for s in scores for f in s.failures]
    lines += ["", tr("{count} values fail", count=len(failures))]
    lines += [f"  {name} {_told_of(f)}" for name, f in failures[:_MOST_SHOWN]]
    return "\n".join(map(printable, lines)) + "\n"


def _told_of(failure: Failure) -> str:
    how = tr("missed") if failure.missed is not None else tr("extra")
    return f"{failure.place or tr('notice')} {failure.field}: {how} {failure.missed or failure.extra}"


def together(scores: list[Score]) -> Score:
    """Add the documents up."""
    whole = Score("all")
    for made in scores:
        whole.add(made)
    return whole


def _all(made: Score) -> Count:
    total = Count()
    for count in made.counts.values():
        total.add(count)
    return total


def _row(name: str, count: Count) -> str:
    shares = " ".join(f"{_share(value):>9}" for value in (count.precision, count.recall, count.f1))
    return f"{name:<20} {count.right:>9} {count.missed:>9} {count.extra:>9} {shares}"


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.4f}"


def as_json(scores: list[Score]) -> str:
    """Write every count and every failure."""
    told = {"all": _told(together(scores)), "documents": [_told(s) for s in scores]}
    return escaped(json.dumps(told, ensure_ascii=False, indent=2)) + "\n"


def _told(made: Score) -> dict[str, Any]:
    return {
        "name": made.name,
        "fields": {
            name: {"right": c.right, "missed": c.missed, "extra": c.extra, "precision": c.precision,
                   "recall": c.recall, "f1": c.f1}
            for name, c in made.counts.items()
        },
        "tree_distance": made.distance,
        "items": made.size,
        "failures": [
            {"field": f.field, "place": f.place, "missed": f.missed, "extra": f.extra} for f in made.failures
        ],
    }  # fmt: skip
