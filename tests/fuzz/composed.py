"""Notices composed anew of lines and tables of the genre, in any order: what no damage of a whole one comes to."""

from random import Random
from typing import Final

#: Lines as notices print them: heads, letters, annexes, outlines, labels, rows, cells, notes, what a site adds.
LINES: Final = (
    "青石县人民政府办公室关于印发2023年工作考核办法的通知", "青石县2023年乡镇工作考核细则", "青石县2023年工作要点", "2023年青石县重点工作任务清单（征求意见稿）", "（征求意见稿）", "青政办〔2023〕5号", "各乡镇人民政府、县政府各部门：",
    "各乡镇人民政府，", "县直各单位：", "现将考核办法印发给你们，请认真执行。", "附件：1.青石县2023年乡镇工作考核细则", "2.青石县2023年部门工作考核细则", "附件：青石县2023年乡镇工作考核细则", "附件1", "附件2",
    "附件1 青石县2023年乡镇工作考核表", "附件2：青石县2023年部门工作考核表", "附表1 青石县2023年部门工作考核表", "附录", "附录一 评分说明", "青石县人民政府办公室", "中共青石县委办公室", "2023年3月5日", "二〇二三年三月五日",
    "（此件公开发布）", "索引号：00123/2023-0001", "发布日期：2023-03-06", "来源：县政府办 浏览次数：12", "字体：[大 中 小]", "一、组织领导（20分）", "二、主要任务", "三、保障措施", "（一）加强宣传",
    "（二）支部建设（10分）", "1.完成改厕500户。（责任单位：县农业农村局；6月底前完成）", "2.规范停车。责任单位：县园林中心 李丽。", "3、建立台账（5分），缺一项扣1分。", "①少报一次扣2分；", "责任单位：县教育局、县财政局",
    "牵头单位：县发改委；配合单位：各乡镇", "完成时限：2023年6月底前", "评分标准：每少一次扣1分，扣完为止。", "考核内容：", "任务：推进更新", "任务：修缮道路", "序号", "考核项目", "考核内容", "分值", "评分标准", "自评分", "得分",
    "备注", "责任单位", "完成时限", "合计", "小计", "总分", "1", "2", "3", "10", "20", "100", "100分", "支部建设", "党员教育（20分）", "少一次扣1分", "按比例得分", "县委组织部", "6月底前",
    "长期坚持", "序号\t考核项目\t分值\t评分标准", "1\t支部建设\t10\t少一次扣1分", "2\t党员教育\t20\t少一次扣2分", "\t小计\t30\t", "合计\t\t100\t", "序号|考核内容|分值|责任单位", "1|编制名录|10|县水利局",
    "|合计|100|", "| 项目 | 加分内容 | 加分分值 | 减分内容 | 减分分值 |", "| 宣传 | 省级媒体 | 5 | 舆情 | 10 |", "一级指标\t二级指标\t三级指标\t权重（%）\t计分方法", "党建\t组织\t会议\t10\t每缺一次扣0.5分",
    "考核项目\t分值\t加分项\t扣分项", "信访\t20\t化解积案加1分\t越级每次扣2分", "加分项目", "扣分事项", "一票否决", "一票否决事项", "注：1.本表由各单位填写。", "备注：排在首位的为牵头单位", "说明：本表总分100分。",
    "得分90分以上为优秀，80-89分为良好。", "90-100分 优秀", "总分100分", "（共100分）", "（满分100分）", "单位：分", "第一章 总则", "第一条 为加强管理，制定本办法。", "第二条 考核采取百分制。", "第 3 页 共 10 页",
    "- 3 -", "第一篇：青石县2023年工作考核办法", "【部门文件】青石县2023年工作考核办法", "┌──┬──┐", "│项目│分值│", "├──┼──┤", "│宣传│10│", "└──┴──┘", "考核单位：县委组织部    被考核单位：",
    "填报单位（盖章）：        填报日期：  年  月  日", "联系人：张三 电话：0555-1234567", "https://www.example.gov.cn/a.html", "同上", "。", "（ ）", "—",
)  # fmt: skip
HEADERS: Final = (
    "序号", "考核项目", "考核内容", "考核指标", "分值", "分值（分）", "权重%", "评分标准", "扣分标准", "加分标准", "加分项目", "扣分事项", "加分项", "扣分项", "加分内容", "加分分值", "减分内容", "减分分值", "自评分",
    "得分", "考核得分", "备注", "责任单位", "牵头单位", "配合单位", "责任领导", "责任人", "完成时限", "一级指标", "二级指标", "三级指标", "项目", "类别", "目标任务", "工作任务", "工作措施", "佐证材料", "考核单位",
    "考核方式", "优", "良", "中", "差", "小计", "合计", "上半年目标", "全年目标", "单位", "乡镇", "存在问题", "整改措施",
)  # fmt: skip
CELLS: Final = (
    "1", "2", "3", "（一）", "一、", "10", "20", "5分", "100", "-2", "30%", "党建工作", "宣传工作（10分）", "支部建设", "少一次扣1分", "每篇加2分，最高5分", "按比例得分", "县委组织部",
    "县教育局、县财政局", "县园林中心&nbsp;李丽", "张三", "6月底前", "长期坚持", "每季度末", "合计", "小计", "总分", "同上", "一票否决", "加分项目（10分）", "扣分项", "建立台账，定期更新。",
    "1.成立小组（5分）；2.制定方案（5分）。", "0-5分", "85-89分", "注：本表由各单位填写", "√", "/", "—", "0.5分/次", "出现舆情扣2分", "", "", "",
)  # fmt: skip
_MOST_LINES, _MOST_TABLES, _MOST_ROWS = 30, 4, 9


