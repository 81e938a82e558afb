"""The rules of a notice as a file: what `wenze rules --format yaml` prints and a correction is written in.

One shape for printing, for the HTTP interface and for corrections (`corpus/rules/overlay.py`); its JSON
Schema is `docs/rules.schema.json`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Discriminator, Field, StrictBool, StringConstraints, Tag

from corpus.conditions.conditions import Attribute, GroupKind
from corpus.rules.targets import TargetKind

__all__ = [
    "DEGREE_WORDS",
    "TITLE_WORDS",
    "AllOf",
    "AnyOf",
    "AtLeast",
    "Condition",
    "GroupRule",
    "NoneOf",
    "OpenLeaf",
    "RequirementRule",
    "RuleFile",
    "TargetRule",
    "TypedLeaf",
    "WaiverRule",
    "rule_schema",
    "to_yaml",
]

# Ranks as they are written in a file, lowest first; position + 1 is the value of a leaf.
DEGREE_WORDS = ("初中", "高中", "中专", "大专", "本科", "硕士", "博士")
TITLE_WORDS = ("初级", "中级", "高级", "正高级")

_Text = Annotated[str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=True)]
_Rank = Literal["初中", "高中", "中专", "大专", "本科", "硕士", "博士", "初级", "中级", "高级", "正高级"]


class _Rule(BaseModel):
    model_config = ConfigDict(extra="forbid", use_enum_values=False)


class OpenLeaf(_Rule):
    """A condition that is put to the person in the notice's words."""

    open: _Text = Field(description="the condition, as the person is asked about it")
    quote: _Text | None = Field(default=None, description="the notice's words, where `open` differs")


class TypedLeaf(_Rule):
    """A condition that compares an attribute of the person."""

    attribute: Attribute = Field(description="what is compared; `open` is written as an open condition")
    comparison: Literal[">=", ">", "<=", "<", "==", "is"] = Field(
        description="`is` where something is or is not the case; for a grade of a certificate `>=` means "
        "that grade or a better one (a lower number)"
    )
    value: int | float | date | _Rank | None = Field(
        default=None, description="a number in `unit`, a degree, a rank of titles, or a day of birth"
    )
    unit: str = Field(default="", max_length=10, description="years are written as months (个月)")
    subject: str = Field(default="", max_length=40, description="the noun that a measure belongs to")
    after: Literal["", "certificate", "title"] = Field(default="", description="what years are counted from")
    negated: StrictBool = Field(default=False, description="the person must not be so")
    quote: _Text = Field(description="the notice's words, to the letter but for white space")
    words: _Text | None = Field(default=None, description="what was read, where it differs from `quote`")


class AllOf(_Rule):
    """All of several conditions."""

    all: list[Condition] = Field(min_length=1)


class AnyOf(_Rule):
    """One of several conditions."""

    any: list[Condition] = Field(min_length=1)


class NoneOf(_Rule):
    """None of several conditions; of one condition, its negation."""

    none: list[Condition] = Field(min_length=1)


class AtLeast(_Rule):
    """So many of several conditions."""

    at_least: int = Field(ge=1)
    of: list[Condition] = Field(min_length=1)


def _kind_of(value: object) -> str:
    """Which of the shapes a condition has, by the key that only it has."""
    keys = value if isinstance(value, Mapping) else getattr(type(value), "model_fields", {})
    return next((k for k in ("open", "all", "any", "none", "at_least") if k in keys), "typed")


Condition = Annotated[
    Annotated[OpenLeaf, Tag("open")]
    | Annotated[TypedLeaf, Tag("typed")]
    | Annotated[AllOf, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[NoneOf, Tag("none")]
    | Annotated[AtLeast, Tag("at_least")],
    Discriminator(_kind_of),
]


class RequirementRule(_Rule):
    """What one clause demands."""

    locator: _Text = Field(description="the clause")
    quote: _Text = Field(description="the notice's words, to the letter but for white space")
    condition: Condition
    given: Condition | None = Field(default=None, description="demanded only of those whom this describes")
    exceptions: list[_Text] = Field(default_factory=list, description="whom it does not bind")
    below: GroupRule | None = Field(default=None, description="the list of conditions that this item opens")


class GroupRule(_Rule):
    """Conditions under one lead-in, or those of one sentence."""

    join: GroupKind = Field(description="how many have to be met")
    count: int = Field(
        default=0, ge=0, description="of `at_least`; of `none`, how many keep out where not one"
    )
    locator: _Text = Field(description="the lead-in")
    quote: _Text = Field(description="the words of the lead-in")
    audience: str = Field(default="", max_length=400, description="for whom or for what it holds")
    named_by: str = Field(default="", description="the clause that names the audience")
    aside: StrictBool = Field(default=False, description="said outside the lists: it binds whom it concerns")
    requirements: list[RequirementRule] = Field(min_length=1)


class TargetRule(_Rule):
    """One thing that the notice decides about, with its own conditions."""

    name: _Text
    kind: TargetKind
    offered: StrictBool = True
    offered_for: list[_Text] = Field(default_factory=list)
    groups: list[GroupRule]


class WaiverRule(_Rule):
    """Whom some conditions do not bind, or bind less: with another `bound`, or moved by an `amount`."""

    locator: _Text
    quote: _Text
    who: Condition
    attributes: list[Attribute] = Field(
        default_factory=list, description="what is waived; empty: what the same clause said just before"
    )
    bound: TypedLeaf | None = Field(default=None, description="the bound in the place of the usual one")
    amount: float | None = Field(default=None, gt=0, description="by how much the usual bound is relaxed")
    unit: Literal["", "年", "个月", "岁", "级"] = Field(default="", description="of `amount`")
    confined: str = Field(default="", max_length=400, description="the words that say for which target")
    stated: TypedLeaf | None = Field(
        default=None, description="the very bound that is waived, if it is named"
    )


class RuleFile(_Rule):
    """The rules of one notice. In a correction, what is left out stays as it was compiled."""

    notice: _Text = Field(description="identifier of the notice")
    shared: list[GroupRule] | None = Field(default=None, description="conditions of all targets")
    targets: list[TargetRule] = Field(default_factory=list)
    waivers: list[WaiverRule] | None = None


for _model in (AllOf, AnyOf, NoneOf, AtLeast, RequirementRule, GroupRule, TargetRule, WaiverRule, RuleFile):
    _model.model_rebuild()


def rule_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a rule file."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **RuleFile.model_json_schema()}


class _Dumper(yaml.SafeDumper):
    """Indents lists below their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def to_yaml(rules: RuleFile) -> str:
    """A rule file as YAML; what is not said is left out."""
    data = rules.model_dump(mode="python", exclude_defaults=True)
    return yaml.dump(_plain(data), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)


def _plain(value: Any) -> Any:
    """Enumerations as the strings they are."""
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_plain(v) for v in value]
    return str(value) if isinstance(value, str) else value
