"""`zhibiao evaluate`: extraction against hand-checked goldens."""

from pathlib import Path

import click

from normalizers.printable import printable
from pipeline.language import tr

_INPUT = click.Path(path_type=Path)
_SUFFIXES = (".txt", ".docx", ".pdf", ".html", ".htm", ".xlsx")


@click.command(epilog="Exit codes: 0 every value right, 1 some wrong, 2 wrong usage, 3 nothing there to measure.")
@click.argument("corpus", type=_INPUT, default="corpus")
@click.argument("golden", type=_INPUT, default="golden")
@click.option("--json", "as_json", is_flag=True, help="Write every count and every failing value as JSON.")
@click.pass_context
def evaluate(ctx: click.Context, corpus: Path, golden: Path, as_json: bool) -> None:
    """Measure the extraction of CORPUS against the checked goldens in GOLDEN: precision, recall and F1 by field.

    Texts are equal where their letters and digits are; width, white space and punctuation do not count. A golden that
    nobody has checked is left out, and named on stderr.

    Example: zhibiao evaluate corpus golden
    """
    from pipeline.compare.entries import read_side, side_of
    from pipeline.errors import InputMissingError
    from pipeline.evaluate import shown
    from pipeline.evaluate.score import score
    from pipeline.golden import expected_for, load_golden, variant
    from pipeline.golden_head import counts
    from pipeline.output import write

    scores = []
    for path in goldens_in(golden):
        data = load_golden(path)
        if not counts(data):
            told = tr("{path}: nobody has checked this golden; it is left out", path=path)
            click.echo(printable(f"zhibiao: {told}"), err=True)
            continue
        scores += [
            score(side_of(path.name, expected_for(data, variant(file, path))), read_side(file))
            for file in documents_of(path, corpus)
        ]
    if not scores:
        raise InputMissingError(
            "{golden}: no checked golden has a document in {corpus}; give both folders", golden=golden, corpus=corpus
        )
    write((shown.as_json if as_json else shown.as_text)(scores), None)
    ctx.exit(1 if any(s.failures for s in scores) else 0)


def goldens_in(folder: Path) -> list[Path]:
    """Return the goldens in a folder, in order; InputMissingError where the folder is not there."""
    from pipeline.errors import InputMissingError

    if not folder.is_dir():
        raise InputMissingError("{folder}: no such folder; give the one that holds the goldens", folder=folder)
    return sorted(folder.glob("*.json"))


def documents_of(golden: Path, corpus: Path) -> list[Path]:
    """Return the files of a golden's notice, in every format."""
    return sorted(p for p in corpus.glob(f"{golden.stem}*") if p.suffix.lower() in _SUFFIXES)
