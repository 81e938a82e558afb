"""Samples in parts: all of a group in one of them."""

from __future__ import annotations

from eval.folds import folds


def test_no_notice_is_in_two_parts():
    groups = [f"n{i * i % 13}" for i in range(50)]
    parts = folds(groups, 4)
    assert sorted(i for part in parts for i in part) == list(range(50))
    for group in set(groups):
        assert sum(any(groups[i] == group for i in part) for part in parts) == 1
