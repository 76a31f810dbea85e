"""The shapes of the reference data, as the loaders give them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NotRequired, TypedDict

Language = Literal["ar", "zh", "en", "fr", "ru", "es"]
Texts = Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class StateNames:
    short: str
    formal: str
    article: str  # en, fr, es: the definite article the short name takes in running text
    also: tuple[str, ...]  # for reading only, never for display


@dataclass(frozen=True, slots=True)
class State:
    iso2: str
    iso3: str
    m49: str
    status: Literal["member", "observer"]
    names: Mapping[Language, StateNames]
    sort: Mapping[Language, int]


@dataclass(frozen=True, slots=True)
class Traps:
    """What a reader of names must not take for a State."""

    phrases: Mapping[Language, tuple[str, ...]]
    also_common_words: Mapping[Language, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Council:
    year: int
    permanent: tuple[str, ...]
    elected: tuple[str, ...]

    @property
    def members(self) -> tuple[str, ...]:
        return self.permanent + self.elected


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """States known under one name, as a published list has them at a date."""

    code: str
    names: Texts
    members: tuple[str, ...]  # iso3
    source: str
    as_of: date
    note: str | None  # who has a special arrangement


@dataclass(frozen=True, slots=True)
class GroupKind:
    """A group whose members depend on the briefing, or are the presidency's to list."""

    names: Texts
    source: str | None


@dataclass(frozen=True, slots=True)
class NamedGroups:
    groups: tuple[NamedGroup, ...]
    kinds: Mapping[str, GroupKind]


@dataclass(frozen=True, slots=True)
class Mission:
    acronym: str
    names: Texts
    short: Mapping[Language, str]  # everyday forms, only where sure
    hosts: tuple[str, ...]
    hosts_note: str | None
    established: str
    established_by: str
    mandate: str  # in force on 6 April 2017
    mandate_expires: date | None
    expiry_basis: str
    next_action: str | None


@dataclass(frozen=True, slots=True)
class NoteFigures:
    operations: int
    uniformed: int
    troops: int
    police: int
    other_by_difference: int
    budget_usd: int


@dataclass(frozen=True, slots=True)
class Missions:
    source: str
    as_of: date
    missions: tuple[Mission, ...]
    note_figures: NoteFigures


@dataclass(frozen=True, slots=True)
class ScaleValue:
    code: str
    label: Texts


@dataclass(frozen=True, slots=True)
class Scale:
    question: int
    about: Texts
    values: tuple[ScaleValue, ...]


@dataclass(frozen=True, slots=True)
class Scales:
    scales: tuple[Scale, ...]
    common: tuple[ScaleValue, ...]

    def for_question(self, number: int) -> Scale:
        return next(scale for scale in self.scales if scale.question == number)


@dataclass(frozen=True, slots=True)
class NoteQuestion:
    number: int
    original: Language
    text: Texts
    unofficial: tuple[Language, ...]


@dataclass(frozen=True, slots=True)
class RehearsalAnswers:
    """What invented delegations say, as shipped; ``app.domain.rehearsing`` says how it is used."""

    title: Texts
    delegation: Texts
    ideas: tuple[Texts, ...]
    dissent: Texts
    not_ours: Texts
    proposes: Texts
    stance: Texts


@dataclass(frozen=True, slots=True)
class SourcedPosition:
    member: str
    mission: str
    question: int
    assessment: str | None
    text: str
    language: Language
    source: str
    source_note: str
    attribution: str
    basis: str  # why an assessment was entered, or not
    meeting: str


class BundleBriefing(TypedDict):
    slug: str
    title: dict[str, str]
    meeting_date: str
    presidency: str
    attribution: str
    languages: list[str]


class BundleMember(TypedDict):
    code: str
    name: dict[str, str]
    council_member: bool


class BundleMission(TypedDict):
    acronym: str
    name: dict[str, str]
    mandate_expires: str | None


class BundleScaleValue(TypedDict):
    code: str
    label: dict[str, str]


class BundleQuestion(TypedDict):
    number: int
    text: dict[str, str]
    scale: list[BundleScaleValue]


class BundlePoint(TypedDict):
    start: int
    end: int
    kind: str


class BundlePosition(TypedDict):
    member: str
    mission: str
    question: int
    assessment: str | None
    text: str
    language: str
    submitted_at: str
    attribution: NotRequired[str]
    source: NotRequired[str]
    points: NotRequired[list[BundlePoint]]


class BundleGroup(TypedDict):
    code: str
    name: dict[str, str]
    members: list[str]
    source: str
    as_of: str


class Bundle(TypedDict):
    briefing: BundleBriefing
    members: list[BundleMember]
    missions: list[BundleMission]
    questions: list[BundleQuestion]
    positions: list[BundlePosition]
    groups: NotRequired[list[BundleGroup]]
