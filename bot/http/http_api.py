"""The HTTP channel: the contract as routes, the page, and problems for everything that goes wrong."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date
from importlib.resources import files
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from bot.http import problem
from bot.http.asked_before import ASK_PATH, AskedBefore
from bot.http.http_guard import Guard, answer_with
from bot.http.rate_limit import RateLimit
from bot.service.comparing import Comparison
from bot.service.explanation import Explanation
from bot.service.loading import LoadingService
from bot.service.schemas import AskRequest, AskResponse, FeedbackRequest, NoticeOut, NoticeSummary
from bot.service.service import Service
from bot.service.settings import Settings
from bot.service.turn_writer import TurnWriter
from corpus.rules.rule_file import RuleFile

__all__ = ["create_app"]

_WEB = str(files("bot") / "web")

_DESCRIPTION = """从官方通知中作答，每个答案都附上写明此事的条款。

- 提问：`POST /api/v1/ask`。不带 `session_id` 时开始一个新对话，带上则接着问。
- 引文的 `start` 和 `end` 以 Unicode 码点计，指向 `GET /api/v1/notices/{notice_id}` 返回的 `text`。
- 出错时返回 `application/problem+json`：`title` 说明哪里有误，`detail` 说明如何处理。
"""


async def _service(request: Request) -> Service:
    loading: LoadingService = request.app.state.loading
    return loading.service()


async def _within_limit(request: Request) -> None:
    limit: RateLimit = request.app.state.limit
    limit.spend(request.client.host if request.client else "")


_Ready = Annotated[Service, Depends(_service)]
_counted = [Depends(_within_limit)]


def _problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """How the OpenAPI description shows the problems that a route may answer with."""
    content = {problem.MEDIA_TYPE: {"schema": problem.PROBLEM_SCHEMA}}
    return {status: {"description": _MEANING[status], "content": content} for status in statuses}


_MEANING = {
    404: "没有这份通知、这个对话或这个回答",
    413: "请求体超过 64 KiB",
    422: "请求内容不符合要求；`detail` 写明是哪一项",
    429: "请求过于频繁；`Retry-After` 写明等多少秒",
    503: "通知索引还没有载入，或数据库不可用",
}

_PREFIX = "/api/v1"
api = APIRouter(prefix=_PREFIX)


@api.post(
    ASK_PATH.removeprefix(_PREFIX),
    tags=["问答"],
    summary="提问",
    responses=_problems(404, 413, 422, 429, 503),
    response_model=AskResponse,
)
async def ask(request: AskRequest, http: Request) -> Response:
    """回答一个问题。出错的请求不改变对话。"""
    await _within_limit(http)  # here, not as a dependency: a body that is refused is not counted
    service = await _service(http)
    answer = await run_in_threadpool(service.ask_json, request)
    return Response(answer, media_type="application/json")


@api.get("/answers/{answer_id}", tags=["问答"], summary="重看一个回答", responses=_problems(404, 422, 503))
def replay(answer_id: str, service: _Ready) -> AskResponse:
    """返回当时的回答原样。同样的提问得到同一个回答，所以重看时 `session_id` 为空。"""
    return service.replay(answer_id)


@api.get(
    "/answers/{answer_id}/explanation",
    tags=["问答"],
    summary="一个回答是怎么得出的",
    responses=_problems(404, 422, 503),
)
def explain(answer_id: str, service: _Ready) -> Explanation:
    """返回当时的推理：结论逐条的依据，或者检索的各步。"""
    return service.explain(answer_id)


@api.post(
    "/answers/{answer_id}/feedback",
    tags=["问答"],
    summary="评价一个回答",
    status_code=204,
    dependencies=_counted,
    responses=_problems(404, 413, 422, 429, 503),
)
def feedback(answer_id: str, request: FeedbackRequest, service: _Ready) -> None:
    """记下这个回答是否有用。"""
    service.feedback(answer_id, request.helpful, request.comment)


@api.get("/openers", tags=["问答"], summary="可以先问的问题", responses=_problems(503))
def openers(service: _Ready) -> list[str]:
    """返回几个通知答得上的问题，供刚打开页面的人点选。"""
    return list(service.openers())


@api.get("/notices", tags=["通知"], summary="已收录的通知", responses=_problems(503))
def notices(service: _Ready) -> list[NoticeSummary]:
    """列出可以问的全部通知。"""
    return service.notices()


@api.get(
    "/notices/{notice_id:path}/calendar.ics",
    tags=["通知"],
    summary="一份通知的日历文件",
    responses=_problems(404, 422, 503),
    response_class=Response,
)
def calendar(notice_id: str, service: _Ready, closes_on: date | None = None) -> Response:
    """返回通知里的截止日、考试日（RFC 5545），可以加入手机或电脑的日历；`closes_on` 只要那一天截止的。"""
    name = quote(f"{notice_id}-{closes_on}.ics" if closes_on else f"{notice_id}.ics")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(service.calendar(notice_id, closes_on), media_type="text/calendar", headers=headers)


@api.get("/diff", tags=["通知"], summary="两份通知有什么不同", responses=_problems(404, 422, 503))
def diff(a: str, b: str, service: _Ready) -> Comparison:
    """逐条比较通知 `a` 和 `b`：金额、日期、条件、材料、联系方式和文字。"""
    return service.compare(a, b)


@api.get(
    "/notices/{notice_id:path}/rules",
    tags=["通知"],
    summary="从一份通知里读出的条件",
    responses=_problems(404, 422, 503),
    response_model_exclude_defaults=True,
)
def rules(notice_id: str, service: _Ready, target: str | None = None) -> RuleFile:
    """返回通知的条件树，形状见 `docs/rules.schema.json`；`target` 只要一个级别、类别或岗位。"""
    return service.rules(notice_id, target)


@api.get(
    "/notices/{notice_id:path}", tags=["通知"], summary="一份通知的全文", responses=_problems(404, 422, 503)
)
def notice(notice_id: str, service: _Ready) -> NoticeOut:
    """返回通知的全文和条款。编号中的 `#` 要写成 `%23`。"""
    return service.notice(notice_id)


status = APIRouter(tags=["状态"])


@status.get("/healthz", summary="进程在运行")
async def healthz() -> dict[str, str]:
    """进程在运行时返回 200。"""
    return {"status": "alive"}


@status.get("/readyz", summary="可以作答", responses=_problems(503))
async def readyz(service: _Ready) -> dict[str, str]:
    """能够作答时返回 200；否则返回 503，`detail` 说明原因。"""
    return {"status": "ready", "index_version": service.version}


async def page() -> FileResponse:
    """The chat page."""
    return FileResponse(f"{_WEB}/index.html")


def create_app(source: Service | Callable[[], Service], settings: Settings) -> FastAPI:
    """The application around a service, or around a function that loads one in the background."""
    loading = LoadingService(source)
    writer = TurnWriter(lambda turns: loading.service().record(turns))
    limit = RateLimit(settings.rate_limit)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        loading.start()
        yield
        writer.close()
        loading.close()

    app = FastAPI(
        title="问则 Wenze",
        version="1.0",
        description=_DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.loading = loading
    app.state.limit = limit
    app.include_router(api)
    app.include_router(status)
    app.add_api_route("/", page, methods=["GET", "HEAD"], include_in_schema=False)
    app.mount("/assets", StaticFiles(directory=_WEB), name="assets")
    app.add_middleware(AskedBefore, loading=loading, writer=writer, limit=limit)
    app.add_middleware(Guard)  # around the one before
    _add_problem_handlers(app)
    return app


def _add_problem_handlers(app: FastAPI) -> None:
    """Answer every error with a problem document."""

    async def expected(request: Request, error: Exception) -> Response:
        return answer_with(request.scope, problem.of_error(error))

    async def invalid(request: Request, error: Exception) -> Response:
        errors = error.errors() if isinstance(error, RequestValidationError) else ()
        return answer_with(request.scope, problem.of_body(errors))

    async def http(request: Request, error: Exception) -> Response:
        code, headers = (
            (error.status_code, error.headers) if isinstance(error, HTTPException) else (500, None)
        )
        return answer_with(request.scope, problem.of_status(code, headers))

    for kind in problem.EXPECTED:
        app.add_exception_handler(kind, expected)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(Exception, http)
