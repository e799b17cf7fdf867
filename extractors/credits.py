"""What is counted to somebody's credit: marks for each of it are earned where no verb says so (`专题信息每条5分`)."""

from typing import Final

from extractors.conditions import is_fault
from extractors.text import Text
from normalizers.patterns import late_pattern

#: What is written and taken up, and what is won; a meeting or a training may as well be missed.
_CREDIT: Final = late_pattern(
    r"信息|稿件|简报|专报|快报|调研|论文|文章|报道|新闻|案例|经验|批示|课题|作品|专利|推广"
    r"|采[用纳]|录用|刊[登发载]|[转登]载|发表|表彰|获奖|荣誉|奖项"
)
#: Beside these it is a fault that is counted.
_DISCREDIT: Final = late_pattern(
    r"[缺漏迟误瞒错未违失]|差错|退[回稿]|重复|批评|通报|负面|曝光|投诉|举报|事故|案件|问责|处分|约谈|不(?:实|足|符|当)"
)


def is_credit(clause: Text) -> bool:
    """Whether a clause counts what does credit, and no fault."""
    folded = clause.folded
    if "每" not in folded and "/" not in folded:
        return False
    return _CREDIT.search(folded) is not None and _DISCREDIT.search(folded) is None and not is_fault(clause)
