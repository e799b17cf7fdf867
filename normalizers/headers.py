"""Column headers of the genre and the role each gives its column."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from normalizers.values import ColumnRole, Effect
from normalizers.widths import fold


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """Headers that mean one role. `exact` are whole headers; `tails` are endings of longer ones."""

    role: ColumnRole
    exact: tuple[str, ...]
    tails: tuple[str, ...]
    reason: str


_FORM: Final = HeaderRow(
    "other",
    ("扣分情况", "得分情况", "加分情况", "考核记录", "检查记录", "检查情况", "完成情况", "存在问题", "整改情况", "自评纪实", "落实情况", "进展情况",
     "考核情况", "评分情况", "自评情况", "自查问题", "发现问题", "工作进展", "目前进展", "推进情况"),
    ("扣分情况",),
    "columns of a form, empty when published",
)  # fmt: skip

# Order matters: a row further up wins, so the narrow meanings stand before the wide ones.
HEADERS: Final = (
    HeaderRow("level", ("目标层", "准则层", "指标层", "要素层", "领域层", "方案层"), ("级指标", "级要素", "级项目"), "一级指标 … 四级指标 name the tree's levels"),
    HeaderRow(
        "title",
        ("项目及分值", "指标及分值", "类别及分值", "内容及分值"),
        ("项目及分值", "指标及分值", "名称及分值", "项目和分值", "指标和分值", "项目与分值"),
        "names that carry their points in a bracket",
    ),
    HeaderRow(
        "other",
        ("牵头领导", "责任领导", "分管领导", "包保领导", "挂钩领导", "联系领导", "包抓领导", "督导领导", "责任人", "牵头责任人",
         "联系人", "联系电话", "考核对象", "被考核单位", "考评对象", "检查人员", "检查人", "考核人", "评分人"),
        ("联系人", "电话"),
        "people and those who are assessed are not responsible units",
    ),
    HeaderRow(
        "scorer",
        ("负责考核单位", "考核单位", "考评单位", "评分单位", "信息提供部门", "考核部门", "考核责任单位", "验收单位", "验收部门", "认定单位", "认定部门", "销号单位"),
        ("考核单位", "考评单位", "考核牵头单位", "考核牵头部门", "考核责任部门", "认定部门", "认定单位"),
        "who scores is not who must do it",
    ),
    HeaderRow("number", ("序号", "编号", "条款号", "指标编号", "指标代码", "指标编码", "项目编号", "序列", "№", "NO", "No", "No.", "NO.", "no.", "项次", "项号", "序"), (), "running numbers"),
    HeaderRow("self_score", ("自评分", "自评得分", "自查得分", "自评分数", "自评", "自查分", "自查自评", "自评结果"), ("自评得分", "自评分"), "filled in by the assessed"),
    HeaderRow(
        "score", ("考评分", "得分", "实得分", "实得", "考核得分", "考评得分", "评分", "核定分", "复核分",
         "扣分", "扣分值", "扣分分值", "实扣分", "项目分", "指标分", "最终得分", "合计得分", "总得分", "实得分值",
         "实得分数", "实际得分", "扣减分数", "扣减分", "检查分", "检查得分", "考核分数", "考核分", "评定分", "评审得分", "考评", "复评",
         "复评分", "分项得分", "核准分", "核查分", "核实分", "评审分", "审核得分", "验收得分", "评估得分", "测评得分", "核分", "复核", "复核得分", "计分"),
        ("实得分", "考核得分", "考评得分", "检查得分", "扣减分"), "filled in by the assessor"
    ),
    HeaderRow(
        "points",
        ("分值", "标准分", "各项分值", "考评分值", "分数", "满分", "倒扣分值", "基本分", "基准分", "标准分值", "标准分数", "基础分", "应得分", "应得分数", "标准得分",
         "满分值", "规定分", "规定分值", "配分", "赋分", "分值设置", "单项分", "最高分", "额定分", "标分", "基准分值"),
        ("分值",),
        "full marks",
    ),
    HeaderRow("weight", ("权重", "占比", "所占比例", "分值权重", "比重", "权重比例"), ("权重",), "share of the whole"),
    HeaderRow(
        "scoring",
        ("评分标准", "评分细则", "赋分细则", "评分办法", "计分办法", "考核评分办法", "考评标准", "扣分标准", "加分扣分情况", "扣分加分情况", "评分说明", "计分说明", "评分规则", "计分规则",
         "考核细则", "考评细则", "赋分办法", "赋分标准", "记分标准", "记分办法", "评价标准", "加分标准", "扣分办法", "检查考评标准", "评分依据", "考核评分标准", "验收标准", "检查标准", "评定标准", "计分标准", "评分标准和办法", "计分方法", "评分方法", "打分标准", "打分办法", "赋分原则", "评分原则", "计分原则", "扣分情形", "扣分细则"),
        ("评分标准", "评分细则", "计分办法", "评分办法", "计分标准", "扣分标准", "考核办法", "赋分标准", "记分标准", "评分规则", "评价标准", "评定标准", "验收标准", "考评标准", "考核细则", "赋分办法", "打分办法", "打分标准", "赋分原则", "评分原则"),
        "how marks are given",
    ),
    HeaderRow(
        "method",
        ("考评方式", "检查方法", "测评方法", "考核方式", "评定依据", "考核方法", "检查方式", "评定方法", "验收方法", "检查考评方法",
         "采样方式", "考核依据", "评价方法", "考评方法", "评价方式", "核查方式", "验收方式", "评估方法", "考核途径"),
        ("检查方法", "考核方式", "考核方法", "考评方法", "考评方式", "评价方法", "评价方式", "检查方式"),
        "how it is looked at",
    ),
    HeaderRow("evidence", ("佐证材料", "证明材料", "数据来源", "佐证资料", "备查资料", "附件或链接", "佐证"), ("材料", "资料", "链接"), "what proves it"),
    HeaderRow("lead", ("牵头", "主办", "主责", "牵头单位", "牵头部门", "主要责任单位", "主办单位", "牵头责任单位", "主责单位", "主责部门", "第一责任单位"), ("牵头单位", "牵头部门", "牵头处室", "牵头科室", "牵头股室"), "in the lead"),
    HeaderRow("support", ("配合", "协办", "协同", "配合单位", "配合部门", "协同单位", "其他责任单位", "协作单位", "协作部门", "协办单位", "参与单位", "参加单位", "参与部门", "配合责任单位", "协同部门"), ("配合单位", "配合部门", "配合处室", "配合科室", "配合股室", "协办科室", "协办处室", "协办股室"), "in support"),
    HeaderRow(
        "responsible",
        ("责任单位", "责任部门", "责任科室", "承办单位", "落实单位", "实施单位", "责任股室", "责任主体", "实施主体", "责任单位及责任人", "责任单位责任人", "整改责任单位", "责任分工", "部门分工", "承办部门", "落实部门", "完成单位", "完成部门", "推进单位"),
        ("责任单位", "责任部门", "责任科室", "责任处室", "责任股室", "承办科室", "承办处室"),
        "who must do it",
    ),
    HeaderRow(
        "deadline",
        ("完成时限", "时限要求", "整改时限", "完成时间", "时间节点", "时限", "完成期限", "时间要求", "办理时限", "时间进度", "整改期限", "时间安排", "进度安排", "完成日期", "截止时间", "推进时限", "结束时间", "结束日期", "计划完成时间", "时间期限", "工作时限"),
        ("时限", "完成时间"),
        "by when",
    ),
    _FORM,
    HeaderRow(
        "remarks",
        ("备注", "说明", "扣分原因", "扣分说明", "扣分理由", "情况说明", "备考", "失分原因", "加减分说明", "得扣分原因", "备注说明", "自评说明", "自评分说明", "自评得分说明", "得分说明", "偏差原因", "未完成原因", "扣分依据", "得分依据", "失分依据", "加减分依据", "加扣分依据"),
        ("备注", "扣分原因", "扣分理由", "原因", "原因及措施", "原因分析", "原因和措施", "原因及改进措施", "原因分析及改进措施", "原因及说明", "原因及其改进措施"),
        "remarks; what is said of a shortfall is no measure that must be taken",
    ),
    HeaderRow(
        "requirement",
        (
            "具体要求", "工作要求", "具体内容", "考核内容", "检查内容及标准", "考评内容", "达成目标值", "标准要求", "指标含义",
            "检查内容", "工作内容", "主要内容", "具体措施", "工作措施", "目标要求", "考核要求", "指标说明", "考评要点", "考核要点", "评分要点", "工作要点", "任务要点", "具体任务",
            "工作目标", "考核标准", "考核指标内容", "任务要求", "工作举措", "工作安排", "量化指标", "目标值", "年度目标", "工作标准",
            "评估点", "评估要点", "考核重点", "创建标准", "评价要点", "观测点", "检查要点", "达标要求", "建设标准", "评价内容及标准", "考核点", "评分内容", "量化要求", "完成标志", "完成标准", "达成标志", "评价点",
        ),
        ("具体要求", "工作要求", "内容及要求", "内容与要求", "内容和要求", "内容", "目标", "规模", "举措", "措施"),
        "what must be done",
    ),
    HeaderRow(
        "title",
        (
            "考核项目", "考评项目", "检查项目", "项目内容", "指标名称", "测评项目", "评分大类", "评分小类", "要素", "考评要素", "考核要素", "维度",
            "工作任务", "任务内容", "类别", "环节", "阶段", "工作阶段", "实施阶段", "项目", "指标", "考核指标", "重点任务", "主要任务", "任务", "任务名称",
            "事项", "工作事项", "考评指标", "任务分类", "工作类别", "考核事项", "重点工作", "工作项目", "目标任务", "目标与任务", "主要工作", "年度任务", "工作名称", "整改事项", "问题", "任务清单", "工作清单", "问题清单", "责任清单", "问题描述", "隐患描述", "隐患", "问题隐患", "存在隐患", "隐患问题", "安全隐患",
            "民生实事", "分类", "考核条目", "评价因素", "考核因素", "考核类别", "考核大类", "大类", "小类", "条目", "模块", "板块", "考核分类",
        ),
        ("项目", "任务", "指标", "事项", "类别", "名称", "工程"),
        "the name of the thing",
    ),
)  # fmt: skip

# What a header's last word says where the whole is unknown; only a cell between other headers is read so.
LAST_WORDS: Final = (
    HeaderRow("level", (), ("一级", "二级", "三级", "四级"), "below `考核指标`, the levels of a header of two rows"),
    HeaderRow("scorer", (), ("考评牵头单位", "考评牵头部门", "考核部门", "考评部门", "评分单位", "评分部门", "打分单位",
                             "打分部门", "提供单位", "提供部门", "来源单位", "来源部门", "考核主体", "评价主体", "考核科室", "考评科室", "考核股室", "考核处室", "评分科室"), "who scores or supplies the figures"),
    HeaderRow("other", (), ("领导", "责任人", "负责人", "联系人", "联络人", "组长", "对象", "编码", "代码", "计量单位", "操作说明", "开工时间", "开工日期", "开始时间", "启动时间", "级别", "等次", "等级", "档次"), "people, those who are assessed, codes, grades"),
    HeaderRow("self_score", (), ("自评", "自评分", "自测分", "自查分", "自评得分", "自查得分"), "filled in by the assessed"),
    HeaderRow("score", (), ("得分", "复评", "核评", "初评", "终评", "综评", "考评分", "考核分", "审核分", "核定分", "评定分"), "filled in by the assessor"),
    HeaderRow("points", (), ("权重分", "标准分", "基准分", "基础分", "满分", "分数"), "full marks"),
    HeaderRow("weight", (), ("权数", "权重", "权重系数"), "share of the whole"),
    HeaderRow(
        "scoring",
        (),
        ("评分标准及方法", "评分标准和方法", "评分标准及办法", "评分方法", "计分方法", "打分标准", "打分办法", "赋分方法", "扣分细则", "得分标准", "给分标准",
         "计算公式", "计算方法", "计算办法", "奖惩标准", "评定办法", "考评办法", "评价办法", "考评细则", "评价细则", "评分要求", "扣分规定", "加减分标准", "细则"),
        "how marks are given",
    ),
    HeaderRow("method", (), ("方法", "方式", "依据", "途径", "形式", "办法", "渠道"), "how it is looked at"),
    HeaderRow("deadline", (), ("完成时点", "竣工时间", "竣工日期", "建成时间", "完工时间", "完工日期", "办结时间", "期限", "时间节点", "完成日期", "时间要求", "时间进度", "完成时间"), "by when"),
    HeaderRow("responsible", (), ("落实单位", "落实部门", "承办单位", "承办部门", "实施单位", "主体单位", "办理单位", "科室", "股室", "处室"), "who must do it"),
    HeaderRow("evidence", (), ("佐证", "印证", "数据来源", "资料来源"), "what proves it"),
    HeaderRow("requirement", (), ("要求", "标准", "定义", "解释", "内涵", "含义", "要点", "目标值", "指标值", "重点", "说明"), "what must be done"),
    HeaderRow("title", (), ("要素", "领域", "类型", "大项", "小项", "分项", "细项", "维度", "环节", "条目", "专项", "科目", "板块", "模块", "奖项", "问题", "情形", "行为"), "the name of the thing"),
)  # fmt: skip

#: `单位` and the like may head bodies, and what a figure is counted in.
BODIES_OR_MEASURES: Final = (
    "单位", "部门", "科室", "股室", "处室", "单位(部门)", "单位部门", "部门单位", "科室单位", "责任人", "落实人",
)  # fmt: skip
#: Bodies that each have a row of figures.
KEYS: Final = ("乡镇", "单位", "单位名称", "部门", "县区", "街道", "乡镇街道", "县市区", "部门名称")

LONGEST_HEADER: Final = 14
#: A qualifier and a head are so long together.
_MADE_LENGTH: Final = 4
_FEWEST_IN_LINE: Final = 3
_MOST_IN_LINE: Final = 0.6
_AMOUNTS: Final = ("points", "weight")
_WITH_AMOUNTS: Final = re.compile(
    r"(?P<name>.{2,40}?)(?:及其?|和|与|以及)(?:标准|基础|基本)?(?:分值|权重|标准分|分数|满分)"
)
_PARENTHESIS: Final = re.compile(r"\((?:[^()\d]*|10+[分%]?|(?:共|计|总分|满分)?:?\d{2,4}分)\)$")
_JOINED: Final = re.compile("[及与和]")
#: What full marks come to, behind their header without a bracket (`标准分100分`).
_WORTH: Final = re.compile(r"(?:共|共计|总分|满分)?\d{2,4}分?$")
#: Whatever says how marks are given and taken: 评分办法和标准, 扣分条款.
_SCORING: Final = re.compile(
    r"[评计打赋扣加记给减]分.{0,4}(?:标准|办法|方法|细则|说明|规则|要求|规定|条款|公式|依据|情形|内容|口径|尺度|原则)$"
)
_DROPPED: Final = str.maketrans("", "", " \t\n()/、:")


@lru_cache(maxsize=4096)
def bare_header(text: str) -> str:
    """Strip a header of padding, brackets and a unit such as `(分)`, or `%` without a bracket."""
    folded = fold(text).translate(_DROPPED)
    return folded[:-1] if folded.endswith(("值分", "重%")) else folded


def _made_role(bare: str) -> ColumnRole | None:
    """Return what a header says that is put together of a qualifier and a head."""
    if not bare.startswith(QUALIFIERS) or not bare.endswith(HEADS) or len(bare) != _MADE_LENGTH:
        return None
    return "scoring" if _SCORING.search(bare) else next((r.role for r in LAST_WORDS if bare.endswith(r.tails)), None)


@lru_cache(maxsize=4096)  # every short line is asked about several times
def header_role(text: str) -> ColumnRole | None:
    """Return the role that a column header gives, None where the text is no header of the genre.

    A header is looked up without its parenthesis (`内容（分值）`), then whole, then by its first alternative
    (`牵头单位/部门`), then by its first half (`考核内容及要求`), then without the amounts that its cells end in
    (`考核内容及分值`), then as put together of known parts (`评估要求`).
    """
    folded = fold(text)
    forms = (_PARENTHESIS.sub("", folded), folded, folded.split("/", 1)[0], _JOINED.split(folded, maxsplit=1)[0])
    found = next((role for form in forms if (role := _listed_role(bare_header(form))) is not None), None)
    named = _WITH_AMOUNTS.fullmatch(bare_header(folded)) if found in _AMOUNTS else None
    if named is not None:
        return _listed_role(named["name"]) or found
    return found or _made_role(bare_header(forms[0]))


@lru_cache(maxsize=4096)
def column_role(text: str) -> ColumnRole | None:
    """Return the role of a header in a row of headers: where it is not known, its last word tells (`测评要点`)."""
    found = header_role(text)
    bare = bare_header(_PARENTHESIS.sub("", fold(text)))
    worth = _WORTH.sub("", bare) if found is None else bare
    if worth != bare and _listed_role(worth) == "points":
        return "points"
    if found is not None or len(bare) > LONGEST_HEADER:
        return found
    if _SCORING.search(bare):
        return "scoring"
    return next((row.role for row in LAST_WORDS if bare.endswith(row.tails)), None)


def _listed_role(bare: str) -> ColumnRole | None:
    if not bare or len(bare) > LONGEST_HEADER:
        return None
    for row in HEADERS:
        if bare in row.exact:
            return row.role
    return next((row.role for row in HEADERS if row.tails and bare.endswith(row.tails)), None)


def is_header_line(text: str) -> bool:
    """Whether a line is the header of a table that lost all but its spaces: words of headers, mostly."""
    parts = fold(text).split()
    known = sum(column_role(part) is not None for part in parts)
    return known >= _FEWEST_IN_LINE and known >= _MOST_IN_LINE * len(parts)


@cache
def header_words() -> frozenset[str]:
    """Return every header that is known as a whole."""
    return frozenset(word for row in HEADERS for word in row.exact)


#: A scale of marks in columns: a grade each, with what it is worth, or its band of a hundred, or without.
_GRADE: Final = re.compile(
    r"(?P<name>(?:优秀?|优良|良好?|中等?|及格|一般|较?差|很差|较?好|很好|(?:基本|不)?合格|(?:未|不|基本)?达标|(?:非常|很|比较|较|基本|不)?满意"
    r"|[A-E]|[特一二三四]等奖?|第?[一二三四]档|[金银铜]奖|优胜奖|组织奖|鼓励奖|[一二三四五]星级?"
    r"|(?P<place>国家级?|中央|全国|省部?级?|市厅?级?|州级?|县区?级?|区级?|乡镇级?))(?:等[级次]?|级|档)?)"
    r"(?:\((?P<worth>.{1,12})\)|:?(?P<marks>\d{1,3}(?:\.\d)?(?:[-~至]\d{1,3})?分))?"
)


def _grade(text: str) -> "re.Match[str] | None":
    return _GRADE.fullmatch("".join(fold(text).split()))


def is_grade(text: str) -> bool:
    """Whether a header is a grade's of a scale (`优（10）`), a prize's or the place of one."""
    return _grade(text) is not None


def is_place(text: str) -> bool:
    """Whether a grade's header names a level of places (`市级`), which is a grade only of what is won."""
    match = _grade(text)
    return match is not None and match["place"] is not None


