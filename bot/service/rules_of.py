"""The rules of one notice: written for people and files, and what is doubtful about them."""

from __future__ import annotations

from corpus.alike.consistency import Doubt, doubts_about
from corpus.errors import UnknownTarget
from corpus.notice import Notice
from corpus.rules.rule_file import RuleFile
from corpus.rules.rule_writing import written_rules
from corpus.rules.rules import targets_of
from corpus.rules.waivers import waivers_of

__all__ = ["doubts_in", "rules_of"]


def rules_of(notice: Notice, target: str | None = None) -> RuleFile:
    """The rules of a notice as corrected; with `target` only those of that level, scheme or post.

    Raises:
        UnknownTarget: the notice has no target of that name.
    """
    targets = targets_of(notice)
    if target is not None:
        named = [t for t in targets if target in (t.name, t.name.removesuffix("级"))]
        named = named or [t for t in targets if target in t.name]
        if not named:
            known = "、".join(t.name for t in targets) or "没有读出条件"
            raise UnknownTarget(f"通知 {notice.notice_id} 里没有“{target}”；现有：{known}")
        targets = tuple(named)
    return written_rules(notice, targets, waivers_of(notice))


def doubts_in(notice: Notice) -> tuple[Doubt, ...]:
    """The conditions of a notice that nobody can meet, or that everybody meets."""
    return doubts_about(notice, targets_of(notice), waivers_of(notice))
