"""The ways to write a scoring rule, as a table: fixed phrases, then verbs with amounts."""

from dataclasses import dataclass
from typing import Final

import regex

from extractors.counts import EACH_AFTER, MEASURE, PER
from normalizers.values import Effect

#: A stop between digits is a point that was read wrong (`0。5分`); letters are figures read wrong (`扣l分`, `1O分`).
DIGITS: Final = r"(?:\d{1,5}(?![lLIOo])|L\d|[lI][\dOo]|[Oo]\d|\d[lIOo]|[lLIOo](?![\dlIOo]))(?:[.。]\d{1,3})?"
_NUM: Final = rf"(?:{DIGITS}|[一二三四五六七八九十两半]{{1,3}})"
#: A score that is reached is none that is given: 得90分以上的.
_BAND: Final = r"(?!及?以[上下]|\(含|段)"
_AMOUNT: Final = (
    rf"(?:(?:(?P<min>\d{{1,5}}(?:\.\d{{1,3}})?) ?分? ?[-~至到] ?)?(?P<n>{_NUM})\s*(?P<u>分(?!钟|之|册|制){_BAND}|(?:%|个百分点)(?!的?(?:绩效|奖[金励]|工资|经费|资金|报酬|补[助贴])))"
    r"|(?P<u>百分之)(?P<n>[一二三四五六七八九十百]{1,5}|\d{1,3}))"
)
_RANGED: Final = r"(?:(?P<min>\d{1,3}(?:\.\d{1,3})?) ?分? ?[-~至到] ?)?"
_MARKS: Final = rf"(?P<n>{_NUM})\s*(?P<u>分)(?!钟|之|册|制){_BAND}"
_ADVERB: Final = (
    r"(?:直接|一次性|酌情|各|再|予以|给予|分别|相应|(?<!否)则|累计|另|可|倒|年终|依次|递|(?<![参增追])加(?=扣)){0,4}"
)
#: What the marks are taken from or added to, between the verb and the amount: 倒扣基础分5分.
_OF_WHAT: Final = r"(?:(?:考核|绩效|年度|年终|月度|季度|当[年月]|基础|基本|标准|目标|综合){1,3}(?:总?得?分|成绩)|总分)?"
#: Who is charged or paid, or of what, between the verb and the amount: 扣责任人2分, 扣村级考核分2分; not 扣押, 扣除加分后得分.
_WHOM: Final = (
    r"(?![押留缴发件好紧子分])[^\P{Han}后至到为达超满余剩完每加减奖计]{0,10}?"
    r"(?:[人员村镇乡户组队]|社区|街道|支部|党委|单位|部门|[科股处]室|干部|书记|主任|[组段河林路站所局校场]长|公司|企业|学校|集体|考[核评]|绩效|分值?|成绩)"
)
#: What a comparison has risen by is not given: 较上年增加5分, 平均得分增加5分.
_RISEN: Final = r"(?<!每|得分|均分|分[数值]|成绩|满意度|[同环]比|(?:[较比](?:上|去|前|同|全|平|基|目))\p{Han}{0,10})"
#: What an item may come to; a year's score that is not above a limit is a grade's: 考核得分不超过60分.
_ITS_MARKS: Final = r"(?<!考[核评]|年度|年终|综合|自评|测评|平均|最[终后高低]|总)得分"
#: In the bracket of a name it is what that is worth: 年度目标(共计70分); behind marks it limits them.
_NO_WHOLE: Final = r"(?<!^(?:(?![扣加减得计记赋奖][^()]{0,12}\d)[^()]){0,40}\()"
_GRADE: Final = r"(?:不合格|不达标|不称职|末[等位]|最[低末]等次|较?差)"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a rule: found in a folded clause; `effect` by the verb where it is None.

    One of the characters that it `needs`, and one of those that it needs `besides`, is in each clause with a match, so
    that most forms need not be tried on it.
    """

    name: str
    needs: str
    besides: str
    effect: Effect | None
    pattern: "regex.Pattern[str]"
    examples: tuple[str, ...]


def _form(name: str, needs: str, effect: Effect | None, source: str, *examples: str) -> Form:
    first, _, besides = needs.partition(" ")
    return Form(name, first, besides or first, effect, regex.compile(source), examples)


#: What ends with 的 before an amount and is no case: 其中的3分, 所扣的2分.
_NO_CASE: Final = "其中|规定|所[扣加得减]|剩[余下]|余下|应得|满分|基[本础]|全部|相应|[本该各每]项|不超过|占|最[高多低大]|给予|可[得加扣]|设定|对应"
#: 增加, 参加 and their like give no marks; 扣减, 加计 are one verb.
_VERB: Final = r"(?<!折)扣(?:[除减去罚]|分(?=\d))?|(?<![增参更追附施添])加[计记]?|(?<![削缩压])减[去扣]?|奖励?|得|(?<![共合总])计|记|赋予?|罚扣?"
VERBS: Final[dict[str, Effect]] = {
    "+": "add", "-": "deduct", "扣": "deduct", "减": "deduct", "加": "add", "增": "add", "奖": "add", "得": "award", "计": "award", "记": "award", "赋": "award", "罚": "deduct",
}  # fmt: skip

# The first form that matches a clause reads it: fixed phrases first, then verbs with amounts.
FORMS: Final = (
    _form("all", "扣 分", "deduct", r"(?:(?<=\p{Han})扣完|扣[光除])(?:本|该|此|全部|所有)项?(?:目)?(?:的)?(?>分值|分数|分)(?!.{0,4}止|的?\s*\d)",
          "未达标的扣完该项分值", "扣除全部分值"),
    _form("veto", "否取直律评", "veto", rf"(?<!(?:落实|执行|建立|健全|完善|签订)\S{{0,6}})一票否[决优](?!(?:事项)?清单)|取消.{{0,30}}资格|(?:直接|一律)(?:判定|评定|认定|确定|[定评列判])为“?{_GRADE}|不(?:得|能|予|可)?(?:评先|评优|参评|评为(?:优秀|先进))",
          "实行一票否决", "取消评优资格", "直接判定为不达标", "当年不得评先评优"),
    _form(
        "floor", "扣减负", "floor",
        rf"(?:以)?[扣减]完(?:(?P<n>{DIGITS})(?P<u>分)|(?:本|该|此|各|所有|全部)?小?项?(?:目|指标)?(?:分[值数]?|(?:总|标准|基础|基本)分)?)?(?:为止|即止|为限)|(?:最多|最高)[扣减]完(?:(?:本|该|此)项?(?:目|指标)?(?:分[值数]?)?)?"
        r"|扣分不(?:得)?超过(?:本|该|此)项(?:目)?(?:的)?(?:总分|分值|满分|基本分|标准分)|[扣减]完(?:本|该|此)项(?:分值?)?|直[至到]扣完|不[计记]负分|[扣减]分?[至到]?0分为止",
        "扣完为止", "不计负分", "扣完本项分值为止", "扣完2分为止",
    ),
    _form("average", "平", "average", r"(?:[得计记]|取)平均分|按\p{Han}{0,6}平均[分值](?:[得计记赋]分)?", "不参与考核的得平均分", "按平均值得分"),
    _form("full", "满总基", "award", r"(?:得|[计记]|按)满分(?:计算|计分|计)?|[计记得](?:该项|本项)?总分值|得基[础本]分(?=$|、)", "完成目标任务的得满分", "全部达标的按满分计"),
    _form("factor", "倍半", "formula", r"(?:加倍|双倍|减半|折半)[扣加计得减][分计入]?|按\p{Han}{0,8}的?(?:\d{1,2}|[两三])倍[扣加减计](?:减|分)?|得分(?:减半|折半|加倍)|[扣得计记]除?(?:该|本)?项?(?:的?一半|半数)(?:的?分值?|分数)?", "重复发生的加倍扣分", "得一半分", "逾期完成的减半计分"),
    _form("forfeit", "分认 不得计记为的未无按", "forfeit", r"不得分(?![包摊散解割批期开支流配])|不予认定|不予?[计记]分|[得计记为](?:0|零|〇)分|得分为(?:0|零)|不予得分|(?<=[\p{Han}\d%]的)(?:0|零)分(?=$|、)|(?<=[不未无]\p{Han}{1,6})(?:0|零)分(?=$|、)|按(?:0|零)分[计记]",
          "不得分", "不予认定", "该项得零分", "得分为0"),
    _form("uncapped", "限封", "cap", r"不设上限|上不封顶", "加分不设上限"),
    _form("formula", "=比折/÷率量均×*乘", "formula", r"(?:得分|总分|分值)(?:\([^()]{1,8}\))?\s*=[^,;]*|按\S{0,12}?比例(?:扣|得|计|折算|赋|加|减|记|奖)分|[按以]\p{Han}{0,12}[率量](?:折算|计算|换算)?[计得记赋]分|按比例折算|折算(?:后)?(?:计入|得)分?|按\p{Han}{0,8}(?:人数|数量|篇数)平均[得计]?分|(?:平均分?|得分|分)值?折算(?!系数)|(?:得分|\p{Han}{1,14}(?:率|占比|比例|满意度|系数|分值))\s*(?:[×*]\s*(?:[\d.]+[%分]?|(?:[该本]项|指标)?(?:标准)?(?:分值|满分|权重)(?:[得计]分)?)|乘以(?:[该本]项|指标)?(?:标准)?(?:分值|满分|权重)(?:[得计]分)?)|得分乘以\p{Han}{2,8}(?:计算|得出)?"
          r"|\d{0,6}(?:/|÷)\S{1,24}[×*][^,;]*",
          "按比例得分", "得分=完成数/任务数×10", "按完成率比例计分", "超额完成的按比例加分"),
    _form("once", "重累就高", "cap", r"不(?:得)?重复(?:计算|计分|加分|扣分|得分)(?!的)|不累计(?:[扣加计奖得]分)?|就高不就低|(?:[按以取]?照?就高|[按以取]照?最高(?:级别|等次|等级|层级|奖项|奖次|档次|标准|一[项次]|分值|得分|分))(?:的?原则)?(?:只|予以|给予)?[加扣计奖得]分(?!\s*\d)", "同一材料不重复计算", "同一奖项按最高级别加分", "多次获奖的就高计分"),
    _form(
        "cap", "分% 高多计共限超止封控", "cap",
        rf"(?:(?:最高|最多|累计|{_NO_WHOLE}(?:合计|总计|总共|共计)|限)(?:可)?(?:不(?:得)?超过|[加扣减得计记给](?:分(?=\s*\d))?|为)?|(?:总分|[加扣减奖]分(?:总[额和值量数]|之和|累计)?|累计得分)(?:最高|最多)?不(?:得)?超过|(?:(?:累计)?(?:[加扣减得奖计]分|分值)(?:项目?)?的?)?上限(?:为|是)?)[加扣减得]?\s*{_AMOUNT}|{_ITS_MARKS}(?:最高|最多)?不(?:得)?超过\s*{_AMOUNT}(?=$|[、()])|[加扣减][满至到够]\s*{_AMOUNT}\s*[为即]止|^不(?:得)?超过\s*{_AMOUNT}|(?<!扣完){_AMOUNT}\s*(?:封顶|为上限|为限)|封顶\s*{_AMOUNT}|[加扣减]分控制在\s*{_AMOUNT}(?:以内|之内|内)",
        "最高不超过5分", "累计不超过4分", "最高扣4分", "加满5分为止",
        "加分总计不超过100分", "加分不超过10分", "加分总额不超过20分", "扣分之和不得超过10分", "扣分上限10分", "得分不超过5分",
    ),
    _form("whole", "总", "cap", r"(?<![^,])(?:[该本此]项)?总分\s*(?P<n>\d{1,2}(?:\.\d)?)\s*(?P<u>分)$", "每处扣1分，总分4分"),
    _form("mode", "倒", "deduct", r"实行倒扣分(?:制)?", "以100为基数实行倒扣分"),
    _form(
        "share", "比", None,
        r"按每(?P<per>[^\d,;]{1,16}?)\s*(?P<n>\d+(?:\.\d+)?)(?P<u>%|个百分点)的?比例(?:直接|予以|给予)*(?P<verb>[计加扣])[入分]",
        "按每期3%的比例直接计入年度考核成绩",
    ),
    _form("tier", "级 分%", "award", rf"^(?P<tier>国家|省部|省|市|县|区|乡镇|全国)级(?:以上)?(?:的?每(?P<per>{MEASURE}))?\s*(?P<verb>[加得计减扣])?\s*{_AMOUNT}{EACH_AFTER}$", "市级0.3分", "国家级5分"),
    _form(
        "each", "分 扣减加奖得计记赋", None,
        rf"{PER}?{_ADVERB}(?P<verb>扣除?|减|加|奖|得|[计记]|赋予?)\s*(?P<list>{DIGITS}分?(?:[、,/和及]{DIGITS}分?)+)(?<=分)",
        "分别扣6、4、2分", "分别扣5分、6分、7分",
    ),
    _form(
        "either", "(/ 扣加减", None,
        rf"{PER}?{_ADVERB}(?P<verb>[加扣减])[(/](?P<verb>[加扣减])\)?\s*{_AMOUNT}",
        "每高（低）1个百分点加（扣）0.5分", "每有一项加/减1分",
    ),
    _form("given", "予酌按 扣加奖", None, rf"(?:给予|予以|酌情|按)\s*{_AMOUNT}(?:/(?P<per4>{MEASURE}))?(?:的|追加|予以)?(?P<verb>[加扣奖])分?", "酌情给予1-3分加分", "按10分/户追加扣分"),
    _form("share_of", "% 扣减得计", None,
          r"按(?:该|本|此|其)?项?(?:目|指标)?(?:总|基本|标准)?(?:分值|满分|总分|分数|得分)的?\s*(?P<n>\d{1,3}(?:\.\d)?)(?P<u>%)(?P<verb>[扣计得减])分?", "按该项分值的50%扣分"),
    _form(
        "verb", "分% 扣加减奖得计记赋罚", None,
        rf"{PER}?{_ADVERB}(?<!不)(?<!不予)(?<!不再)(?P<verb>{_VERB}){_OF_WHAT}\s*{_AMOUNT}{EACH_AFTER}",
        "每件扣1分", "缺一项扣一分", "参加一次加0.2分", "扣15分/批次", "每增加10%加计0.2分", "倒扣基础分5分",
    ),
    _form("charged", "扣罚奖 分", None,
          rf"{PER}?{_ADVERB}(?<![纽折回克查代暂不])(?P<verb>扣[除减去]?|罚扣?|奖励?){_WHOM}\s*{_RANGED}{_MARKS}{EACH_AFTER}",
          "漏收垃圾扣责任人2分", "逾期不改的扣村10分", "每次扣村级考核分2分", "扣该项总分5分"),
    _form("raised", "增 分", None,
          rf"{PER}?{_ADVERB}{_RISEN}(?P<verb>增加)\s*{_RANGED}{_MARKS}{EACH_AFTER}(?=$|[、(])", "创建成功增加6分", "每项增加1-2分"),
    _form("signed", "+-", None, rf"(?:{PER}|^|(?<=的|(?:^|、)[无未没不缺迟漏误]\p{{Han}}{{1,12}}))(?<!\d ?)(?P<verb>[+-])\s*{_MARKS}{EACH_AFTER}"
          rf"|{PER}(?<!\d ?)(?P<verb>[+-])\s*(?P<n>\d{{1,2}}(?:\.\d+)?)(?P<u>(?!))?(?=$|、)|(?<=^|的|\p{{Han}})(?P<verb>[+-])\s*(?P<n>\d{{1,2}}(?:\.\d+)?)\s*(?P<u>分)?/(?P<per4>{MEASURE})(?=$|、)",
          "-2分/次", "每发现1例-1分", "+2分", "每缺1项-0.5", "迟报-0.5分/次"),
    _form(
        "part", "%百 扣减得计", None,
        rf"{PER}?{_ADVERB}(?P<verb>扣[除减]?|[得计减])(?:该|本|此|其)?项?(?:目|指标)?(?:总|基本|标准)?(?:分值|满分|总分|分数|得分)的?\s*(?:(?P<n>\d{{1,3}}(?:\.\d)?)(?P<u>%)|(?P<u>百分之)(?P<n>[一二三四五六七八九十百]{{1,5}}))",
        "扣该项分值的20%", "得该项分值的50%",
    ),
    _form("graded", "优良一二三四差好合达第ABCD 分", "award",
          r"(?<=(?:^|[、/为])\s*)(?P<tier>(?:优秀?|良好?|一般|较?差|较好|好|基本合格|合格|[不未]?达标|[ABCD](?:级|等|档)?|第[一二三四五六七八九十\d]{1,2}名|[一二三四]等奖?))(?:等次|等|档)?[:为(]?\s*(?P<n>[0-5]?\d(?:\.\d)?)(?P<u>分)(?=$|[、/)])",
          "优秀5分、良好3分", "第一名5分、第二名3分", "四等奖1分", "D级0分"),
    _form("alone", "分", "award", rf"^{_MARKS}(?=$|\()", "有方案，5分；有总结，5分"),
    _form("unit_price", "分 每/", None, rf"(?:(?<![第扣加减得计记赋奖])每(?P<per>{MEASURE})\s*{_RANGED}{_MARKS}(?=$|、)|(?<=[\p{{Han}}”)])(?<![扣加减得计记赋奖占]){_RANGED}{_MARKS}\s*/\s*(?P<per4>{MEASURE})(?=$|、))", "每篇5分", "国际会议2分/次", "每篇3-5分"),
    _form("of_case", "的 分", "award", rf"(?<=[\p{{Han}}\d%）)]的)(?<!(?:{_NO_CASE})的){_MARKS}(?=$|、)", "完成的3分", "80%以上的2分"),
    _form("lost_unit", "扣加减", None, rf"{PER}?{_ADVERB}(?P<verb>[扣加减])\s*(?P<n>\d{{1,2}}(?:\.\d+)?)(?:$|/(?P<per4>{MEASURE}))", "每件扣1", "直接扣10"),
    _form("bare", "分 扣加减", None, rf"{PER}?(?<!不)(?<!不予)(?<!不再)(?<=[\p{{Han}}”)%])(?<![得倒加减扣奖]|各项|各类|单项)(?:(?P<verb>[扣加])|(?<=酌情|视情|相应|予以|情况)(?P<verb>减))分$", "转载扣分", "每户扣分"),
    _form("given_freely", "酌 分", "award", r"酌情(?:[给记计得赋打]|给予)分$", "达不到要求的酌情给分"),
)  # fmt: skip
