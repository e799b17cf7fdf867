"""The tiers of marks that are listed, each in its place: `县、市…分别加1、2分`, `第一起、第二起…分别扣4分、5分`."""

from typing import Final

import regex

from extractors.text import Text

_COMMA: Final = regex.compile("、")
_LIST: Final = regex.compile(r"[^、,;。]{1,10}(?:、[^、,;。]{1,10})+")
_TIER: Final = regex.compile(
    r"全[国省市州县区镇](?:性的?)?|(?:国家|省部?|市|州|县|区|乡镇?|镇|村)级?|[特一二三四]等奖?|第[一二三四五]名|[A-Z](?=等|级|档|$)|不(?:合格|达标|称职|满意)|未达标|较差|优秀|良好|一般|合格|[优良差]|严重警告|警告|记大?过|撤职|留党察看|开除(?:党籍)?|[轻重]伤|死亡"
)
#: Behind whatever else stands before the first: 造成轻伤, 评定结果为优秀.
_ENDS_IN_TIER: Final = regex.compile(rf"(?:{_TIER.pattern})$")
#: The times that something happens, whatever stands before the first or behind the last: 辖区内第一起、第二起火灾.
_ORDINAL: Final = regex.compile(r"第[一二三四五六七八九十\d]{1,2}[起次件例个位名]")
_GAINS: Final = regex.compile(
    r"^.{0,12}?(?:按照?(?=.)|(?<=^)凡(?:是|有)?(?=.)|获得?|受到?|得到|被|[在于](?=(?:中央|国家|全?[国省市县区镇]|乡)))(?=.)"
)


#: Of figures in a row the first stands behind what all are of: `完成任务的100%、90%`.
_FIGURE: Final = regex.compile(r"第?\d")
_LAST_FIGURE: Final = regex.compile(r"第?(?<!\d)\d+(?:\.\d+)?%?\p{Han}?$")


def tiers_of(words: Text, count: int) -> list[Text | None]:
    """Return the members of the last list in the words that is as long as the list of amounts; [] where none is."""
    for match in reversed(list(words.finditer(_LIST))):
        parts = words[match.start() : match.end()].split(_COMMA)
        if len(parts) == count:
            ordinals = [_ORDINAL.search(part.folded) for part in parts]
            if all(ordinals):
                return [part[m.start() : m.end()] for part, m in zip(parts, ordinals, strict=True) if m is not None]
            if all(_FIGURE.match(part.folded) for part in parts[1:]) and (m := _LAST_FIGURE.search(parts[0].folded)):
                parts[0] = parts[0][m.start() :]
            gains, level = _GAINS.match(parts[0].folded), _TIER.match(parts[-1].folded)
            first = parts[0][gains.end() :] if gains is not None else parts[0]
            own = _ENDS_IN_TIER.search(first.folded) if level is not None else None
            first = first[own.start() :] if own is not None else first
            longest = level.end() if level is not None else max(map(len, [first, *parts[1:-1]]))
            return [first, *parts[1:-1], parts[-1][:longest].rstrip("的")]
    return []
