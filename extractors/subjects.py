"""Words that are a sentence though no stop ends them, and where its subject begins behind a heading's words."""

from typing import Final

import regex

from extractors.text import Text

#: A sentence has so many signs; a name has one at most, and is no longer than this where it has one.
_FEWEST_SIGNS: Final = 2
_LONGEST_NAME: Final = 24
_LONGEST_IN_PARTS: Final = 30
_SIGNS: Final = ",;"
_BODIES: Final = "部门|单位|乡镇|镇街|街道|村组|[乡镇村区县]|社区|学校|企业|医院|机构|[科股处]室|支部|党委"
#: Bodies that must do something, behind a heading's words. A duty that words are about is no sentence
#: (`明确各部门要承担的职责`), and what asks, tells or helps them to is not its heading (`督促各单位要…`).
_SUBJECT: Final = regex.compile(
    rf"^(?P<name>\p{{Han}}{{4,16}}?)(?=各\p{{Han}}{{0,8}}?(?:{_BODIES})(?:[都均也]|主要领导|负责人)?"
    r"(?:要(?!求|件|点|素|闻|\p{Han}{1,4}的)|应当?(?!\p{Han}{1,4}的)|必?须(?!\p{Han}{1,4}的)))"
)
_LEADS_ON: Final = regex.compile(
    r"(?:[对由和及以使让请把将跟的并而或]|(?<![导方动])向|(?<!参)与|(?<!存)在|(?<!行)为|(?<!供)给|(?<!合)同"
    r"|督促|督导|指导|引导|明确|要求|组织|推动|敦促|确保|强调|规定|支持|鼓励|协调|通知|部署|检查|督查|考核|监督|通报|提醒|帮助|协助"
    r"|倒逼|激励|动员|发动|号召|保证|保障|促进|促使|调动|授权|统筹|会同|联合|依托|依靠|按照|根据|其中|同时)$"
)


def heading_end(words: Text) -> int | None:
    """Return where the heading ends that stands before a sentence's subject; None where there is no such subject."""
    match = _SUBJECT.match(words.folded) if "各" in words.folded else None
    return match.end() if match is not None and _LEADS_ON.search(match["name"]) is None else None


def is_sentence(words: Text) -> bool:
    """Whether words are a sentence and no name, though no stop closes them."""
    signs = _signs(words)
    return signs >= _FEWEST_SIGNS or (signs > 0 and (len(words) > _LONGEST_NAME or heading_end(words) is not None))


def is_long_sentence(words: Text) -> bool:
    """Whether words are longer than a name of several parts is, or begin another sentence behind a heading's words."""
    long = len(words) > _LONGEST_IN_PARTS and _signs(words) >= _FEWEST_SIGNS
    return long or (_signs(words) > 0 and heading_end(words) is not None)


def _signs(words: Text) -> int:
    return sum(map(words.folded.count, _SIGNS))
