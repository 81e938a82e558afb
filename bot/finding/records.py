"""The typed records of a notice, read once: documents, steps, contacts, consequences, validities, moments."""

from __future__ import annotations

from functools import cached_property, lru_cache

from corpus.alike.disagreements import Disagreement, disagreements_of
from corpus.conditions.validity import Validity, validities_of
from corpus.notice import Notice
from corpus.values.consequences import Consequence, consequences_of
from corpus.values.contacts import Contact, contacts_of
from corpus.values.materials import Material, materials_of
from corpus.values.steps import Step, steps_of
from corpus.values.symbols import Moment, moments_of

__all__ = ["Records", "records_of"]

_KEPT = 256  # notices whose records are kept


class Records:
    """What one notice states by type; each kind is read when it is first asked for."""

    def __init__(self, notice: Notice) -> None:
        self._notice = notice

    @cached_property
    def materials(self) -> tuple[Material, ...]:
        return materials_of(self._notice)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        return steps_of(self._notice)

    @cached_property
    def contacts(self) -> tuple[Contact, ...]:
        return contacts_of(self._notice)

    @cached_property
    def consequences(self) -> tuple[Consequence, ...]:
        return consequences_of(self._notice)

    @cached_property
    def validities(self) -> tuple[Validity, ...]:
        return validities_of(self._notice)

    @cached_property
    def disagreements(self) -> tuple[Disagreement, ...]:
        return disagreements_of(self._notice)

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        return moments_of(self._notice)

    def read(self) -> None:
        """Read every kind that has not been asked for yet."""
        for name, kind in vars(Records).items():
            if isinstance(kind, cached_property):
                getattr(self, name)


class _Same:
    """A notice as a key: by identity, since comparing whole texts would cost more than reading them."""

    __slots__ = ("notice",)

    def __init__(self, notice: Notice) -> None:
        self.notice = notice

    def __hash__(self) -> int:
        return id(self.notice)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.notice is self.notice


@lru_cache(maxsize=_KEPT)
def _records(key: _Same) -> Records:
    return Records(key.notice)


def records_of(notice: Notice) -> Records:
    """The records of a notice, read once for as long as it is in use."""
    return _records(_Same(notice))
