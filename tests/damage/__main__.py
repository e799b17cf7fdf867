"""`python -m tests.damage` prints the table; with `--write` it replaces the one that the test compares with."""

import sys
from pathlib import Path

from tests.damage.bench import TABLE, table

if __name__ == "__main__":
    made = table(sys.argv[1] if len(sys.argv) > 1 and not sys.argv[1].startswith("-") else None)
    print(made, end="")
    if "--write" in sys.argv:
        Path(TABLE).write_text(made, "utf-8")
