"""What the Secretariat sets up: delegations, and their turns in the chair."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.data import LANGUAGES, states_by_iso3
from app.db.models import Delegation, Event, Presidency
from app.db.session import atomic
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.errors import Invalid
from app.features.accounts.desks import administer, real_delegations


@dataclass(frozen=True)
class Term:
    """First and last day of a presidency."""

    begins_on: date
    ends_on: date


def create_delegation(db: Session, actor: Actor, code: str, *, at: datetime) -> None:
    """Give a State its desk, named as in the United Nations' own list."""
    with atomic(db):
        permissions.require(administer(actor))
        state = states_by_iso3().get(code)
        if state is None:
            raise Invalid("Choose a State of the list.", where="state")
        if db.scalar(select(Delegation.id).where(Delegation.code == code)):
            raise Invalid("This delegation has its desk already.", where="state")
        delegation = Delegation(
            code=code, names={language: state.names[language].short for language in LANGUAGES}
        )
        db.add(delegation)
        db.flush()
        db.add(Event.of(actor, "delegation.created", at=at, delegation_id=delegation.id))


def create_presidency(db: Session, actor: Actor, code: str, term: Term, *, at: datetime) -> None:
    """Open a desk for a delegation's turn in the chair; its turns do not overlap."""
    with atomic(db):
        permissions.require(administer(actor))
        delegation = db.scalar(real_delegations().where(Delegation.code == code).with_for_update())
        if delegation is None:
            raise Invalid("Choose a delegation of the list.", where="delegation")
        if term.ends_on < term.begins_on:
            raise Invalid("A presidency ends after it begins.", where="ends_on")
        if db.scalar(
            select(Presidency.id).where(
                Presidency.delegation_id == delegation.id,
                Presidency.begins_on <= term.ends_on,
                Presidency.ends_on >= term.begins_on,
            )
        ):
            raise Invalid("This delegation presides on some of these days.", where="begins_on")
        db.add(
            Presidency(delegation_id=delegation.id, begins_on=term.begins_on, ends_on=term.ends_on)
        )
        db.add(Event.of(actor, "presidency.created", at=at, delegation_id=delegation.id))
