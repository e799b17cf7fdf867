"""Who a scheme applies to, where its title says so."""

from typing import Final

import regex

from extractors.text import Text

_BODIES: Final = regex.compile(r"乡镇|街道|部门|单位|[县市区省]直|场$|政府|企业|学校|各[\p{Han}]")


def applies_to(title: Text, general: str | None) -> Text | None:
    """Return the bodies that a table's title names before the words it shares with a more general title.

    `乡镇、县直单位政务公开考评指标` under `2020年政务公开考评指标` applies to `乡镇、县直单位`.
    """
    if not general:
        return None
    folded = title.folded
    common = next((i for i in range(len(folded)) if general.endswith(folded[i:])), len(folded))
    head = title[:common].strip()
    return head if head.chars and len(folded) - common >= 4 and _BODIES.search(head.folded) else None
