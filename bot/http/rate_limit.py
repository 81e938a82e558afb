"""How often one client may ask, counted in this process."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock

__all__ = ["RateLimit", "TooManyRequests"]

_MINUTE = 60.0
_CLIENTS_KEPT = 10_000


class TooManyRequests(Exception):
    """The client has used up its minute; `retry_after` is in whole seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"请求过于频繁；请在 {retry_after} 秒后重试")
        self.retry_after = retry_after


class RateLimit:
    """At most `per_minute` requests a minute for each client, 0 for any number.

    For each client it keeps only the moment at which its allowance will be whole again.
    """

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._cost = _MINUTE / per_minute if per_minute else 0.0
        self._clock = clock
        self._whole_at: dict[str, float] = {}
        self._lock = Lock()

    def spend(self, client: str) -> None:
        """Count one request.

        Raises:
            TooManyRequests: it is one too many, and is not counted.
        """
        if not self._cost:
            return
        with self._lock:
            now = self._clock()
            whole_at = max(now, self._whole_at.get(client, now)) + self._cost
            excess = whole_at - now - _MINUTE
            if excess > 1e-6:
                raise TooManyRequests(int(excess) + 1)
            self._whole_at[client] = whole_at
            if len(self._whole_at) > _CLIENTS_KEPT:
                self._whole_at = {c: at for c, at in self._whole_at.items() if at > now}