def grade_name(text: str) -> tuple[str, str]:
    """Return a grade's name and what stands behind it, folded: `优（10分）` is `优` and `10分`."""
    match = _grade(text)
    return (match["name"], match["worth"] or match["marks"] or "") if match is not None else (text, "")


#: What is counted or measured is no mark: `人数`, `资金（万元）`, `形象进度`.
_MEASURED: Final = re.compile(
    r"\((?!分)[^()]{1,6}\)$|(?<!分)数$|[量额率比]$|比例|资金|投资|进度|[周工]期|面积|产值|规模|时长|里程|人口|单价|造价|预算"
)


def is_measure(text: str) -> bool:
    """Whether a header stands over what is counted or measured."""
    return _MEASURED.search(fold(text).strip()) is not None


#: Who scores, looks or supplies the figures is not who must do it.
_SCORERS: Final = re.compile("[评考查验审测]|数据|采集|提供|来源|认定|监督")


def is_about_scorers(text: str) -> bool:
    """Whether a header of bodies speaks of those who score, look or supply the figures."""
    return _SCORERS.search(bare_header(text)) is not None


_WHERE: Final = re.compile("地[点址]|位置|场[所地]|会场")


def is_about_places(text: str) -> bool:
    """Whether a header of names speaks of where something is done, and not of who does it."""
    return _WHERE.search(bare_header(text)) is not None


