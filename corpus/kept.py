"""What reading files came to, kept for the next start: only what is new or was changed is read again.

    FOLDER/<key>.read     SHA-256 of the rest; the notices of one file, each with what is worked out of it

The key tells what a reading follows from: the file and those beside it that describe it, the code of this
package, and the libraries that it reads with. What is damaged or foreign counts as not there. Nothing but
values of this package's own types is unpickled ("Restricting Globals" in the Python library reference), each
by a call with the values of its fields: a foreign file cannot run anything.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from corpus.alike.parallel_figures import like_figures_of
from corpus.conditions.areas import areas_of
from corpus.conditions.classes import classes_of
from corpus.conditions.deductions import deductions_of
from corpus.notice import Notice
from corpus.once import OncePerNotice
from corpus.readers.files import MAX_BYTES
from corpus.readers.metadata import SIDECAR_SUFFIX
from corpus.reading import Reading, read_whole
from corpus.rules.condition_sentences import condition_sentences
from corpus.rules.overlay import RULES_SUFFIX
from corpus.rules.rules import compile_groups, let_in_besides, targets_of
from corpus.rules.targets import offers_of
from corpus.rules.waivers import waivers_of
from corpus.values.symbols import moments_of
from corpus.values.windows import windows_of

__all__ = ["WORKED_OUT", "KeptReadings"]

# What no question should wait for: compiling the conditions of a long notice takes tens of milliseconds.
WORKED_OUT: tuple[OncePerNotice[Any], ...] = (
    areas_of,
    classes_of,
    compile_groups,
    targets_of,
    let_in_besides,
    offers_of,
    deductions_of,
    waivers_of,
    moments_of,
    windows_of,
    like_figures_of,
    condition_sentences,
)
_LIBRARIES = ("chinesecalendar", "lxml", "pdfminer.six", "pdfplumber", "python-docx", "PyYAML")
_SUFFIX = ".read"
_CHECK = hashlib.sha256().digest_size
_DAY = 86_400.0


class KeptReadings:
    """The readings kept in a folder. Without a place to write they are not kept, which costs time alone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()

    def read(self, path: Path) -> Reading:
        """What `corpus.reading.read_whole` gives, with all of `WORKED_OUT` known of its notices.

        What has something to complain of is read, and complained of, every time.

        Raises:
            UnreadableFile: the file cannot be read; the message says why and how to mend it.
        """
        key = _key(path)
        if key is None:
            return read_whole(path)
        self._used.add(key + _SUFFIX)
        place = self._folder / (key + _SUFFIX)
        notices = _opened(place)
        if notices is not None:
            return Reading(notices, ())
        reading = read_whole(path)
        if not reading.warnings and not reading.refused:
            with suppress(OSError):
                _leave(place, reading.notices)
        return reading

    def drop_others(self) -> None:
        """Delete what was kept of files that have gone or changed, after a day."""
        with suppress(OSError):
            for entry in list(os.scandir(self._folder)):
                old = time.time() - entry.stat().st_mtime > _DAY
                if old and entry.name not in self._used:
                    Path(entry).unlink()


def _key(path: Path) -> str | None:
    """What a reading of the file follows from, hashed; None where that cannot be told."""
    try:
        digest = hashlib.sha256(f"{_code()}\0{path.name}\0".encode())
        for part in (path, *(path.with_name(path.name + s) for s in (SIDECAR_SUFFIX, RULES_SUFFIX))):
            held = _bytes_of(part) if part == path or part.exists() else b""
            digest.update(f"{len(held)}\0".encode() + held)
    except (OSError, ValueError):
        return None
    return digest.hexdigest()


def _bytes_of(path: Path) -> bytes:
    if path.stat().st_size > MAX_BYTES:
        raise ValueError("too large to be read")
    return path.read_bytes()


@cache
def _code() -> str:
    """The version of what reads: this package to the letter, Python, and the libraries."""
    digest = hashlib.sha256(repr((sys.version_info, *map(_version, _LIBRARIES))).encode())
    for name, text in sorted(_sources(files("corpus"))):
        digest.update(f"{name}\0{len(text)}\0".encode() + text)
    return digest.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def _sources(folder: Traversable) -> list[tuple[str, bytes]]:
    found = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += [(f"{entry.name}/{name}", text) for name, text in _sources(entry)]
        elif entry.name.endswith((".py", ".yaml")):
            found.append((entry.name, entry.read_bytes()))
    return found


def _leave(place: Path, notices: tuple[Notice, ...]) -> None:
    """Write a reading in one step: it is complete or not there."""
    held = io.BytesIO()
    _Writer(held, protocol=5).dump([(n, [read(n) for read in WORKED_OUT]) for n in notices])
    place.parent.mkdir(parents=True, exist_ok=True)
    descriptor, beside = tempfile.mkstemp(dir=place.parent)
    try:
        with os.fdopen(descriptor, "wb") as made:
            made.write(hashlib.sha256(held.getbuffer()).digest())
            made.write(held.getbuffer())
        Path(beside).replace(place)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise


def _opened(place: Path) -> tuple[Notice, ...] | None:
    """What was left in a file, None where there is none or it is not what was left."""
    try:
        held = memoryview(place.read_bytes())
        if hashlib.sha256(held[_CHECK:]).digest() != held[:_CHECK]:
            return None
        kept = _Reader(io.BytesIO(held[_CHECK:])).load()
        notices = tuple(notice for notice, _ in kept)
        for notice, values in kept:
            for read, value in zip(WORKED_OUT, values, strict=True):
                read.keep(notice, value)
    except Exception:  # bytes of others: whatever is wrong with them, the file itself is still there to read
        return None
    return notices if all(isinstance(n, Notice) for n in notices) else None


class _Writer(pickle.Pickler):
    """Writes each value of a dataclass as a call of its class with the values of its fields."""

    def reducer_override(self, value: Any) -> Any:
        kind = type(value)
        if not is_dataclass(kind):
            return NotImplemented
        return kind, tuple([getattr(value, name) for name in _names(kind)])


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))


class _Reader(pickle.Unpickler):
    """Knows the types of this package that only hold values, days and numbers, and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        plain = {("datetime", "date"): date, ("decimal", "Decimal"): Decimal}.get((module, name))
        if plain is not None:
            return plain
        found = getattr(sys.modules.get(module), name, None) if module.startswith("corpus.") else None
        if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is no type that is kept")
