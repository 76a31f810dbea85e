"""A whole briefing as one JSON document, checked in full before anything is kept.

Every fault names its path (``positions[3].assessment``), so that it can be mended at once.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from app.domain.attribution import Attribution, is_looser
from app.domain.document import Document
from app.domain.errors import Invalid
from app.domain.position import (
    GENERAL,
    LANGUAGES,
    OFF_SCALE,
    Cell,
    Point,
    PointKind,
    Statement,
    check_points,
    check_statement,
)
from app.domain.proceedings import (
    Mission,
    NamedGroup,
    Names,
    Question,
    ScaleValue,
    Seat,
    Standing,
)
from app.domain.proof import canonical, sha256
from app.domain.slug import check_slug

CODE = re.compile(r"[A-Z0-9]{1,8}")
ACRONYM = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}")
GROUP_CODE = re.compile(r"[a-z0-9_]{1,40}")
SCALE_CODE = re.compile(r"[a-z0-9_]{1,40}")
SOURCE = re.compile(r"https?://[^\s\"'<>\\]{1,2000}")
MOST_QUESTIONS = 9_999


@dataclass(frozen=True, slots=True)
class BundlePosition:
    member: str
    cell: Cell
    statement: Statement
    submitted_at: datetime
    attribution: Attribution | None
    source: str | None
    points: tuple[Point, ...] | None  # None: to be cut by the proposal


@dataclass(frozen=True)
class Bundle:
    slug: str
    title: Names
    meeting_date: date | None
    presiding: str | None
    attribution: Attribution
    languages: tuple[str, ...]
    seats: tuple[Seat, ...]
    missions: tuple[Mission, ...]
    questions: tuple[Question, ...]
    positions: tuple[BundlePosition, ...]
    digest: (
        str  # of the document: the seed of every order and salt, so that it loads the same twice
    )
    groups: tuple[NamedGroup, ...] = ()  # declared before it opened


def read_bundle(document: object) -> Bundle:
    """Check a parsed JSON document; the first fault raises Invalid with its path."""
    root = Document(document, "")
    briefing = Document(root.need("briefing", dict), "briefing")
    seats = tuple(_unique(_seat, root.each("members", least=1), "code"))
    missions = tuple(_unique(_mission, root.each("missions"), "acronym"))
    questions = tuple(_unique(_question, root.each("questions", least=1), "number"))
    attribution = Attribution(briefing.one_of("attribution", Attribution))
    presiding = briefing.may("presidency", str)
    if presiding is not None and presiding not in {seat.code for seat in seats}:
        raise Invalid(f"“{presiding}” is not among the members.", where="briefing.presidency")
    return Bundle(
        slug=_slug(briefing),
        title=briefing.names("title"),
        meeting_date=briefing.day("meeting_date"),
        presiding=presiding,
        attribution=attribution,
        languages=_languages(briefing),
        seats=seats,
        missions=missions,
        questions=tuple(sorted(questions, key=lambda question: question.number)),
        positions=tuple(_positions(root, attribution, seats, missions, questions)),
        groups=tuple(_unique(_group, _groups(root), "code")),
        digest=_digest(document),
    )


def _digest(document: object) -> str:
    try:
        return sha256(canonical(document))
    except (ValueError, RecursionError):
        raise Invalid(
            "holds characters that are none, or is nested too deeply.", where="bundle"
        ) from None


Thing = TypeVar("Thing", Seat, Mission, Question, NamedGroup)


def _unique(
    read: Callable[[Document], Thing], items: Iterator[Document], key: str
) -> Iterator[Thing]:
    seen: set[object] = set()
    for item in items:
        thing = read(item)
        if getattr(thing, key) in seen:
            raise Invalid(f"“{getattr(thing, key)}” stands twice.", where=item.at(key))
        seen.add(getattr(thing, key))
        yield thing


def _slug(briefing: Document) -> str:
    try:
        return check_slug(briefing.need("slug", str, example="review-2017-04-06"))
    except Invalid as fault:
        raise Invalid(fault.reason, where=briefing.at("slug")) from None


def _languages(briefing: Document) -> tuple[str, ...]:
    languages = briefing.need("languages", list, example='["en", "fr"]')
    for index, language in enumerate(languages):
        if language not in LANGUAGES:
            raise Invalid(
                f"is not one of {', '.join(LANGUAGES)}.", where=f"briefing.languages[{index}]"
            )
    if not languages:
        raise Invalid("must name at least one language.", where="briefing.languages")
    return tuple(dict.fromkeys(languages))


def _seat(item: Document) -> Seat:
    return Seat(
        item.matching("code", CODE, example="FRA"),
        item.names("name"),
        Standing.MEMBER if item.need("council_member", bool) else Standing.INVITED,
    )


def _mission(item: Document) -> Mission:
    acronym = item.matching("acronym", ACRONYM, example="MINUSMA")
    if acronym == GENERAL:
        raise Invalid(f"“{GENERAL}” stands for no mission in particular.", where=item.at("acronym"))
    return Mission(acronym, item.names("name"), item.day("mandate_expires"))


def _groups(root: Document) -> Iterator[Document]:
    return root.each("groups") if root.value.get("groups") is not None else iter(())


def _group(item: Document) -> NamedGroup:
    members = item.need("members", list, example='["FRA", "SEN"]')
    for index, code in enumerate(members):
        if not isinstance(code, str) or not CODE.fullmatch(code):
            raise Invalid("must be a code such as FRA.", where=f"{item.at('members')}[{index}]")
    as_of = item.day("as_of")
    if as_of is None:
        raise Invalid("must be a date such as 2017-04-06.", where=item.at("as_of"))
    return NamedGroup(
        item.matching("code", GROUP_CODE, example="permanent"),
        item.names("name"),
        tuple(dict.fromkeys(members)),
        item.words("source"),
        as_of,
    )


def _question(item: Document) -> Question:
    number = item.need("number", int)
    if not 1 <= number <= MOST_QUESTIONS:
        raise Invalid(f"must be from 1 to {MOST_QUESTIONS}.", where=item.at("number"))
    scale: list[ScaleValue] = []
    for value in item.each("scale", least=1):
        code = value.matching("code", SCALE_CODE, example="fragile")
        if code in {*OFF_SCALE, "nothing_submitted", *(known.code for known in scale)}:
            raise Invalid(f"“{code}” stands twice or is on every scale.", where=value.at("code"))
        scale.append(ScaleValue(code, value.names("label")))
    return Question(number, item.names("text"), tuple(scale))


def _positions(
    root: Document,
    attribution: Attribution,
    seats: tuple[Seat, ...],
    missions: tuple[Mission, ...],
    questions: tuple[Question, ...],
) -> Iterator[BundlePosition]:
    members = {seat.code for seat in seats}
    acronyms = {GENERAL, *(mission.acronym for mission in missions)}
    scales = {each.number: {value.code for value in each.scale} for each in questions}
    taken: set[tuple[str, Cell]] = set()
    for item in root.each("positions"):
        member = _known(item, "member", item.need("member", str), members)
        mission = _known(item, "mission", item.need("mission", str), acronyms)
        number = _known(item, "question", item.need("question", int), scales)
        cell = Cell(number, mission)
        if (member, cell) in taken:
            raise Invalid(
                f"{member} has a second position for question {number}, {mission}.", where=item.path
            )
        taken.add((member, cell))
        yield _position(item, member, cell, scales[number], attribution)


def _known(item: Document, name: str, value: Any, known: set[Any] | Mapping[Any, Any]) -> Any:  # noqa: ANN401 - a code or a number
    if value not in known:
        raise Invalid(f"“{value}” is not in this bundle.", where=item.at(name))
    return value


def _position(
    item: Document, member: str, cell: Cell, scale: set[str], rule: Attribution
) -> BundlePosition:
    text = item.may("text", str) or ""
    statement = Statement(
        item.may("assessment", str), text, item.may("language", str) or ("" if text else "en")
    )
    own = None
    if item.value.get("attribution") is not None:
        own = Attribution(item.one_of("attribution", Attribution))
    if own and is_looser(own, rule):
        raise Invalid(f"may be stricter than “{rule}”, never looser.", where=item.at("attribution"))
    points = tuple(_points(item)) if item.value.get("points") is not None else None
    try:
        check_statement(statement, scale)
        check_points(points or (), text)
    except Invalid as fault:
        raise Invalid(fault.reason, where=item.at(fault.where)) from None
    return BundlePosition(
        member,
        cell,
        statement,
        item.moment("submitted_at"),
        own,
        item.value.get("source")
        and item.matching("source", SOURCE, example="https://undocs.org/S/PV.7918"),
        points,
    )


def _points(item: Document) -> Iterator[Point]:
    for point in item.each("points"):
        kind = PointKind.VIEW
        if point.value.get("kind") is not None:
            kind = PointKind(point.one_of("kind", PointKind))
        yield Point(point.need("start", int), point.need("end", int), kind)
