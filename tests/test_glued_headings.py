"""A heading that nothing divides from its sentence: cut where it is sure, told or no title where it is not."""

import pytest

from tests.making import flatten, notice

HEAD = "松岭县2026年营商服务提升工作方案\n一、重点任务\n"
BESIDE = (
    "（一）加强窗口建设。设立综合窗口，配齐工作人员。（责任单位：县政务服务中心）\n"
    "（二）完善投诉渠道。公布投诉电话，限期办结诉求。（责任单位：县信访局）\n"
)
GLUED = "（三）优化审批流程各有关部门要精简申报材料，压缩办理时限。（责任单位：县行政审批局）\n"


def _children(words):
    return notice(words).schemes[0].items[0].children


def _warnings(words):
    return [f for f in notice(words).findings if f.code == "structure_inferred" and f.severity == "warning"]


def test_a_heading_is_cut_from_its_sentence_as_those_beside_it_are():
    item = _children(HEAD + BESIDE + GLUED)[2]
    assert (item.title, item.requirement) == ("优化审批流程", "各有关部门要精简申报材料，压缩办理时限。")
    assert [unit.name for unit in item.responsible] == ["县行政审批局"]


def test_the_cut_is_told():
    (found,) = _warnings(HEAD + BESIDE + GLUED)
    assert "优化审批流程" in found.message
    assert found.pointer == "/schemes/0/items/0/children/2"


def test_whose_sentence_has_no_stop_at_its_end():
    words = "（三）规范收费行为各收费单位要公示目录清单，严禁搭车收费（责任单位：县市场监管局）\n"
    item = _children(HEAD + BESIDE + words)[2]
    assert (item.title, item.requirement) == ("规范收费行为", "各收费单位要公示目录清单，严禁搭车收费")


@pytest.mark.parametrize(
    "sentence",
    [
        "督促各有关部门要精简申报材料，压缩办理时限。",
        "进一步明确各部门要承担的职责，压缩办理时限。",
        "持续加强对各部门要件的审查，压缩办理时限。",
        "细化分解各单位负责事项，压缩办理时限。",
        "全面通报各单位要求落实的情况，压缩办理时限。",
        "优化审批流程要精简申报材料，压缩办理时限。",
        "优化审批流程，各有关部门要精简申报材料。",
    ],
)
def test_a_sentence_that_has_no_heading_stays_whole(sentence):
    item = _children(f"{HEAD}{BESIDE}（三）{sentence}（责任单位：县行政审批局）\n")[2]
    assert (item.title, item.requirement) == (None, sentence)
    assert not _warnings(f"{HEAD}{BESIDE}（三）{sentence}（责任单位：县行政审批局）\n")


def test_where_no_heading_beside_it_shows_how_they_are_printed_it_stays_whole():
    words = "（一）设立综合窗口，配齐工作人员。\n（二）公布投诉电话，限期办结诉求。\n"
    item = _children(HEAD + words + GLUED)[2]
    assert item.title is None
    assert item.requirement is not None
    assert item.requirement.startswith("优化审批流程各有关部门")


@pytest.mark.parametrize(
    "sentence",
    [
        "安装监控设备，接入统一平台，实现全天候监管，覆盖重点河段",
        "清理河道垃圾及水面漂浮物，恢复岸线原有形态并达到省级考核标准",
        "落实巡查责任各乡镇要加密频次，及时上报",
    ],
)
def test_a_sentence_without_a_stop_is_no_title(sentence):
    words = f"松岭县2026年河道治理任务清单\n1.{sentence}（责任单位：县水利局）\n2.组织巡河（责任单位：各乡镇）\n"
    item = notice(words).schemes[0].items[0]
    assert (item.title, item.requirement) == (None, sentence)


@pytest.mark.parametrize("name", ["健全工作机制，压实各方责任", "组织巡河", "推进清四乱、清漂、清障、清淤"])
def test_a_name_without_a_stop_is_one(name):
    words = f"松岭县2026年河道治理任务清单\n1.{name}（责任单位：县水利局）\n2.组织巡河（责任单位：各乡镇）\n"
    assert notice(words).schemes[0].items[0].title == name


def test_a_sentence_with_its_marks_behind_it_is_no_title():
    words = "松岭县2026年督查考核办法\n一、考核内容\n（一）信息报送按月进行，每月不少于两篇，每少一篇扣1分。（40分）\n（二）建章立制，责任到人（60分）\n"
    first, second = notice(words).schemes[0].items[0].children
    assert (first.title, first.requirement) == (None, "信息报送按月进行，每月不少于两篇，每少一篇扣1分。")
    assert first.points is not None
    assert first.points.value == 40
    assert second.title == "建章立制，责任到人"


@pytest.mark.parametrize(
    "title",
    [
        "规范收费行为各收费单位要公示目录清单，严禁搭车收费",
        "加强收费管理，督促收费单位公示目录清单和标准，严禁搭车收费和超标准收费",
    ],
)
def test_a_title_over_points_that_reads_like_a_sentence_is_told(title):
    words = f"{HEAD}（一）{title}\n1.核对收费目录。\n2.公开收费标准。\n（二）加强窗口建设\n1.设立综合窗口。\n"
    (found,) = _warnings(words)
    assert title in found.message
    assert flatten(notice(words).schemes[0].items)[1].title == title


@pytest.mark.parametrize("title", ["聚焦群众关切，持续优化窗口服务", "加强收费管理"])
def test_a_title_over_points_is_not(title):
    words = f"{HEAD}（一）{title}\n1.核对收费目录。\n2.公开收费标准。\n（二）加强窗口建设\n1.设立综合窗口。\n"
    assert not _warnings(words)
