"""`zhibiao golden`: hand-checked goldens drafted, shown, accepted, compared and looked after."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from normalizers.printable import printable
from pipeline.language import tr

if TYPE_CHECKING:
    from pipeline.models import Notice

_INPUT = click.Path(path_type=Path)


@click.group()
def golden() -> None:
    """Keep goldens: draft one, check it field by field, compare conversions with it."""


@golden.command("diff")
@click.argument("file", type=_INPUT)
@click.argument("golden_file", type=_INPUT)
def golden_diff(file: Path, golden_file: Path) -> None:
    """Show where the conversion of FILE differs from GOLDEN_FILE; exit 1 where it does.

    Example: zhibiao golden diff corpus/notice.txt golden/notice.json
    """
    from pipeline.convert import convert as convert_file
    from pipeline.golden import differences, load_golden, variant

    found = differences(load_golden(golden_file), convert_file(file), variant(file, golden_file))
    for difference in found:
        click.echo(printable(str(difference)))
    told = tr("{file}: {count} differences from {golden}", file=file, count=len(found), golden=golden_file)
    click.echo(printable(told), err=True)
    click.get_current_context().exit(1 if found else 0)


@golden.command("rewrite")
@click.argument("file", type=_INPUT)
@click.argument("golden_file", type=_INPUT)
@click.option("--yes", is_flag=True, help="Do not ask.")
def golden_rewrite(file: Path, golden_file: Path, yes: bool) -> None:
    """Replace GOLDEN_FILE by the conversion of FILE, after its differences were shown and confirmed.

    Example: zhibiao golden rewrite corpus/notice.txt golden/notice.json
    """
    from pipeline.convert import convert as convert_file
    from pipeline.golden import differences, load_golden, rewritten, variant
    from pipeline.output import write

    old, notice, file_format = load_golden(golden_file), convert_file(file), variant(file, golden_file)
    for difference in differences(old, notice, file_format):
        click.echo(printable(str(difference)))
    if yes or click.confirm(tr("These go into the golden. Does the document demand them?"), abort=True):
        write(rewritten(old, notice, file_format), golden_file)


@golden.command("new")
@click.argument("file", type=_INPUT)
@click.option("-o", "--output", type=_INPUT, help="Write here instead of stdout; an existing file is not replaced.")
def golden_new(file: Path, output: Path | None) -> None:
    """Draft a golden of FILE that says it is unchecked.

    Example: zhibiao golden new corpus/notice.txt -o golden/notice.json
    """
    from pipeline.convert import convert as convert_file
    from pipeline.errors import OutputFailedError
    from pipeline.golden_head import drafted
    from pipeline.output import write

    if output is not None and output.exists():
        raise OutputFailedError(
            "{output}: there is a golden already; remove it, or use `zhibiao golden rewrite`", output=output
        )
    write(drafted(convert_file(file)), output)


@golden.command("show")
@click.argument("golden_file", type=_INPUT)
def golden_show(golden_file: Path) -> None:
    """Show a golden's head and its tree, an item a line.

    Example: zhibiao golden show golden/notice.json
    """
    from pipeline.compare.entries import read_side
    from pipeline.golden import load_golden
    from pipeline.golden_head import head_of

    side, head = read_side(golden_file), head_of(load_golden(golden_file))
    status = tr(head.status) if head else tr("checked before heads were kept")
    told = tr("{golden}: {status}, {count} items", golden=golden_file, status=status, count=len(side.entries))
    click.echo(printable(told))
    click.echo(printable(str(side.notice.get("title") or "")))
    for entry in side.entries:
        worth = (entry.item.get("points") or entry.item.get("weight") or {}).get("raw", "")
        click.echo(printable(f"{'  ' * len(entry.above)}{entry.id}  {entry.marker or ''}{entry.words} {worth}"))


@golden.command("accept")
@click.argument("golden_file", type=_INPUT)
@click.argument("file", type=_INPUT)
@click.option("--by", prompt="Who checks", help="Who checks; it is written into the golden's head.")
def golden_accept(golden_file: Path, file: Path, by: str) -> None:
    """Check a draft golden of FILE part by part, with the source beside each: yes, no, or quit.

    What was accepted is kept, so a golden can be checked in several sittings. A part that is wrong is mended in the
    golden by hand or in the program; only when every part is accepted does the golden count as checked.

    Example: zhibiao golden accept golden/notice.json corpus/notice.txt --by 王明
    """
    from datetime import date

    from pipeline.convert import convert_document, load
    from pipeline.errors import InputUnreadableError
    from pipeline.golden import differences, load_golden, variant
    from pipeline.golden_head import accepted, head_of, parts_of
    from pipeline.output import write

    golden_, document = load_golden(golden_file), load(file)
    notice, head = convert_document(document), head_of(golden_)
    if head is None:
        raise InputUnreadableError(
            "{golden_file}: this golden is checked already; there is nothing to accept", golden_file=golden_file
        )
    if differences(golden_, notice, variant(file, golden_file)):
        raise InputUnreadableError(
            "{golden_file}: it differs from the conversion of {file}; see `zhibiao golden diff` and settle that first",
            golden_file=golden_file,
            file=file,
        )
    parts, done = parts_of(notice), list(head.accepted)
    for part in [p for p in parts if p not in done]:
        answer = _asked(notice, document.text, part)
        if answer == "q":
            break
        done += [part] if answer == "y" else []
    whole = set(parts) <= set(done)
    write(accepted(golden_, tuple(done), whole=whole, by=by, on=date.today()), golden_file)
    told = tr("{golden}: {done} of {parts} parts accepted", golden=golden_file, done=len(done), parts=len(parts))
    click.echo(printable(told) + (tr(", it is checked") if whole else ""))


def _asked(notice: "Notice", text: str, part: str) -> str:
    """Show a part beside its source, and ask."""
    import json

    from pipeline.golden_head import part_of

    values, places = part_of(notice, part)
    click.echo(f"\n{printable(part)}")
    for start, end in places:
        click.echo("  | " + printable(text[start:end]))
    for key, value in values.items():
        click.echo(printable(f"    {key}: {json.dumps(value, ensure_ascii=False)}"))
    return str(click.prompt(tr("right?"), type=click.Choice(["y", "n", "q"]), default="y"))


@golden.command("status")
@click.argument("goldens", type=_INPUT, default="golden")
@click.argument("corpus", type=_INPUT, default="corpus")
def golden_status(goldens: Path, corpus: Path) -> None:
    """Tell which goldens are checked, unchecked or stale; exit 1 where one is not checked.

    Example: zhibiao golden status golden corpus
    """
    from pipeline.commands.evaluate import documents_of, goldens_in
    from pipeline.golden_head import state_of

    states = []
    for path in goldens_in(goldens):
        documents = documents_of(path, corpus)
        state, why = state_of(path, documents[0] if documents else None)
        states.append(state)
        click.echo(printable(f"{tr(state):<10} {path.name}: {why}"))
    click.get_current_context().exit(0 if set(states) <= {"checked"} else 1)
