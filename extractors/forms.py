"""The lines of a form around a table: labels with a place for their value, filled or not."""

from typing import Final

from extractors.pairs import Pair
from extractors.text import Text
from normalizers.patterns import late_pattern

#: Who or what a form's label is about, and what of it is to be filled in: 被考核 + 单位, 考核 + 时间, 填表 + 人.
_ABOUT: Final = (
    "合计|受|被|参|考核|考评|检查|评估|评价|测评|评审|评分|评定|填报|填表|填写|制表|督查|督导|督促|验收|申报|自评"
    "|自查|抽查|核查|巡查|审核|复核|复查|审批|记录|受检|参评|负责|分管|主管|主要|单位|部门|机构|项目|企业"
    "|实施|施工|监理|承担|学校|乡镇|街道|村社?区?|社区|小区|联系|组长|领导|陪同|现场|总|本"
)
_WANTED: Final = (
    "单位|部门|对象|机构|时间|日期|人|人员|小?组|组长|成员|组员|负责人|领导|得分|总分|分数|结果|结论|等次|等级"
    "|意见|评语|地点|地址|名称|电话|全称|盖章"
)
_SIGNED: Final = r"\(?(?:签字|签名|盖章|签章|公章|手签|印章)(?:[、或和]?(?:签字|签名|盖章))?\)?"
_LABEL: Final = late_pattern(
    rf"(?:(?:{_ABOUT})+(?:{_WANTED})+|被[考检][核查]\p{{Han}}{{2,10}}(?:单位|名称)|被(?:考[核评]|检查|评估|测评)(?:乡镇|街道|社区|村|学校|科室|企业|医院)(?:\(\p{{Han}}{{1,4}}\))?|行政村|日期|时间|审核|复核|审批|制表|填表|填报|经办|校对|负责人|经办人|分管领导|得分|总得分|姓名|职务|(?:法人|法定)?代表人?|[甲乙]方|签字|盖章)(?:{_SIGNED})?"
)
_BLANK: Final = late_pattern(
    r"(?:[县市区乡镇办村组]|\([县市区乡镇街道办事处村组]{1,4}\)|\s)*[\s_/\-:.。]*(?:(?:20)?\s*年\s*月\s*日?|年\s*度|分)?[\s_/\-.。]*"
)
_LABEL_IN_LINE: Final = late_pattern(rf"{_LABEL.pattern}\s*:")
_OPEN: Final = late_pattern(r"[\s/\\\-…·.*_×]+")
#: A value is no sentence and no amount.
_VALUE: Final = late_pattern(r"[^:;。,]{0,40}")


def is_open(text: Text) -> bool:
    """Whether a cell is a place left open or crossed out: `……`, `/`, `——`."""
    return _OPEN.fullmatch(text.folded) is not None


def form_line(text: Text) -> list[Pair]:
    """Read `被考核单位：    考核时间：  年  月  日`; [] where a line holds anything but such labels and values."""
    folded = text.folded
    cuts = list(_LABEL_IN_LINE.finditer(folded)) if ":" in folded else []
    if not cuts or folded[: cuts[0].start()].strip():
        return []
    ends = [m.start() for m in cuts[1:]] + [len(folded)]
    pairs = []
    for cut, end in zip(cuts, ends, strict=True):
        if _VALUE.fullmatch(folded, cut.end(), end) is None:
            return []
        pairs.append(_pair(text[cut.start() : cut.end()], text[cut.end() : end]))
    return pairs


def form_starts(text: Text) -> list[int]:
    """Return where a form's first label may begin in a line that begins with other words, a title mostly."""
    found = _LABEL_IN_LINE.finditer(text.folded, overlapped=True)
    return [match.start() for match in found if match.start() > 0]


def is_form_label(text: Text) -> bool:
    """Whether a cell is nothing but such a label, with or without its colon (`考核组意见`)."""
    return _LABEL.fullmatch("".join(text.folded.split()).rstrip(":")) is not None


def is_score_label(text: Text) -> bool:
    """Whether a form's label asks for marks (`考核得分`): filled, it is no datum about the form."""
    return "".join(text.folded.split()).rstrip(":").endswith("分")


_SIGNS: Final = late_pattern(r"签[字名章]|盖章|公章")


def is_sign_label(text: Text) -> bool:
    """Whether a form's label asks for a name or a seal."""
    return _SIGNS.search(text.folded) is not None


def form_pair(label: Text, value: Text | None) -> Pair:
    """Make a datum of a label's cell and of the cell beside it."""
    return _pair(label, value if value is not None else label[len(label) :])


def _pair(label: Text, value: Text) -> Pair:
    key = "".join(label.folded.rstrip(": ").split())
    blank = _BLANK.fullmatch(value.folded) is not None
    # A place that nobody filled is the label's own: the datum has no value.
    return Pair(key, None if blank else "attribute", label, value.strip())
