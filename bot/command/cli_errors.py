"""How a command ends where it cannot do what it was asked to: a message on stderr and an exit code."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer

__all__ = ["clear_errors", "fail", "message_of"]

log = logging.getLogger(__name__)


@contextmanager
def clear_errors() -> Iterator[None]:
    """End the command with a message instead of a traceback; `--debug` logs the traceback as well."""
    try:
        yield
    except typer.Exit:
        raise
    except KeyboardInterrupt:
        fail("已中断", 130)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone; there is nothing left to say
        raise typer.Exit(1) from None
    except Exception as error:
        log.debug("the command failed", exc_info=error)
        fail(message_of(error), 1)


def fail(message: str, code: int) -> NoReturn:
    """Say on stderr what is wrong and end with that exit code."""
    print(f"错误：{message}", file=sys.stderr)
    raise typer.Exit(code)


def message_of(error: Exception) -> str:
    """What to say about an error: what is wrong and how to mend it."""
    from bot.service.database import StoreError
    from bot.service.settings import BadSettings
    from corpus.errors import CorpusError
    from index.errors import IndexFailure

    if isinstance(error, BadSettings | CorpusError | IndexFailure | StoreError):
        return str(error)
    if isinstance(error, OSError):
        what = f"{error.strerror or error} {error.filename or ''}".strip()
        return f"{what}；请检查文件夹是否存在、是否可读写、磁盘是否已满"
    return f"意外的错误（{type(error).__name__}: {error}）；用 wenze --debug … 重新运行可以看到详细情况"
