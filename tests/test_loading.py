"""Loading in the background: what is left to do when the service is there."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from threading import Event
from threading import enumerate as threads
from typing import Any

import pytest

from bot.service.loading import LoadingService, spare_loaded


@pytest.fixture
def collector() -> Iterator[None]:
    """The collector of garbage, put back as it was."""
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


@pytest.mark.usefixtures("collector")
def test_no_collection_looks_through_what_is_loaded() -> None:
    gc.set_threshold(1_000_000, 50, 100)
    loaded = [[] for _ in range(100)]
    spare_loaded()
    assert gc.get_freeze_count() >= len(loaded)
    assert not any(thing is loaded for thing in gc.get_objects())
    assert 0 < gc.get_threshold()[0] < 1_000_000


@pytest.mark.usefixtures("collector")
def test_the_service_is_there_while_it_warms_up() -> None:
    warming, done = Event(), Event()

    class Warmed:
        def warm_up(self) -> None:
            warming.set()
            done.wait(5)

    made: Any = Warmed()
    loading = LoadingService(lambda: made)
    loading.start()
    assert warming.wait(5)
    assert loading.service() is made
    assert gc.get_freeze_count()
    done.set()
    for thread in threads():
        if thread.name == "load-index":
            thread.join(5)
