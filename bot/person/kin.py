"""About whom something is asked, where more than one person is spoken of: 我30，我娃6岁，能上一年级吗.

Words that tell of somebody else are left out before facts of one's own (age, sex, degree) are read. Only a
part that names somebody else is left out: what names nobody may be of anybody. Whether somebody is married is
told by those spoken of as well: 我老婆.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus import patterns as re

__all__ = [
    "Subject",
    "kin_named",
    "marital_of",
    "names_other_kin",
    "parts_naming",
    "sex_of",
    "speaks_of_several",
    "subject_of",
    "without_bystanders",
    "without_kin",
]

_CHILD = r"孩子|小孩|娃|宝宝|婴儿|儿子|女儿|闺女|丫头|小朋友|孙子|孙女|外孙女?"
_ELDER = (
    r"爸妈|爸爸?|妈妈?|父亲|母亲|父母|爷爷|奶奶|外公|外婆|姥姥|姥爷|公公|婆婆|岳父|岳母|丈人|丈母娘"
    r"|(?<![大姑])爹|(?<=[我他她老亲])娘(?!家)|(?<=[我他她])[爷奶姥](?!爷|奶|姥|们|粉|牛|油)"
    r"|老人(?!家?[\u4e00-\u9fff]{0,2}(?:食堂|餐|饭|卡|证|票|院|机|节|大学|补贴|津贴|活动|优待|优惠))"
)
_SPOUSE = r"老公|老婆|丈夫|妻子|爱人|媳妇|配偶|对象(?!是|为)"
_OTHER = r"[表堂]?(?:弟弟?|哥哥?|姐姐?|妹妹?)|朋友|同事|同学|亲戚|邻居|室友|舅舅?|叔叔?|姑姑?|姨妈?|侄子|侄女"
_KIN = re.compile(rf"(?P<child>{_CHILD})|(?P<elder>{_ELDER})|(?P<spouse>{_SPOUSE})|(?P<other>{_OTHER})")
# 跟我住, 和我们一起过: with whom somebody else is, who is told of.
_WITH = r"(?<![跟和随与靠陪离])(?<![跟和随与陪]着)"
_SELF = re.compile(
    rf"{_WITH}(?:我|本人|自己)(?!家|们?的?(?:{_CHILD}|{_ELDER}|{_SPOUSE}|{_OTHER})|的|想问|问一?下|要给|替|帮|给)"
)
_ASKS = re.compile(
    r"(?:能|可以?|够|会|行|算|符合|有资格|满足|该)[^，。；？]{0,20}(?:吗|么|不|没|嘛|呢|吧|？|$)|呢$|[吗么嘛]$"
)
# What is asked for the young and for the old, in general terms.
_FOR = {
    "child": re.compile(
        r"入学|上学|入园|幼儿园|一年级|小学|初中|高中|中考|托班|托育|疫苗|接种|学位|择校|转学"
    ),
    "elder": re.compile(r"养老|高龄|老年|敬老|优待证|护理补贴|退休"),
}
_PARTS = re.compile(r"[^，。；？！,;?! ]+[，。；？！,;?! ]*")


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is asked about (self, child, elder, spouse or other), and the words that may tell of them."""

    who: str
    words: str


def subject_of(text: str) -> Subject:
    """Who is asked about in `text`, which then lacks the parts that tell of somebody else alone."""
    parts = _PARTS.findall(text)
    named = [_named(p) for p in parts]
    if not any(n - {"self"} for n in named):
        return Subject("self", text)
    about = _asked_about(parts, named)
    kept = "".join(p for p, n in zip(parts, named, strict=True) if not n or about in n)
    return Subject(about, kept or text)


def parts_naming(text: str, who: str) -> str:
    """The parts of `text` that tell of one group of kin (child, elder, spouse) and not of who asks."""
    parts = _PARTS.findall(text)
    return "".join(p for p in parts if who in _named(p) and "self" not in _named(p))


_OF_THEM = re.compile(r"[他她]|(?:的|这)(?:情况|事)")


def without_bystanders(text: str) -> str:
    """`text` without what is told of friends, neighbours or siblings by who asks about themselves."""
    parts = _PARTS.findall(text)
    named = [_named(p) for p in parts]
    if {"other"} not in named or not any("self" in n for n in named) or _OF_THEM.search(text):
        return text
    if _asked_about(parts, named) != "self":
        return text
    return "".join(p for p in parts if not _OF_BYSTANDER.match(p) or _QUESTION.search(p))


_OF_BYSTANDER = re.compile(rf"(?:我|俺|咱)们?家?的?(?:{_OTHER})")
_QUESTION = re.compile(r"[?？]|[吗么呢]|多少|什么|啥|怎么|咋|哪|谁|如何|能不能|可不可以|是不是|算不算")


def speaks_of_several(text: str) -> bool:
    """Whether more than one person is named."""
    return len({m[0] for m in _KIN.finditer(text)}) + (_SELF.search(text) is not None) > 1