#: Headers are put together of these, besides the known ones: `规定分值`, `标准内容`, `检查方式`.
QUALIFIERS: Final = (
    "考核", "考评", "检查", "评估", "评价", "评分", "标准", "规定", "具体", "工作", "主要", "责任", "项目", "指标", "任务", "目标",
    "验收", "测评", "督查", "督导", "创建", "达标", "计分", "实际", "年度", "重点", "量化", "整改", "基本", "核查", "评审",
)  # fmt: skip
HEADS: Final = (
    "内容", "项目", "要求", "标准", "细则", "办法", "方法", "方式", "分值", "要点", "指标", "得分", "依据", "目标", "任务", "单位",
    "时限", "材料", "资料", "类别", "名称", "事项",
)  # fmt: skip


def is_form_header(text: str) -> bool:
    """Whether a column is one of a form, to be filled in later: empty when published."""
    bare = bare_header(_PARENTHESIS.sub("", fold(text)))
    given = bare.startswith(("扣分", "失分", "加减分", "得扣分")) and header_role(text) == "remarks"
    told = bare.endswith("情况") and header_role(text) != "scoring"  # `加分/扣分情况` is printed with its rules
    return given or bare in _FORM.exact or told or header_role(text) in ("self_score", "score")


_TAKEN: Final = re.compile("[扣减]分|倒扣|扣减")
_GIVEN: Final = re.compile("(?<!倒)[加奖]分|奖励")


