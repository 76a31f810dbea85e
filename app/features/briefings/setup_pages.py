"""What the pages of the set-up show, section by section. Reads only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.db.models import Mission, NamedGroup, Question, Seat
from app.db.session import database_time
from app.domain import proceedings
from app.domain.actor import Actor
from app.domain.attribution import Attribution
from app.domain.proceedings import Names, Standing
from app.domain.wall_time import in_new_york
from app.features.briefings import defaults
from app.features.briefings.entries import numbered
from app.features.briefings.groups import notes, offered
from app.features.briefings.opening import Opening, opening_of, stale_groups, stale_numbers
from app.features.briefings.pages import BriefingPage, head_of
from app.features.briefings.preparing import (
    get_note,
    mark_of,
    questions_state,
    rule_state,
    title_state,
)
from app.features.briefings.queries import (
    get_presided,
    get_question,
    list_groups,
    list_missions,
    list_questions,
    list_seats,
)


@dataclass(frozen=True)
class SetupPage(BriefingPage):
    """The sections of the preparation and how far each is (briefings/setup.html, check.html)."""

    meeting_date: date | None
    languages: tuple[str, ...]
    attribution: Attribution
    deadline: datetime | None
    opening: Opening


@dataclass(frozen=True)
class TitlePage(BriefingPage):
    version: str
    stored: Names
    languages: tuple[str, ...]
    original: str | None


@dataclass(frozen=True)
class QuestionsPage(BriefingPage):
    version: str
    languages: tuple[str, ...]
    questions: tuple[Question, ...]
    stale: tuple[int, ...]


@dataclass(frozen=True)
class MembersPage(BriefingPage):
    seats: tuple[Seat, ...]
    languages: tuple[str, ...]
    council: int | None
    find: str
    found: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class MissionsPage(BriefingPage):
    missions: tuple[Mission, ...]
    languages: tuple[str, ...]

    @property
    def has_sixteen(self) -> bool:
        """Tell whether the sixteen operations of January 2017 are all listed already."""
        listed = {mission.acronym for mission in self.missions}
        return {each.acronym for each in defaults.missions_of_january_2017()} <= listed


@dataclass(frozen=True)
class GroupOffer:
    """A group there is a list for; ``seated`` are the names of those on it who are seated."""

    group: proceedings.NamedGroup
    seated: tuple[Names, ...]
    note: str


@dataclass(frozen=True)
class GroupsPage(BriefingPage):
    """What is declared and what may be (briefings/groups.html)."""

    declared: tuple[NamedGroup, ...]
    offers: tuple[GroupOffer, ...]
    stale: tuple[str, ...]


@dataclass(frozen=True)
class ScalesPage(BriefingPage):
    version: str
    languages: tuple[str, ...]
    question: Question
    numbers: tuple[int, ...]

    @property
    def following(self) -> int | None:
        return next((number for number in self.numbers if number > self.question.number), None)

    def rows(self, raw: Mapping[str, str]) -> list[tuple[int, str, Names]]:
        """Give number, code and labels of the values stored or typed, and of two blank ones."""
        stored = dict(enumerate(self.question.scale, 1))
        numbers = sorted({*stored, *numbered(raw, "value")})
        last = max(numbers, default=0)
        numbers += [] if raw else [last + 1, last + 2]
        blank: dict[str, str] = {}
        return [
            (number, stored[number]["code"], stored[number]["label"])
            if number in stored
            else (number, "", blank)
            for number in numbers
        ]


@dataclass(frozen=True)
class RulePage(BriefingPage):
    version: str
    attribution: Attribution
    deadline: datetime | None
    deadline_date: str
    deadline_time: str
    meeting_date: date | None


def setup_page(db: Session, actor: Actor, slug: str) -> SetupPage:
    briefing = get_presided(db, actor, slug)
    return SetupPage(
        **head_of(actor, briefing),
        meeting_date=briefing.meeting_date,
        languages=tuple(briefing.languages),
        attribution=briefing.attribution,
        deadline=briefing.deadline,
        opening=opening_of(db, briefing, now=database_time(db)),
    )


def title_page(db: Session, actor: Actor, slug: str) -> TitlePage:
    briefing = get_presided(db, actor, slug)
    return TitlePage(
        **head_of(actor, briefing),
        version=mark_of(title_state(briefing)),
        stored=briefing.title,
        languages=tuple(briefing.languages),
        original=get_note(db, briefing.id).corrected["language"],
    )


def questions_page(db: Session, actor: Actor, slug: str) -> QuestionsPage:
    briefing = get_presided(db, actor, slug)
    questions = list_questions(db, briefing.id)
    corrected = get_note(db, briefing.id).corrected["questions"]
    return QuestionsPage(
        **head_of(actor, briefing),
        version=mark_of(questions_state(questions)),
        languages=tuple(briefing.languages),
        questions=tuple(questions),
        stale=tuple(stale_numbers(questions, corrected)),
    )


def members_page(db: Session, actor: Actor, slug: str, find: str, language: str) -> MembersPage:
    briefing = get_presided(db, actor, slug)
    seats = list_seats(db, briefing.id)
    return MembersPage(
        **head_of(actor, briefing),
        seats=tuple(seats),
        languages=tuple(briefing.languages),
        council=_council_to_seat(briefing.meeting_date, seats),
        find=find,
        found=tuple(defaults.find_states(find, language)),
    )


def _council_to_seat(day: date | None, seats: list[Seat]) -> int | None:
    """Give the year whose members one button would still seat."""
    year = defaults.known_council(day.year if day else None)
    seated = {seat.code for seat in seats if seat.standing is Standing.MEMBER}
    if year is None or {seat.code for seat in defaults.council_seats(year)} <= seated:
        return None
    return year


def missions_page(db: Session, actor: Actor, slug: str) -> MissionsPage:
    briefing = get_presided(db, actor, slug)
    return MissionsPage(
        **head_of(actor, briefing),
        missions=tuple(list_missions(db, briefing.id)),
        languages=tuple(briefing.languages),
    )


def groups_page(db: Session, actor: Actor, slug: str) -> GroupsPage:
    briefing = get_presided(db, actor, slug)
    declared, missions = list_groups(db, briefing.id), list_missions(db, briefing.id)
    stale = stale_groups(briefing, declared, missions)
    standing = {group.code for group in declared} - set(stale)
    names = {seat.code: seat.names for seat in list_seats(db, briefing.id)}
    offers = offered(briefing.meeting_date, [mission.acronym for mission in missions])
    return GroupsPage(
        **head_of(actor, briefing),
        declared=tuple(declared),
        offers=tuple(
            GroupOffer(
                group,
                tuple(names[code] for code in group.members if code in names),
                notes().get(group.code, ""),
            )
            for group in offers
            if group.code not in standing
        ),
        stale=stale,
    )


def scales_page(db: Session, actor: Actor, slug: str, number: int) -> ScalesPage:
    briefing = get_presided(db, actor, slug)
    question = get_question(db, briefing.id, number)
    return ScalesPage(
        **head_of(actor, briefing),
        version=mark_of(question.scale),
        languages=tuple(briefing.languages),
        question=question,
        numbers=tuple(each.number for each in list_questions(db, briefing.id)),
    )


def rule_page(db: Session, actor: Actor, slug: str) -> RulePage:
    briefing = get_presided(db, actor, slug)
    local = in_new_york(briefing.deadline) if briefing.deadline else None
    return RulePage(
        **head_of(actor, briefing),
        version=mark_of(rule_state(briefing)),
        attribution=briefing.attribution,
        deadline=briefing.deadline,
        deadline_date=f"{local:%Y-%m-%d}" if local else "",
        deadline_time=f"{local:%H:%M}" if local else "",
        meeting_date=briefing.meeting_date,
    )
