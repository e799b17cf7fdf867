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


SHELL: Final = (
    _row("page_number", r"^PAGE\d*$|^[-—]?\d{1,3}[-—]$|^[-—]\d{1,3}[-—]?$|^第\d{1,3}页(?:共\d{1,3}页)?$|^\d{1,3}/\d{1,3}$",
         "page numbers and Word's PAGE field", "PAGE", "- 3 -", "第2页 共8页"),
    _row("navigation", r"^\[?(?:字体|字号|文字大小|背景色|浏览次数|阅读次数|点击数|访问量|点击量)[:\[]?", "reader controls",
         "【字体:", "文字大小:[ ]"),
    _row("navigation", r"^\[?(?:打印本页|打印|关闭窗口|关闭|纠错留言|返回顶部|返回|收藏|分享到?|保存)\]?(?:[\[:|]|$)", "page tools",
         "【打印本页】 【关闭窗口】", "分享到:"),
    _row("navigation", r"^(?:[\[(|]?(?:打印(?:本页|此页|正文)?|关闭(?:窗口|本页|此页)?|收藏(?:本页)?|返回(?:顶部|首页|列表)?)[\])|]?){2,6}$",
         "page tools side by side", "打印本页 关闭窗口", "【打印】【关闭】【返回顶部】"),
    _row("form", r"\((?:盖章|签字|签章|公章|签名|章)\):?$|^(?:(?:19|20)\d\d)?年月日(?:(?:(?:19|20)\d\d)?年月日)*$", "who signs, and when, not filled in",
         "某某镇人民政府（盖章）　　村委会（盖章）", "负责人（签字）：", "2021年　　月　　日"),
    _row("navigation", r"^扫一扫|^(?:上|下)一篇:?|^top$|^当前位置[:>]|^首页(?:>|$)|^(?:您|你)?(?:的|现在的?|目前的?|当前的?)?(?:所在的?)?位置(?:是)?:|^(?:用|请用)?微信扫(?:描|一扫)|^分享(?:让更多|至|到)|二维码分享",
         "page tools and paths", "扫一扫在手机打开当前页", "上一篇: 下一篇:", "Top", "当前位置：首页", "您现在所在的位置: 网站首页> 政务公开",
         "所在位置: 某网 > 专题", "用微信扫描二维码分享至好友和朋友圈"),
    _row("navigation", r"^[•·*]*(?:无障碍(?:阅读|浏览)?|(?:长[辈者]|关怀|适老|老年)(?:版|模式)|(?:简体|繁[体體])版?|智能机器人|网站支持IPv6|登录|注册|网站首页|返回首页|打印整页|打印内容|分享|微信|微博|朋友圈)+$", "a site's own buttons",
         "• 无障碍", "长辈版", "无障碍浏览 长者模式", "注册 繁體版 智能机器人 网站支持IPv6", "无障碍阅读 关怀版 返回首页", "打印整页 打印内容 分享"),
    _row("navigation", r"^\[?(?:政策|文件|通知|文章)?(?:全文|正文)\]?:?$|^\[?(?:相关)?附件(?:下载|列表)\]?:?$|^相关(?:附件|链接|新闻|信息|解读|稿件|政策|报道)$|^\[(?:原文下载|原文链接|相关附件|相关文件|相关链接|相关解读|政策解读|图解)\]:?$",
         "headings that a site puts over its parts", "政策全文", "文章正文", "附件下载", "【原文下载】", "【相关附件】"),
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
                   r"ICP备|公网安备|举报(?:电话|邮箱)[:]", "who runs the web site",
         "主 办:某县人民政府", "政府网站标识码: 36", "某ICP备05000556号", "网络信息安全举报电话:0795"),
    _row("form", r"^(?:[•·*]+(?:姓名|联系方式|内容|验证码|邮箱|电子邮箱|标题|手机号?码?)|(?:姓名|联系方式|内容|验证码|邮箱|电子邮箱|标题|手机号?码?):)[:]?$", "an empty field of a feedback form; without its mark or colon it may be a table's header",
         "• 姓  名:", "*验 证 码:"),
    _row("form", r"请您.{0,30}提出.{0,12}意见", "invitation to give feedback", "请您对该政策的执行提出宝贵的意见或建议。"),
)  # fmt: skip


def shell_reason(text: Text) -> ShellReason | None:
    """Return why a line is no part of the notice, None where it may be one."""
    line = "".join(text.folded.split())
    return next((row.reason for row in SHELL if row.pattern.search(line)), None)


_HOST: Final = regex.compile(r"^(?:主办|承办)(?:单位)?[:(|]")


def is_host(text: Text) -> bool:
    """Whether a line says who runs a site (`主办：某县人民政府`); in a list the same words say who does a task."""
    return _HOST.search("".join(text.folded.split())) is not None


_PAGE_NUMBERS: Final = tuple(row for row in SHELL if row.reason == "page_number")
_SMALL_NUMBER: Final = regex.compile(r"\d{1,3}")


def is_page_number(text: Text) -> bool:
    """Whether a line is a page's number beyond doubt, wherever it stands."""
    line = "".join(text.folded.split())
    return any(row.pattern.search(line) for row in _PAGE_NUMBERS)


def is_small_number(text: Text) -> bool:
    """Whether a line is nothing but one small number, as a page number is."""
    return _SMALL_NUMBER.fullmatch(text.folded.strip()) is not None
