"""Web pages: what is kept, what is dropped, how lists and tables are printed."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from corpus.errors import EmptyFile, UnreadableFile, WrongEncoding
from corpus.readers.document import Document
from corpus.readers.html import read_html
from corpus.reading import read_file

TITLE = "关于开展测评工作的通知"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "page.html"


def page(path: Path, body: str, head: str = "", encoding: str = "utf-8") -> Document:
    path.write_bytes(f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding))
    return read_html(path)


def lines(document: Document) -> list[str]:
    return [line for line in document.text.split("\n") if line]


def test_only_the_notice_is_kept(path: Path) -> None:
    found = page(
        path,
        f"""<header><h1>某某网</h1></header><nav><a href=/>首页</a></nav>
        <ul class="main-menu"><li><a href=/a>机构</a></li><li><a href=/b>新闻</a></li></ul>
        <div>您当前的位置：<a href=/>首页</a> &gt; <a href=/t>通知</a></div>
        <div class=tit>{TITLE}</div><script>var a = "脚本";</script><style>p {{}}</style>
        <p>一、符合条件的人员可以申请。</p><p style="display: none">不可见</p><p hidden>也不可见</p>
        <form><p>二、申请时提交材料。</p><input value=搜索><select><option>选项</option></select>
        <button>提交</button></form><!-- 注释 --><p>【打印】 【关闭】</p>
        <div><a href=1>关于甲的通知</a> <a href=2>关于乙的通知</a> <a href=3>关于丙的通知</a></div>
        <aside>相关阅读</aside><div id="share_box">分享到</div><footer>主办单位</footer>""",
    )
    assert lines(found) == [TITLE, "一、符合条件的人员可以申请。", "二、申请时提交材料。"]


def test_text_after_a_dropped_element_stays(path: Path) -> None:
    assert lines(page(path, "<p>甲<script>x</script>乙<!-- x -->丙<b>丁</b><style>y</style>戊</p>")) == [
        "甲乙丙丁戊"
    ]


def test_annex_links_stay(path: Path) -> None:
    found = page(
        path,
        '<p>附件：<a href="a.docx">1.申请表</a><a href="b.docx">2.汇总表</a><a href="c.pdf">3.说明</a></p>',
    )
    assert lines(found) == ["附件：1.申请表2.汇总表3.说明"]


def test_one_element_with_breaks_and_hard_blanks(path: Path) -> None:
    found = page(
        path,
        "<div>各有关单位：<br>&nbsp;&nbsp;&nbsp;&nbsp;一、申请条件<br/>\n　　（一）年满十八周岁，\n并且在职。"
        "<br><br>二、咨询<br>电话：12345678<br>地址：某某路1号</div>",
    )
    assert found.text == (
        "各有关单位：\n\n一、申请条件\n\n（一）年满十八周岁，并且在职。\n\n二、咨询\n电话：12345678\n地址：某某路1号\n"
    )


def test_ordered_lists_are_numbered_where_the_text_is_not(path: Path) -> None:
    found = page(
        path,
        "<ol start=3><li>提交申请。<ol><li>线上；</li><li>（9）线下。</li></ol></li><li>审核。</li>"
        "<li value=8><p>公示。</p></li></ol><ol type=A><li>甲类</li></ol>"
        "<ol style='list-style-type: cjk-ideographic'><li>总则</li></ol><ul><li>短项</li></ul>",
    )
    assert lines(found) == [
        "3、提交申请。",
        "（1）线上；",
        "（9）线下。",
        "4、审核。",
        "8、公示。",
        "A. 甲类",
        "一、总则",
        "短项",
    ]


def test_bulleted_prose_keeps_its_bullets(path: Path) -> None:
    long = "参加测评的人员应当在规定的时间内到指定的地点提交全部申请材料"
    found = page(path, f"<ul><li>{long}</li><li>{long}两份</li></ul>")
    assert lines(found) == [f"•{long}", f"•{long}两份"]


def test_merged_cells_are_given_once(path: Path) -> None:
    found = page(
        path,
        "<table><caption>费用表</caption><tr><th rowspan=2>等级</th><th colspan=2>费用</th></tr>"
        "<tr><th>理论</th><th>操作</th></tr><tr><td rowspan=0>初级</td><td>1</td><td>2<br>元\t整</td></tr>"
        "<tr><td colspan=x>3</td><td>4</td></tr></table>",
    )
    assert lines(found) == ["费用表", "等级\t费用\t", "\t理论\t操作", "初级\t1\t2 元 整", "\t3\t4"]


def test_tables_that_follow_each_other_stay_two(path: Path) -> None:
    table = "<table><tr><td>甲</td><td>乙</td></tr><tr><td>1</td><td>2</td></tr></table>"
    page(path, f"<p>{TITLE}</p>{table}{table}")
    (notice,) = read_file(path)
    assert sum(c.kind.value == "table" for c in notice.clauses) == 2


def test_layout_tables_are_read_as_text(path: Path) -> None:
    inner = "<table><tr><td>等级</td><td>费用</td></tr><tr><td>初级</td><td>100</td></tr></table>"
    found = page(
        path,
        f"<table><tr><td colspan=2>{TITLE}</td></tr>"
        f"<tr><td><p>一、费用如下。</p>{inner}<p>二、其他。</p></td></tr></table>",
    )
    assert lines(found) == [TITLE, "一、费用如下。", "等级\t费用", "初级\t100", "二、其他。"]


def test_a_table_inside_a_data_cell_becomes_its_text(path: Path) -> None:
    inner = "<table><tr><td>理论</td><td>操作</td></tr><tr><td>1</td><td>2</td></tr></table>"
    found = page(
        path,
        f"<table><tr><td>等级</td><td>费用</td></tr><tr><td>初级</td><td>100</td></tr>"
        f"<tr><td>中级</td><td>{inner}</td></tr></table>",
    )
    assert lines(found) == ["等级\t费用", "初级\t100", "中级\t理论 操作 1 2"]


def test_what_the_page_declares(path: Path) -> None:
    found = page(
        path,
        f"<p>{TITLE}</p><p>一、符合条件的人员可以申请。</p>",
        f'<title>通知_某某网</title><meta name="ArticleTitle" content="{TITLE}">'
        '<meta name="PubDate" content="2026/3/2 08:30"><meta name="contentsource" content="某某市测评中心">'
        '<link rel="canonical" href="https://example.org/a.html">',
    )
    metadata = found.metadata
    assert (metadata.title, metadata.issuer, metadata.issued) == (TITLE, "某某市测评中心", "2026-03-02")
    assert metadata.official_url == "https://example.org/a.html"
    assert lines(found)[0] == TITLE


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", f"<h1>{TITLE}</h1><p>一、申请条件如下。</p>"),
        (f"<title>{TITLE}_某某网</title>", f"<div>{TITLE}</div><p>一、申请条件如下。</p>"),
        (f"<title>{TITLE} - 通知 - 某某网</title>", f"<div>{TITLE}</div><p>一、申请条件如下。</p>"),
        (f'<meta name="ArticleTitle" content="{TITLE}">', "<p>一、申请条件如下。</p>"),
    ],
)
def test_title(path: Path, head: str, body: str) -> None:
    page(path, body, head)
    (notice,) = read_file(path)
    assert notice.title == TITLE
    assert [c.locator for c in notice.clauses] == ["标题", "一"]


def test_a_sidecar_wins_over_the_page(path: Path) -> None:
    page(path, "<p>一、申请条件如下。</p>", f'<meta name="ArticleTitle" content="{TITLE}">')
    path.with_name("page.html.yaml").write_text("title: 另一个通知\nissuer: 某某局\n", "utf-8")
    (notice,) = read_file(path)
    assert (notice.title, notice.issuer) == ("另一个通知", "某某局")


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("gbk", "gbk"),
        ("utf-8", "utf-8"),
        ("utf-8", "gbk"),
        ("gb2312", "utf-8"),
        ("", "gbk"),
    ],
)
def test_charset(path: Path, declared: str, encoding: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    assert lines(page(path, f"<p>{TITLE}</p>", head, encoding)) == [TITLE]


def test_big5_and_utf16_pages(path: Path) -> None:
    assert lines(page(path, "<p>關於辦理測驗的公告</p>", "<meta charset=big5>", "big5")) == [
        "關於辦理測驗的公告"
    ]
    assert lines(page(path, f"<p>{TITLE}</p>", "<meta charset=utf-16>", "utf-16")) == [TITLE]


def test_xml_declaration_and_unclosed_elements(path: Path) -> None:
    path.write_text(
        f'<?xml version="1.0" encoding="gb2312"?><p>{TITLE}<p>一、条件<b>如下<p>二、费用', "utf-8"
    )
    assert lines(read_html(path)) == [TITLE, "一、条件如下", "二、费用"]


@pytest.mark.parametrize("content", ["<html></html>", "<!-- x -->", "<body><script>1</script></body>", " "])
def test_pages_without_text(path: Path, content: str) -> None:
    path.write_text(content, "utf-8")
    with pytest.raises(EmptyFile):
        read_html(path)


def test_deep_nesting_is_refused(path: Path) -> None:
    path.write_text("<div>" * 5000 + "通知", "utf-8")
    with pytest.raises(UnreadableFile, match="嵌套"):
        read_html(path)


def test_undecodable_page(path: Path) -> None:
    path.write_bytes("<p>Prüfungsgebühren für Anträge müssen</p>".encode("latin-1"))
    with pytest.raises(WrongEncoding):
        read_html(path)


def test_a_control_character_in_what_follows_clutter(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<body><p>甲&#1;<nav>菜单</nav>&#2;乙</p><p>丙&#3;<i></i><nav>菜单</nav>丁</p></body>", "utf-8"
    )
    assert "乙" in read_html(path).text
    assert "丁" in read_html(path).text


@pytest.mark.parametrize("blank", [" ", "\t", "&nbsp;"])
def test_a_long_run_of_blanks_takes_no_longer_than_its_length(blank: str, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(f"<body><p>a{blank * 60_000}b</p><p>{blank * 60_000}</p></body>", "utf-8")
    begun = process_time()
    read_file(path)
    assert process_time() - begun < 5


def test_a_heading_in_the_bar_at_the_top_titles_the_page_if_it_names_a_notice(path: Path) -> None:
    text = "<p>符合条件的家庭可以申请租房补贴，详情如下。</p>"
    assert page(path, f"<header><h1>青山市租房补贴申请须知</h1></header>{text}").metadata.title == (
        "青山市租房补贴申请须知"
    )
    assert page(path, f"<header><h1>通知公告</h1></header>{text}").metadata.title == ""
    assert page(path, f"<header><h1>青山市便民服务网</h1></header>{text}").metadata.title == ""


def test_a_number_in_an_element_of_its_own_marks_the_item(path: Path) -> None:
    item = "<li><p>{}</p><p>{}</p><p>每周可以凭证借一次，每次借两本，两周以内归还到原来的馆里。</p></li>"
    body = f"<h1>{TITLE}</h1><ul>{item.format(1, '借阅数量')}{item.format(2, '借阅时间')}</ul>"
    assert [x for x in lines(page(path, body)) if "借阅" in x] == ["1、借阅数量", "2、借阅时间"]
