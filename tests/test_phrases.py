"""The phrase corpora: how many forms they hold, and how well each field is read from them."""

from datetime import datetime

import pytest
from dateutil.rrule import rrulestr

from tests.phrases.corpora import FIELDS, phrases
from tests.phrases.found import found
from tests.phrases.score import Reading, Score, report

FEWEST = {"deadlines": 400, "units": 300, "amounts": 400, "titles": 100}
PRECISION, RECALL = 0.99, 0.97


@pytest.fixture(scope="module")
def scores():
    return {field: Score(field, tuple(Reading(p, found(p)) for p in phrases(field))) for field in FIELDS}


@pytest.mark.parametrize("field", FIELDS)
def test_a_corpus_is_large_varied_and_a_third_of_it_traps(field):
    forms = phrases(field)
    assert len(forms) >= FEWEST[field]
    assert len({(p.place, p.form) for p in forms}) == len(forms)
    assert sum(p.trap for p in forms) * 3 >= len(forms)


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_is_read_as_the_corpus_says(field, scores):
    score = scores[field]
    print(report([score]))
    assert score.precision >= PRECISION, report([score])
    assert score.recall >= RECALL, report([score])


@pytest.mark.parametrize("field", FIELDS)
def test_no_trap_is_taken(field, scores):
    assert [r for r in scores[field].wrong if r.phrase.trap] == []


def test_every_recurrence_of_the_corpus_is_one_for_a_calendar():
    rules = {v.split()[-1] for p in phrases("deadlines") for v in p.values if "each " in v}
    assert rules
    for rule in rules:
        assert rrulestr(rule, dtstart=datetime(2021, 1, 1))[0]


def test_the_report_names_what_was_read_wrong():
    wrong = Reading(phrases("units")[0], ("县审计局",))
    made = report([Score("units", (wrong,))])
    assert "县审计局" in made
    assert "0.0000" in made
