"""The bodies that issue a notice: in its title, on its paper, below its text."""

from typing import Final

import regex

from extractors.text import Text
from normalizers.agencies import agency, looks_like_agency

_BODY: Final = regex.compile(r"政府|委员会|[局委办]")
_BODY_END: Final = regex.compile(r"(?:政府|公司|集团|银行|学校|[中小大]学|协会|[局委办厅会院室部组])$")
_SHORTEST_BODY: Final = 3
_MASTHEAD: Final = regex.compile(r"^.{3,40}(?:文件|公报)$|^.{2,24}人民政府令$")


def is_masthead(text: Text) -> bool:
    """Whether a line is the head of a letter's paper (`望川县人民政府文件`)."""
    return _MASTHEAD.search(text.folded.strip()) is not None and _BODY.search(text.folded) is not None


_PAPER: Final = regex.compile(r"(?P<body>\S{4,30}(?:政府|委员会|[局委办厅会院室部]))(?:文件|(?<=人民政府)令)")


def body_of_paper(text: Text) -> Text | None:
    """Return the body that the head of a letter's paper names."""
    text = text.strip()
    match = _PAPER.fullmatch(text.folded)
    return text.group(match, "body") if match is not None else None


#: Bodies set up for one task sign too, and so do firms, schools and unions of them.
_SIGNING: Final = (
    "人民政府", "领导小组", "指挥部", "联席会议", "工作专班",
    "公司", "集团", "银行", "大学", "学院", "学校", "中学", "小学", "幼儿园", "医院", "卫生院",
    "合作社", "协会", "研究院", "研究所",
)  # fmt: skip


def is_signature(text: Text) -> bool:
    """Whether a line is nothing but the name of an issuing body."""
    folded = text.folded.strip()
    return (
        4 <= len(folded) <= 30
        and ":" not in folded
        and (agency(folded) is not None or looks_like_agency(folded) or folded.endswith(_SIGNING))
    )


def issuers_of(cover: Text) -> list[Text]:
    """Return the bodies before 关于 in a cover notice's title; several stand apart by white space."""
    said = regex.search(r"关于|印发|转发|批转", cover.folded)
    head = cover[: said.start()].strip() if said is not None and said.start() else None
    if head is None or not (is_signature(head) or _BODY.search(head.folded)):
        return []
    return bodies_of(head)


def bodies_of(line: Text) -> list[Text]:
    """Cut a line at the white space between bodies; padding inside one name cuts nothing."""
    parts = line.spaced()
    whole = all(len(part) >= _SHORTEST_BODY and _BODY_END.search(part.folded) for part in parts)
    return parts if whole else [line]
