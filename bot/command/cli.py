"""The command line: serve, ask, talk, look at the notices.

Exit codes: 0 it worked, 1 it did not and stderr says why, 2 the command was not understood.
"""

from __future__ import annotations

import gc
import logging
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.command import cli_corpus
from bot.command.cli_corpus import Corpus
from bot.command.cli_errors import clear_errors, fail, message_of
from corpus import patterns as re

if TYPE_CHECKING:
    from bot.service.schemas import AskRequest, AskResponse
    from bot.service.service import Service

__all__ = ["app", "clear_errors", "fail", "parse_day"]

log = logging.getLogger(__name__)

QUESTION_LIMIT = 2000
_RARELY = (2_000_000, 20, 100)  # nearly nothing made while starting is garbage: a sixth of the time less

app = typer.Typer(
    help="问则：根据官方通知回答问题，并给出依据的条款原文。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def parse_day(text: str) -> date:
    """A day written YYYY-MM-DD, of the years that can be answered for."""
    from bot.service.schemas import FIRST_DAY, LAST_DAY

    day = None
    with suppress(ValueError):
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            day = date.fromisoformat(text)
    if day is None:
        raise typer.BadParameter(f"“{text}”不是日期；请写成 年-月-日，例如 2026-03-01")
    if not FIRST_DAY <= day <= LAST_DAY:
        raise typer.BadParameter(f"只算得了 {FIRST_DAY.year} 年至 {LAST_DAY.year} 年的日子；请换一天")
    return day


State = Annotated[
    Path | None, typer.Option("--state", help="放索引和数据库的文件夹（WENZE_STATE）", show_default=False)
]
Reranker = Annotated[
    str | None,
    typer.Option(
        "--reranker", help="给条款重排名次的 CrossEncoder 模型（WENZE_RERANKER）", show_default=False
    ),
]
Question = Annotated[
    str | None, typer.Argument(help="要问的问题；不写就开始对话，或从管道逐行读取", show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="标准输出只打印 JSON 结果，每个问题一行")]
AsOf = Annotated[
    date | None,
    typer.Option("--as-of", parser=parse_day, metavar="YYYY-MM-DD", help="按这一天回答，默认今天"),
]
NoticeName = Annotated[
    str | None, typer.Option("--notice", help="只根据这份通知回答（编号或文件名主干）", show_default=False)
]


@app.callback()
def start(
    debug: Annotated[bool, typer.Option("--debug", help="记录详细日志，出错时给出完整的调用栈")] = False,
) -> None:
    """What holds for every command."""
    gc.set_threshold(*_RARELY)
    level = logging.DEBUG if debug else logging.WARNING
    logging.basicConfig(level=level, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    for name in ("httpx", "httpcore"):  # they would log addresses that may hold a token
        logging.getLogger(name).setLevel(logging.WARNING)


@app.command()
def serve(
    corpus: Corpus = None,
    state: State = None,
    host: Annotated[str | None, typer.Option(help="监听的地址（WENZE_HOST）", show_default=False)] = None,
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="监听的端口（WENZE_PORT）", show_default=False)
    ] = None,
    reranker: Reranker = None,
) -> None:
    """启动网页和 HTTP 接口。"""
    with clear_errors():
        from bot.http.serving import serve as serve_http
        from bot.service.settings import load_settings

        settings = load_settings(corpus=corpus, state=state, host=host, port=port, reranker=reranker)
        code = serve_http(settings)
    raise typer.Exit(code)


@app.command()
def telegram(corpus: Corpus = None, state: State = None, reranker: Reranker = None) -> None:
    """启动 Telegram 机器人（需要 WENZE_TELEGRAM_TOKEN）。"""
    with clear_errors():
        from bot.chat.telegram_bot import run_bot
        from bot.service.settings import load_settings

        code = run_bot(load_settings(corpus=corpus, state=state, reranker=reranker))
    raise typer.Exit(code)


