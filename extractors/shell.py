"""Lines of the web page or word processor around a notice: navigation, footer, forms, page numbers."""

from dataclasses import dataclass
from typing import Final, Literal

import regex

from extractors.text import Text

ShellReason = Literal["navigation", "footer", "page_number", "form", "repeated_header"]


@dataclass(frozen=True, slots=True)
class ShellRow:
    """A kind of line that is no part of a notice; searched in the folded line without its white space."""

    reason: ShellReason
    pattern: "regex.Pattern[str]"
    why: str
    examples: tuple[str, ...]


def _row(reason: ShellReason, source: str, why: str, *examples: str) -> ShellRow:
    return ShellRow(reason, regex.compile(source, regex.I), why, examples)


#: Names of persons, and no bodies or places that do the same work in a list of steps.
_PERSON: Final = (
    r"(?:\p{Han}{2,4}(?<![局办委厅室科部站所队心会院校府司股组乡镇村县市区门位])(?:[、,](?!\p{Han}+:))?){1,3}"
)

SHELL: Final = (
    _row("page_number", r"^PAGE\d*$|^[-—]?\d{1,3}[-—]$|^[-—]\d{1,3}[-—]?$|^第\d{1,3}页(?:共\d{1,3}页)?$|^\d{1,3}/\d{1,3}$",
         "page numbers and Word's PAGE field", "PAGE", "- 3 -", "第2页 共8页"),
    _row("navigation", r"^\[?(?:字体|字号|文字大小|背景色|浏览次数|阅读次数|点击数|访问量|点击量)[:\[]?", "reader controls",
         "【字体:", "文字大小:[ ]"),
    _row("navigation", r"^\[?(?:阅读|浏览|点击|访问|人气)(?:人数)?:\d*(?:人?次)?\]?$|^\[?大中小\]?$", "how often a page was read, and the size of its letters",
         "阅读：123次", "点击: 33", "[ 大 中 小 ]"),
    _row("navigation", r"^\[?(?:打印[本此]页|打印|关闭窗口|关闭[本此]页|关闭|(?:我要|在线|网站)?纠错|纠错留言|返回(?:顶部|列表|上一?[页级])|返回|(?:加入)?收藏|分享到?|保存|复制链接)\]?(?:[\[:|]|$)", "page tools",
         "【打印本页】 【关闭窗口】", "分享到:", "【关闭本页】", "【返回列表】", "我要纠错"),
    _row("navigation", r"^[<《]*[上下前后]一[条则篇](?:信息|新闻|文章|内容)?(?::|$)", "the pages before and behind",
         "上一条：政府常务会议 下一条：人事任免", "<< 上一篇：没有了", "前一则：关于停水的公告"),
    _row("navigation", rf"^\(?(?:(?:初审|复审|终审|审核|校对|编审|责编):{_PERSON}){{2,4}}\)?$|^\(?(?:(?:[一二三]审[一二三]校|[一二三]审|[一二三]校|撰稿|供稿|摄影|通讯员|值班编辑|执行编辑):{_PERSON})+\)?$",
         "who wrote and read what a site puts up", "初审：张三 复审：李四 终审：王五", "一审一校：张三 二审二校：李四", "撰稿：张三"),
    _row("navigation", r"^(?:政策|图片|文字|视频|图文|相关|专家|媒体|部门|一图)解读:(?:《[^《》]{4,60}》.{0,20}|.{0,40}解读)?$|^解读链接:|^点击(?:此处|这里)?(?:下载|查看)(?:附件|原文|全文|详情)?$|^标签:[^:。;]{1,20}$",
         "what a site links to a notice", "政策解读：《某县考核方案》解读", "图片解读：", "解读链接：", "点击下载附件", "标签：考核"),
    _row("navigation", r"^(?:请?(?:使用|用)?手机)?(?:扫码|扫描二维码)(?:分享|浏览|阅读|查看|关注|打开)?(?:本页|此页|网页|全文|手机版)?$", "a picture to scan", "扫码分享", "用手机扫描二维码"),
    _row("footer", r"^您是第\d{1,12}位|^(?:今日|累计|总)访问(?:量|人数)?:\d|^(?:建议|推荐)您?使用.{0,20}浏览器|^(?:单位|办公|联系)?地址:.{4,40}邮(?:政编码|编):\d{6}|^(?:电话|传真):[-\d/、()转]{7,30}(?:传真:[-\d/]{7,20})?$",
         "a site's visitors, browsers and address", "您是第12345位访客", "建议使用IE9以上浏览器", "地址：人民路1号 邮编：331000", "电话：0795-1234567"),
    _row("navigation", r"^(?:[\[(|]?(?:打印(?:本页|此页|正文)?|关闭(?:窗口|本页|此页)?|收藏(?:本页)?|返回(?:顶部|首页|列表)?)[\])|]?){2,6}$",
         "page tools side by side", "打印本页 关闭窗口", "【打印】【关闭】【返回顶部】"),
    _row("form", r"\((?:盖章|签字|签章|公章|签名|章)\):?$|^(?:(?:19|20)\d\d)?年月日(?:(?:(?:19|20)\d\d)?年月日)*$", "who signs, and when, not filled in",
         "某某镇人民政府（盖章）　　村委会（盖章）", "负责人（签字）：", "2021年　　月　　日"),
    _row("navigation", r"^扫一扫|^(?:上|下)一篇:?|^top$|^当前位置[:>]|^首页(?:>|$)|^(?:您|你)?(?:的|现在的?|目前的?|当前的?)?(?:所在的?)?位置(?:是)?:|^(?:用|请用)?微信扫(?:描|一扫)|^分享(?:让更多|至|到)|二维码分享",
         "page tools and paths", "扫一扫在手机打开当前页", "上一篇: 下一篇:", "Top", "当前位置：首页", "您现在所在的位置: 网站首页> 政务公开",
         "所在位置: 某网 > 专题", "用微信扫描二维码分享至好友和朋友圈"),
    _row("navigation", r"^[•·*]*(?:无障碍(?:阅读|浏览)?|(?:长[辈者]|关怀|适老|老年)(?:版|模式)|(?:简体|繁[体體])版?|智能机器人|网站支持IPv6|登录|注册|网站首页|返回首页|打印整页|打印内容|分享|微信|微博|朋友圈|关注我们|(?:下载)?客户端(?:下载)?|智能问答)+$", "a site's own buttons",
         "• 无障碍", "长辈版", "无障碍浏览 长者模式", "注册 繁體版 智能机器人 网站支持IPv6", "无障碍阅读 关怀版 返回首页", "打印整页 打印内容 分享", "智能问答 关注我们"),
    _row("navigation", r"^\[?(?:政策|文件|通知|文章)?(?:全文|正文)\]?:?$|^\[?(?:相关)?附件(?:下载|列表)\]?:?$|^相关(?:附件|链接|新闻|信息|解读|稿件|政策|报道):?$|^\[(?:原文下载|原文链接|相关附件|相关文件|相关链接|相关解读|政策解读|图解)\]:?$",
         "headings that a site puts over its parts", "政策全文", "文章正文", "附件下载", "【原文下载】", "【相关附件】", "相关链接："),
    _row("navigation", r"^(?:点击|轻触|长按|轻点)?(?:上方|下方|左下角|文末)?(?:[“\"](?:蓝字|\p{Han}{2,10})[”\"]|蓝色?字体?|名片|公众号|阅读原文|查看原文)(?:即可)?,?(?:一键)?(?:关注|订阅)(?:我们|\p{Han}{2,8}公众号)?[!]?$"
                       r"|^(?:长按|识别|扫描|扫一扫|微信|长按识别|长按扫描|扫码)(?:图中|上方|下方|上图|下图)?(?:的)?二维码,?(?:即可)?(?:一键)?(?:关注|订阅|查看|进入|添加|加入)?(?:我们|更多|公众号|\p{Han}{2,8}公众号)?[!]?$"
                       r"|^(?:轻触)?阅读原文(?:阅读\d*万?\+?)?(?:赞|点赞|在看|分享|收藏|留言|写留言|转发)*$|^阅读\d{1,9}万?\+?(?:赞|点赞|在看|分享|收藏|留言|写留言|转发)*$"
                       r"|^(?:赞|点赞|在看|分享|收藏|留言|写留言|转发){2,8}$|^(?:写留言|点赞|在看|知道了|喜欢此内容的人还喜欢|预览时标签不可点|(?:继续|向上)滑动看下一个|关注该公众号|微信扫一扫(?:关注该公众号|可打开此内容)?,?(?:使用完整服务|使用小程序)?)$"
                       r"|^[-—·]*(?:END|往期(?:推荐|回顾|精选)|推荐阅读|更多精彩)[-—·]*:?$",
         "what a messenger puts around an article", "点击上方“青石发布”关注我们", "点击蓝字 关注我们", "长按识别二维码关注", "阅读原文", "阅读原文 阅读 1234 赞 在看", "阅读 10万+",
         "赞 在看 分享 收藏", "喜欢此内容的人还喜欢", "关注该公众号", "— END —", "往期推荐"),
    _row("navigation", r"^(?:\[?原创\]?)?\p{Han}{2,14}(?<=[^府办局委室院厅会]发布|融媒|融媒体|融媒体中心|官微|公众号)(?:(?:19|20)\d\d([-/.])\d{1,2}\1\d{1,2}(?:\d{1,2}:\d\d(?::\d\d)?)?|(?:19|20)\d\d年\d{1,2}月\d{1,2}日\d{1,2}:\d\d)(?:\p{Han}{2,3})?$",
         "which account of a messenger put an article up, and when", "青石发布2025-05-06", "原创 青石融媒体中心 2024-05-06 08:30 江西", "青石发布 2024年05月06日 08:30"),
    _row("navigation", r"^\[?大\]?\[?中\]?\[?小\]?(?:\[?(?:打印|关闭|收藏|分享)\]?)*$|^T大T小$|^(?:视力保护色|保护视力色):?$|^回到顶部$|^手机扫一扫.{0,6}$|^(?:访问|阅读|浏览|点击)(?:次数|量|数):\d*次?$"
                       r"|^(?:[\[(|]?(?:我要纠错|打印(?:本文|正文|文章)?|关闭(?:窗口|本页)?|收藏|分享(?:到|至)?:?)[\])|]?){2,6}$|^\[打印正文\]$",
         "page tools", "【大 中 小】【打印】【关闭】", "视力保护色：", "回到顶部", "手机扫一扫打开", "访问次数：123", "打印本文 关闭窗口", "我要纠错 打印 分享到：", "【打印正文】"),
    _row("navigation", r"^(?:图解|解读|长图)(?::|\|).{0,40}(?:一图读懂.{0,40}|(?:政策|文件)?解读)$|^一图读懂[:|《].{2,40}$", "what a site explains a notice with", "解读：《某县考核办法》政策解读", "图解：一图读懂某县考核办法"),
    _row("footer", r"^本(?:站|网站?)(?:已)?支持IPv[46]|^建议(?:使用)?\d{3,4}[×xX*]\d{3,4}(?:及以上)?(?:像素|分辨率)|^(?:(?:关于我们|网站地图|网站声明|版权保护|版权声明|隐私(?:声明|保护)|联系我们|使用帮助)\|?){2,8}$", "who runs the web site",
         "本站支持IPv6", "建议使用1024×768分辨率浏览", "关于我们 网站地图 版权保护 隐私声明"),
    _row("navigation", r"^朗读$|^全文预览已结束$|^(?:文档简介|资源描述|文档描述|点击查看更多)[:>]*$|^版权说明:|下载文档前请|^仅部分预览|人工客服工作时间|^收藏分销|文档一经付费|成为VIP|VIP文档|版权申诉|二次下载|文档贡献者|所有内容均由.{0,10}上传|本站.{0,6}(?:精心|为你|为您)|小编.{0,12}(?:整理|带来|收集)|下载本文|会员上传", "a site of model texts speaks of itself",
         "前言:本站为你精心整理了考核方案范文", "简介：小编为你整理了多篇相关的细则", "时间:2019-05-13 下载本文 作者:会员上传",
         "- 1、本网站文档一经付费，不意味着购买了版权", "2、本站所有内容均由合作方或网友上传", "朗读"),
    _row("navigation", r"^(?:文档)?(?:评论|点评|下载)\(\d+\)$|^[-\d/·•]*(?:下载此文档|下载提示|下载文档|加入收藏夹?|举报|我要上传|相关(?:文档|推荐|文章|阅读|资料))[:>]?$|^(?:文档(?:分类|格式|大小|页数|编号)|字数|页数|浏览|上传(?:者|人|时间)):.{0,40}$",
         "a site that shares documents", "文档评论(0)", "1/2 下载此文档", "- 举报", "相关推荐", "文档分类:办公文档 | 页数:约2页"),
    _row("navigation", r"^上一页(?:\[?\d+\]?)*下一页$|^(?:首页)?(?:上一页)?(?:\[\d+\])+(?:下一页)?(?:尾页)?$|^(?:上一页|下一页)[:>]?$", "a pager",
         "上一页 [1] [2] [3] 下一页", "下一页"),
    _row("navigation", r"^(?:申明敬告|免责声明|特别声明|版权声明):|本站不保证.{0,20}完整性|网友上传|如有侵权.{0,12}(?:联系|删除)", "a sharing site's disclaimer",
         "申明敬告: 本站不保证该用户上传的文档完整性", "如有侵权请联系删除"),
    _row("navigation", r"^\p{Han}{2,5}(?:文档|文库)网?$", "a sharing site's name", "原创力文档", "某某文库网"),
    _row("footer", r"^(?:主办|承办|技术支持|网站标识码|政府网站标识码|备案编号)(?:单位)?[:(|]|^(?:版权所有|网站地图|联系我们|copyright)|"
                   r"ICP备|公网安备|举报(?:电话|邮箱)[:]|^\p{Han}{2,12}(?<=[省市县区州旗镇乡])人民政府(?:办公室|\(.{1,8}\))?主办(?:.{2,20}(?:承办|维护|技术支持))?$", "who runs the web site",
         "主 办:某县人民政府", "政府网站标识码: 36", "某ICP备05000556号", "网络信息安全举报电话:0795", "某县人民政府主办 某县政务服务中心承办"),
    _row("form", r"^(?:[•·*]+(?:姓名|联系方式|内容|验证码|邮箱|电子邮箱|标题|手机号?码?)|(?:姓名|联系方式|内容|验证码|邮箱|电子邮箱|标题|手机号?码?):)[:]?$", "an empty field of a feedback form; without its mark or colon it may be a table's header",
         "• 姓  名:", "*验 证 码:"),
    _row("form", r"请您.{0,30}提出.{0,12}意见", "invitation to give feedback", "请您对该政策的执行提出宝贵的意见或建议。"),
)  # fmt: skip


