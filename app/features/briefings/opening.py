"""What will stand once a briefing is opened, and what is missing before it can be."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from app.db.models import Briefing, Mission, NamedGroup, Question, Seat
from app.domain.proceedings import Standing
from app.domain.wall_time import in_new_york
from app.features.briefings.groups import outdated
from app.features.briefings.preparing import get_note
from app.features.briefings.queries import (
    group_of,
    list_groups,
    list_missions,
    list_questions,
    list_seats,
)


class Missing(StrEnum):
    """Without these a briefing cannot be opened."""

    TITLE = "title"
    LANGUAGE = "language"
    MEETING_DATE = "meeting_date"
    QUESTIONS = "questions"
    STALE = "stale"
    MEMBERS = "members"
    STALE_GROUPS = "stale_groups"
    DEADLINE = "deadline"
    DEADLINE_PASSED = "deadline_passed"


class Remark(StrEnum):
    """What an officer may have overlooked; none of it prevents opening."""

    NO_MISSIONS = "no_missions"
    PRESIDING_NOT_SEATED = "presiding_not_seated"
    UNTRANSLATED = "untranslated"
    DEADLINE_AFTER_MEETING = "deadline_after_meeting"


@dataclass(frozen=True)
class Opening:
    questions: tuple[Question, ...]
    seats: tuple[Seat, ...]
    missions: tuple[Mission, ...]
    groups: tuple[NamedGroup, ...]
    gaps: tuple[Missing, ...]
    remarks: tuple[Remark, ...]

    @property
    def members(self) -> list[Seat]:
        return [seat for seat in self.seats if seat.standing is Standing.MEMBER]

    @property
    def invited(self) -> list[Seat]:
        return [seat for seat in self.seats if seat.standing is Standing.INVITED]


def opening_of(db: Session, briefing: Briefing, *, now: datetime) -> Opening:
    questions = list_questions(db, briefing.id)
    seats = list_seats(db, briefing.id)
    missions = list_missions(db, briefing.id)
    groups = list_groups(db, briefing.id)
    corrected = get_note(db, briefing.id).corrected
    members = [seat.code for seat in seats if seat.standing is Standing.MEMBER]
    deadline = briefing.deadline
    missing = {
        Missing.TITLE: not briefing.title,
        Missing.LANGUAGE: not corrected["language"],
        Missing.MEETING_DATE: briefing.meeting_date is None,
        Missing.QUESTIONS: not questions,
        Missing.STALE: bool(stale_numbers(questions, corrected["questions"])),
        Missing.MEMBERS: not members,
        Missing.STALE_GROUPS: bool(stale_groups(briefing, groups, missions)),
        Missing.DEADLINE: deadline is None,
        Missing.DEADLINE_PASSED: deadline is not None and deadline <= now,
    }
    remarks = {
        Remark.NO_MISSIONS: not missions,
        Remark.PRESIDING_NOT_SEATED: briefing.presiding not in members,
        Remark.UNTRANSLATED: any(
            not set(briefing.languages) <= set(question.text) for question in questions
        ),
        Remark.DEADLINE_AFTER_MEETING: bool(
            deadline
            and briefing.meeting_date
            and in_new_york(deadline).date() > briefing.meeting_date
        ),
    }
    return Opening(
        tuple(questions),
        tuple(seats),
        tuple(missions),
        tuple(groups),
        tuple(gap for gap, is_missing in missing.items() if is_missing),
        tuple(remark for remark, applies in remarks.items() if applies),
    )


def stale_groups(
    briefing: Briefing, groups: list[NamedGroup], missions: list[Mission]
) -> tuple[str, ...]:
    """Give the groups declared for another year or other missions."""
    acronyms = [mission.acronym for mission in missions]
    return outdated([group_of(row) for row in groups], briefing.meeting_date, acronyms)


def stale_numbers(questions: list[Question], corrected: list[dict[str, object]]) -> list[int]:
    """Give the questions translated from words that have since been changed."""
    translated = {question.number for question in questions if len(question.text) > 1}
    return [
        int(str(item["number"]))
        for item in corrected
        if item.get("stale") and item["number"] in translated
    ]
