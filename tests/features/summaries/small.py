"""A small closed briefing at the cast's desks, taken as far as a test needs it."""

from datetime import datetime, timedelta
from typing import Any

from httpx2 import Response
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.db.models import Briefing, Circulation, Delegation, Presidency, Release, User
from app.db.session import database_time
from app.domain.actor import Actor, Role
from app.domain.bundle import read_bundle
from app.features.accounts.queries import actor_of
from app.features.briefings.queries import get_briefing
from app.features.positions.load import Loading, load_bundle
from app.features.summaries.queries import proceedings_of
from app.features.summaries.releasing import (
    FrozenFile,
    Gates,
    Summaries,
    compile_briefing,
    content_hash,
)
from app.features.summaries.service import circulate, issue
from tests.cast import PASSWORD_HASH, Cast
from tests.conftest import NOON

SLUG = "review"
HOME = f"/briefings/{SLUG}/summary"
SOON = timedelta(days=4)
B_WORDS = "The mandate should end in twelve months."
A_WORDS = "Le mandat devrait continuer."


def closed(
    db: Session, cast: Cast, attribution: str = "counted", meeting_date: str = "2026-03-02"
) -> Briefing:
    """Load what A, B and C said on two missions; X was invited; A presides."""
    load_bundle(db, read_bundle(_bundle(attribution, meeting_date)), Loading("Test"), at=NOON)
    briefing = get_briefing(db, SLUG)
    briefing.presidency_id = cast.presidency.id
    db.commit()
    return briefing


def circulated(
    db: Session, cast: Cast, *, over: bool = False, meeting_date: str = "2026-03-02"
) -> Briefing:
    """Give the delegations the draft of the small briefing, with names."""
    briefing = closed(db, cast, "attributed", meeting_date)
    circulate(db, cast.officer, SLUG, clock(db) + SOON, short_notice=False, at=NOON)
    if over:
        end_corrections(db)
    return briefing


def issued(db: Session, cast: Cast, *, meeting_date: str = "2026-03-02") -> Briefing:
    briefing = circulated(db, cast, over=True, meeting_date=meeting_date)
    for actor in (cast.officer, cast.president):
        issue(db, actor, SLUG, digest(db), freeze=freeze, at=NOON)
    return briefing


def end_corrections(db: Session) -> None:
    db.execute(update(Circulation).values(deadline=NOON - SOON))
    db.commit()


def clock(db: Session) -> datetime:

    return database_time(db)


def digest(db: Session) -> str:
    found = content_hash(compile_briefing(db, get_briefing(db, SLUG)))
    db.rollback()
    return found


def freeze(summaries: Summaries, gates: Gates, at: object) -> list[FrozenFile]:
    return [
        FrozenFile(language, "", "text/plain", summary.sentences[0].text.encode())
        for language, summary in summaries.items()
    ]


def key_of(db: Session, ending: str, language: str = "en") -> str:
    """Give the key of the first sentence whose key ends so, in the register."""
    summary = compile_briefing(db, get_briefing(db, SLUG), (language,))[language]
    db.rollback()
    return next(
        each.sentence.key for each in summary.sentences if each.sentence.key.endswith(ending)
    )


def point_of(db: Session, member: str) -> str:
    """Give the key of the sentence that words a member's point."""
    summary = compile_briefing(db, get_briefing(db, SLUG), ("en",))["en"]
    db.rollback()
    return next(
        each.sentence.key
        for each in summary.sentences
        if each.sentence.sources and each.sentence.sources[0].position.member == member
    ).removeprefix("I.")


def revision_of(db: Session, member: str) -> str:
    found = proceedings_of(db, get_briefing(db, SLUG)).positions
    db.rollback()
    return next(each.hash for each in found if each.member == member and each.statement.text)


def text_of(db: Session, key: str, language: str = "en") -> str:
    summary = compile_briefing(db, get_briefing(db, SLUG), (language,))[language]
    db.rollback()
    return next(each.text for each in summary.sentences if each.sentence.key == key)


def release_of(db: Session) -> Release | None:
    found = db.scalar(select(Release))
    db.rollback()
    return found


def other_president(db: Session, cast: Cast) -> Actor:
    """Somebody who presides, though not over this briefing."""
    other = db.scalars(select(Delegation).where(Delegation.code == "C")).one()
    turn = Presidency(
        delegation=other, begins_on=cast.presidency.begins_on, ends_on=cast.presidency.ends_on
    )
    db.add(turn)
    db.flush()
    user = User(
        email="other@example.org",
        name="Other",
        password_hash=PASSWORD_HASH,
        roles=[Role.PRESIDENT.value],
        presidency_id=turn.id,
        created_at=NOON,
    )
    db.add(user)
    db.commit()
    return actor_of(user, None)


def said_of(answer: Response) -> str:
    """Give a page without its own address, so that refusals can be compared."""
    return answer.text.replace(str(answer.url.path), "")


def _bundle(attribution: str, meeting_date: str) -> dict[str, Any]:
    def says(member: str, mission: str, value: str | None, text: str, lang: str) -> dict[str, Any]:
        return {
            "member": member,
            "mission": mission,
            "question": 1,
            "assessment": value,
            "text": text,
            "language": lang,
            "submitted_at": "2026-03-01T10:00:00Z",
        }

    return {
        "briefing": {
            "slug": SLUG,
            "title": {"en": "Review of two operations"},
            "meeting_date": meeting_date,
            "presidency": "A",
            "attribution": attribution,
            "languages": ["en", "fr"],
        },
        "members": [
            {"code": code, "name": {"en": f"Delegation {code}"}, "council_member": code != "X"}
            for code in "ABCX"
        ],
        "groups": [
            {
                "code": "host_states",
                "name": {"en": "Hosts of both missions"},
                "members": ["A", "B", "ELSE"],
                "source": "A list",
                "as_of": "2026-01-01",
            }
        ],
        "missions": [{"acronym": name, "name": {"en": name}} for name in ("UNONE", "UNTWO")],
        "questions": [
            {
                "number": 1,
                "text": {"en": "Which path?"},
                "scale": [
                    {"code": "continue", "label": {"en": "continue"}},
                    {"code": "close", "label": {"en": "close"}},
                ],
            }
        ],
        "positions": [
            says("A", "UNONE", "continue", A_WORDS, "fr"),
            says("B", "UNONE", "close", B_WORDS, "en"),
            says("C", "UNONE", "continue", "", "en"),
            says("B", "UNTWO", "close", "", "en"),
            says("C", "UNTWO", "no_position", "", "en"),
        ],
    }
