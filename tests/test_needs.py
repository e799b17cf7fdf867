"""What is not tried on a text would not have matched: where a form matches stands what it needs, a marker has its head."""

import pytest

from extractors import actors, deadlines, rules, units
from extractors.markers import FAMILIES
from tests.conftest import TEXTS
from tests.making import text
from tests.phrases.corpora import FIELDS, phrases

LINES = sorted(
    {line for path in TEXTS for line in path.read_text("utf-8").splitlines()}
    | {phrase.form for field in FIELDS for phrase in phrases(field)}
)


@pytest.mark.parametrize(
    "form", [pytest.param(f, id=f"{m.__name__}.{f.name}") for m in (deadlines, rules) for f in m.FORMS]
)
def test_where_a_form_matches_stands_a_character_that_it_needs(form):
    found = [folded for line in (*LINES, *form.examples) if form.pattern.search(folded := text(line).folded)]
    assert found
    assert all(set(words) & set(form.needs) for words in found)
    assert all(set(words) & set(getattr(form, "besides", form.needs)) for words in found)


@pytest.mark.parametrize("role", [role for role, _ in units._ROLE_WORDS])
def test_a_text_that_ends_with_a_role_word_has_its_last_character(role):
    pattern = dict(units._ROLE_WORDS)[role]
    found = [folded for line in LINES if pattern.search(folded := text(line).folded)]
    assert found
    assert {words[-1] for words in found} <= units._ROLE_ENDS


@pytest.mark.parametrize("pattern", [actors._PLAIN, actors._MAY_ASSIGN])
def test_a_sentence_that_puts_a_body_in_charge_has_one_of_the_signs(pattern):
    found = [folded for line in LINES if pattern.search(folded := text(line).folded)]
    assert found
    assert not any(actors._ASSIGNING.isdisjoint(words) for words in found)


@pytest.mark.parametrize("family", [pytest.param(f, id=f"{f.name}-{f.examples[0]}") for f in FAMILIES])
def test_no_marker_begins_with_another_character_than_its_heads(family):
    begin = {char for char in map(chr, range(0x10000)) if family.pattern.match(char, partial=True)}
    assert {"0" if char.isdecimal() else char for char in begin} == set(family.heads)