@app.command()
def ask(
    question: Question = None,
    as_json: AsJson = False,
    as_of: AsOf = None,
    notice: NoticeName = None,
    corpus: Corpus = None,
    state: State = None,
    reranker: Reranker = None,
) -> None:
    """问一个问题；不写问题就开始对话。"""
    if question is not None and (problem := _unfit(question)):
        fail(problem, 2)
    with clear_errors():
        from bot.service.assembly import open_service
        from bot.service.schemas import AskRequest
        from bot.service.settings import load_settings

        service = open_service(load_settings(corpus=corpus, state=state, reranker=reranker))
        try:
            if question is not None:
                _show(service.ask(AskRequest(question=question, as_of=as_of, notice_id=notice)), as_json)
                return
            failures = _converse(service, as_json, as_of, notice)
        finally:
            service.close()
    raise typer.Exit(1 if failures else 0)


@app.command()
def explain(
    answer_id: Annotated[str, typer.Argument(metavar="ANSWER_ID", help="回答的编号，见 wenze ask --json")],
    as_json: Annotated[bool, typer.Option("--json", help="打印 JSON")] = False,
    state: State = None,
) -> None:
    """说明一个回答是怎么得出的：规则、条件、您说的话、条款。"""
    with clear_errors():
        from bot.service.explanation import Explanation, explanation_lines
        from bot.service.settings import load_settings
        from bot.service.store import Store

        store = Store(load_settings(state=state).store_url)
        try:
            text = store.explanation(answer_id)
        finally:
            store.close()
        if as_json:
            print(text)
        else:
            print("\n".join(explanation_lines(Explanation.model_validate_json(text))))


@app.command()
def asked(
    everything: Annotated[bool, typer.Option("--all", help="连同答上了的")] = False,
    most: Annotated[int, typer.Option("--most", min=1, help="最多列多少个")] = 50,
    state: State = None,
) -> None:
    """列出没答上的、被说没用的问题，最近的在前；编号交给 wenze explain。"""
    with clear_errors():
        from contextlib import closing

        from bot.command.asked_list import asked_lines, wanting
        from bot.service.settings import load_settings
        from bot.service.store import Store

        with closing(Store(load_settings(state=state).store_url)) as store:
            found = wanting(store.asked(), everything, most)
        print("\n".join(asked_lines(found)) or "还没有这样的问题。")


for command in (
    cli_corpus.notices,
    cli_corpus.show,
    cli_corpus.facts,
    cli_corpus.rules,
    cli_corpus.diff,
    cli_corpus.calendar,
    cli_corpus.ingest,
):
    app.command()(command)


def _unfit(question: str) -> str | None:
    """Why a question cannot be asked; `None` where it can."""
    from bot.service.schemas import is_blank

    if is_blank(question):
        return '问题是空的；请在引号里写上要问的内容，例如 wenze ask "什么时候截止？"'
    if len(question) > QUESTION_LIMIT:
        return f"问题太长（{len(question)} 字，上限 {QUESTION_LIMIT} 字）；请缩短，或分几次问"
    if any("\ud800" <= char <= "\udfff" for char in question):
        return "问题里有无法识别的字符；请用 UTF-8 编码输入"
    return None


def _show(response: AskResponse, as_json: bool) -> None:
    if as_json:
        print(response.model_dump_json(), flush=True)
        return
    from rich.console import Console

    from bot.command.terminal import print_answer
    from bot.service.plain_text import answer_text

    console = Console()
    if console.is_terminal:
        print_answer(console, response)
    else:
        print(answer_text(response), flush=True)


def _converse(service: Service, as_json: bool, as_of: date | None, notice: str | None) -> int:
    """Talk until the lines end; how many questions could not be answered."""
    from rich.console import Console

    from bot.command.prompt import Conversation, piped_lines, typed_lines
    from bot.service.schemas import AskRequest

    def answer(question: str, session_id: str | None) -> AskResponse | None:
        if problem := _unfit(question):
            print(f"错误：{problem}", file=sys.stderr)
            return None
        request = AskRequest(question=question, session_id=session_id, as_of=as_of, notice_id=notice)
        return _try(service, request)

    hints = Console(stderr=True, highlight=False)
    talk = Conversation(answer, lambda response: _show(response, as_json), hints)
    talk.run(typed_lines(hints, quiet=as_json) if sys.stdin.isatty() else piped_lines())
    return talk.failures


def _try(service: Service, request: AskRequest) -> AskResponse | None:
    """The answer, or `None` after saying why there is none: a conversation goes on."""
    try:
        return service.ask(request)
    except Exception as error:
        log.debug("a question failed", exc_info=error)
        print(f"错误：{message_of(error)}", file=sys.stderr)
        return None
