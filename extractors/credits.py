"""What is counted to somebody's credit: marks for each of it are earned where no verb says so (`专题信息每条5分`)."""

from collections.abc import Iterable
from typing import Final

from extractors.conditions import is_fault
from extractors.text import Text
from normalizers.patterns import late_pattern

#: What is written and taken up, and what is won; a meeting or a training may as well be missed.
_CREDIT: Final = late_pattern(
    r"信息|稿件|简报|专报|快报|调研|论文|文章|报道|新闻|案例|经验|批示|课题|作品|专利|推广"
    r"|(?<=\p{Han}{2})的?每篇|采[用纳]|录用|刊[登发载]|[转登]载|发表|表彰|获奖|荣誉|奖项"
)
#: Beside these it is a fault that is counted.
_DISCREDIT: Final = late_pattern(
    r"[缺漏迟误瞒错未违失]|差错|退[回稿]|重复|批评|通报(?!表)|负面|曝光|投诉|举报|事故|案件|问责|处分|约谈|不(?:实|足|符|当)"
)


def is_discredit(clause: Text) -> bool:
    """Whether a clause counts a fault."""
    return _DISCREDIT.search(clause.folded) is not None or is_fault(clause)


def any_credit(clauses: Iterable[Text]) -> bool:
    """Whether one of a sentence's clauses counts what does credit, and no fault; those beside it do then as well."""
    return any(_CREDIT.search(clause.folded) is not None and not is_discredit(clause) for clause in clauses)
