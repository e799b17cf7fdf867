"""What a Word file says twice, for newer programs and for older ones, is read once."""

import docx
import pytest

from tests.test_word import W, add, grid, opened, paragraphs
from tests.test_word_markup import t

MC = (
    f'{W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"'
)

SIGN = '<w16se:symEx w16se:char="2460"/>'


def either(choice, fallback):
    return (
        f'<mc:AlternateContent><mc:Choice Requires="w16se">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def box(words):
    return f"<w:drawing><w:txbxContent><w:p>{t(words)}</w:p></w:txbxContent></w:drawing>"


@pytest.mark.parametrize(
    ("inner", "read_as"),
    [
        (f"{t('前')}{either(t('中'), t('中'))}{t('后')}", ["前中后"]),
        (f"{t('前')}<w:r>{either('<w:t>①</w:t>', '<w:t>①</w:t>')}</w:r>{t('后')}", ["前①后"]),
        (f"{t('前')}<w:r>{either(SIGN, '<w:t>①</w:t>')}</w:r>{t('后')}", ["前①后"]),
        (f"{t('前')}<w:r>{either(box('框'), box('旧框'))}</w:r>", ["前", "框"]),
        (f"{t('前')}<w:r>{either('<w:drawing/>', '<w:pict/>')}</w:r>{t('后')}", ["前后"]),
        (either(t("甲") + either(t("乙"), t("丙")), t("丁")), ["甲乙"]),
    ],
)
def test_of_two_contents_the_first_that_has_words_is_read(inner, read_as):
    document = docx.Document()
    add(document, f"<w:p {MC}>{inner}</w:p>")
    assert paragraphs(document) == read_as


def test_alternatives_around_paragraphs_and_in_cells_are_read_once():
    document = docx.Document()
    one = f"<w:p>{t('党建工作')}</w:p>"
    add(document, either(one, one).replace("<mc:AlternateContent>", f"<mc:AlternateContent {MC}>"))
    cell = f"<w:tc>{either(one, one)}</w:tc>"
    add(document, f"<w:tbl {MC}><w:tr>{cell}<w:tc><w:p>{t('40')}</w:p></w:tc></w:tr></w:tbl>")
    paragraph, table = opened(document).blocks
    assert paragraph.text.chars == "党建工作"
    assert grid(table) == [[(0, 1, 1, "党建工作"), (1, 1, 1, "40")]]