def composed_text(random: Random) -> bytes:
    """Lines in any order; some follow one another as in a notice, some come again, some run together."""
    lines: list[str] = []
    for _ in range(random.randint(2, _MOST_LINES)):
        lines += _next(lines, random)
    return (random.choice(("\n", "\n", "\n\n")).join(lines) + "\n").encode()


def _next(before: list[str], random: Random) -> list[str]:
    kind = random.random()
    if kind < 0.2 and before:
        return [random.choice(before)]
    if kind < 0.35:
        at = random.randrange(len(LINES))
        return list(LINES[at : at + random.randint(2, 6)])
    if kind < 0.45:
        return [random.choice(LINES) + random.choice(("", " ", "\t", "　", "|")) + random.choice(LINES)]
    return [random.choice(LINES) if kind < 0.95 else ""]


def composed_page(random: Random) -> bytes:
    """A page of tables under any headers, with cells merged anywhere, and lines between."""
    parts = [
        f"<p>{random.choice(LINES)}</p>" if random.random() < 0.4 else _table(random)
        for _ in range(random.randint(1, _MOST_TABLES))
    ]
    return f"<!DOCTYPE html><html><body><h1>{random.choice(LINES)}</h1>{''.join(parts)}</body></html>".encode()


def _table(random: Random) -> str:
    width = random.randint(2, 8)
    headers = random.choices(HEADERS, k=width)
    rows = ["".join(_cell(word, random) for word in headers)]
    for _ in range(random.randint(1, _MOST_ROWS)):
        kind = random.random()
        if kind < 0.06:
            rows.append("".join(f"<td>{word}</td>" for word in headers))
        elif kind < 0.12:
            rows.append(f"<td colspan={width}>{random.choice(CELLS)}</td>")
        else:
            cells = width if kind < 0.8 else random.randint(1, width)
            rows.append("".join(_cell("<br>".join(_words(random)), random) for _ in range(cells)))
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _words(random: Random) -> list[str]:
    return random.choices(CELLS, k=random.choice((1, 1, 1, 2)))


def _cell(words: str, random: Random) -> str:
    rows, columns = random.choice((1,) * 8 + (2, 3)), random.choice((1,) * 12 + (2, 4))
    return f"<td rowspan={rows} colspan={columns}>{words}</td>"
