"""A heading's full marks and its share of the whole, side by side at its end: `依法行政 权重50%（50分）`."""

from typing import Final, NamedTuple

import regex

from extractors.amounts import cell_amount
from extractors.found import Found
from extractors.text import Text
from normalizers.values import AmountUnit, AmountValue

_NUMBER: Final = r"\d{1,4}(?:\.\d{1,2})?"
_POINTS: Final = rf"(?P<worth>(?:总分值?|满分|分值|标准分|基[本础]分|计|共)?[为是:]?\s?(?P<points>{_NUMBER}\s?分))"
#: A share of the whole and not of what is counted (`清洁能源占比40%（10分）` is a goal).
_SHARE: Final = (
    r"(?P<share>(?:权重|所?占(?:总分值?|总成绩|总权重|[年综全总考]\p{Han}{0,5}(?:考[核评]|得分|成绩|总分))的?)"
    r"(?:比例|比重|权重)?[为是:]?\s?(?P<percent>\d{1,3}(?:\.\d{1,2})?%))"
)
#: Beside full marks in one bracket any percentage with a word before it is one.
_BESIDE: Final = rf"(?:{_SHARE}|(?P<share>(?:所?占|占比|比重)[为是:]?\s?(?P<percent>\d{{1,3}}(?:\.\d{{1,2}})?%)))"
_NAME: Final = r"(?P<name>[^,;。:!?()\[\]\d%]{2,30}?)"
_END: Final = r"\s*[。:]?$"
_FORMS: Final = tuple(
    regex.compile(rf"{_NAME}{form}{_END}")
    for form in (
        rf"[,、]?\s*[(\[]?{_SHARE}[)\]]?[,、]?\s*[(\[]?{_POINTS}[)\]]?",
        rf"[,、]?\s*[(\[]?{_POINTS}[)\]]?[,、]?\s*[(\[]?{_SHARE}[)\]]?",
        rf"\s*[(\[]{_BESIDE}[,、;]\s?{_POINTS}[)\]]",
        rf"\s*[(\[]{_POINTS}(?:[,、;]\s?{_BESIDE}|(?P<share>[×*]\s?(?P<percent>\d{{1,3}}%)))[)\]]",
        r"\s*(?P<share>权重[为是:]?\s?(?P<percent>\d{1,3}(?:\.\d{1,2})?%))",
    )
)


class Worth(NamedTuple):
    """A heading's name, its full marks where it has them beside its share, and that share."""

    name: Text
    points: Found[AmountValue] | None
    percent: Found[AmountValue]


def worth_at_end(text: Text) -> Worth | None:
    """Read a name that ends in its share of the whole, its full marks before or behind it."""
    if "%" not in text.folded or ("权重" not in text.folded and "分" not in text.folded):
        return None
    match = next((match for form in _FORMS if (match := form.match(text.folded)) is not None), None)
    name = text.group(match, "name") if match is not None else None
    if match is None or name is None:
        return None
    percent = _found(text, match, ("share", "percent"), "percent")
    points = _found(text, match, ("worth", "points"), "point") if "points" in match.groupdict() else None
    return Worth(name.strip(), points, percent) if percent is not None else None


def _found(
    text: Text, match: "regex.Match[str]", parts: tuple[str, str], unit: AmountUnit
) -> Found[AmountValue] | None:
    """Return an amount, which stands where its label and its number do."""
    whole, printed = (text.group(match, part) for part in parts)
    found = cell_amount(printed, unit) if printed is not None else None
    return Found(found.value, whole) if found is not None and whole is not None else None
