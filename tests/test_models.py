"""The contract's models: frozen, closed, exact, and versioned."""

import json
from decimal import Decimal

import pytest
from pydantic import ValidationError

from pipeline.models import SCHEMA_VERSION, Amount, Notice, Source, Span, json_schema, to_json
from tests.conftest import ROOT

SOURCE = Source(name="x", media_type="text/plain", sha256="0", size=1, reader="plain")


def test_the_committed_schema_is_that_of_this_version():
    """A changed contract needs a new version: bump SCHEMA_VERSION and commit its file beside the old ones."""
    committed = ROOT / "pipeline" / "schemas" / f"notice-{SCHEMA_VERSION}.schema.json"
    assert json.loads(committed.read_text("utf-8")) == json_schema()


def test_numbers_leave_exact_and_plain():
    amount = Amount(
        value=Decimal("0.30"), min=Decimal("100"), unit="point", basis="stated", raw="", span=Span(start=0, end=1)
    )
    assert json.loads(amount.model_dump_json())["value"] == 0.3
    assert '"value":0.3,"min":100,' in amount.model_dump_json()


def test_models_are_frozen_and_closed():
    span = Span(start=0, end=1)
    with pytest.raises(ValidationError, match="frozen"):
        span.start = 2
    with pytest.raises(ValidationError, match="extra"):
        Span(start=0, end=1, line=3)


def test_canonical_json_is_utf8_with_every_field_and_a_newline():
    written = to_json(Notice(source=SOURCE, title="考评方案", coverage=1.0))
    assert '"title": "考评方案"' in written
    assert written.endswith("}\n")
    assert list(json.loads(written)) == list(Notice.model_fields)
