"""Who presides from this month on, as rule 18 has it, past the ends of years.

The Council of a year is known from the data; where whoever presides here is no member of it (a
council of invented delegations, a year that is not known), it is those seated in that
presidency's latest briefing.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from unicodedata import combining, normalize

from sqlalchemy import select, true
from sqlalchemy.orm import Session

from app import data
from app.data.council import councils, presided_before
from app.db.models import Briefing, Delegation, Presidency, Seat
from app.domain.actor import Actor
from app.domain.proceedings import Names, Standing
from app.domain.rotation import MONTHS, turns
from app.features.asks.releases import is_issued


@dataclass(frozen=True)
class Turn:
    begins_on: date
    names: Names
    is_now: bool
    is_supposed: bool  # only true if the membership is unchanged by then


def list_turns(db: Session, actor: Actor, today: date) -> list[Turn]:
    """Give a year of turns from this month on, as far as the actor may know anything of them."""
    here = db.execute(
        select(Presidency.id, Delegation.code)
        .join(Delegation, Delegation.id == Presidency.delegation_id)
        .where(Presidency.begins_on <= today, Presidency.ends_on >= today)
        .order_by(Presidency.begins_on.desc(), Presidency.id.desc())
    ).first()
    council = councils().get(today.year)
    if council and (here is None or here.code in council.members):
        return _of_the_council(here.code if here else None, today)
    seats = _seated(db, actor, here.id) if here else {}
    if here and here.code in seats:
        return _of_those_seated(here.code, seats, today)
    return _opened_here(db, today)


def _of_the_council(presiding: str | None, today: date) -> list[Turn]:
    known = councils()
    states = data.states_by_iso3()
    places = {code: state.sort["en"] for code, state in states.items()}
    last = max(known)

    def members(year: int) -> Collection[str]:
        return known[min(year, last)].members

    if presiding is None:
        month, before = presided_before()
        passed = (today.year - month.year) * MONTHS + today.month - month.month
        presiding = turns(before, month, places, members, passed + 1)[-1][1]
    return [
        Turn(
            day,
            {language: names.short for language, names in states[code].names.items()},
            is_now=day == today.replace(day=1),
            is_supposed=day.year > last,
        )
        for day, code in turns(presiding, today, places, members, MONTHS)
    ]


def _seated(db: Session, actor: Actor, presidency_id: int) -> dict[str, Names]:
    """Give the members of the latest briefing in which the one presiding is seated.

    To anybody but its own desk there is none before it is issued.
    """
    readable = true() if actor.presidency_id == presidency_id else is_issued()
    mine = (
        select(Seat.briefing_id)
        .join(Briefing, Briefing.id == Seat.briefing_id)
        .join(Presidency, Presidency.id == Briefing.presidency_id)
        .where(
            readable,
            Presidency.id == presidency_id,
            Seat.delegation_id == Presidency.delegation_id,
        )
        .order_by(Briefing.meeting_date.desc(), Briefing.id.desc())
        .limit(1)
    )
    rows = db.execute(
        select(Seat.code, Seat.names).where(
            Seat.briefing_id == mine.scalar_subquery(),
            Seat.standing.in_([Standing.MEMBER, Standing.NOT_ENTERED]),
        )
    )
    return {code: names for code, names in rows}  # noqa: C416 - rows are no pairs to mypy


def _of_those_seated(presiding: str, seats: Mapping[str, Names], today: date) -> list[Turn]:
    alphabet = sorted(seats, key=lambda code: (_plain(seats[code], code), code))
    places = {code: place for place, code in enumerate(alphabet)}
    return [
        Turn(
            day,
            seats[code],
            is_now=day == today.replace(day=1),
            is_supposed=day.year > today.year,
        )
        for day, code in turns(presiding, today, places, lambda _: places, MONTHS)
    ]


def _plain(names: Names, code: str) -> str:
    """Give the English name as the alphabet has it: without accents, in small letters."""
    apart = normalize("NFKD", names.get("en", code))
    return "".join(each for each in apart if not combining(each)).casefold()


def _opened_here(db: Session, today: date) -> list[Turn]:
    rows = db.execute(
        select(Presidency.begins_on, Presidency.ends_on, Delegation.names)
        .join(Delegation, Delegation.id == Presidency.delegation_id)
        .where(Presidency.ends_on >= today)
        .order_by(Presidency.begins_on, Presidency.id)
    )
    return [
        Turn(begins, names, is_now=begins <= today <= ends, is_supposed=False)
        for begins, ends, names in rows
    ]
