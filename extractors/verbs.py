"""The verbs that give and take marks, and the words that only end like one."""

from typing import Final

from normalizers.values import Effect

#: What stands before a verb's character where that ends a word: 统计1分, 登记1分, 获奖2分; not 系统计1分, 达标记1分.
_BEFORE: Final = {
    "扣": "折",
    "加": "[增参更追附施添]",
    "减": r"[削缩压增精裁消]|递(?!减\s*\d{1,2}(?:\.\d)?\s*分)",
    "奖": "[获得颁受领发等金银铜大]|(?<!获)评",
    "得": "(?:学习|体会|[写出篇份])心",
    "计": "(?<!公)共|(?<![符融结组配综联整])合|(?<!汇)总|(?<!评)估|(?<!干)预|(?<![系传])统|(?<![评会初])审"
    "|(?<![建开增新铺])设|(?:[专兼]职|主[办管]|财务|安排|配备|聘请|落实|^|[有设名个])会",
    "记": "[登笔札]|(?<![达目指商])标|(?<![文证任聘状知告说])书|[情作写篇]日",
    "积": "[面体容累蓄堆沉乘集聚淤]",
    "罚": "(?<![每一\\d])处|[惩受刑]",
}


def verb(char: str) -> str:
    """Return the pattern of a verb that gives or takes marks, where its character is no end of another word."""
    return rf"(?<!{_BEFORE[char]}){char}"


#: Words of things with such an end, that may have marks right behind: `完成统计1分`; not 合计1分, 处罚1分.
THINGS: Final = (
    rf"(?<={_BEFORE['计'].partition('预|')[2]})计|(?<={_BEFORE['记']})记|(?<={_BEFORE['得']})得|(?<=[获得])奖"
)

#: 增加, 参加 and their like give no marks; 扣减, 加计 are one verb.
VERB: Final = (
    rf"核减|[追累]加(?=\s*\d{{1,2}}(?:\.\d)?\s*分)|{verb('扣')}(?:[除减去罚]|分(?=\d)|(?<=(?:一次性|直接)扣)完)?|叠?{verb('加')}[计记]?|{verb('减')}[去扣]?|{verb('奖')}励?|[获取]得|{verb('得')}"
    rf"|{verb('计')}|{verb('记')}|赋予?|{verb('罚')}扣?|{verb('积')}(?=\s*\d)|(?<![交留供发送还补])给予?(?=[^\p{{Han}}]{{1,10}}(?:个?积)?分(?:$|[、(/]))"
)
VERBS: Final[dict[str, Effect]] = {
    "+": "add", "-": "deduct", "扣": "deduct", "减": "deduct", "加": "add",
    "增": "add", "奖": "add", "得": "award", "计": "award", "记": "award",
    "赋": "award", "罚": "deduct", "给": "award", "获": "award", "取": "award", "积": "award", "叠": "add",
    "核": "deduct", "追": "add", "累": "add",
}  # fmt: skip