def shell_reason(text: Text) -> ShellReason | None:
    """Return why a line is no part of the notice, None where it may be one."""
    line = "".join(text.folded.split())
    return next((row.reason for row in SHELL if row.pattern.search(line)), None)


_CREDIT: Final = regex.compile(
    rf"^\(?(?:[初复终]审|审核|审校|校对|编审|责编|责任编辑|编辑|监制|总?排版|美编|制图|图文|文字|供稿|总编|主编)[:|丨/]{_PERSON}\)?$"
)


def is_credit(text: Text) -> bool:
    """Whether a line names a person who wrote or read an article; only beside others of the kind it is sure to do so."""
    folded = text.folded
    return any(sign in folded for sign in ":|丨/") and _CREDIT.search("".join(folded.split())) is not None


_HOST: Final = regex.compile(r"^(?:主办|承办)(?:单位)?[:(|]")


def is_host(text: Text) -> bool:
    """Whether a line says who runs a site (`主办：某县人民政府`); in a list the same words say who does a task."""
    folded = text.folded
    return ("主" in folded or "承" in folded) and _HOST.search("".join(folded.split())) is not None


_PAGE_NUMBERS: Final = tuple(row for row in SHELL if row.reason == "page_number")
_SMALL_NUMBER: Final = regex.compile(r"\d{1,3}")


def is_page_number(text: Text) -> bool:
    """Whether a line is a page's number beyond doubt, wherever it stands."""
    line = "".join(text.folded.split())
    return any(row.pattern.search(line) for row in _PAGE_NUMBERS)


def is_small_number(text: Text) -> bool:
    """Whether a line is nothing but one small number, as a page number is."""
    return _SMALL_NUMBER.fullmatch(text.folded.strip()) is not None
