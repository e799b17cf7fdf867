"""A batch killed at random moments and begun again until it is done: `python -m tests.killing --runs 200`.

Each output must then hold every content exactly once, whole, and its journal one line for each.
"""

import argparse
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from pipeline.convert import convert
from pipeline.models import to_json
from tests.many.archive import journal, write
from tests.running import COMMAND

SHAPES = ("out", "out.jsonl", "out.parquet")


@dataclass
class Inputs:
    """An archive: what each content converts to, and how many files do not convert or hold another's content."""

    folder: Path
    wanted: dict[str, str] = field(default_factory=dict)
    failing: set[str] = field(default_factory=set)
    aliases: int = 0


def inputs(folder: Path, count: int) -> Inputs:
    """Write notices, two of them under second names, and two files that are none."""
    files = write(folder, count)
    made = Inputs(folder)
    for file in files:
        made.wanted[sha256(file.read_bytes()).hexdigest()] = to_json(convert(file))
    for file in files[:2]:
        file.with_name(f"again-{file.name}").write_bytes(file.read_bytes())
        made.aliases += 1
    for name, data in (("broken.docx", b"PK\x03\x04 broken"), ("picture.pdf", b"\x89PNG\r\n")):
        (folder / name).write_bytes(data)
        made.failing.add(sha256(data).hexdigest())
    return made


def begun(made: Inputs, output: Path) -> subprocess.Popen:
    """Start the batch, or go on with it."""
    return subprocess.Popen(
        [COMMAND, "batch", made.folder, "-o", output, "--jobs", "2"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def killed(made: Inputs, output: Path, after: float) -> bool:
    """Run the batch and kill it after so many seconds; whether it was still at work."""
    process = begun(made, output)
    try:
        process.communicate(timeout=after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.communicate()
        return True
    assert process.returncode == 1, process.returncode  # the two that are no notices
    return False


def ended(made: Inputs, output: Path) -> None:
    """Run the batch to its end."""
    process = begun(made, output)
    _, told = process.communicate()
    assert process.returncode == 1, told.decode()


def wrong(made: Inputs, output: Path) -> list[str]:
    """What is not as it must be in a finished output."""
    found, lines = _found(output), journal(output)
    done = [line["sha256"] for line in lines if line["event"] == "done"]
    failed = [line["sha256"] for line in lines if line["event"] == "failed"]
    aliases = [line["source"] for line in lines if line["event"] == "alias"]
    expected = sorted(made.wanted.values()) if output.suffix == "" else sorted(map(_line, made.wanted.values()))
    checks = {
        "the results are not the inputs, each once": sorted(found) == expected,
        "the journal does not tell of each content once": sorted(done) == sorted(made.wanted),
        "the journal does not tell of each failure once": sorted(failed) == sorted(made.failing),
        "the journal does not tell of each second name once": len(aliases) == len(set(aliases)) == made.aliases,
        "something is left beside the output": not _left(output),
    }
    return [told for told, holds in checks.items() if not holds]


def _line(text: str) -> str:
    from pipeline.models import Notice

    return Notice.model_validate_json(text).model_dump_json()


def _found(output: Path) -> list[str]:
    if output.suffix == ".parquet":
        import pyarrow.parquet as pq

        return pq.read_table(output).column("notice").to_pylist()
    if output.suffix == ".jsonl":
        return output.read_text("utf-8").splitlines()
    return [file.read_text("utf-8") for file in output.rglob("*.json")]


def _left(output: Path) -> list[Path]:
    spool = output / ".spool" if output.suffix == "" else output.with_name(output.name + ".spool")
    return [spool] if spool.exists() else []


def disturbed(made: Inputs, output: Path, random: Random, kills: int, longest: float) -> int:
    """Kill the batch at most so often, then let it end; how often it was killed."""
    count = 0
    while count < kills and killed(made, output, random.uniform(0.05, longest)):
        count += 1
    ended(made, output)
    return count


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=200, help="so many kills")
    parser.add_argument("--count", type=int, default=60, help="so many notices")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    random, kills, outputs = Random(args.seed), 0, 0
    with TemporaryDirectory(prefix="killing-") as scratch:
        made = inputs(Path(scratch, "in"), args.count)
        begin = time.monotonic()
        ended(made, Path(scratch, "whole"))
        longest = time.monotonic() - begin
        print(f"undisturbed: {longest:.1f} s", flush=True)
        while kills < args.runs:
            output = Path(scratch, f"{outputs}-{SHAPES[outputs % len(SHAPES)]}")
            kills += disturbed(made, output, random, min(8, args.runs - kills), longest)
            outputs += 1
            found = wrong(made, output)
            print(f"{kills} kills, {outputs} outputs: {found or 'each content once'}", flush=True)
            if found:
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
