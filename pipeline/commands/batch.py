"""`zhibiao batch`: whole archives converted, resumable, each file within its limits."""

import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from pipeline.language import tr

if TYPE_CHECKING:
    from pipeline.batch.engines import Engine
    from pipeline.batch.listing import Listing
    from pipeline.batch.opening import Opened
    from pipeline.batch.records import Limits
    from pipeline.batch.tally import Tally

_DONE, _SOME_FAILED, _NOTHING_THERE, _ALL_FAILED, _INTERRUPTED = 0, 1, 3, 4, 130
#: Suffixes of single files that a batch does not write; a folder of that name would surprise.
_OTHER_FILES: Final = (".json", ".csv", ".xlsx", ".zip", ".txt", ".pdf", ".docx", ".html")


@click.command(
    epilog="Exit codes: 0 all converted, 1 some failed, 2 wrong usage, 3 no file to convert, 4 all failed, "
    "5 output not written."
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True,
    help="Write here: a folder with a JSON for each notice, or one .jsonl or .parquet file.",
)  # fmt: skip
@click.option("--to", "url", help="Load each notice into a database too, at a SQLAlchemy URL: sqlite:///schemes.db.")
@click.option("--jobs", type=click.IntRange(1), help="Convert so many files at once; else one for each core.")
@click.option(
    "--timeout", type=click.FloatRange(0, min_open=True), default=60.0, show_default=True,
    help="Give up on a file after so many seconds.",
)  # fmt: skip
@click.option(
    "--memory", type=click.IntRange(200), default=1024, show_default=True,
    help="Give up on a file when its worker takes more than so many MB.",
)  # fmt: skip
@click.option("--retry", is_flag=True, help="Try again what has failed before.")
@click.option("--dask", "address", help="Convert on the Dask cluster whose scheduler is at this address.")
@click.option("--json", "as_json", is_flag=True, help="Write the closing summary as JSON.")
@click.option("--quiet", is_flag=True, help="Neither progress nor failures on stderr.")
@click.pass_context
def batch(
    ctx: click.Context, sources: tuple[str, ...], output: Path, url: str | None, jobs: int | None, timeout: float,
    memory: int, retry: bool, address: str | None, as_json: bool, quiet: bool,
) -> None:  # fmt: skip
    """Convert many notices: files, folders, patterns, zip archives, URLs, or - for a list of paths on stdin.

    It can be killed at any moment: the same command goes on where it was. A file that fails is told and stops nothing.

    Example: zhibiao batch archive/ 2023.zip -o notices/
    """
    from pipeline.batch.records import Limits

    if output.suffix.lower() in _OTHER_FILES and not output.is_dir():
        raise click.UsageError(tr("OUT is a folder, or a file that ends in .jsonl or .parquet"))
    listing = _listing(sources, output)
    total = sum(1 for _ in listing.places())
    with ExitStack() as held:
        opened = _opened(output, url, held)
        engine = _engine(jobs, address, held)
        try:
            tally = _run(listing, total, opened, engine, Limits(timeout, memory << 20), retry=retry, quiet=quiet)
        except KeyboardInterrupt:
            click.echo(tr("zhibiao: interrupted; the same command goes on from there"), err=True)
            ctx.exit(_INTERRUPTED)
        opened.finish()
    _tell(tally, as_json=as_json)
    ctx.exit(_code(tally))


def _listing(sources: tuple[str, ...], output: Path) -> "Listing":
    from pipeline.batch.listing import Listing

    listed: list[str] = []
    if "-" in sources:
        data = sys.stdin.buffer.read()
        listed = [os.fsdecode(line) for line in data.split(b"\0" if b"\0" in data else b"\n") if line.strip()]
    return Listing([s for s in sources if s != "-"], output, literal=[line.rstrip("\r") for line in listed])


def _opened(output: Path, url: str | None, held: ExitStack) -> "Opened":
    from pipeline.batch.opening import open_output

    opened = open_output(output)
    held.callback(opened.close)
    if url is None:
        return opened
    from dataclasses import replace

    from pipeline.batch.stored import Stored
    from pipeline.store.loading import Store

    store = Store(url)
    held.callback(store.close)
    return replace(opened, output=Stored(opened.output, store))


def _engine(jobs: int | None, address: str | None, held: ExitStack) -> "Engine":
    if address is None:
        from pipeline.batch.engines import here

        engine = here(jobs)
    else:
        from pipeline.batch.cluster import there

        engine = there(address)
    held.callback(engine.close)
    return engine


def _run(
    listing: "Listing", total: int, opened: "Opened", engine: "Engine", limits: "Limits", *, retry: bool, quiet: bool
) -> "Tally":
    from rich.console import Console

    from pipeline.batch.progress import watching
    from pipeline.batch.run import Batch, run

    with watching(total, Console(stderr=True), quiet=quiet) as watcher:
        made = Batch(engine, opened.journal, opened.output, opened.spool, limits, watcher, retry)
        tally = run(made, listing.places())
    tally.aside = listing.aside
    return tally


def _tell(tally: "Tally", *, as_json: bool) -> None:
    import json

    from pipeline.batch import telling

    if as_json:
        click.echo(json.dumps(telling.as_json(tally), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(telling.lines(tally)))


def _code(tally: "Tally") -> int:
    if tally.files == 0:
        return _NOTHING_THERE
    if tally.failed:
        return _SOME_FAILED if tally.converted else _ALL_FAILED
    return _DONE
