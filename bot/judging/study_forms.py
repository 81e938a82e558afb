"""Degrees that do not count for how they were taken: 函授大专, where 全日制 is demanded."""

from __future__ import annotations

from collections.abc import Iterable

from bot.person.schooling import Degree
from corpus import patterns as re
from corpus.notice import Notice
from corpus.once import once_per_notice
from corpus.values.periods import fold

__all__ = ["not_counted"]

# One way to study, as notices and as people call it.
_KINDS = tuple(
    re.compile(words)
    for words in (
        r"自学考试|自考",
        r"函授",
        r"成人(?:高考|高等|教育|继续)|成考|成教",
        r"电大|电视大学|开放(?:大学|教育)",
        r"网络(?:教育|远程)|网教|远程",
        r"夜大|业余",
        r"非全(?:日制)?",
    )
)
_REFUSED = re.compile(
    r"(?P<ways>[^,。;]{2,60}?)(?:等)?(?:形式|方式|途径)?(?:取得|获得|颁发)?的?[^,。;]{0,10}(?:学历|学位|文凭|毕业证书?)(?:证书)?,?"
    r"(?:一律|均|都|暂)?(?:不(?:能|得|可|予)?(?:作为|视为|认可|承认|接受|采认|算|符合|能报|得报|受理)|无效)"
)
_FULL_TIME = re.compile(r"^(?!.*非全日制).*全日制")


def not_counted(degrees: Iterable[Degree], words: str, notice: Notice) -> list[Degree]:
    """Those of several degrees that do not count towards what `words` demand, for how they were taken."""
    full_time = _FULL_TIME.match(words) is not None
    refused = _refused(notice)
    return [
        d
        for d in degrees
        if (full_time and (d.form or d.in_service)) or any(kind.search(d.form) for kind in refused if d.form)
    ]


@once_per_notice
def _refused(notice: Notice) -> tuple[re.Pattern[str], ...]:
    """The ways to study by which no degree counts in a notice."""
    text = re.sub(r"\s", "", fold(notice.text))
    spoken_of = [s for s in re.split("[。;]", text) if any(kind.search(s) for kind in _KINDS)]
    named = " ".join(m["ways"] for s in spoken_of for m in _REFUSED.finditer(s))
    return tuple(kind for kind in _KINDS if kind.search(named))
