"""The promises that hold of every conversion: grounded, complete, the same bytes every time."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from pipeline.convert import convert, convert_document, load
from pipeline.models import json_schema, to_json
from tests.conftest import PROVIDED, ROOT
from tests.invariants import assert_grounded


@pytest.mark.parametrize("path", PROVIDED, ids=lambda p: p.name)
def test_every_raw_is_what_stands_at_its_span(path):
    document = load(path)
    assert_grounded(document, convert_document(document))


@pytest.mark.parametrize("path", PROVIDED, ids=lambda p: p.name)
def test_not_one_character_is_unrecognised(path):
    made = convert(path)
    assert made.coverage == 1.0
    assert [u for u in made.unparsed if u.reason == "unrecognised"] == []


@pytest.mark.parametrize("path", PROVIDED, ids=lambda p: p.name)
def test_output_is_valid_by_the_printed_schema(path):
    jsonschema.Draft202012Validator(json_schema()).validate(json.loads(to_json(convert(path))))


def test_same_bytes_in_another_process_hash_seed_and_directory(tmp_path):
    path = PROVIDED[-1]
    here = to_json(convert(path)).encode("utf-8")
    for seed, directory in (("0", ROOT), ("12345", tmp_path)):
        outcome = subprocess.run(
            [str(Path(sys.executable).parent / "zhibiao"), "convert", str(path)],
            capture_output=True,
            cwd=directory,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
        )
        assert outcome.stdout == here
