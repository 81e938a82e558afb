from pathlib import Path

from corpus.reading import read_file
from corpus.tree.split import Piece, split_notices

BULLETIN = """服务简报
2024年第3期

本期要闻
• 关于设置流动窗口的通知
• 自助终端上线情况说明
会员动态
• 某窗口获评示范单位

本期要闻
关于设置流动窗口的通知
一、时间
自三月起。

自助终端上线
情况说明
终端已全部上线。

会员动态
某窗口获评示范单位
近日公布。
"""


def titles(text: str, markdown: bool = False) -> list[tuple[str, str]]:
    return [(p.title, p.section) for p in split_notices(text, 0, markdown)]


def test_a_bulletin_is_split_where_its_titles_stand_again() -> None:
    assert titles(BULLETIN) == [
        ("关于设置流动窗口的通知", "本期要闻"),
        ("自助终端上线情况说明", ""),
        ("某窗口获评示范单位", "会员动态"),
    ]


def test_pieces_lie_side_by_side_and_cover_the_file() -> None:
    pieces = split_notices(BULLETIN, 0, False)
    assert "".join(BULLETIN[p.start : p.end] for p in pieces) == BULLETIN
    assert [BULLETIN[p.body :].split("\n")[0] for p in pieces] == ["本期要闻", "自助终端上线", "会员动态"]
    assert all(p.start <= p.body < p.end for p in pieces)


def test_a_list_without_the_pieces_below_is_one_notice() -> None:
    text = "服务指南\n• 请带身份证原件\n• 请提前在网上预约\n\n一、时间\n五日。\n"
    assert split_notices(text, 0, False) == [Piece(0, len(text), 0)]


def test_one_title_that_stands_again_does_not_split() -> None:
    text = "• 关于设置流动窗口的通知\n\n关于设置流动窗口的通知\n正文。\n"
    assert len(split_notices(text, 0, False)) == 1


def test_first_level_headings_of_markdown_split() -> None:
    text = "# 甲的通知\n\n栏目：要闻\n\n正文。\n\n# 乙的通知\n\n## 一、时间\n\n五日。\n"
    assert titles(text, markdown=True) == [("甲的通知", "要闻"), ("乙的通知", "")]
    assert len(split_notices(text, 0, False)) == 1


def test_one_first_level_heading_does_not_split() -> None:
    text = "# 甲的通知\n\n## 一、时间\n\n五日。\n"
    assert split_notices(text, 0, True) == [Piece(0, len(text), 0)]


def test_front_matter_belongs_to_the_first_piece() -> None:
    front = "---\ntitle: 简报\n---\n"
    text = front + "# 甲的通知\n\n正文。\n\n# 乙的通知\n\n正文。\n"
    first, second = split_notices(text, len(front), True)
    assert (first.start, first.body, second.start) == (0, len(front), text.index("# 乙"))


def test_the_notices_of_a_file_are_numbered(tmp_path: Path) -> None:
    path = tmp_path / "bulletin.txt"
    path.write_text(BULLETIN, "utf-8")
    notices = read_file(path)
    assert [n.notice_id for n in notices] == ["bulletin#1", "bulletin#2", "bulletin#3"]
    assert [n.tags for n in notices] == [("本期要闻",), (), ("会员动态",)]
    assert "".join(n.text for n in notices) == BULLETIN
    assert [n.clause_text(n.clause_at("一/段1") or 0) for n in notices[:1]] == ["自三月起。"]


def test_offsets_count_from_the_piece(tmp_path: Path) -> None:
    path = tmp_path / "two.md"
    path.write_text(
        "---\nissuer: 某局\n---\n# 甲的通知\n\n缴费100元。\n\n# 乙的通知\n\n缴费200元。\n", "utf-8"
    )
    for notice, amount in zip(read_file(path), ("100元", "200元"), strict=True):
        (fact,) = notice.facts
        assert notice.quote(fact.span) == amount
        assert notice.issuer == "某局"
