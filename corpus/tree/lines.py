"""Lines of a stored text with their offsets, and which of them are page furniture.

Furniture is what the page adds to the notice: page numbers, tables of contents, running headers.
It stays in the stored text and belongs to no clause.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from corpus import patterns as re
from corpus.notice import Span
from corpus.tree.run_on import parts_of_line
from corpus.values.numbering import read_marker

__all__ = ["Line", "find_furniture", "read_lines", "squeeze"]

_PAGE_NUMBER = re.compile(
    r"[-—–－·\s]*(?:第\s*)?\[?\d{1,4}\]?\s*(?:页)?(?:\s*/\s*\d{1,4}|[\s，,/]*共\s*\d+\s*页)?[-—–－·|\s]*"
)
_CONTENTS = re.compile(r"目\s*[录錄次]|[Cc]ontents|CONTENTS")
_CONTENTS_ENTRY = re.compile(r".*\S[\s.．…·]*[\t.．…·\s]\d{1,4}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its outer white space; `start` and `end` are its offsets in the stored text."""

    number: int
    content: str
    start: int
    end: int
    indented: bool

    @property
    def blank(self) -> bool:
        return not self.content

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


_WHITE = " \u3000\xa0\u200b\ufeff\x0c\x0b"


def read_lines(text: str, start: int = 0) -> list[Line]:
    """The lines of `text` from offset `start` on; tabs at the ends of a line with text are kept as cells."""
    lines: list[Line] = []
    position = start
    for number, raw in enumerate(text[start:].split("\n")):
        content = raw.strip(_WHITE) if raw.strip() else ""
        head = len(raw) - len(raw.lstrip(_WHITE)) if content else 0
        indented = raw.startswith(("\u3000\u3000", "  ", "\xa0\xa0"))
        lines += _parts(Line(number, content, position + head, position + head + len(content), indented))
        position += len(raw) + 1
    return _with_whole_rows([replace(x, number=i) for i, x in enumerate(lines)], text)


def _parts(line: Line) -> Iterator[Line]:
    """A line, or the parts of one into which a whole document was run together."""
    starts = [0, *parts_of_line(line.content)]
    for start, end in zip(starts, [*starts[1:], len(line.content)], strict=True):
        raw = line.content[start:end]
        content = raw.strip(_WHITE)
        if content:
            at = line.start + start + len(raw) - len(raw.lstrip(_WHITE))
            yield replace(line, content=content, start=at, end=at + len(content))
    if line.blank:
        yield line


def _with_whole_rows(lines: list[Line], text: str) -> list[Line]:
    """Rows of `a | b |` whose cells run over several lines, each as one line of the same place and length."""
    out: list[Line] = []
    position = 0
    while position < len(lines):
        line = lines[position]
        last = _row_end(lines, position) if " | " in line.content and "\t" not in line.content else position
        if last > position:
            joined = text[line.start : lines[last].end].replace("\n", " ")
            line = replace(line, content=joined, end=lines[last].end)
        out.append(line)
        position = last + 1
    return [x if x.number == i else replace(x, number=i) for i, x in enumerate(out)]


def _row_end(lines: Sequence[Line], position: int) -> int:
    """The index of the line that closes the row with a bar; `position` where none of the next four does."""
    for index in range(position, min(position + 5, len(lines))):
        if lines[index].blank:
            break
        if lines[index].content.endswith("|"):
            return index
    return position


def find_furniture(lines: Sequence[Line]) -> frozenset[int]:
    """Numbers of the lines that are page furniture."""
    return (
        _page_numbers(lines)
        | _contents_tables(lines)
        | _outline(lines)
        | _running_lines(lines)
        | _page_heads(lines)
        | _menus(lines)
        | frozenset(x.number for x in lines if _PAGE_TOOLS.fullmatch(x.content))
        | frozenset(x.number for x in lines if _BARS.fullmatch(x.content))
    )


def _page_numbers(lines: Sequence[Line]) -> frozenset[int]:
    alone = re.compile(r"\d{1,4}")
    found = set()
    for line in lines:
        if line.blank or not _PAGE_NUMBER.fullmatch(line.content):
            continue
        before = line.number == 0 or lines[line.number - 1].blank
        after = line.number + 1 == len(lines) or lines[line.number + 1].blank
        if not alone.fullmatch(line.content) or (before and after):
            found.add(line.number)
    return frozenset(found)


def _contents_tables(lines: Sequence[Line]) -> frozenset[int]:
    """The line `目录` and the entries with page numbers below it."""
    found: set[int] = set()
    for line in lines:
        if not _CONTENTS.fullmatch(line.content):
            continue
        entries = {line.number}
        for entry in islice(lines, line.number + 1, None):
            if entry.blank:
                continue
            if not _CONTENTS_ENTRY.fullmatch(entry.content):
                break
            entries.add(entry.number)
        found |= entries
    return frozenset(found)


def squeeze(text: str) -> str:
    """Letters and digits only: what two printings of one title have in common."""
    return re.sub(r"[\W_]+", "", text)


def _outline(lines: Sequence[Line]) -> frozenset[int]:
    """A run of three or more numbered titles at the top that all stand again below, with the names of the
    sections between them: an agenda slide, the list of questions on top of a page."""
    run: list[Line] = []
    names: list[Line] = []
    for line in lines[:80]:
        if line.blank:
            continue
        marker = read_marker(line.content)
        if marker is None and (line.content.startswith("【") or len(line.content) <= 2):
            names.append(line)  # section names between the titles, a lone closing mark
            continue
        if marker is None or line.content[-1] in "。；：":
            if len(run) >= 3:
                break
            run, names = [], []
            continue
        if run and squeeze(run[0].content) == squeeze(line.content):
            break
        run.append(line)
    if len(run) < 3:
        return frozenset()
    last = _before_return(names, run)
    below = Counter(squeeze(x.content) for x in lines[last + 1 :])
    again = sum(1 for x in run if below[squeeze(x.content)])
    if again < max(3, len(run) - 1):
        return frozenset()
    named = [x for x in names if x.number <= last and below[squeeze(x.content)]]
    return frozenset(x.number for x in (*run, *named))


