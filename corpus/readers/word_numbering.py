"""Word's automatic numbering, which is in no paragraph's text, worked out as Word shows it.

ECMA-376 Part 1, 17.9: a paragraph, or its style (17.3.1.19), names a numbering instance `w:num`, which uses
the levels of an abstract definition `w:abstractNum` and may override some of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from corpus import patterns as re
from corpus.readers.numerals import numeral

__all__ = ["WordNumbering"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHINESE = frozenset(
    {"chineseCounting", "chineseCountingThousand", "japaneseCounting"}
    | {"taiwaneseCounting", "taiwaneseCountingThousand"}
)
_DIGITS = frozenset({"ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand", "koreanDigital2"})
_CIRCLED = frozenset({"decimalEnclosedCircle", "decimalEnclosedCircleChinese"})
_SERIES = {
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "chineseLegalSimplified": "壹贰叁肆伍陆柒捌玖拾",
    "ideographLegalTraditional": "壹貳參肆伍陸柒捌玖拾",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
}
_FULLWIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_BULLET = "•"
_CLOSED = re.compile(r"[、，。．：）】〕①-⑳㊀-㊉]$")  # a mark that ends so stands against its text


@dataclass(frozen=True, slots=True)
class _Level:
    """One `w:lvl` (17.9.6). `restart` is `w:lvlRestart` (17.9.10), `style` the paragraph style linked."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    attached: bool = False  # nothing between mark and text
    style: str = ""


