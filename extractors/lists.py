"""Lists of names: where they are divided, and where a mark inside brackets or 委、办、局 divides nothing."""

from typing import Final

import regex

from extractors.text import Text

#: A body ends in one of these, and behind it other signs divide too: `县水利局+县林业局`.
_BODY: Final = "(?<=[局委办厅部院心会队处科室司镇乡府道])"
#: `1.县水利局2.县林业局`, `①县水利局②县林业局`: a number is none of a name.
_NUMBER: Final = rf"(?:(?:^|(?<=[\s;、,])|{_BODY})(?:\(\d{{1,2}}\)|\d{{1,2}}[.、]|[①-⑳])\s*(?=\p{{Han}}))"
_MARKS: Final = regex.compile(r"[、,;/()\[\]]|\s+")
#: Most characters begin none of them, which one look at a set tells sooner.
_MORE_MARKS: Final = regex.compile(
    rf"(?=[\s\d①-⑳、,;/()\[\]+&|\\·])(?:(?P<number>{_NUMBER})|{_MARKS.pattern}|{_BODY}[+&|\\·](?=\p{{Han}}))"
)
#: Most lists have none of these.
_SELDOM: Final = frozenset("+&|\\·0123456789①②③④⑤⑥⑦⑧⑨⑩")
#: Marks beside a name are explained elsewhere, if at all.
_STARS: Final = " ★☆*※▲△●○◎◆◇■□"
#: 委、办、局 is one word for the bodies of a government, not three of them; 各市、县人民政府 and 市、县人民政府 are one
#: group, and so is one bureau of each (各县、区教育局; 市、县教育局).
_ONE_WORD: Final = regex.compile(
    r"、\s*[委办局](?=[、,;:\s]|$)|(?<=各(?:[市县区州旗][、()]*)*[市县区州旗]\)?)、\s*(?:自治)?[市县区州旗]\S{0,6}?(?:人民)?政府"
    r"|(?:(?<=各县)、\s*[区旗]|(?<=各区)、\s*[县旗]|(?<=各旗)、\s*[县区])\p{Han}{2,10}?[局委办](?=[、,;:\s]|$)"
    r"|(?<=各乡)、\s*镇(?=(?:人民)?政府|[、,;:\s]|$)"
    r"|(?<=(?:^|[,;:\s])(?:[省市州]、)?[省市州县])、\s*(?:[市州]、\s*)?[市州县区旗乡镇](?:\([^()]{1,9}\))?(?:人民)?政府"
    r"|(?<=(?:^|[,;:\s、])(?:[省市州县区乡镇]、)*[省市州县区乡镇])、\s*(?:[市州县区旗乡镇]、\s*){0,2}[市州县区旗乡镇村][两二三四]级\p{Han}"
    r"|(?<=(?:^|[,;:\s、])(?:省、)?[省市州])、\s*(?:市、\s*)?[市州县区旗](?:\([^()]{1,9}\))?\p{Han}{2,10}?(?:[局委办]|部门)(?=[、,;:\s(]|$)"
)


def numbered_once(text: Text) -> bool:
    """Whether a text begins with a number that none follows (`1.组织考核办`): it may be cut out of a longer one."""
    folded = text.folded
    if _SELDOM.isdisjoint(folded):
        return False
    return sum(match["number"] is not None for match in _MORE_MARKS.finditer(folded)) == 1


def names(text: Text) -> list[Text]:
    """Split a list of names over 、，；/ spaces and line breaks; the parts stripped, empty ones left out."""
    folded, depth, cuts = text.folded, 0, [0]
    seldom = not _SELDOM.isdisjoint(folded)
    for match in (_MORE_MARKS if seldom else _MARKS).finditer(folded):
        at, sign = match.start(), match[0]
        if seldom and match["number"] is not None:
            cuts += [at, match.end()] if depth <= 0 else []
            continue
        depth += (sign in "([") - (sign in ")]")
        if depth <= 0 and sign not in "()[]" and not _ONE_WORD.match(folded, at):
            cuts += [at, match.end()]
    cuts.append(len(folded))
    parts = [text[a:b].strip(_STARS + "\n\t\u3000") for a, b in zip(cuts[::2], cuts[1::2], strict=True)]
    return [p for p in parts if p.chars]
