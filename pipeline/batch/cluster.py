"""The same batch on a Dask cluster, by its client's executor: each worker there keeps processes of its own."""

import zlib
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from pipeline.batch.engines import Engine
from pipeline.batch.records import Job, Made, Outcome
from pipeline.batch.workers import Crew
from pipeline.errors import ExtraMissingError, InputMissingError

_PATIENCE: Final = 10
_CREW: Final = Crew()


def there(address: str) -> Engine:
    """Return an engine on the cluster at an address; its machines must have this version and see the sources."""
    try:
        from distributed import Client
    except ImportError:
        raise ExtraMissingError("--dask needs Dask; install it with `pip install 'zhibiao[dask]'`") from None
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
        client.wait_for_workers(1, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        raise InputMissingError("{address}: no Dask scheduler with workers answers there", address=address) from error
    found, here = set(client.run(version, "zhibiao").values()), version("zhibiao")
    if found != {here}:
        client.close()
        raise ExtraMissingError(
            "{address}: zhibiao {found} is installed there, and {here} here; install the same",
            address=address, found=", ".join(sorted(found)), here=here,
        )  # fmt: skip
    width = sum(client.nthreads().values())
    return Engine(client.get_executor(pure=False), sent, width, client.close)


def sent(job: Job) -> Outcome:
    """Convert on a machine of the cluster, whose disk the batch cannot see: the result is sent back, deflated."""
    with TemporaryDirectory(prefix="zhibiao-") as folder:
        outcome = _CREW.convert(replace(job, spool=folder))
        if isinstance(outcome, Made):
            return replace(outcome, file="", sent=zlib.compress(Path(outcome.file).read_bytes(), 1))
    return outcome