@lru_cache(maxsize=4096)
def header_effect(text: str) -> Effect | None:
    """Return whether a header says that the marks below it are taken or given; None where it says both, or neither."""
    bare = bare_header(text)
    taken, given = _TAKEN.search(bare) is not None, _GIVEN.search(bare) is not None
    if taken == given or "加减" in bare or "加扣" in bare:
        return None
    return "deduct" if taken else "add"


def is_standard(text: str) -> bool:
    """Whether a header calls a standard what may be one of the work and not of its marks (`检查标准`)."""
    bare = bare_header(text)
    return bare.endswith("标准") and "分" not in bare


#: Why an assessment took marks: what happened and no rule. An explanation is that where marks were given.
_WHY: Final = re.compile(r"[扣失得]{1,2}分的?(?:原因|理由|依据)")
_EXPLAINED: Final = re.compile(r"[扣失得]{1,2}分的?(?:情况)?说明")


def tells_why(text: str, *, scored: bool) -> bool:
    """Whether a header stands over why marks were lost (`扣分原因`), in a table that is `scored` or in any."""
    bare = bare_header(text)
    return _WHY.fullmatch(bare) is not None or (scored and _EXPLAINED.fullmatch(bare) is not None)


_PROBLEM: Final = re.compile(r"问题(?!整改|销号)")


def tells_problems(text: str) -> bool:
    """Whether a header stands over what was found wrong, whose dates are those of duties that were not met."""
    return "问题" in text and _PROBLEM.search(text) is not None


#: `合计`, and with what is added up and to how much: `本项小计`, `得分合计`, `合计（100分）`, `总分：100分`.
_TOTAL: Final = re.compile(
    r"(?:本项|本类|分项|各项|该项|分值|得分|考核|自评|全部|以上)?(?:小计|合计|总计|共计|累计|总分|总得分)(?:分值|得分|分数|分)?(?:\d{1,4}(?:\.\d)?[分%]?)?"
)


def is_total_label(text: str) -> bool:
    """Whether a cell begins a subtotal or total row."""
    return _TOTAL.fullmatch(bare_header(text)) is not None
