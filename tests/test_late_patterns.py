"""Patterns are compiled when they are first asked, and ask like compiled ones."""

import subprocess
import sys

import pytest
import regex

from normalizers.patterns import late_pattern

COUNTING = """
import regex
compile, asked = regex.compile, []
regex.compile = lambda source, flags=0: asked.append(source) or compile(source, flags)
import pipeline.convert
print(max(len(source) for source in asked if isinstance(source, str)))
"""


#: The patterns of the tables of rules take up to 4,000 characters.
LONG = 600


def test_importing_the_pipeline_compiles_no_long_pattern():
    done = subprocess.run([sys.executable, "-c", COUNTING], capture_output=True, text=True, check=True)
    assert 0 < int(done.stdout) < LONG


def test_a_late_pattern_answers_as_a_compiled_one():
    late, compiled = late_pattern(r"(?P<n>\d+)分", regex.I), regex.compile(r"(?P<n>\d+)分", regex.I)
    words = "共20分，每次扣2分"
    assert [m["n"] for m in late.finditer(words)] == ["20", "2"]
    for asked in ("findall", "split"):
        assert getattr(late, asked)(words) == getattr(compiled, asked)(words)
    assert late.sub("x", words) == compiled.sub("x", words)
    assert (late.search(words).span(), late.match(words), late.fullmatch("3分")[0]) == ((1, 4), None, "3分")
    assert (late.pattern, late.flags) == (compiled.pattern, compiled.flags)


def test_a_late_pattern_has_nothing_that_patterns_have_not():
    with pytest.raises(AttributeError):
        _ = late_pattern("一").wanted


def test_an_error_in_a_pattern_is_told_when_it_is_asked():
    late = late_pattern("(一")
    with pytest.raises(regex.error):
        late.search("一")
