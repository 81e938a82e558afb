"""Web pages as a browser saves them or a site sends them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from corpus.errors import UnreadableFile, WrongEncoding
from corpus.readers.document import Document, Paragraph, Part, render, tidy
from corpus.readers.encoding import decode, plausibility
from corpus.readers.files import check_text, read_bytes
from corpus.readers.html_clutter import drop_clutter, own_text, raw_text
from corpus.readers.html_parts import read_parts
from corpus.readers.metadata import Metadata
from corpus.tree.lines import squeeze
from corpus.tree.masthead import names_notice

__all__ = ["read_html"]

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_DECLARED = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "cp950", "utf-8": "utf-8"}
_MAX_DEPTH = 200
_SECTION_NAME = 6  # a bar at the top of a page names a section of the site in so many characters: 通知公告
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")
_NO_SOURCE = frozenset({"本站", "本网", "本网站", "原创", "网站", "其他", "互联网", "未知"})


def read_html(path: Path) -> Document:
    """A page's notice; its menus, scripts and hidden parts are left out.

    The meta elements ArticleTitle, PubDate and ContentSource, which government sites carry, are taken as
    title, day and issuer.

    Raises:
        UnreadableFile: it cannot be opened or decoded, or holds no text.
    """
    root = _parse(path, _decoded(path, read_bytes(path)))
    declared = {_name(m): tidy(m.get("content") or "") for m in root.iter("meta")}
    page_title = next((tidy(raw_text(t)) for t in root.iter("title")), "")
    body = root.find("body")
    body = root if body is None else body
    barred = _headings(body)
    drop_clutter(body)
    headings = _headings(body) or [t for t in barred if len(t) > _SECTION_NAME and names_notice(t)]
    title = declared.get("articletitle") or (headings[0] if len(headings) == 1 else "")
    parts = read_parts(_main(body))
    title = title or _printed_title(page_title, parts)
    if title and not _prints(parts, title):
        parts.insert(0, Paragraph(title))
    text, _, merged = render(parts)
    metadata = Metadata(
        title=title,
        issuer=_issuer(declared.get("contentsource", "")),
        issued=_day(declared.get("pubdate", "")),
        official_url=_address(root, declared),
    )
    return Document(
        check_text(path, text), metadata=metadata, title=_first_segment(page_title), merged=merged
    )


def _headings(body: etree._Element) -> list[str]:
    return [t for h in body.iter("h1") if (t := tidy(raw_text(h)))]


def _decoded(path: Path, data: bytes) -> str:
    """The page's text: as its byte order mark, its meta element or else its content says."""
    match = _CHARSET.search(data[:4096])
    encoding = _DECLARED.get(match.group(1).decode("ascii").lower()) if match else None
    if encoding and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            return decode(path, data)
        if plausibility(text) > 0:
            return text
    return decode(path, data)


def _parse(path: Path, text: str) -> etree._Element:
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "strict"), parser)
    except (etree.XMLSyntaxError, UnicodeEncodeError) as error:
        raise WrongEncoding(path, "不是能读的网页；请在浏览器里打开，另存为 UTF-8 编码的网页") from error
    if root is None:
        check_text(path, "")
    if _depth(root) > _MAX_DEPTH:
        raise UnreadableFile(path, "网页的嵌套太深；请在浏览器里打开，把通知正文复制到 .txt 文件里")
    return root


def _depth(root: etree._Element) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _main(body: etree._Element) -> etree._Element:
    """The one `main` or `article` that holds most of the page's text, else the whole body."""
    total = len(own_text(body))
    for tag in ("article", "main"):
        found = list(body.iter(tag))
        if len(found) == 1 and len(own_text(found[0])) > 0.5 * total:
            return found[0]
    return body


def _name(meta: etree._Element) -> str:
    return (meta.get("name") or meta.get("property") or "").strip().lower()


def _segments(page_title: str) -> Iterator[str]:
    """The page's title without the names of the site after it, longest first."""
    pieces = re.split(r"([_|｜]|\s[-–—]\s|-{1,2}|——)", page_title)
    for end in range(len(pieces), 0, -2):
        yield "".join(pieces[:end]).strip()


def _first_segment(page_title: str) -> str:
    return list(_segments(page_title))[-1]


def _printed_title(page_title: str, parts: Sequence[Part]) -> str:
    """The part of the page's title that the page also prints."""
    return next((s for s in _segments(page_title) if len(s) > 5 and _prints(parts, s)), "")


def _prints(parts: Sequence[Part], title: str) -> bool:
    want = squeeze(title)
    return any(isinstance(p, Paragraph) and squeeze(p.text).startswith(want) for p in parts[:30])


def _issuer(source: str) -> str:
    source = re.sub(r"^(?:来源|信息来源|发布机构)\s*[:：]\s*", "", source)
    return "" if source in _NO_SOURCE or len(source) > 60 else source


def _day(said: str) -> str:
    match = _DAY.search(said)
    return f"{match.group(1)}-{int(match.group(2)):02d}-{int(match.group(3)):02d}" if match else ""


def _address(root: etree._Element, declared: dict[str, str]) -> str:
    links = [x.get("href") or "" for x in root.iter("link") if (x.get("rel") or "").lower() == "canonical"]
    found = next(
        (u for u in (*links, declared.get("og:url", "")) if u.startswith(("http://", "https://"))), ""
    )
    return tidy(found)
