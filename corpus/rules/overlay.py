"""Corrections of compiled rules in a file beside the notice: `notice.txt.rules.yaml`.

The file has the shape that `wenze rules --format yaml` prints (`corpus/rules/rule_file.py`), one YAML
document for each notice of the notice's file. A target that it names takes its conditions from it, a new name
adds a target; `shared` and `waivers` take the place of what was compiled; what is left out stays. A file with
any fault is refused as a whole, and the notice is served as it was compiled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from corpus import patterns as re
from corpus.conditions.conditions import Group, Waiver
from corpus.errors import BadRules, BinaryFile, EmptyFile, TooLarge, WrongEncoding
from corpus.notice import Notice
from corpus.once import once_per_notice
from corpus.readers.files import read_text
from corpus.rules.rule_file import RuleFile
from corpus.rules.rule_reading import Fault, RuleReader
from corpus.rules.targets import Target, split_targets

__all__ = ["RULES_SUFFIX", "corrected_targets", "corrected_waivers", "with_corrections"]

RULES_SUFFIX = ".rules.yaml"
_MOST_FAULTS = 8  # said at once


def with_corrections(path: Path, notices: Sequence[Notice]) -> tuple[Notice, ...]:
    """The notices of the file at `path` with the corrections beside it.

    Raises:
        BadRules: the corrections do not parse, or say what the notice does not.
    """
    beside = path.with_name(path.name + RULES_SUFFIX)
    if not beside.is_file():
        return tuple(notices)
    corrected = {n.notice_id: n for n in notices}
    for document in _documents(beside):
        rules = _parsed(beside, document)
        if rules is None:
            continue
        name = re.sub(r"~\d+$", "", rules.notice)
        if name not in corrected:
            known = "、".join(corrected)
            _refuse(beside, document, [Fault(("notice",), f"这个文件里没有通知“{name}”；应写 {known}")])
        if corrected[name].corrections:
            _refuse(beside, document, [Fault(("notice",), f"“{name}”写了两次；请合成一份")])
        reader = RuleReader(corrected[name])
        _read(reader, rules)
        if reader.faults:
            _refuse(beside, document, reader.faults)
        corrected[name] = replace(corrected[name], corrections=document.source)
    return tuple(corrected.values())


def corrected_targets(notice: Notice, compiled: Sequence[Group]) -> tuple[Target, ...]:
    """The targets of a notice whose compiled conditions are `compiled`, as corrected."""
    targets = split_targets(notice, compiled)
    correction = _correction_of(notice)
    if correction is None:
        return targets
    shared = targets[0].shared if correction.shared is None else correction.shared
    known = {t.name: t for t in targets} | {t.name: t for t in correction.targets}
    return tuple(replace(t, shared=shared) for t in known.values())


def corrected_waivers(notice: Notice) -> tuple[Waiver, ...] | None:
    """The waivers that the corrections of a notice say; None where they say nothing of waivers."""
    correction = _correction_of(notice)
    return None if correction is None else correction.waivers


@dataclass(frozen=True, slots=True)
class _Correction:
    """What a document corrects; None where it says nothing."""

    shared: tuple[Group, ...] | None
    targets: tuple[Target, ...]
    waivers: tuple[Waiver, ...] | None


@once_per_notice
def _correction_of(notice: Notice) -> _Correction | None:
    if not notice.corrections:
        return None
    rules = RuleFile.model_validate(yaml.safe_load(notice.corrections))
    return _read(RuleReader(notice), rules)


def _read(reader: RuleReader, rules: RuleFile) -> _Correction:
    shared = None if rules.shared is None else reader.groups(rules.shared, ("shared",))
    targets = tuple(
        Target(t.name, t.kind, reader.target(t, ("targets", i)), (), t.offered, tuple(t.offered_for))
        for i, t in enumerate(rules.targets)
    )
    waivers = None
    if rules.waivers is not None:
        waivers = tuple(reader.waiver(w, ("waivers", i)) for i, w in enumerate(rules.waivers))
    return _Correction(shared, targets, waivers)


# --- the file ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Document:
    """One YAML document of a file, and the number of lines above it."""

    source: str
    above: int


def _documents(path: Path) -> Iterator[_Document]:
    """The documents of a file of corrections, those without content left out."""
    try:
        text = read_text(path)
    except EmptyFile:
        return
    except (BinaryFile, TooLarge, WrongEncoding) as error:
        raise BadRules(path, "不是 UTF-8 的文字；请另存为 UTF-8 编码") from error
    start = 0
    for stop in [*re.finditer(r"^---[ \t]*\n", text, re.MULTILINE), None]:
        source = text[start : stop.start() if stop else len(text)]
        if re.search(r"^\s*[^\s#]", source, re.MULTILINE):
            yield _Document(source, text.count("\n", 0, start))
        start = stop.end() if stop else start


def _parsed(path: Path, document: _Document) -> RuleFile | None:
    try:
        data = yaml.safe_load(document.source)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"第 {mark.line + 1 + document.above} 行" if mark else "某处"
        raise BadRules(
            path, f"{where}不是合法的 YAML；请对照 wenze rules --format yaml 打印的样子"
        ) from error
    if data is None:
        return None
    if not isinstance(data, dict):
        raise BadRules(path, "应是“键: 值”的形式，以 notice: 开头；请对照 wenze rules --format yaml")
    try:
        return RuleFile.model_validate(data)
    except ValidationError as error:
        _refuse(path, document, [_fault(e) for e in error.errors()])


_MESSAGES = {
    "missing": "缺少这一键",
    "extra_forbidden": "不认识这个键",
    "enum": "不是可用的值；可用的是 {expected}",
    "literal_error": "不是可用的值；可用的是 {expected}",
    "string_too_short": "不能为空",
    "string_too_long": "太长",
    "string_type": "应是一段文字",
    "too_short": "至少要有一项",
    "list_type": "应是列表，每项前面写 -",
    "model_type": "应是“键: 值”的形式",
    "model_attributes_type": "应是“键: 值”的形式",
    "bool_type": "应写 true 或 false",
}


def _fault(error: ErrorDetails) -> Fault:
    if "value" in error["loc"][:-1]:  # one fault for all kinds of value that it is not
        path = error["loc"][: error["loc"].index("value") + 1]
        return Fault(path, "应是数值、年-月-日，或学历、职称的级别，写法见 docs/rules.schema.json")
    message = _MESSAGES.get(error["type"], "这个值不合要求")
    expected = str(error.get("ctx", {}).get("expected", "")).replace(" or ", "、").replace("'", "")
    return Fault(error["loc"], message.format(expected=expected) + "，写法见 docs/rules.schema.json")


def _refuse(path: Path, document: _Document, faults: Sequence[Fault]) -> NoReturn:
    """Raise what is wrong with a document, each fault with its line and key."""
    root = yaml.compose(document.source, Loader=yaml.SafeLoader)
    said: dict[str, None] = {}
    for fault in faults:
        line, keys = _where(root, fault.path)
        said.setdefault(f"第 {line + document.above} 行 {keys}：{fault.message}")
    shown = list(said)[:_MOST_FAULTS]
    more = f"；另有 {len(said) - len(shown)} 处" if len(said) > len(shown) else ""
    raise BadRules(path, "；".join(shown) + more)


def _where(node: yaml.Node | None, path: Sequence[str | int]) -> tuple[int, str]:
    """The line (from 1) of the deepest part of `path` that the document has, and its keys."""
    line, keys = 1, []
    for part in path:
        below = _child(node, part)
        if below is not None:
            node, line = below[1], below[0].start_mark.line + 1
        elif isinstance(part, int) or part in ("typed", "open", "all", "any", "none", "at_least"):
            continue  # the name of a shape, which is no key
        keys.append(str(part + 1) if isinstance(part, int) else part)
    return line, "/".join(keys)


def _child(node: yaml.Node | None, part: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    """What marks the place of a part, and the part."""
    if isinstance(node, yaml.MappingNode):
        return next((pair for pair in node.value if pair[0].value == part), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    return None
