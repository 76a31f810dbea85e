"""A letter for the small closed briefing."""

from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Letter
from app.domain.letter import Addressee, Role
from app.features.letters.queries import mark_of
from app.features.letters.service import Writing, write_letter
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.summaries.small import SLUG

URL = f"/briefings/{SLUG}/letter"
WRITING = Writing(
    "Olof Skoog",
    Role.PERMANENT_REPRESENTATIVE,
    is_feminine=False,
    addressee=Addressee.SECRETARY_GENERAL,
    transmitted_on=date(2026, 3, 9),
    opening="",
)
FORM = {
    "seen": "",
    "signatory": "Olof Skoog",
    "role": "permanent_representative",
    "gender": "masculine",
    "addressee": "secretary_general",
    "transmitted_on": "2026-03-09",
    "opening": "Je tiens à remercier le Secrétariat.",
}


def stored(db: Session) -> Letter | None:
    found = db.scalar(select(Letter))
    db.rollback()
    return found


def wrote(db: Session, cast: Cast, language: str = "en", **changes: str) -> None:
    seen = mark_of(stored(db))
    writing = replace(WRITING, **changes)  # type: ignore[arg-type]
    write_letter(db, cast.officer, SLUG, language, writing, seen=seen, at=NOON)
