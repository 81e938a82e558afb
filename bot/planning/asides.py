"""What is told beside a question and bears on nothing that a notice says: 我平时喜欢跑步，报名费多少.

Its words would be sought like those of the question, count as not stated, and make a question for a value one
about somebody's case. Nothing is left out that tells what conditions are made of (degrees, years, figures,
papers), that supposes or corrects, or of which the notice has a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.conversation.asks import asks
from bot.conversation.told import tells_of_somebody
from bot.finding.evidence import EvidenceGatherer
from bot.finding.support import HELD
from corpus import patterns as re
from corpus.notice import Notice
from index.normal import search_key

__all__ = ["without_asides"]

_AKIN = 0.45  # from this cosine on a notice may call what is told by another word
_COMPOUND = 4  # characters of a word of two that have two each
_MARKS = "，,。;；!！ "
_PARTS = re.compile(r"[^,，。;；!！?？]+[,，。;；!！?？]*")
_MEASURED = re.compile(
    r"\d|[一二两三四五六七八九十百千万半]+(?:多|来)?(?:年|个?月|个|岁|周岁|万|元|块|平|亩|分|级|门|科|倍|成|口|人|名|位)"
)
# What goes on from another part, supposes, corrects, or says of all the rest how it stands.
_JOINED = re.compile(
    r"^(?:[那这它]|当时|当天|到时|可|但|不过|而且|所以|因为|因|结果|然后|就|还|也|又|都|别的|其[他它余]|剩下)|如果|要是|万一|假如|假设|不对|我问|我说|的话"
    r"|回到|刚才|刚刚|前面|上面|[那这]个"
)
# Who asks, told by what they are or do, and where they live or work: 做软件的, 我们是合作社, 住单位宿舍.
_WHO = re.compile(
    r"^(?:我们?|本人|咱们?|俺)(?:家|公司|这)?(?:是|算|属于)|^(?:我们?|咱们?|俺)?是?[做干搞开卖跑当教养种送].{1,8}的$|上班|工作|打工|[住租](?!院)|[外本](?:省|市|地|县|区)"
)
_DENIES = re.compile(r"没(?!关系|事)|未|从不|不(?!过|错|好意思)")  # who took on nobody tells what is demanded
_WISH = re.compile(r"想|打算|准备|希望|听说|据说|帮|列")
# What is asked of what was told just before: 英语没过级，会不会影响评审; 借给别人，被查到怎么处理.
_ASKED_OF_IT = re.compile(
    r"^(?:[那这]样?|还|也|会不会|有没有|会|有|能|要)*(?:影响|关系|问题|被|(?:该|应该)?(?:怎么|咋|如何)(?:样|办|处理|处罚|罚|算)"
    r"|怎样|咋样|行不|行[吗么]|可以[吗么不]|成不|要紧|作数|算数|算[吗么不])"
)
_TIME = re.compile(
    r"[今昨前明后]天|昨晚|[上下这本]个?(?:周末?|星期|礼拜|月)|周末|周[一二三四五六日]|最近|近来|平时|平常|现在|目前|刚才|[去今前]年|以前|之前"
)


def without_asides(text: str, notices: Sequence[Notice], gatherer: EvidenceGatherer) -> str:
    """A question without what is told beside it that none of `notices` has a word for; as it stands where
    there is no such thing, or nothing else is said."""
    parts = _PARTS.findall(text)
    said = [search_key(p.rstrip(_MARKS)) for p in parts]
    if len(parts) < 2 or not notices:
        return text
    reader = _Parts(notices, gatherer)
    idle = [
        reader.is_idle(part) and not _ASKED_OF_IT.search(behind)
        for part, behind in zip(said, [*said[1:], ""], strict=True)
    ]
    left = [s for s, i in zip(said, idle, strict=True) if not i]
    if len(left) == len(parts) or not any(map(reader.says, left)):
        return text
    if any(map(asks, said)) and not any(map(asks, left)):
        return text
    return "".join(p for p, i in zip(parts, idle, strict=True) if not i).rstrip(_MARKS)


class _Parts:
    """Readings of the parts of a question against the notices that it is about."""

    def __init__(self, notices: Sequence[Notice], gatherer: EvidenceGatherer) -> None:
        self._notices, self._gatherer = notices, gatherer

    def is_idle(self, part: str) -> bool:
        """Whether a part tells nothing that any condition or passage may speak of."""
        if (
            asks(part)
            or any(p.search(part) for p in (_MEASURED, _JOINED, _WISH, _WHO, _DENIES))
            or tells_of_somebody(part)
        ):
            return False
        words = self._words(part)
        return bool(words) and not any(map(self._is_heard, words))

    def says(self, part: str) -> bool:
        """Whether a part speaks of anything that the notices speak of."""
        return any(map(self._is_heard, self._gatherer.words(part)))

    def _words(self, part: str) -> list[str]:
        """The words of a part that say what it is about; characters that were cut apart as a word: 追剧."""
        found = list(self._gatherer.words(part))
        pairs = [a + b for a, b in pairwise(found) if len(a + b) == 2 and a + b in part]
        return [w for w in (*found, *pairs) if len(w) > 1 and not _TIME.search(w)]

    def _is_heard(self, word: str) -> bool:
        """Whether a notice has a word, one that means as much, or half of it: 正式出版 for 出版."""
        halves = (word[:2], word[2:]) if len(word) == _COMPOUND else ()
        degree, kinship = self._gatherer.degree_in, self._gatherer.kinship
        held = any(degree(w, n) >= HELD for n in self._notices for w in (word, *halves))
        return held or any(kinship(word, n) >= _AKIN for n in self._notices)