def kin_named(text: str) -> frozenset[str]:
    """The groups of relatives and friends that are named: child, elder, spouse, other."""
    return frozenset(m.lastgroup or "" for m in _KIN.finditer(text))


# Words for one and the same relative: 爸, 爸爸 and 父亲.
_SAME = (
    "爸父",
    "妈母",
    "爷",
    "奶",
    "弟",
    "哥",
    "姐",
    "妹",
    "舅",
    "叔",
    "姑",
    "姨",
    "儿子",
    "女儿闺丫",
    "外公姥爷",
    "外婆姥姥",
)


def names_other_kin(text: str, before: str) -> bool:
    """Whether `text` names a relative, and `before` only others: 我爸 after 我妈."""
    now, then = ({_which(m[0]) for m in _KIN.finditer(t)} for t in (text, before))
    return bool(now) and bool(then) and not now & then and "" not in now | then


def _which(word: str) -> str:
    """One word for a relative, whatever it is called; empty where it may be any of several: 孩子, 老人."""
    return next((same for same in _SAME if word[0] in same or word in same), "")


def without_kin(text: str) -> str:
    """`text` without the words for relatives and friends."""
    return _KIN.sub("", text)


_SEXES = {
    "child": ("儿子|男孩|男娃|男生|孙子", "女儿|闺女|丫头|女孩|女娃|女生|孙女"),
    "elder": (
        "爸|父亲|爹|爷|外公|公公|岳父|丈人(?!母)",
        "妈|母亲|(?<![大姑])娘(?!家)|奶|外婆|姥(?!爷)|婆婆|岳母",
    ),
    "spouse": ("老公|丈夫", "老婆|妻子|媳妇"),
    "other": ("弟|哥|叔|舅|侄子", "姐|妹|姑|姨|侄女"),
    # whose wife is spoken of is a man
    "self": ("老婆|妻子|媳妇|先生", "老公|丈夫|女士"),
}
_OF_AGE = re.compile(r"岁的?(男|女)(?![儿婿友朋方])")
_SAID = re.compile(
    r"(?:^|[，。；、 岁]|是|性别|我|本人)(男|女)(?:性|生|的|士)?(?=[，。；、 \d]|$|今年)"
    r"|^(男|女)(?:性|生|的|士)(?=[^\W儿婿友朋]{2})"
    r"|(?:(?<=\d\d)|(?<=\d了))(男|女)(?:性|生|的|士)?(?![儿婿友朋孩娃童])"
)


def sex_of(subject: Subject) -> str:
    """Of which sex the one asked about is; `""` where it is not said or both are spoken of."""
    if said := _SAID.search(subject.words) or _OF_AGE.search(subject.words):
        return said[said.lastindex or 1]
    man, woman = (re.search(words, subject.words) for words in _SEXES[subject.who])
    return "" if bool(man) == bool(woman) else "男" if man else "女"


def _named(part: str) -> set[str]:
    """Who is spoken of in a part; of 我妈 that is the mother alone."""
    found = {m.lastgroup or "" for m in _KIN.finditer(part)}
    return found | ({"self"} if _SELF.search(part) else set())


# 她能领吗, behind what is told of a relative.
_THEM = re.compile(r"(?:那|像|这样|这种情况|现在|今年)*(?:[他她](?!的|人)|老人家)")


def _asked_about(parts: list[str], named: list[set[str]]) -> str:
    kin = [k for n in named for k in sorted(n - {"self"})]
    asking = [
        n or {kin[-1]}
        for p, n in zip(parts, named, strict=True)
        if _ASKS.search(p.rstrip("，。；？！,;?! ")) and (n or _THEM.match(p))
    ]
    for group in reversed(asking):
        others = sorted(group - {"self"})
        if others:
            return others[0]
        if "self" in group:
            return "self"
    for who, matter in _FOR.items():
        if who in kin and any(matter.search(p) for p in parts):
            return who
    return "self" if any("self" in n for n in named) else kin[0]


_MARITAL = (
    ("离异", re.compile(r"离异|离婚|离[了过]婚|离了(?!职|境)|单亲")),
    (
        "丧偶",
        re.compile(
            r"丧偶|老伴(?:走了|去世|没了)|(?:老公|老婆|丈夫|妻子|爱人)(?:已经?|都)?(?:去世|过世|走了|不在了)"
        ),
    ),
    ("未婚", re.compile(r"未婚|没结(?:过)?婚|没(?:有)?对象|没(?:有)?成家|还没结|不婚")),
    (
        "已婚",
        re.compile(
            r"已婚|结(?:了)?婚(?:了|证|\d|[一二两三四五六七八九十快多])|再婚|复婚|我?(?:老公|老婆|丈夫|妻子|爱人|媳妇)"
        ),
    ),
)


def marital_of(text: str) -> str:
    """未婚, 已婚, 离异 or 丧偶; `""` where it is not said (单身 says only that one is not married)."""
    return next((state for state, words in _MARITAL if words.search(text)), "")
