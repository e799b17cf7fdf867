"""Fuzzing steered by coverage: python -m tests.fuzz.guided FORMAT [FOLDER] [libFuzzer's options]; needs zhibiao[fuzz].

atheris watches which branches of our code an input reaches and keeps those that reach new ones; what it changes in a
file is bytes, or one of the changes by parts that `mutators` makes.
"""

import sys
from pathlib import Path
from random import Random

import atheris

with atheris.instrument_imports(include=["pipeline", "extractors", "normalizers"]):
    from tests.fuzz.promises import hold

from tests.fuzz.mutators import change
from tests.fuzz.seeds import FORMATS, seeds


def main() -> None:
    file_format, folder = sys.argv[1], Path(sys.argv[2] if len(sys.argv) > 2 else "fuzz-guided")
    if file_format not in FORMATS:
        sys.exit(f"give a format: {', '.join(FORMATS)}")
    corpus = folder / file_format
    corpus.mkdir(parents=True, exist_ok=True)
    for i, data in enumerate(seeds(file_format)):
        (corpus / f"seed-{i}").write_bytes(data)

    def mutate(data: bytes, max_size: int, seed: int) -> bytes:
        random = Random(seed)
        if random.random() < 0.3:
            return atheris.Mutate(data, len(data) + 16)[:max_size]
        return change(file_format, data, random)[:max_size]

    def test(data: bytes) -> None:
        hold(data, f"made.{file_format}")

    options = [f"-artifact_prefix={folder}/crash-", "-timeout=10", "-rss_limit_mb=1000", "-max_len=60000"]
    atheris.Setup([sys.argv[0], str(corpus), *options, *sys.argv[3:]], test, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
