"""Files made to do harm: the command reads each or refuses it in one clear sentence, within its guards."""

import json
import subprocess
import sys

import pytest

from tests.bombs import BOMBS
from tests.conftest import ROOT

#: These look like bombs and are none: what they claim costs nothing, so they are read, or told for what they are.
READ = (
    "docx: text boxes 30 deep", "docx: 8,000 links", "xlsx: dimension A1:XFD1048576", "html: colspan=10 ** 9, rowspan=65534", "html: one attribute of 9 MB",
    "html: 300 columns of marks", "html: 1,900 rules of style, 10,000 lines", "html: 1,900 rules for each of 10,000 lines",
    "html: a picture of 20 MB in the page", "html: billion laughs", "html: character set unicode_escape",
    "pdf: 9,000 dashes on a page", "pdf: 9,000 dashes that cross", "pdf: 10 ** 9 pages claimed", "pdf: 1,000,000 characters on a page", "pdf: a picture of 100,000 × 100,000",
    "pdf: structure 5,000 deep", "pdf: structure that comes back to itself", "pdf: structure that doubles 50 times",
    "pdf: an object that is itself", "pdf: arrays 100,000 deep", "pdf: 500,000 objects",
)  # fmt: skip


@pytest.fixture(scope="module")
def outcomes():
    """Every bomb's outcome, run by one program that loads the readers once."""
    command = [sys.executable, "-m", "tests.bombs", "--json"]
    lines = subprocess.run(command, capture_output=True, cwd=ROOT, check=True).stdout.decode().splitlines()
    return dict(map(json.loads, lines))


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_one_sentence_or_a_notice(outcomes, name):
    made = outcomes[name]
    said = made["said"].strip().splitlines()
    assert made["code"] in (0, 4), made
    assert len(said) == (1 if made["code"] else 0), made
    assert all(line.startswith("zhibiao: ") and line.isprintable() for line in said)
    assert (made["code"] == 0) == (name in READ) or name.startswith("txt")
