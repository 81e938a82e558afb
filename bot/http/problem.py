"""Errors as problem documents (RFC 9457): what is wrong, and how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.http.rate_limit import TooManyRequests
from bot.service.calendar_file import NothingEnds
from bot.service.database import StoreUnavailable
from bot.service.loading import LoadFailed, StillLoading
from bot.service.schemas import FIRST_DAY, LAST_DAY
from bot.service.store import UnknownAnswer, UnknownSession
from corpus.errors import UnknownNotice, UnknownTarget
from index.errors import VectorsMissing, VectorsUnavailable

__all__ = [
    "BODY_LIMIT",
    "EXPECTED",
    "MEDIA_TYPE",
    "PROBLEM_SCHEMA",
    "Problem",
    "of_body",
    "of_error",
    "of_status",
]

MEDIA_TYPE = "application/problem+json"
BODY_LIMIT = 64 * 1024

PROBLEM_SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string", "description": "what kind of problem, for programs"},
        "title": {"type": "string", "description": "what is wrong"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "how to mend it"},
        "instance": {"type": "string", "description": "the path that was asked for"},
    },
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem; `kind` is the last part of its type URI."""

    status: int
    kind: str
    title: str
    detail: str
    headers: Mapping[str, str] = field(default_factory=dict)

    def document(self, instance: str) -> dict[str, Any]:
        """The body of the response."""
        return {
            "type": f"urn:wenze:problem:{self.kind}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail.encode(errors="replace").decode(),
            "instance": instance,
        }


EXPECTED: Mapping[type[Exception], tuple[int, str, str]] = {
    UnknownNotice: (404, "unknown-notice", "没有这份通知"),
    UnknownTarget: (404, "unknown-target", "通知里没有这个对象"),
    NothingEnds: (404, "nothing-ends", "这一天没有截止的事项"),
    UnknownSession: (404, "unknown-session", "没有这个对话"),
    UnknownAnswer: (404, "unknown-answer", "没有这个回答"),
    StoreUnavailable: (503, "store-unavailable", "数据库暂时不可用"),
    VectorsUnavailable: (503, "vectors-unavailable", "存放向量的数据库暂时不可用"),
    VectorsMissing: (503, "vectors-missing", "存放向量的表不在了"),
    StillLoading: (503, "loading", "通知索引正在载入"),
    LoadFailed: (503, "load-failed", "通知索引没有载入"),
    TooManyRequests: (429, "too-many-requests", "请求过于频繁"),
}
_RETRY_SECONDS = {
    StillLoading: 2,
    StoreUnavailable: 5,
    VectorsUnavailable: 5,
    VectorsMissing: 60,
    LoadFailed: 60,
}

_STATUS = {
    400: (422, "bad-body", "请求体无法解析", "请用 UTF-8 编码的 JSON 对象作请求体"),
    404: (404, "unknown-path", "没有这个地址", "请核对路径；所有接口见 /openapi.json"),
    405: (405, "method-not-allowed", "这个地址不支持该请求方法", "请改用 Allow 响应头列出的方法"),
    413: (413, "body-too-large", "请求体过大", f"请求体不得超过 {BODY_LIMIT // 1024} KiB；请缩短后重试"),
    500: (500, "internal", "服务内部出错", "请稍后重试；若仍出错，请把时间和问题告诉维护者"),
}


def of_error(error: Exception) -> Problem:
    """The problem for one of the `EXPECTED` errors."""
    kind = type(error)
    status, name, title = EXPECTED[kind]
    retry = error.retry_after if isinstance(error, TooManyRequests) else _RETRY_SECONDS.get(kind)
    headers = {} if retry is None else {"Retry-After": str(retry)}
    return Problem(status, name, title, str(error), headers)


def of_status(status: int, headers: Mapping[str, str] | None = None) -> Problem:
    """The problem for a bare HTTP status, as the web framework raises it."""
    shown, kind, title, detail = _STATUS.get(
        status, (status, "http", "请求无法处理", "请核对请求；所有接口见 /openapi.json")
    )
    return Problem(shown, kind, title, detail, headers or {})


def of_body(errors: Sequence[Mapping[str, Any]]) -> Problem:
    """The problem for a body that does not validate, from pydantic's list of errors."""
    detail = "；".join(dict.fromkeys(_mend(error) for error in errors))
    return Problem(422, "bad-body", "请求内容不符合要求", detail)


def _mend(error: Mapping[str, Any]) -> str:
    """One sentence for one bad value: the field, the limit, what to do."""
    kind, where = error["type"], error["loc"]
    if kind == "json_invalid":
        return f"请求体不是合法的 JSON（第 {where[-1] + 1} 个字符处）；请检查引号、逗号、括号和 UTF-8 编码"
    if len(where) < 2:
        return "请求体应为 JSON 对象，请求头应有 Content-Type: application/json"
    name = ".".join(str(part) for part in where[1:])[:60]
    return f"{name}：{_MENDS[kind](error) if kind in _MENDS else '值不符合要求，请核对 /openapi.json'}"


def _too_long(error: Mapping[str, Any]) -> str:
    got = len(error["input"])
    return f"最多 {error['ctx']['max_length']:,} 个字符，收到 {got:,} 个；请缩短"


def _beyond_the_calendar(_: Mapping[str, Any]) -> str:
    return f"只算得了 {FIRST_DAY.year} 年至 {LAST_DAY.year} 年的日子；请换一天"


_MENDS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "missing": lambda _: "缺少这一项；请补上",
    "extra_forbidden": lambda _: "没有这一项；请删去或改正拼写",
    "string_too_long": _too_long,
    "string_too_short": lambda _: "不能为空；请填写内容",
    "blank": lambda _: "不能只有空白；请填写内容",
    "string_type": lambda _: "应为字符串",
    "string_unicode": lambda _: "含有不成对的代理字符；请用合法的 Unicode 文本",
    "bool_type": lambda _: "应为 true 或 false",
    "date_format": lambda _: "应写成 YYYY-MM-DD，例如 2024-06-30",
    "greater_than_equal": _beyond_the_calendar,
    "less_than_equal": _beyond_the_calendar,
    "date_from_datetime_parsing": lambda _: "没有这一天；请写成 YYYY-MM-DD，例如 2024-06-30",
    "date_parsing": lambda _: "没有这一天；请写成 YYYY-MM-DD，例如 2024-06-30",
}
