"""`python -m tests.many write|check|measure`: an archive with known truth, a batch's output against it, a batch's figures.

python -m tests.many write --count 10000 -o DIR
zhibiao batch DIR -o OUT && python -m tests.many check OUT
python -m tests.many measure DIR -o SCRATCH [--after 500]
"""

import argparse
import sys
from pathlib import Path

from tests.many.archive import Held, results, write
from tests.many.measuring import memory_lines, rate


def _write(args) -> int:
    made = write(args.output, args.count, args.first)
    print(f"{len(made)} notices in {args.output}")
    return 0


def _check(args) -> int:
    held = Held()
    for notice in results(args.output):
        held.add(notice)
    print("\n".join(held.lines()))
    return 0


def _measure(args) -> int:
    rates = {}
    for jobs in (1, 2):
        rates[jobs], seen = rate([str(args.folder)], args.output / f"jobs{jobs}", jobs)
        print(f"{jobs} processes: {rates[jobs]:.2f} files/s")
        print("\n".join(memory_lines(seen, args.after)))
    print(f"two to one: {rates[2] / rates[1]:.2f}")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("write")
    one.add_argument("--count", type=int, default=10000)
    one.add_argument("--first", type=int, default=1)
    one.add_argument("-o", dest="output", type=Path, required=True)
    one.set_defaults(run=_write)
    two = commands.add_parser("check")
    two.add_argument("output", type=Path)
    two.set_defaults(run=_check)
    three = commands.add_parser("measure")
    three.add_argument("folder", type=Path)
    three.add_argument("-o", dest="output", type=Path, required=True)
    three.add_argument("--after", type=int, default=500)
    three.set_defaults(run=_measure)
    args = parser.parse_args()
    return args.run(args)


if __name__ == "__main__":
    sys.exit(main())
