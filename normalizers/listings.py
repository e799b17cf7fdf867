"""Headers of tables that list no work: whom to call, who is in a group, what is when and where, who came first."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from normalizers.headers import KEYS, bare_header, column_role, is_measure

#: What a header names, told by its end; the first that fits.
_KINDS: Final[tuple[tuple[str, "re.Pattern[str]"], ...]] = (
    ("paper", re.compile(r"(?:(?:政策|依据|法规|制度)?文件|法律法规|制度|法规|政策|依据|规范|标准)(?:名称|标题)|政策文件|依据文件|法律法规")),
    ("number", re.compile(r"文号|发文字号|文件字?号|标准编?号")),
    ("issuer", re.compile(r"(?:发布|发文|印发|制定|颁布|制发|出台)(?:机关|单位|部门|机构)")),
    ("issued", re.compile(r"(?:发布|发文|印发|制定|颁布|成文|实施|施行|生效|出台)(?:时间|日期|年份)")),
    ("term", re.compile(r"(?:名词|术语|概念)(?:名称)?|简称|符号|颜色|图例|字母|缩写|变量")),
    ("meaning", re.compile(r"(?:名词|术语|概念)?(?:释义|含义|定义|解释)|全称|注解|代表含义")),
    ("prize", re.compile(r"奖项(?:名称|设置)?|奖次|奖励等[级次]|获奖等[级次]")),
    ("award", re.compile(r"奖金|奖励?金额|奖品|奖励(?:资金|标准)?")),
    ("assessed", re.compile(r"(?:被考核|被考评|被评价|参评|受评|参加考核)(?:单位|部门|乡镇|村|镇街|对象)(?:名称|名单)?|(?:考核|考评|评价|评比|检查)对象")),
    ("class", re.compile(r"(?:考核|考评|参评)?(?:类别|分类|类型|序列|片区|梯队)(?:名称)?")),
    ("size", re.compile(r"(?:人口|户数|面积|乡镇|单位|地区|区域)(?:规模|类别|类型|区间)")),
    ("coefficient", re.compile(r"(?!权重).{0,4}系数")),
    ("version", re.compile(r"版本号?|版次")),
    ("revised", re.compile(r"修[订改](?:内容|说明|人|条款|日期|时间|记录)")),
    ("thing", re.compile(r"(?:设备|器材|物资|装备|车辆|工具|用品)名称|品名")),
    ("model", re.compile(r"规格|型号|规格型号|技术参数")),
    ("sheets", re.compile(r"份数|页数|页码|装订顺序")),
    ("material", re.compile(r"(?:材料|资料|档案|表格|附件)(?:名称|目录)")),
    ("duty", re.compile(r"(?:工作|主要)?职责(?:分工)?")),
    ("way", re.compile(r".{0,6}(?:电话|手机|号码|手机号|传真|邮箱|邮件|微信|微信号|QQ号?|联系方式)|(?:微信|QQ|工作)群(?:名称?|号)?")),
    ("name", re.compile(r".{0,4}姓名")),
    ("person", re.compile(
        r"联[系络][人员](?:姓名)?|.{0,4}(?:值班|带班|值守|备勤)(?:人|人员|员|领导|干部)?|主?讲(?:人|师|老师)|[授任]课(?:人|教师|老师)|主持人?"
        r"|发言人|参[加会训](?:人员?|对象|领导)|接访(?:人员?|领导)|接待(?:人员?|领导)|出席领导|副?组长|组员|成员|网格[长员]|驾驶员"
        r"|驻村干部|第一书记|(?:包[村保联]|挂[点包钩]|联系|分管|主要|主管|带队)(?:干部|领导|负责人|负责同志)"
    )),
    ("post", re.compile(r".{0,6}(?:职务|职称|职位)|单位(?:及|和|、)职务|性别|年龄|民族|学历|政治面貌|出生年月|籍贯|身份证号?")),
    ("group", re.compile(r"组别|组名|分组|小组|.{0,4}(?:考核|考评|检查|督查|督导|巡查|工作)(?:小?组|专班)|网格(?:名称)?")),
    ("area", re.compile(r"(?:负责|包保|包联|联系|挂钩|检查|考核|督查|督导)(?:乡镇|镇街|街道|片区|区域|范围|单位|县区|村居?|社区)")),
    ("rank", re.compile(r".{0,4}(?:排名|名次|位次)")),
    ("result", re.compile(r".{0,4}(?:得分|总分|总得分|平均分|成绩|结果)")),
    ("grade", re.compile(r".{0,4}(?:等次|等级|档次)")),
    ("time", re.compile(r".{0,4}(?:时间|日期|星期|时段|周次|节次|班次|日程)")),
    ("part", re.compile(r"[上下]午|晚上|[早中晚夜白]班")),
    ("place", re.compile(r".{0,4}(?:地点|地址|会场|教室|邮编)")),
    ("matter", re.compile(r".{0,4}(?:课程|课题|议程|议题|主题|科目)(?:名称|内容)?|(?:培训|会议|授课|学习|活动|讲座|参观)内容|内容")),
    ("count", re.compile("数量|个数|名额")),
    ("aside", re.compile("序号|编号|备注|说明")),
    ("body", re.compile(r"(?:.{0,4}(?:所在|工作|参赛|参会|隶属|值班|带班|值守))?(?:单位|部门|科室|股室|镇街?|街镇|乡镇|街道|村|社区|村居|学校|县区|县市区)(?:名称)?|[村镇乡]别|村名")),
)  # fmt: skip
#: Figures of what is still to be done.
_ASKED: Final = re.compile("任务|目标|计划|指标|拟|应|需|分解|分配|下达|责任|考核|考评")
#: No header is longer.
_LONGEST: Final = 14
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Listing:
    """A table that lists no work: a column of each of the sets that it `needs`, and none but of these and `others`."""

    needs: tuple[frozenset[str], ...]
    others: frozenset[str]
    reason: str
    examples: tuple[str, ...]


def _listing(needs: str, others: str, reason: str, *examples: str) -> Listing:
    wanted = tuple(frozenset(part.split("/")) for part in needs.split())
    return Listing(wanted, frozenset(others.split()), reason, examples)


#: Whoever must do something, what it is, and marks for it are none of these kinds, so that a column of them tells work.
LISTINGS: Final = (
    _listing("way name/person/body", "post place group area aside", "whom to call", "所在镇|姓名|手机号码|微信号", "村别|驻村干部|分管领导|微信群名", "单位|联络员|办公电话"),
    _listing("name post/body", "person aside", "who is in a group", "姓名|单位及职务", "序号|姓名|性别|单位|职务"),
    _listing("group person", "name way post body area aside", "who is in which group", "组别|组长|组员", "督查组|组长|成员|督查乡镇"),
    _listing("time place/person/part", "matter name post assessed aside", "what is when and where", "日期|上午|下午|地点", "星期|值班人|带班领导"),
    _listing("time person", "name post way place part body aside", "who is on duty", "日期|带班领导|值班人员|电话", "时间|值班单位|值班人员"),
    _listing("body/area person", "name post way group aside", "who answers for which body", "村别|驻村干部|分管领导", "乡镇|联系领导|备注"),
    _listing("name/person duty", "post group aside", "which person does what", "职务|姓名|职责分工"),
    _listing("class/group assessed", "measure count aside", "who is assessed with whom", "类别|考核对象", "组别|参评单位|数量"),
    _listing("paper number/issuer", "issued body aside", "what a notice rests on", "序号|文件名称|文号|发布机关", "依据名称|发布单位|实施日期"),
    _listing("material/paper sheets", "aside", "what is handed in", "序号|材料名称|份数|备注"),
    _listing("thing model", "measure count body aside", "what is there", "设备名称|型号|数量|单位"),
    _listing("term meaning", "aside", "what words and colours mean", "名词|释义", "颜色|含义", "简称|全称"),
    _listing("size/body coefficient", "aside", "by what marks are multiplied", "人口规模|系数", "乡镇类别|调节系数"),
    _listing("prize/rank award", "measure count aside", "what is won", "奖项|名额|奖金", "名次|奖励金额"),
    _listing("version revised", "time aside", "how a notice was changed", "版本|修订内容|修订日期"),
    _listing("rank body/assessed", "result grade aside", "who came first", "排名|被考核单位|总得分|等次"),
    _listing("body/assessed grade result", "aside", "how bodies did", "序号|单位|考核得分|等次"),
    _listing("body measure", "aside", "figures of bodies", "乡镇|人口（人）|户数|面积（平方公里）"),
)  # fmt: skip


#: What a figure is counted in, behind its header's name.
_UNIT: Final = re.compile(r"(?<=[^元])[万亿]?元$")


@lru_cache(maxsize=1024)
def kind(header: str) -> str | None:
    """Return what a header names of these; None where it may be one of work."""
    bare = bare_header(header)
    if len(bare) > _LONGEST:
        return None
    if bare in KEYS:
        return "body"
    forms = (bare, _UNIT.sub("", bare))
    found = next((name for name, pattern in _KINDS if any(map(pattern.fullmatch, forms))), None)
    counted = column_role(header) is None and not asks_for(bare) and is_measure(header)
    return found or ("measure" if counted else None)


def asks_for(words: str) -> bool:
    """Whether a header or title says that its figures are those of what is still to be done."""
    return _ASKED.search(words) is not None


def listing(headers: tuple[str, ...]) -> Listing | None:
    """Return what a table of these headers lists, where it is surely no work."""
    kinds = {kind(header) for header in headers}
    if len(headers) < _FEWEST or None in kinds:
        return None
    fit = [x for x in LISTINGS if all(kinds & need for need in x.needs)]
    return next((x for x in fit if kinds <= x.others.union(*x.needs)), None)


#: Titles of what is to be done, and of what one only goes to.
_PLAN: Final = re.compile("任务|计划|要点|推进|分工|分解|工作安排|工作方案|行动方案|实施方案")
_EVENT: Final = re.compile("会议|[议日]程|培训|课程|学习|讲座|宣讲|值班|接访|活动|[比竞]赛|参观|考试|[会课赛周节]$")
#: Parts of such a table; what a meeting, a lesson or an event has, has a name of its own.
_PLANNED: Final = frozenset({"time", "matter", "place", "aside"})
_MATTER: Final = "内容"


def plans(headers: tuple[str, ...], title: str) -> bool:
    """Whether what is when and where is the plan of work that a title promises (`时间`, `内容`, `地点`)."""
    named = _PLAN.search(title) is not None and _EVENT.search(title) is None
    return named and _MATTER in map(bare_header, headers) and {kind(header) for header in headers} <= _PLANNED


def is_when(header: str) -> bool:
    """Whether a header is that of a column of times."""
    return kind(header) == "time"


def measures(headers: tuple[str, ...]) -> int:
    """Return how many of a table's columns hold what is counted or measured."""
    return sum(kind(header) == "measure" for header in headers)
