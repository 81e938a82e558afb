"""Many rewritings of a text in their order, where most have nothing to change in it.

A rule is tried only where the text has a character of each set that its matches cannot do without. RE2's
`FilteredRE2` leaves out expressions the same way, by the strings that they need.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus import patterns as re

__all__ = ["Rewriting"]


class Rewriting:
    """Rules that are applied one behind the other, each to what the ones before it left."""

    def __init__(self, rules: Iterable[tuple[re.Pattern[str], str]]) -> None:
        self.rules = tuple(rules)
        self._needed: list[re.Sets] = []
        self._by_character: dict[str, list[int]] = {}
        self._always: list[int] = []
        for number, (rule, _) in enumerate(self.rules):
            first, *others = sorted(re.needed(rule), key=len) or [frozenset[str]()]
            self._needed.append(tuple(others))
            for numbers in (self._by_character.setdefault(c, []) for c in first):
                numbers.append(number)
            if not first:
                self._always.append(number)

    def __call__(self, text: str) -> str:
        """The text rewritten."""
        begin = 0
        while True:
            for number in self._due(text, begin):
                rule, by = self.rules[number]
                changed = rule.sub(by, text)
                if changed != text:
                    text, begin = changed, number + 1
                    break
            else:
                return text

    def touches(self, text: str) -> bool:
        """Whether any rule matches in the text as it stands."""
        return any(self.rules[n][0].search(text) for n in self._due(text, 0))

    def _due(self, text: str, begin: int) -> Sequence[int]:
        """The rules from `begin` on that may match in the text, in their order."""
        held = frozenset(text)
        found = {n for c in held & self._by_character.keys() for n in self._by_character[c]}
        found.update(self._always)
        due = (n for n in found if n >= begin)
        return sorted(n for n in due if not any(s.isdisjoint(held) for s in self._needed[n]))
