"""`scipy.sparse`, imported when something of it is first used: `from index import sparse`.

It takes a tenth of a second to import. An index is built with it; one that is at hand is searched without.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


def __getattr__(name: str) -> Any:
    """Whatever `scipy.sparse` has of that name."""
    return getattr(import_module("scipy.sparse"), name)
