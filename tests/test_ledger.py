"""The ledger: one role a character, and what nobody claims is reported."""

import pytest

from pipeline.ledger import DoubleClaimError, Ledger
from tests.making import text


def test_what_nobody_claims_is_unrecognised_and_lowers_coverage():
    source = text("甲乙 丙丁")
    ledger = Ledger(source.chars)
    ledger.claim(source[0:2], "item")
    assert list(ledger.runs()) == [(3, 5, "unrecognised")]
    assert ledger.coverage() == 0.5


def test_runs_of_one_reason_join_over_white_space():
    source = text("上一篇 \n下一篇 第1页")
    ledger = Ledger(source.chars)
    ledger.claim(source[0:8], "navigation")
    ledger.claim(source[9:], "page_number")
    assert list(ledger.runs()) == [(0, 8, "navigation"), (9, 12, "page_number")]
    assert ledger.coverage() == 1.0


def test_a_second_role_for_a_character_is_a_bug_and_the_same_role_is_not():
    source = text("甲乙丙")
    ledger = Ledger(source.chars)
    ledger.claim(source[:2], "item")
    ledger.claim(source[:2], "item")
    with pytest.raises(DoubleClaimError, match="item and note"):
        ledger.claim(source[1:], "note")


def test_claiming_what_is_free_leaves_the_rest():
    source = text("甲。乙")
    ledger = Ledger(source.chars)
    ledger.claim(source[:1], "metadata")
    ledger.claim_free(source, "item", "。")
    assert list(ledger.runs()) == [(2, 3, "unrecognised")]


def test_an_empty_text_is_wholly_covered():
    assert Ledger("  \n").coverage() == 1.0
