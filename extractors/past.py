"""Dates before which something had to be or has been: they tell of the past or limit a class, and are no deadline."""

from typing import Final

import regex

#: What came to be by a date, before the noun that it limits: 2019年底前登记的企业, 年底前建成的小区.
_CAME_TO_BE: Final = (
    "登记|注册|购置|购买|购入|形成|成立|设立|出生|入职|取得|立案|签订|认定|备案|投产|建成|竣工|开工|出让|批准|投入使用"
)
_LIMITS: Final = regex.compile(rf"\p{{Han}}{{0,3}}?(?:{_CAME_TO_BE})的(?=\p{{Han}})")
#: Behind a date of a year that is over any clause limits a noun: 2020年6月底前要求关停的企业.
_LIMITED: Final = regex.compile(r"\p{Han}{1,10}?的(?=[\p{Han}“《])")
#: What was not done by such a date: 2018年底前应完成整改，至今未动工.
_NOT_DONE: Final = regex.compile(r"[^。;\n]{0,40}?(?:至今|仍|尚?未(?!来))")


def limits_a_class(folded: str, end: int) -> bool:
    """Whether the words behind a date that ends there make it a noun's attribute."""
    return _LIMITS.match(folded, end) is not None


def is_over(folded: str, end: int) -> bool:
    """Whether the words behind a date of a past year tell of the past."""
    return _LIMITED.match(folded, end) is not None or _NOT_DONE.match(folded, end) is not None
