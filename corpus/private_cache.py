"""Files that this user's processes make once and leave for the next: tables compiled from a library's data,
resources parsed.

They lie where only this user can write, since they are unmarshalled when they are read.
"""

from __future__ import annotations

import atexit
import mmap
import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

__all__ = ["kept_file"]

_T = TypeVar("_T")


def kept_file(name: str, read: Callable[[bytes | mmap.mmap], _T], make: Callable[[], bytes]) -> _T:
    """What `read` finds in the file of that name, mapped into memory; it is made where there is none.

    A file that `read` refuses (`ValueError`, `EOFError`, `TypeError`) is made again. Without a place to keep
    it, every process makes its own.
    """
    path = _private_folder() / name
    try:
        with path.open("rb") as file:
            return read(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError, EOFError, TypeError):
        held = make()
    with suppress(OSError):  # then the next process makes it again
        _leave(path, held)
    return read(held)


def _leave(path: Path, held: bytes) -> None:
    descriptor, beside = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as made:
            made.write(held)
        Path(beside).replace(path)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise


def _private_folder() -> Path:
    """A directory that only this user can write."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser())
    folder = base / "wenze"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)
        if os.access(folder, os.W_OK) and folder.stat().st_uid == os.getuid():
            return folder
    except (OSError, RuntimeError):
        pass
    return _passing_folder()


@cache
def _passing_folder() -> Path:
    """A directory of this process alone, deleted when it ends."""
    folder = tempfile.mkdtemp(prefix="wenze-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)
