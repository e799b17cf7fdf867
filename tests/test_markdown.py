"""Copies in Markdown: marks go, words and addresses stay."""

from pipeline.readers.plain.markdown import leading_mark, links_in
from tests.making import notice, text

COPY = """---
title: "望川县2023年净水工作方案"
date: 2023-03-20
source: 望川县人民政府网
tags: [农村, 饮水]
---

# 望川县2023年净水工作方案

**原文链接**: [https://www.x.cn/a](https://www.x.cn/a)

**附件**:
- [管网图.pdf](./管网图.pdf) (pdf)

为保障饮水安全，制定本方案。

## 一、重点任务

1. **摸清底数**。3月底前完成摸排。（责任单位：县水利局）
2. **分类改造**。按[技术指南](https://www.x.cn/zn.pdf)改造。
   - 整村推进
   - 分户实施

> 本方案由县水利局负责解释。

【原文下载】
- [关于印发方案的通知.pdf](/cms/1.pdf )

**更新时间**: 2026-01-26 11:25:32
"""


def test_a_copy_in_markdown_loses_its_marks_only():
    made = notice(COPY)
    first, second = made.schemes[0].items[0].children
    assert (made.title, str(made.published_on), made.year) == ("望川县2023年净水工作方案", "2023-03-20", 2023)
    assert made.attributes == {
        "title": "望川县2023年净水工作方案", "source": "望川县人民政府网", "tags": "[农村,饮水]",
        "原文链接": "https://www.x.cn/a", "更新时间": "2026-01-26 11:25:32", "附件": "管网图.pdf (pdf)",
    }  # fmt: skip
    assert (first.title, first.requirement) == ("摸清底数", "3月底前完成摸排。")
    assert second.requirement == "按技术指南改造。\n整村推进\n分户实施"
    assert [(e.label, e.url) for e in second.evidence] == [("技术指南", "https://www.x.cn/zn.pdf")]
    assert made.sections[-1].requirement == "本方案由县水利局负责解释。"
    assert [(u.reason, u.text) for u in made.unparsed] == [
        ("navigation", "【原文下载】"),
        ("navigation", "关于印发方案的通知.pdf"),
    ]
    assert made.coverage == 1.0


def test_brackets_that_are_no_links():
    assert links_in(text("皖政[2007]51号（见附件）")) == []
    assert [(x.words.chars, x.address) for x in links_in(text("![图](a.png)和[甲](b)"))] == [("图", None), ("甲", "b")]


def test_list_signs_that_are_page_numbers_or_dashes():
    assert leading_mark(text("- 整村推进")) == 2
    assert [leading_mark(text(line)) for line in ("- 3 -", "-5分", "——形成合力", "* * *")] == [0, 0, 0, 0]
