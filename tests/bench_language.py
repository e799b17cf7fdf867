"""What jieba and spaCy buy: `python -m tests.bench_language` reads the unit corpus with and without them, side by side.

Without them a sentence that its plain forms leave open gives no units. No test asserts the figures.
"""

import subprocess
import sys
import time
from unittest import mock

from extractors.actors import running_units
from extractors.text import Text
from pipeline.convert import convert
from tests.conftest import TEXTS
from tests.phrases.corpora import phrases
from tests.phrases.score import score

ANALYSIS = "extractors.language.sentences.actors"
LOADING = {
    "jieba with its dictionary and the agency table": "from extractors.language.words import tagged; tagged('县财政局负责')",
    "both, and the pipeline": "from extractors.language.sentences import actors; from extractors.text import Text; actors(Text.of('县财政局负责'))",
}


def of_units() -> str:
    """Precision and recall of the unit corpus."""
    made = score("units")
    return f"{made.precision:.4f} | {made.recall:.4f}"


def seconds_a_sentence() -> float:
    """Mean seconds to read the units of a sentence of the corpus, warm."""
    texts = [Text.of(phrase.form) for phrase in phrases("units") if phrase.place == "sentence"]
    start = time.perf_counter()
    for text in texts:
        running_units(text)
    return (time.perf_counter() - start) / len(texts)


def loading(code: str) -> float:
    """Seconds that a new process takes for it, beside one that does nothing."""
    times = []
    for words in ("pass", code):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", words], check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return times[1] - times[0]


def main() -> None:
    """Print the table."""
    print("| units of the phrase corpus | precision | recall | ms a sentence |\n| --- | --- | --- | --- |")
    seconds_a_sentence()
    print(f"| with jieba and spaCy | {of_units()} | {seconds_a_sentence() * 1000:.3f} |")
    with mock.patch(ANALYSIS, return_value=[]):
        print(f"| with patterns alone | {of_units()} | {seconds_a_sentence() * 1000:.3f} |")
    print("\n| loading | seconds, once |\n| --- | --- |")
    for name, code in LOADING.items():
        print(f"| {name} | {loading(code):.2f} |")
    calls: list[str] = []
    with mock.patch(ANALYSIS, lambda sentence: calls.append(sentence.chars) or []):
        for path in TEXTS:
            convert(path)
    print(f"\nsentences of the five provided notices that need them: {len(calls)}")


if __name__ == "__main__":
    main()
