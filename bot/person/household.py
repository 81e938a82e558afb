"""Where a person says that they are registered, against the places that a notice calls its own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from bot.speech.lexicon import lexicon
from bot.speech.regions import is_region
from corpus import patterns as re

__all__ = ["resident_of"]

_KEPT = 512  # texts of which it is kept what they tell; a person is read for one notice after another

_RESIDENT = re.compile(
    r"([\u4e00-\u9fff]?(?![户学党国军])[\u4e00-\u9fff])籍|户[口籍](?:[跟和与、][\u4e00-\u9fff]{1,3}|房子)?(?:就|也|都)*(?:在|是)(?:这(?:里|边|儿)?|咱们?(?:这|[市区县])|你们这|我们[市区县]|本[市地区县镇]|[市区县](?:里|内)(?=[，。；,;]|$))|本地人|本地的(?=[，。,]|$)|(?:本市|本地|本省)户[籍口]|有户口"
    r"|(?:有|是)?([\u4e00-\u9fff]{2})(?:城里|城区|市区|县城|那边|这边)?(?:的)?(?:户籍|户口)|户[口籍](?:所在地|地)?(?:已经?|都|早就|就|一直|还|刚|也)*(?:迁[到入进]|落[在到]|在|是(?!农|城|非|集|本|外))([\u4e00-\u9fff]{2})"
    r"|(?:人是|我是|老家(?:在|是)?|来自|土生土长的?|(?:^|(?<=[，。；,;]))(?:本人|我|俺|咱)?(?=[\u4e00-\u9fff]{2}人(?:[，。；,;]|$))|本人(?=[\u4e00-\u9fff]{2}的))(?!单|残|退|低|一|在|个|本|应|男|女|外|农|城|军|党|硕|博|大|中|高)([\u4e00-\u9fff]{2})(?<!籍)(?:的|人|，|。|$)"
)
_HERE = frozenset({"本市", "本地", "本省", "本区", "本县", "当地"})
_NO_PLACE = frozenset(
    {
        "学生",
        "城镇",
        "农村",
        "农业",
        "非农",
        "城里",
        "镇上",
        "村里",
        "乡里",
        "街上",
        "市里",
        "集体",
        "社区",
        "街道",
        "居民",
        "隔壁",
        "什么",
        "别人",
        "他人",
    }
)
_NO_NAME = re.compile(r"[个几的办迁落把是要能没给转换报查改被将随]")  # 几个人的户口, 能办户口
_OUT = r"(?:外[省地县市区]|(?:隔壁|邻|别的|其他)[省市县区])"
# Who says that they are from elsewhere: 外地人, 我外省的. What else is there (a firm, a plate, a school)
# says nothing of where somebody is registered.
_ABROAD = re.compile(
    rf"{_OUT}的?(?:户|籍)|{_OUT}(?:过?来的)?人(?!员|才|民|家)|户[口籍](?:所在地|地|的|还|都|也|又|就|仍|一直|目前|现在|早|已经?)*(?:不是|是|在|落[在到]|迁[到去往]|转[到去往]|属于?)?(?:了)?{_OUT}"
    rf"|(?:^|[，。；？]|[我俺咱]们?家?|本人|两口子|一家)(?:老家)?(?:人?[都也]?是?从?)?{_OUT}(?:过?来)?(?:的(?![车房牌证驾学社单公企医养户])|打工|务工|租房|(?=(?:也|还)?(?:能|可以?|行)))"
    r"|外籍|外国(?:人|国籍|公民)|非本市|非本地|外来(?!物|语)|户[口籍](?:还|都|一直|目前|现在)*在(?:农村|乡下)?老家|没有?(?:本地|本市)?户[口籍]|户[口籍]不在|户[口籍](?:还|都|也)?没(?:有)?(?:迁|转|落|办)(?:过|进)?(?:来|去)?|非(?!农)[\u4e00-\u9fff]{1,2}(?:籍|户)"
)
# 户口三月才从外区迁过来, 户口就落这儿了; what is only wished for is no move: 想把户口迁过来.
_MOVED_HERE = re.compile(
    r"(?P<before>[^，。；？]*)户[口籍](?P<then>[^，。；？]{0,12}?)(?:迁|转|落|入|挪)(?:[到入进在]|户)*(?:过来|进来|来|了?(?:本[市地省区县镇乡村]|这|咱|你们这))"
)
_NOT_MOVED = re.compile(r"[想要没未不能]|打算|准备|可以|怎么|咋|如何|何时")
_KIN = "女儿|儿子|闺女|老婆|老公|丈夫|妻子|爱人|媳妇|爸爸|妈妈|父亲|母亲|爷爷|奶奶|婆婆|公公|岳父|岳母|对象"
# 女儿户口, 我妈的户口: whose it is, not where.
_WHOSE = re.compile(
    rf"(?:{_KIN}|孩子|小孩|老人|配偶|爸妈|[我他她]爸|[我他她]妈|父母|子女|夫妻|全家|一家|家里|自己|本人|[我他她]的|[我他她])"
    r"的?(?=户[口籍])"
)
# 女儿户口在外面，我在这里住: who goes on to tell of themselves has told nothing of their own household.
_OF_KIN = re.compile(rf"(?:{_KIN})的?户[口籍][^，。；？]*(?=，我(?![们家爸妈的]))")
_NAME = re.compile(r"[\u4e00-\u9fff]+")
_DENIED = re.compile(r"(?:没有?|不是?|并非|无|非)$")


def resident_of(text: str, places: str) -> bool | None:
    """Whether the person is registered where the notice is at home."""
    told = _household(text)
    return told.within(places) if isinstance(told, _Household) else told


@dataclass(frozen=True, slots=True)
class _Household:
    """Where somebody says that they are registered: `place`, or what is named there in `pairs` of characters;
    `denied` where they say that it is not so, `behind` where the place stands right behind the word, `bare`
    where no word says that it is one: 我是上海的."""

    place: str
    pairs: tuple[str, ...] = ()
    denied: bool = False
    behind: bool = False
    bare: bool = False

    def within(self, places: str) -> bool | None:
        """Whether that is one of `places`; None where it cannot be told."""
        if self.behind:
            if self.place in places or self.place in _HERE:
                return True
            return False if is_region(self.place) else None
        if any(_is_named(p, places) if self.bare else p in places for p in self.pairs):
            return not self.denied
        if self.place in _NO_PLACE or _NO_NAME.search(self.place):
            return None
        if self.bare and not (self.place in _HERE or is_region(self.place)):
            return None  # 我是律师
        here = not self.place or self.place in _HERE or self.place in places
        return (None if self.denied else False) if not here else not self.denied


def _is_named(word: str, places: str) -> bool:
    """Whether a word is one of the names among `places`, and no other word of a title: 业主, 志愿."""
    return (
        re.search(rf"(?<![^，]){word}(?:[省市区县镇乡]|街道|社区|村)?(?=，|$)|{word}[省市区县镇乡]", places)
        is not None
    )


@lru_cache(maxsize=_KEPT)
def _household(text: str) -> _Household | bool | None:
    """What is told of where somebody is registered; False for abroad, None for nothing."""
    if moved := _MOVED_HERE.search(text):
        if not _NOT_MOVED.search(moved["before"] + moved["then"]):
            return True
        if re.search(_OUT, moved["then"]):
            return False
    if _ABROAD.search(text):
        return False
    text = _WHOSE.sub("，", _OF_KIN.sub("，", text))
    said = list(_RESIDENT.finditer(text))
    placed = [m for m in said if m[2] not in _NO_PLACE]
    match = next((m for m in placed if m[4] is None or is_region(m[4])), placed[0] if placed else None)
    if match is None:
        behind = _place_behind(text)
        if behind is not None or not said:
            return behind
        match = said[0]  # 望舒城镇户口: the place stands before its kind
    short = lexicon().places.get((match[1] or "")[-1:], "")
    place = short or next((g for g in match.groups() if g), "")
    before = re.sub(r"户[口籍]", "，", text[max(0, match.start() - 4) : match.end()])
    pairs = (before[i : i + 2] for i in range(len(before) - 1))
    names = tuple(p for p in pairs if p not in _NO_PLACE and _NAME.fullmatch(p))
    denied = _DENIED.search(text[: match.start()]) is not None
    bare = match[4] is not None or (match[1] is not None and not short)
    return _Household(place, names, denied, bare=bare)


# 户口上海: the place right behind, with no verb.
_PLACE_BEHIND = re.compile(r"户[口籍]([\u4e00-\u9fff]{2})[市省]?(?:的|本地)?(?=[，。；,;]|$)")


def _place_behind(text: str) -> _Household | None:
    """The place named right behind the word for a household."""
    found = _PLACE_BEHIND.search(text)
    return None if found is None else _Household(found[1], behind=True)
