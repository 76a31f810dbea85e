"""The Council of 2017 before its presidency has convened anything."""

import secrets
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from app.data import states_by_iso3
from app.data.council import councils
from app.db.migrating import migrate
from app.db.models import Delegation, User
from app.db.session import open_engine, open_sessions
from app.domain.actor import DELEGATION_ROLES
from app.domain.position import Cell, Statement
from app.features.accounts.queries import actor_of
from app.features.positions.cells import Chosen, Place, Writing
from app.features.positions.service import save_draft, sign_all
from tests.browser.stage import House, seat
from tests.cast import Cast
from tests.conftest import NOON

OTHERS = {  # what no browser types: question, mission, assessment, words
    "BOL": (1, "MINUSMA", "active", ""),
    "CHN": (1, "MINUSMA", "fragile", ""),
    "EGY": (2, "UNAMID", "unclear", "The strategic objective of UNAMID must be written anew."),
    "ETH": (2, "UNAMID", "unclear", ""),
    "GBR": (1, "MINUSMA", "stalled", ""),
    "ITA": (4, "MINUSTAH", "in_place", ""),
    "KAZ": (4, "MINUSTAH", "in_place", ""),
    "RUS": (3, "UNMISS", "no_position", ""),
    "SEN": (3, "UNMISS", "awaiting_instructions", ""),
    "URY": (5, "UNFICYP", "continue", "The buffer zone must be kept safe for farmers."),
    "USA": (1, "MINUSMA", "stalled", ""),
}


def build_council(database: Path) -> dict[str, str]:
    """Build the desks of the Council of 2017 under its presidency of April, and no briefing.

    A signatory of each member is known by its code; the presiding State has a desk of its own.
    """
    engine = open_engine(f"sqlite:///{database}")
    migrate(engine)
    with open_sessions(engine)() as db:
        cast = Cast.assemble(db, at=NOON)
        desks = {code: _delegation(code) for code in councils()[2017].members}
        db.add_all(desks.values())
        cast.presidency.delegation = desks["USA"]
        db.commit()
        tokens = {name: cast.token_of(db, getattr(cast, name)) for name in ("officer", "president")}
        for code, desk in desks.items():
            tokens[code] = seat(db, code, DELEGATION_ROLES, delegation=desk)
    engine.dispose()
    return tokens


def _delegation(code: str) -> Delegation:
    names = {str(lang): name.short for lang, name in states_by_iso3()[code].names.items()}
    return Delegation(code=code, names=names)


def others_sign(house: House, slug: str) -> None:
    """Sign for the eleven at whose desks the test opens no browser."""
    engine, now = open_engine(f"sqlite:///{house.database}"), datetime.now(UTC)  # noqa: TID251 - the server reads the same clock
    with open_sessions(engine)() as db:
        for code, (question, mission, value, words) in OTHERS.items():
            user = db.scalars(select(User).where(User.email == f"{code}@example.org")).one()
            actor, cell = actor_of(user, {}), Cell(question, mission)
            writing = Writing(Statement(value, words, "en"), 0)
            held = save_draft(db, actor, Place(slug, cell), writing, at=now)
            chosen = [Chosen(cell, held.written.version)]
            sign_all(db, actor, slug, chosen, salt=secrets.token_bytes(32), at=now)
    engine.dispose()
