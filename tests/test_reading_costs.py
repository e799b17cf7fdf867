"""Reading does nothing that it need not: what is parsed, visited and made is counted, never timed."""

from pipeline.readers import read
from tests.test_word import saved
from tests.test_word_markup import body, rewritten, t


def test_styles_that_no_paragraph_names_are_not_parsed():
    data = rewritten(saved(body(t("公开目录"))), lambda name, old: b"<w:styles" if name == "word/styles.xml" else old)
    assert [block.text.chars for block in read(data, "made.docx").blocks] == ["公开目录"]