@dataclass(frozen=True, slots=True)
class _Instance:
    """One `w:num` (17.9.15): its abstract definition, levels redefined and first values overridden."""

    abstract: str
    levels: dict[int, _Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Style:
    based_on: str
    instance: str | None
    level: int | None


class WordNumbering:
    """Gives each paragraph its mark; paragraphs must be asked about in document order."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element) -> None:
        self._styles = {_of(s, "styleId"): _style(s) for s in styles.iter(_W + "style")}
        self._default = next(
            (
                _of(s, "styleId")
                for s in styles.iter(_W + "style")
                if _of(s, "type") == "paragraph" and _of(s, "default") in ("1", "true", "on")
            ),
            "",
        )
        definitions = [] if numbering is None else list(numbering.iter(_W + "abstractNum"))
        instances = [] if numbering is None else list(numbering.iter(_W + "num"))
        self._abstract = {_of(a, "abstractNumId"): _levels(a) for a in definitions}
        self._links = {_of(a, "abstractNumId"): _value(a, "numStyleLink") for a in definitions}
        self._instances = {_of(n, "numId"): _instance(n) for n in instances}
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def mark(self, paragraph: etree._Element) -> str:
        """The mark that Word prints before this paragraph, with the blank after it; `""` for none."""
        properties = paragraph.find(_W + "pPr")
        number, level = _reference(properties)
        chain = list(self._chain(_value(properties, "pStyle") or self._default))
        inherited = number is None
        if number is None:
            number = next((s.instance for _, s in chain if s.instance is not None), None)
        instance = self._instances.get(number or "0")
        if number is None or instance is None:
            return ""
        abstract = self._resolved(instance.abstract)
        levels = {**self._abstract.get(abstract, {}), **instance.levels}
        if inherited:
            level = _linked_level(levels, chain, level)
        depth = level or 0
        if depth not in levels:
            return ""
        counters = self._advance(number, instance, abstract, levels, depth)
        return _printed(levels, counters, depth)

    def _chain(self, style: str) -> Iterator[tuple[str, _Style]]:
        """A style and those that it is based on (17.7.4.3)."""
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield style, self._styles[style]
            style = self._styles[style].based_on

    def _resolved(self, abstract: str) -> str:
        """Where the definition only refers to a numbering style (17.9.21), the one that holds its levels."""
        link = self._links.get(abstract, "")
        found = next((s.instance for _, s in self._chain(link) if s.instance), None) if link else None
        instance = self._instances.get(found or "")
        return instance.abstract if instance else abstract

    def _advance(
        self, number: str, instance: _Instance, abstract: str, levels: dict[int, _Level], depth: int
    ) -> dict[int, int]:
        """Count this paragraph and restart what is below it."""
        counters = self._counters.setdefault(abstract, {})
        if depth in instance.starts and (number, depth) not in self._begun:
            self._begun.add((number, depth))
            counters[depth] = instance.starts[depth]
        elif depth in counters:
            counters[depth] += 1
        else:
            counters[depth] = levels[depth].start
        for below in [d for d in counters if d > depth]:
            restart = levels[below].restart if below in levels else None
            if restart is None or depth < restart:
                del counters[below]
        return counters


def _linked_level(
    levels: dict[int, _Level], chain: list[tuple[str, _Style]], level: int | None
) -> int | None:
    """The level that belongs to a style: the one that names it (17.9.23), else as the style says."""
    for name, _ in chain:
        for depth, candidate in levels.items():
            if candidate.style == name:
                return depth
    if level is not None:
        return level
    return next((s.level for _, s in chain if s.level is not None), None)


def _printed(levels: dict[int, _Level], counters: dict[int, int], depth: int) -> str:
    level = levels[depth]
    if level.format == "bullet":
        return _BULLET

    def shown(match: re.Match[str]) -> str:
        index = int(match.group(1)) - 1
        upper = levels.get(index, _Level())
        kind = "decimal" if level.legal and upper.format != "none" else upper.format
        return _numeral(counters.get(index, upper.start), kind)

    mark = re.sub(r"%([1-9])", shown, level.text).strip()
    if not mark or level.attached or _CLOSED.search(mark):
        return mark
    return mark + " "


def _numeral(number: int, kind: str) -> str:
    """A counter in a number format (ST_NumberFormat, 17.18.59); one not known here in plain digits."""
    if kind in _CHINESE:
        return numeral(number, "chinese")
    if kind in _DIGITS:
        return numeral(number, "digits")
    if kind in _CIRCLED:
        return numeral(number, "circled")
    if kind in _SERIES and 1 <= number <= len(_SERIES[kind]):
        return _SERIES[kind][number - 1]
    match kind:
        case "none":
            return ""
        case "upperLetter" | "upperRoman":
            return numeral(number, "letter" if kind == "upperLetter" else "roman").upper()
        case "lowerLetter" | "lowerRoman":
            return numeral(number, "letter" if kind == "lowerLetter" else "roman")
        case "decimalZero":
            return f"{number:02d}"
        case "decimalFullWidth" | "decimalFullWidth2":
            return str(number).translate(_FULLWIDTH)
        case "decimalEnclosedParen":
            return f"（{number}）"
        case "decimalEnclosedFullstop":
            return f"{number}."
    return str(number)


def _style(element: etree._Element) -> _Style:
    instance, level = _reference(element.find(_W + "pPr"))
    return _Style(_value(element, "basedOn"), instance, level)


def _reference(properties: etree._Element | None) -> tuple[str | None, int | None]:
    """The instance and level that paragraph properties name; None where they do not."""
    reference = properties.find(_W + "numPr") if properties is not None else None
    if reference is None:
        return None, None
    number, level = _value(reference, "numId"), _value(reference, "ilvl")
    return number or None, int(level) if level.isdecimal() else None


def _levels(parent: etree._Element) -> dict[int, _Level]:
    return {_whole(_of(x, "ilvl"), 0): _level(x) for x in parent.findall(_W + "lvl")}


def _level(element: etree._Element) -> _Level:
    formats = [_of(x, "val") for x in element.iter(_W + "numFmt")]  # the last one is Word's fallback
    restart = _value(element, "lvlRestart")
    legal = element.find(_W + "isLgl")
    return _Level(
        start=_whole(_value(element, "start"), 0),
        format=formats[-1] if formats else "decimal",
        text=_value(element, "lvlText"),
        restart=_whole(restart, 0) if restart else None,
        legal=legal is not None and _of(legal, "val") not in ("0", "false", "off"),
        attached=_value(element, "suff") == "nothing",
        style=_value(element, "pStyle"),
    )


def _instance(element: etree._Element) -> _Instance:
    found = _Instance(_value(element, "abstractNumId"))
    for override in element.findall(_W + "lvlOverride"):
        depth = _whole(_of(override, "ilvl"), 0)
        level = override.find(_W + "lvl")
        start = _value(override, "startOverride")
        if level is not None:
            found = replace(found, levels={**found.levels, depth: _level(level)})
        if start:
            found = replace(found, starts={**found.starts, depth: _whole(start, 1)})
    return found


def _value(parent: etree._Element | None, name: str) -> str:
    child = parent.find(_W + name) if parent is not None else None
    return _of(child, "val") if child is not None else ""


def _of(element: etree._Element, attribute: str) -> str:
    return element.get(_W + attribute) or ""


def _whole(text: str, default: int) -> int:
    return int(text) if text.isdecimal() else default
