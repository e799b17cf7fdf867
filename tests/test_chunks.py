"""Chunks into which a document-sharing site cut a text, and lists that only look like them."""

from tests.making import notice

_FIRST = (
    "青石县2022年河道管护考核评分表考核类别考核内容分值备注一、制度建设（20分）（1）各乡镇将河道管护纳入重要议事日程，定期研究解决问题。10"
    "（2）建立管护队伍，落实管护经费，签订管护责任书。10二、巡查管护（20分）（1）河面无漂浮物，岸坡无垃圾，沿河排污口登记造册，发现问题及时报告并跟踪整改到位，做到件件有着"
)
_SECOND = "落。12（2）公示牌内容更新及时。8"


def test_numbered_chunks_are_one_text():
    made = notice(f"1、{_FIRST}\n2、{_SECOND}\n")
    leaf = made.schemes[0].items[1].children[0]
    assert leaf.requirement is not None
    assert leaf.requirement.endswith("做到件件有着落。")
    assert [c.points.value for c in made.schemes[0].items[1].children] == [12, 8]
    assert [(p.text, p.reason) for p in made.unparsed] == [("1、", "page_number"), ("2、", "page_number")]


def test_a_list_of_long_paragraphs_is_no_text_in_chunks():
    words = "各乡镇要建立健全工作机制，明确目标任务，细化工作措施，压实工作责任，" * 4
    made = notice(f"青石县2022年工作要点\n1、{words}确保完成。\n2、{words}按期办结。\n")
    items = [*made.sections, *(i for s in made.schemes for i in s.items)]
    assert [i.marker for i in items] == ["1、", "2、"]
