"""A form put where it stands in a notice, and what the conversion found there, in the words of the corpora."""

from html import escape

from pipeline.convert import convert_document
from pipeline.models import Deadline, Item, Notice, Rule, Unit
from pipeline.readers import read
from tests.phrases.corpora import Phrase

_HEADERS = {
    ("deadlines", "cell"): ("工作任务", "责任单位", "完成时限"),
    ("units", "cell"): ("工作任务", "责任单位", "完成时限"),
    ("amounts", "name"): ("考核项目", "考核内容", "评分标准"),
    ("amounts", "cell"): ("考核内容", "分值", "评分标准"),
    ("amounts", "rule"): ("考核内容", "分值", "评分标准"),
}
_BELOW = {"工作任务": "建立台账", "责任单位": "县水利局", "完成时限": "9月底前", "考核项目": "监督检查（20分）",
          "考核内容": "健全工作台账", "分值": "5", "评分标准": "查看资料。"}  # fmt: skip
_FILLING = {"工作任务": "编制名录", "责任单位": "县统计局", "完成时限": "8月底前", "考核项目": "组织领导",
            "考核内容": "成立领导小组", "分值": "10", "评分标准": "查看资料。"}  # fmt: skip
_SLOT = {
    ("deadlines", "cell"): 2,
    ("units", "cell"): 1,
    ("amounts", "name"): 0,
    ("amounts", "cell"): 1,
    ("amounts", "rule"): 2,
}


def found(phrase: Phrase) -> tuple[str, ...]:
    """Return what the conversion of a small notice around the form reads there."""
    if phrase.field == "titles":
        return _titled(phrase)
    item = _item(phrase)
    if phrase.field == "deadlines":
        return tuple(_deadline(d) for d in item.deadlines)
    if phrase.field == "units":
        return tuple(_unit(u) for u in item.responsible)
    if phrase.place == "rule":
        wanted = "".join(phrase.values)
        return tuple(_rule(r, counted=" per " in wanted, told=" when " in wanted) for r in item.scoring_rules)
    return tuple(_amount(item))


def _item(phrase: Phrase) -> Item:
    if phrase.place == "sentence":
        text = f"青石县2021年重点工作要点\n一、重点任务\n1.{phrase.form}\n2.建立台账。\n3.加强宣传。\n"
        return _converted(text, "made.txt").schemes[0].items[0].children[0]
    headers = _HEADERS[phrase.field, phrase.place]
    filled = [_FILLING[header] for header in headers]
    filled[_SLOT[phrase.field, phrase.place]] = phrase.form
    rows = [headers, filled, [_BELOW[header] for header in headers]]
    cells = "".join(f"<tr>{''.join(f'<td>{_broken(cell)}</td>' for cell in row)}</tr>" for row in rows)
    page = f"<html><body><h1>青石县2021年重点任务考核分解表</h1><table>{cells}</table></body></html>"
    return _converted(page, "made.html").schemes[0].items[0]


def _broken(cell: str) -> str:
    return escape(cell).replace("\n", "<br>")


def _converted(text: str, name: str) -> Notice:
    return convert_document(read(text.encode(), name))


def _deadline(made: Deadline) -> str:
    mended = "repaired " if made.basis == "repaired" else ""
    if made.kind == "relative":
        return f"{mended}within {made.duration} after {made.after}{' working' if made.working_days else ''}"
    if made.kind == "recurring":
        return f"{mended}each {made.recurrence}"
    if made.kind == "period":
        return f"{mended}from {made.start} to {made.due}"
    return f"{mended}due {made.due}" if made.kind == "date" else made.kind


def _unit(made: Unit) -> str:
    return {"lead": "牵头 ", "support": "配合 ", "responsible": ""}[made.role] + made.name


def _amount(item: Item) -> list[str]:
    made = item.points or item.weight
    if made is None:
        return []
    value = (
        f"{made.value.normalize():f}" if made.min is None else f"{made.min.normalize():f}-{made.value.normalize():f}"
    )
    return [value + ("%" if made.unit == "percent" else "")]


def _rule(made: Rule, *, counted: bool, told: bool = False) -> str:
    value = "" if made.amount is None else f" {made.amount.normalize():f}"
    if made.min is not None:
        value = f" {made.min.normalize():f}-{value.strip()}"
    value += "%" if made.unit == "percent" else ""
    return made.effect + value + (f" per {made.per}" if counted else "") + (f" when {made.condition}" if told else "")


def _titled(phrase: Phrase) -> tuple[str, ...]:
    body = "一、工作目标\n1.建立台账。\n2.加强宣传。\n"
    if phrase.place == "number":
        made = _converted(f"青石县2021年政务公开工作要点\n{phrase.form}\n{body}", "made.txt")
        return () if made.document_number is None else (made.document_number,)
    if phrase.trap:
        made = _converted(f"{phrase.form}\n青石县2021年政务公开工作要点\n{body}", "made.txt")
        return () if made.title != phrase.form else (phrase.form,)
    made = _converted(f"{phrase.form}\n\n{body}", "made.txt")
    region = made.region.name if made.region is not None else "-"
    return (f"{made.kind} {made.year or '-'} {region}",)
