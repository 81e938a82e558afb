"""What a web page puts around a notice: menus, breadcrumbs, buttons, hidden and scripted elements."""

from __future__ import annotations

from lxml import etree

from corpus import patterns as re

__all__ = ["drop_clutter", "is_control", "own_text", "raw_text"]

_NEVER = frozenset(
    [
        "script",
        "style",
        "nav",
        "footer",
        "aside",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "canvas",
        "object",
        "embed",
        "audio",
        "video",
        "button",
        "input",
        "select",
        "option",
        "textarea",
        "datalist",
        "dialog",
        "link",
        "meta",
        "base",
        "head",
        "map",
    ]
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ROLES = frozenset({"navigation", "search", "banner", "contentinfo", "complementary", "menu", "menubar"})
_NAMES = frozenset(
    [
        "nav",
        "navbar",
        "navigation",
        "menu",
        "breadcrumb",
        "breadcrumbs",
        "crumb",
        "crumbs",
        "bread",
        "footer",
        "foot",
        "sidebar",
        "sidenav",
        "share",
        "sharing",
        "copyright",
        "pagination",
        "pager",
        "toolbar",
        "related",
        "recommend",
        "qrcode",
        "ewm",
        "fenxiang",
    ]
)
_LISTS = frozenset(["div", "ul", "ol", "dl", "table", "p", "section", "tr", "td", "li"])
_YOU_ARE_HERE = re.compile(r"您?(?:当前|现在)?(?:所在)?的?(?:位置|栏目)[:：]")
_CONTROLS = re.compile(
    r"(?:[\s【\[】\]|｜:：·]*(?:打印(?:本页|页面)?|关闭(?:窗口|本页|页面)?|分享(?:到)?|收藏(?:本页)?|返回(?:顶部|首页|列表)?"
    r"|字[体号](?:大小)?|[大中小](?=[\s\]】|｜]|$)|上一篇|下一篇|扫一扫.{0,20}|A[+-]))+[\s【\[】\]|｜:：]*"
)
_ATTACHED = re.compile(
    r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|rar|zip|7z|jpe?g|png)(?:$|[?#])", re.IGNORECASE
)
_CONTROL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WHITE = re.compile(r"\s+")


def drop_clutter(root: etree._Element) -> None:
    """Remove from a page what is not part of the notice."""
    for element in _elements(root):
        if _is_never(element):
            _remove(element)
    total = len(own_text(root))
    for element in _elements(root):
        named = _is_named_clutter(element) and len(own_text(element)) < 0.4 * total
        if named or (element.tag in _LISTS and _is_link_list(element)):
            _remove(element)


def is_control(text: str) -> bool:
    """Whether a paragraph is a row of buttons of the page: print, close, share, text size."""
    return len(text) < 60 and bool(_CONTROLS.fullmatch(text))


def _elements(root: etree._Element) -> list[etree._Element]:
    return [x for x in root.iter() if x is not root and isinstance(x.tag, str)]


def own_text(element: etree._Element) -> str:
    """The text of an element without white space."""
    return _WHITE.sub("", raw_text(element))


def raw_text(element: etree._Element) -> str:
    """The text of an element as the source holds it."""
    return "".join(str(text) for text in element.itertext("*"))


def _is_never(element: etree._Element) -> bool:
    if element.tag in _NEVER or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return bool(_HIDDEN.search(element.get("style") or ""))


def _is_named_clutter(element: etree._Element) -> bool:
    if element.tag == "header":
        return not any(a.tag in ("article", "main") for a in element.iterancestors())
    if (element.get("role") or "").lower() in _ROLES:
        return True
    names = re.split(r"[^a-z]+", f"{element.get('class') or ''} {element.get('id') or ''}".lower())
    return bool(_NAMES.intersection(names))


def _is_link_list(element: etree._Element) -> bool:
    """A breadcrumb, or three links or more and little else (link density); never a list of annexes."""
    text = own_text(element)
    if not text:
        return False
    links = [a for a in element.iter("a") if a.get("href")]
    trail = len(links) > 1 or (bool(links) and re.search("[>›»]", text) is not None)
    if trail and len(text) < 150 and _YOU_ARE_HERE.match(text):
        return True
    if len(links) < 3 or any(_ATTACHED.search(f"{a.get('href')}") or "附件" in own_text(a) for a in links):
        return False
    return sum(len(own_text(a)) for a in links) >= 0.8 * len(text)


def _remove(element: etree._Element) -> None:
    """Take an element out and leave the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail:
        # a reference such as &#1; may stand for what lxml takes from a file but not from a program
        tail = _CONTROL.sub("", element.tail)
        if before is not None:
            before.tail = _CONTROL.sub("", before.tail or "") + tail
        else:
            parent.text = _CONTROL.sub("", parent.text or "") + tail
    parent.remove(element)
