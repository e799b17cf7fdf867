"""What must hold of any conversion of any text."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from normalizers.widths import fold_radicals
from pipeline.document import Document
from pipeline.models import Item, Model, Notice, Span


def models(value: Any) -> Iterator[Model]:
    """Every model inside a value."""
    if isinstance(value, Model):
        yield value
        for name in type(value).model_fields:
            yield from models(getattr(value, name))
    elif isinstance(value, tuple):
        for inner in value:
            yield from models(inner)


def assert_grounded(document: Document, notice: Notice) -> None:
    """Spans lie in the text, raws are what stands there, an item's words stand in its spans."""
    for model in models(notice):
        if isinstance(model, Span):
            assert 0 <= model.start < model.end <= len(document.text)
        span, raw = getattr(model, "span", None), getattr(model, "raw", getattr(model, "text", None))
        if span is not None and raw is not None:
            assert document.text[span.start : span.end] == raw
        if isinstance(model, Item):
            _assert_item_grounded(document, model)


def _assert_item_grounded(document: Document, item: Item) -> None:
    place = "".join(document.text[s.start : s.end] for s in item.spans)
    for value in (item.marker, item.title, item.requirement, item.scoring):
        if value is not None:
            # A scoring cell that is merged over several rows is each row's, and stands only where it was printed.
            within = document.text if value is item.scoring else place
            missing = Counter("".join(value.split())) - Counter(fold_radicals(within))
            assert not missing, f"{item.id}: {''.join(missing)!r} of {value[:40]!r} is not in its spans"


def assert_accounted(document: Document, notice: Notice) -> None:
    """Coverage is the share of visible characters that are not reported as unrecognised."""
    visible = sum(not c.isspace() for c in document.text)
    lost = sum(not c.isspace() for u in notice.unparsed if u.reason == "unrecognised" for c in u.text)
    assert notice.coverage == round((visible - lost) / visible, 6) if visible else notice.coverage == 1.0
    reported = [f for f in notice.findings if f.code == "unparsed_text"]
    assert len(reported) == sum(u.reason == "unrecognised" for u in notice.unparsed)