def _before_return(names: Sequence[Line], run: Sequence[Line]) -> int:
    """The number of the last line of an outline: its last title, or a section name below that before the
    first of them stands again."""
    seen = {squeeze(x.content) for x in names if x.number < run[-1].number}
    after = [x for x in names if x.number > run[-1].number]
    return max((x.number for x in islice(after, 1) if squeeze(x.content) not in seen), default=run[-1].number)


def _running_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Short unnumbered lines that stand three times or more: all but the first of each run of equal ones."""
    short = [x for x in lines if 0 < len(x.content) <= 40 and "\t" not in x.content and "|" not in x.content]
    counts = Counter(x.content for x in short)
    found, last = set(), ""
    for line in short:
        repeated = counts[line.content] >= 3 and line.content[-1] not in "。；，、：:"
        if repeated and read_marker(line.content) is None and line.content == last:
            found.add(line.number)
        if repeated:
            last = line.content
    return frozenset(found)


_BARS = re.compile(r"[|｜\s]+")
# Lines that hold nothing but what a page offers around a text: print, close, share, count, go on.
_TOOL = (
    r"(?:打印(?:本页|此文|文章)?|关闭(?:本页|当前)?(?:浏览)?(?:窗口|页面)?|收藏(?:本页)?|返回(?:顶部|列表|首页)?|分享(?:到)?"
    r"|(?:点击|浏览|阅读|访问)(?:数|量|次数)?[:：]?\s*\d+\s*次?|(?:字体|字号)[:：]?[\s\[【]*(?:[大中小][\s|\]】]*){2,3}"
    r"|(?:微信|微博|QQ空间|朋友圈)|扫一扫.{0,12}|上一[篇页条][:：]?.{0,40}|下一[篇页条][:：]?.{0,40})"
)
_PAGE_TOOLS = re.compile(rf"[\s【\[|｜]*{_TOOL}(?:[\s】\]|｜【\[、,，/]++{_TOOL}){{0,12}}[\s】\]|｜]*")


def _page_heads(lines: Sequence[Line]) -> frozenset[int]:
    """Unnumbered lines that stand again and again right beside page numbers: running heads and feet."""
    numbers = _page_numbers(lines)
    filled = [x for x in lines if not x.blank]
    beside = [
        a if b.number in numbers else b
        for a, b in pairwise(filled)
        if (a.number in numbers) != (b.number in numbers)
    ]
    places = {x.number: x for x in beside if len(x.content) <= 40 and x.content[-1] not in "。；"}
    counts = Counter(squeeze(x.content) for x in places.values())
    return frozenset(
        n for n, x in places.items() if counts[squeeze(x.content)] >= 2 and read_marker(x.content) is None
    )


_MENU_ENTRY = re.compile(r"[-–·|>\[\]()#\s]*[\u4e00-\u9fffA-Za-z/&]{1,12}[|>\[\]()#\s]*")
_MENU_LENGTH = 7  # so many short lines without a mark, a digit or a stop are no text


# Entries that only a site's own navigation has, and those that a notice may also speak of
_CHROME = re.compile(
    r"首页|网站首页|登录|注册|注销|退出(?:登录)?|返回.{0,4}|网站地图|无障碍.{0,4}|关于我们|联系我们|设为首页|加入收藏|密码修改"
    r"|修改密码|打印(?:本页)?|关闭(?:窗口)?|搜索|上一[页篇]|下一[页篇]|更多|English|我的.{1,4}|(?:个人|学员|用户|会员|帮助|新闻)中心"
)
_SITE = re.compile(
    r"在线.{1,4}|.{1,6}(?:动态|查询|下载|公开|大厅|互动|专栏|专题|导航|论坛|简介|指南|信息)|新闻.{0,4}|.{0,4}公告|常见问题"
    r"|联系方式|服务中心|帮助.{0,2}|企业.{2}|荣誉资质|组织架构|服务项目|业务.{2}|政策法规|课程.{2}|.{2}课程"
)


def _menus(lines: Sequence[Line]) -> frozenset[int]:
    """Runs of menu entries, as navigation and screenshots leave them; a list of papers or places is none."""
    found: set[int] = set()
    run: list[Line] = []
    above: Line | None = None
    for line in [*lines, None]:
        if line is not None and (line.blank or _BARS.fullmatch(line.content)):
            continue
        entry = line is not None and _MENU_ENTRY.fullmatch(line.content) and read_marker(line.content) is None
        if line is not None and entry:
            run.append(line)
            continue
        if len(run) >= _MENU_LENGTH and _navigates(run, above):
            found.update(x.number for x in run)
        run, above = [], line
    return frozenset(found)


def _navigates(run: Sequence[Line], above: Line | None) -> bool:
    """Whether short lines lead through a site: by what they name; below a lead-in only if most do."""
    names = [x.content.strip("-–·|>[]()# ") for x in run]
    chrome = sum(_CHROME.fullmatch(n) is not None for n in names)
    told = chrome + sum(_SITE.fullmatch(n) is not None for n in names)
    led = above is not None and (above.content[-1] in "：:" or read_marker(above.content) is not None)
    if led:
        return told >= 0.5 * len(run) and chrome > 0
    return (chrome > 0 and told > 1) or told >= 0.4 * len(run)
