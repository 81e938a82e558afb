"""Loading the service in the background, so that the process answers for itself meanwhile."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable
from threading import Thread

from bot.service.database import StoreError
from bot.service.service import Service
from corpus.errors import CorpusError
from index.errors import IndexFailure

__all__ = ["LoadFailed", "LoadingService", "NotReady", "StillLoading", "spare_loaded"]

log = logging.getLogger(__name__)

_SERVING = (200_000, 20, 100)  # when a collection comes: objects made since the last, rounds of the young


class NotReady(Exception):
    """No question can be answered now."""


class StillLoading(NotReady):
    """The index is being loaded; it is worth trying again soon."""


class LoadFailed(NotReady):
    """The index could not be loaded; the message says why and how to mend it."""


class LoadingService:
    """A service that may still be loading, or may have failed to."""

    def __init__(self, source: Service | Callable[[], Service]) -> None:
        self._source = source
        self._service = source if isinstance(source, Service) else None
        self._failure: str | None = None

    def start(self) -> None:
        """Begin to load; returns at once."""
        if not isinstance(self._source, Service):
            Thread(target=self._run, args=(self._source,), name="load-index", daemon=True).start()

    def service(self) -> Service:
        """The service.

        Raises:
            StillLoading: it is being loaded.
            LoadFailed: it will not be there.
        """
        if self._service is not None:
            return self._service
        if self._failure is not None:
            raise LoadFailed(self._failure)
        raise StillLoading("通知索引正在载入；请稍后重试")

    def close(self) -> None:
        """Close the service, where there is one."""
        if self._service is not None:
            self._service.close()

    def _run(self, load: Callable[[], Service]) -> None:
        try:
            self._service = load()
        except (CorpusError, IndexFailure, StoreError) as error:
            log.error("载入失败：%s", error)
            self._failure = str(error)
        except Exception:
            log.exception("载入失败")
            self._failure = "通知索引载入失败；请查看服务日志中的错误，排除后重新启动"
        else:
            self._settle(self._service)

    def _settle(self, service: Service) -> None:
        """Make later answers quick, while the service answers already."""
        spare_loaded()
        try:
            service.warm_up()
        except Exception:  # no person asked
            log.exception("预热失败")
        spare_loaded()


def spare_loaded() -> None:
    """Let no collection look through what is loaded, which lives as long as the process, and others come as
    often as suits answers: rarely, and short."""
    gc.freeze()
    gc.set_threshold(*_SERVING)
