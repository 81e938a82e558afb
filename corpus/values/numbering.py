"""The marks that number clauses, as Chinese notices print them (GB/T 9704 and what is found beside it)."""

from __future__ import annotations

from dataclasses import dataclass

from corpus import patterns as re

__all__ = ["CHAPTER_STYLES", "DASHES", "Marker", "read_dash", "read_marker"]

_CN = "零〇一二三四五六七八九十百"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BULLETS = "●▲★◆■•▪○◇□☆※➢▣►▶◎♦❖✓✔"
_STOPPED = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"  # a figure and its stop in one character
_BRACKETED = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
DASHES = frozenset("-*+")  # what Markdown and typed lists begin their items with

# Styles that open a part of a document rather than an item of a list.
CHAPTER_STYLES = frozenset({"annex", "part", "chapter", "cn_comma", "decimal", "bare"})


@dataclass(frozen=True, slots=True)
class Marker:
    """A numbering mark at the start of a line.

    `label` is what a person would say in a locator, `text` the mark as printed, `lead` the number of
    characters before it (list bullets and heading signs of Markdown).
    """

    style: str
    label: str
    text: str
    lead: int = 0


_LEAD = re.compile(r"(?:[-*+]\s+|#{1,6}\s+|\*\*(?=\S))*")
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "annex",
        re.compile(
            rf"附\s?件\s?([{_CN}\d]{{1,3}})\s*(?:[：:．.]|、(?!\s?(?:附件|\d{{1,2}}(?!\d)))|$|(?=\s))"
            r"|附\s?件(?=[：:]|\s*$)[：:]?|附\s?[：:]|附\s?[录表]\s?\d{0,2}(?:[：:]|\s*$)"
        ),
    ),
    ("step", re.compile(rf"第\s?[{_CN}\d]{{1,3}}\s?(?:步骤?|小?段|项|类|批次?|阶段|轮)\s*[：:、]")),
    ("part", re.compile(rf"第[{_CN}\d]{{1,4}}[编章节部](?:分)?(?=\s|[：:、]|[\u4e00-\u9fff]|$)\s*[：:、]?")),
    ("chapter", re.compile(rf"第[{_CN}\d]{{1,5}}条(?=\s|[：:、]|[\u4e00-\u9fff]|$)\s*[：:、]?")),
    ("ask", re.compile(r"(?:\d{1,3}\s?[.．、]\s?)?[Q问](?:\d{0,3})[：:]")),
    ("cn_comma", re.compile(r"([一二三四五六七八九十]{1,3})\s?[、．.](?!\d|[一二三四五六七八九十]、)")),
    ("cn_comma", re.compile(r"【([一二三四五六七八九十]{1,3}|\d{1,2})】[、．.]?")),
    ("cn_paren", re.compile(r"[（(]([一二三四五六七八九十]{1,3})[）)][、．.]?")),
    (
        "decimal",
        re.compile(
            r"(\d{1,2}(?:[.．]\d{1,2})+)[.．]?(?=\s+[^\d\s]|[\u4e00-\u9fff])(?![万亿元倍分个米年月])"
            r"(?!\s*(?:[万亿千百]?元|[万亿]|公里|平方|学时|小时|个百分点|[厘毫千]米))"
        ),
    ),
    ("num_paren", re.compile(r"[（(](\d{1,2})[）)][、．.]?")),
    # A stop before a year is a mark still: 2．2025年度…, 6.2015年度…
    (
        "num",
        re.compile(
            r"([0-9０-９]{1,2})\s?(?:、(?![0-9０-９]{1,2}、)|[.．](?![0-9０-９])|．(?=\d{4}年)|\.(?=(?:19|20)\d{2}年))"
        ),
    ),
    ("num", re.compile(rf"([{_STOPPED}])")),
    ("num_paren", re.compile(rf"([{_BRACKETED}])")),
    ("num_rparen", re.compile(r"(\d{1,2})[）)][、．.]?")),
    ("footnote", re.compile(rf"\^([{_CIRCLED}])")),
    ("circled", re.compile(rf"([{_CIRCLED}])")),
    (
        "alpha",
        re.compile(r"[（(]([a-zA-Z])[）)][、．.]?|([a-z]|[A-H](?=、))[.．、)）](?=\s?[\u4e00-\u9fff（《“])"),
    ),
    ("heavenly", re.compile(r"([甲乙丙丁戊己庚辛])、(?![甲乙丙丁戊己庚辛])")),
    ("banker", re.compile(r"([壹贰叁肆伍陆柒捌玖拾])、")),
    ("reply", re.compile(r"[A答](?:\d{0,3})[：:]")),
    ("bullet", re.compile(rf"([{_BULLETS}])")),
)
_FIGURES = {mark: str(i) for run in (_STOPPED, _BRACKETED) for i, mark in enumerate(run, 1)}
_FULLWIDTH = str.maketrans("０１２３４５６７８９（）．", "0123456789().")


def read_marker(content: str) -> Marker | None:
    """The mark that `content`, a line without leading blanks, begins with."""
    lead = _LEAD.match(content)
    offset = lead.end() if lead else 0
    for style, pattern in _PATTERNS:
        match = pattern.match(content, offset)
        if match:
            text = content[offset : match.end()].strip()
            return Marker(style, _label(style, match, text), text, offset)
    return None


_DASH = re.compile(r"([-*+])[ \t]+(?=[^\W\d_]|\*\*|[\[“《「（(`])")
_MARKDOWN_DASH = re.compile(r"([-*+])[ \t]+(?![-*+_ \t]+$)(?=\S)")


def read_dash(content: str, inner: bool = False, markdown: bool = False) -> Marker | None:
    """The dash or star with which a list without numbers begins an item; `inner` is one below another's.

    Outside Markdown a dash before a figure is more often a minus, a range or a page number.
    """
    match = (_MARKDOWN_DASH if markdown else _DASH).match(content)
    return Marker("bullet_in" if inner else "bullet", "•", match.group(1)) if match else None


def _label(style: str, match: re.Match[str], text: str) -> str:
    number = (match.group(1) or "") if match.re.groups else ""
    number = _FIGURES.get(number, number.translate(_FULLWIDTH))
    match style:
        case "annex":
            return "附件" + number if "件" in text else re.sub(r"[\s：:]", "", text)
        case "alpha" if not number:
            return match.group(2)
        case "cn_paren" | "num_paren" | "alpha":
            return f"（{number}）"
        case "footnote":
            return "脚注" + number
        case "num_rparen":
            return number + "）"
        case "part" | "chapter" | "step":
            return re.sub(r"[\s：:、]", "", text)
        case "ask":
            return "问"
        case "reply":
            return "答"
        case _:
            return number
