"""Saying where an ask stands, and what the Council did about it. Nothing is ever taken back."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.db.models import Ask, AskNote, CouncilAct, Event
from app.db.session import atomic
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.asks import AskStatus
from app.domain.errors import Invalid
from app.domain.position import find_hidden
from app.features.asks.queries import get_ask, presides_now

LONGEST = 500
ADDRESS = re.compile(r"https?://[^\s<>\"']{3,480}")
SYMBOL = re.compile(r"[A-Z][A-Z0-9]{0,4}(?:/[A-Z0-9.]{1,12}){1,5}(?: \(\d{4}\))?")


@dataclass(frozen=True)
class Standing:
    """Where an ask stands, why, and the address of what shows it."""

    status: AskStatus
    note: str
    source: str


@dataclass(frozen=True)
class Act:
    """A document of the Council, in one line."""

    symbol: str
    day: date
    line: str
    source: str


def set_status(
    db: Session, actor: Actor, reference: str, standing: Standing, *, at: datetime
) -> None:
    with atomic(db):
        ask = _get_followed(db, actor, reference)
        note = AskNote(
            briefing_id=ask.briefing_id,
            key=ask.key,
            status=standing.status,
            note=_line(standing.note, "note", "Say in a line why."),
            source=_address(standing.source, "source"),
            by=actor.user_id,
            at=at,
        )
        db.add(note)
        db.add(_event(actor, "ask.status_set", ask, at=at, status=standing.status.value))


def add_act(db: Session, actor: Actor, reference: str, act: Act, *, at: datetime) -> None:
    """Enter what the Council did next."""
    with atomic(db):
        ask = _get_followed(db, actor, reference)
        symbol = act.symbol.strip()
        if not SYMBOL.fullmatch(symbol):
            raise Invalid(
                "Enter the symbol as it is printed, for example S/RES/2350 (2017).", where="symbol"
            )
        entry = CouncilAct(
            briefing_id=ask.briefing_id,
            key=ask.key,
            symbol=symbol,
            day=act.day,
            line=_line(act.line, "line", "Say in a line what the Council did."),
            source=_address(act.source, "act_source"),
            by=actor.user_id,
            at=at,
        )
        db.add(entry)
        db.add(_event(actor, "ask.act_added", ask, at=at, symbol=symbol))


def _get_followed(db: Session, actor: Actor, reference: str) -> Ask:
    ask: Ask = get_ask(db, actor, reference)[0]
    permissions.require(permissions.follow_ask(actor, presides_now=presides_now(db, actor)))
    return ask


def _line(typed: str, where: str, missing: str) -> str:
    text = " ".join(typed.split())
    if not text:
        raise Invalid(missing, where=where)
    if hidden := find_hidden(text):
        raise Invalid(hidden, where=where)
    if len(text) > LONGEST:
        raise Invalid(f"Shorten this to {LONGEST} characters.", where=where)
    return text


def _address(typed: str, where: str) -> str:
    address = typed.strip()
    if not ADDRESS.fullmatch(address) or find_hidden(address):
        raise Invalid(
            "Enter the whole address of the source, beginning with https://.", where=where
        )
    return address


def _event(actor: Actor, act: str, ask: Ask, *, at: datetime, **detail: str) -> Event:
    where = {"briefing_id": ask.briefing_id, "ask": ask.reference}
    return Event.of(actor, act, at=at, **where, **detail)
