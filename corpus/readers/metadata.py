"""What is said about a notice beside its text: YAML front matter, a sidecar file, comment lines.

Front matter stands between two lines `---` at the top of a file. A sidecar is a file of the same name with
`.yaml` appended (`notice.txt.yaml`); its keys win over front matter. Both hold the keys of `Metadata`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from corpus import patterns as re
from corpus.errors import BadMetadata, BinaryFile, EmptyFile, TooLarge, WrongEncoding
from corpus.readers.files import read_text

__all__ = ["SIDECAR_SUFFIX", "Metadata", "read_metadata", "with_sidecar"]

SIDECAR_SUFFIX = ".yaml"

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PART_OF_A_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_COMMENT = re.compile(r"\s*#\s*([A-Za-z][\w ]{0,30}):\s*(.*)")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Known facts about a file's notices; empty where nothing is said."""

    title: str = ""
    issuer: str = ""
    issued: str = ""  # an ISO date, or as much of one as is known (2022, 2022-10)
    document_number: str = ""
    valid_from: str = ""
    valid_until: str = ""
    official_url: str = ""
    restated: bool = False
    source_note: str = ""


def read_metadata(path: Path, text: str) -> tuple[Metadata, int]:
    """Metadata of a file and the offset at which its body begins.

    Raises:
        BadMetadata: front matter or sidecar does not parse, or has a key or value that is not understood.
    """
    found, body = _front_matter(path, text)
    if body == 0:
        found, body = _comment_header(text)
    return with_sidecar(path, found), body


def with_sidecar(path: Path, found: Metadata) -> Metadata:
    """`found` with what the sidecar file beside `path`, if there is one, says in its place; an empty one
    says nothing.

    Raises:
        BadMetadata: the sidecar does not parse, or has a key or value that is not understood.
    """
    sidecar = path.with_name(path.name + SIDECAR_SUFFIX)
    if not sidecar.is_file():
        return found
    try:
        source = read_text(sidecar)
    except EmptyFile:
        return found
    except (BinaryFile, TooLarge, WrongEncoding) as error:
        reason = f"旁边的 {sidecar.name} 不是 UTF-8 的文字；请另存为 UTF-8 编码，每行一个“键: 值”，或把它删去"
        raise BadMetadata(sidecar, reason) from error
    return _merge(sidecar, found, _mapping(sidecar, source))


def _front_matter(path: Path, text: str) -> tuple[Metadata, int]:
    if not re.match(r"---[ \t]*\n", text):
        return Metadata(), 0
    end = re.search(r"\n---[ \t]*(?:\n|$)", text)
    if end is None:
        raise BadMetadata(path, "开头的 --- 没有配对的结束行 ---；请在元数据之后加一行 ---")
    start = text.index("\n") + 1
    return _merge(path, Metadata(), _mapping(path, text[start : end.start() + 1], above=1)), end.end()


def _comment_header(text: str) -> tuple[Metadata, int]:
    """Leading lines `# key: value`; only a title and an address are taken from them."""
    found, position = Metadata(), 0
    for line in text.splitlines(keepends=True):
        match = _COMMENT.match(line)
        if match is None:
            break
        key, value = match.group(1).strip().lower(), match.group(2).strip()
        if key == "title":
            found = replace(found, title=value)
        position += len(line)
    return found, position


class _Loader(yaml.SafeLoader):
    """Takes `true`, `false` and nothing for what they are; numbers and days stay as written."""


_Loader.yaml_implicit_resolvers = {
    first: [r for r in resolvers if r[0] in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:null")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _mapping(path: Path, source: str, above: int = 0) -> dict[str, Any]:
    """The keys and values of `source`, which has `above` lines of its file above it."""
    try:
        data = yaml.load(source, _Loader) or {}
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"第 {mark.line + 1 + above} 行" if mark else "某处"
        raise BadMetadata(path, f"元数据{where}不是合法的 YAML；请写成“键: 值”的形式") from error
    if not isinstance(data, dict):
        raise BadMetadata(path, "元数据应是“键: 值”的列表，例如 title: 某某通知")
    return data


def _merge(path: Path, base: Metadata, data: dict[str, Any]) -> Metadata:
    known = {f.name for f in fields(Metadata)}
    unknown = sorted(str(k) for k in data if k not in known)
    if unknown:
        raise BadMetadata(
            path, f"元数据里有不认识的键 {'、'.join(unknown)}；可用的键：{'、'.join(sorted(known))}"
        )
    values: dict[str, Any] = {}
    for key, value in data.items():
        if key == "restated":
            if not isinstance(value, bool):
                raise BadMetadata(path, "restated 应写 true 或 false")
            values[key] = value
        elif isinstance(value, str):
            values[key] = value.strip()
        elif value is not None:
            raise BadMetadata(path, f"{key} 应是一段文字，不是列表；请写成“{key}: 文字”，必要时加引号")
    for key in ("issued", "valid_from", "valid_until"):
        _check_day(path, key, values.get(key, ""))
    return replace(base, **values)


def _check_day(path: Path, key: str, value: str) -> None:
    if not value or (key == "issued" and _PART_OF_A_DAY.fullmatch(value)):
        return
    try:
        if not _DAY.fullmatch(value):
            raise ValueError(value)
        date.fromisoformat(value)
    except ValueError as error:
        short = "（只知道年月的写 YYYY 或 YYYY-MM）" if key == "issued" else ""
        raise BadMetadata(path, f"{key} 应是 YYYY-MM-DD 形式的日期{short}，现在是“{value}”") from error
