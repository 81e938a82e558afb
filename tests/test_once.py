"""What is worked out of a notice once."""

from __future__ import annotations

import gc
from dataclasses import replace
from weakref import ref

from corpus.once import once_per_notice


def test_read_once_for_each_notice_and_told_apart_by_identity(make_notice):
    seen = []

    @once_per_notice
    def read(notice):
        seen.append(notice.notice_id)
        return object()

    notice = make_notice("n", "通知", [("paragraph", "正文", -1)])
    copy = replace(notice)
    assert read(notice) is read(notice)
    assert read(copy) is not read(notice)
    assert seen == ["n", "n"]


def test_a_notice_is_not_kept_alive(make_notice):
    read = once_per_notice(lambda notice: notice.title)
    notice = make_notice("n", "通知", [("paragraph", "正文", -1)])
    read(notice)
    gone = ref(notice)
    del notice
    gc.collect()
    assert gone() is None
