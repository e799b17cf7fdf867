"""What must hold of any bytes: a grounded, accounted, repeatable notice, or one clear sentence."""

from pipeline.convert import convert_document
from pipeline.document import Document
from pipeline.errors import ZhibiaoError
from pipeline.language import using
from pipeline.models import Notice, to_json
from pipeline.readers import read
from tests.invariants import assert_accounted, assert_grounded

LONGEST_SENTENCE = 400


def hold(data: bytes, name: str, *, again: bool = False) -> str:
    """Convert and hold the result to the promises; returns `ok`, or the code of the typed error.

    `again` also proves that the same bytes give the same JSON, and that what is handed on steers nothing.
    """
    try:
        document = read(data, name)
    except ZhibiaoError as error:
        assert_sentence(error, name)
        return type(error).__name__
    notice = convert_document(document)
    assert_grounded(document, notice)
    assert_accounted(document, notice)
    made = to_json(notice).encode()
    if again:
        assert to_json(convert_document(read(data, name))).encode() == made, "the same bytes gave another JSON"
        assert_handed_on(document, notice)
    return "ok"


def assert_sentence(error: ZhibiaoError, name: str) -> None:
    """A typed error is one line, names the file, is short, and can be said in Chinese."""
    told = str(error)
    with using("zh"):
        both = (told, error.told)
    for sentence in both:
        assert sentence.startswith(name), sentence
        assert sentence.isprintable(), repr(sentence)
        assert len(sentence) <= LONGEST_SENTENCE, sentence
    assert error.exit_code in (3, 4)


def assert_handed_on(document: Document, notice: Notice) -> None:
    """What people and programs are given of it holds no sign that steers a terminal or a spreadsheet."""
    from tests.handed_on import assert_harmless

    assert_harmless(document, notice)
