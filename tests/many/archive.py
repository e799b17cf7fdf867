"""An archive made from seeds, and what a batch made of it held against its truth, form by form."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.models import Notice
from tests.damage.score import found, truth
from tests.many.forms import FORMS, title_of, tree_of

_IN_A_FOLDER = 500


def form_of(seed: int) -> str:
    return list(FORMS)[seed % len(FORMS)]


def write(folder: Path, count: int, first: int = 1) -> list[Path]:
    """Write so many notices, from a seed on; a file's name tells its seed."""
    made = []
    for seed in range(first, first + count):
        form = FORMS[form_of(seed)]
        file = folder / f"{seed // _IN_A_FOLDER:04}" / f"{title_of(seed)}-{seed:07}{form.suffix}"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(form.write(tree_of(seed), title_of(seed)))
        made.append(file)
    return made


def seed_of(name: str) -> int:
    """The seed of a notice, by its source's name."""
    return int(name.rpartition("-")[2].partition(".")[0])


@dataclass
class Held:
    """Notices by form: how many there are, and of how many each kind of fact is right to the last."""

    notices: Counter[str] = field(default_factory=Counter)
    whole: Counter[str] = field(default_factory=Counter)
    right: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong: list[int] = field(default_factory=list)

    def add(self, notice: Notice) -> None:
        seed = seed_of(notice.source.name)
        form, wanted, got = form_of(seed), truth(tree_of(seed), old=False), found(notice)
        self.notices[form] += 1
        self.right.update((form, kind) for kind in wanted if wanted[kind] == got[kind])
        self.whole[form] += wanted == got
        self.wrong += [seed] if wanted != got else []

    def lines(self) -> list[str]:
        kinds = ("items", "hierarchy", "points", "text")
        told = [f"{'form':8} {'notices':>8} " + " ".join(f"{k:>9}" for k in (*kinds, "all"))]
        for form, count in self.notices.items():
            shares = [self.right[form, kind] / count for kind in kinds] + [self.whole[form] / count]
            told.append(f"{form:8} {count:8} " + " ".join(f"{x:9.4f}" for x in shares))
        told.append(
            f"{self.whole.total()} of {self.notices.total()} right to the last fact; wrong seeds: {self.wrong[:20]}"
        )
        return told


def results(output: Path) -> Iterator[Notice]:
    """Every notice of a batch's output: the files of a folder, or the lines of a file."""
    if output.is_dir():
        yield from (Notice.model_validate_json(file.read_bytes()) for file in sorted(output.rglob("*.json")))
    else:
        with output.open("rb") as file:
            yield from map(Notice.model_validate_json, file)


def journal(output: Path) -> list[dict]:
    """The lines of a batch's journal."""
    file = output / "batch.journal" if output.is_dir() else output.with_name(output.name + ".journal")
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]
