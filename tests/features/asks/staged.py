"""Issued briefings of the cast's: what A, B and C ask of two missions, under any rule."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.db.models import Ask, Briefing, Circulation, Presidency, Release
from app.domain.actor import Actor
from app.domain.bundle import read_bundle
from app.domain.lifecycle import Origin
from app.domain.sentence import Part
from app.features.briefings.queries import get_briefing
from app.features.positions.load import Loading, load_bundle
from app.features.summaries.drafting import word_sentence
from app.features.summaries.pages import Place
from app.features.summaries.releasing import (
    FrozenFile,
    Gates,
    Summaries,
    add_release,
    all_gates,
    compile_briefing,
    content_hash,
)
from app.features.summaries.service import circulate, issue, publish
from app.formats.summary_json import encoded, summary_document
from tests.cast import NEVER, Cast
from tests.conftest import NOON

SLUG = "review"
MARK = {"en": "", "fr": " en français"}
REQUEST = "We request the Secretariat to report within ninety days."
CONDITION = "The mission should stay only if the parties keep talking."
PROPOSAL = "We propose a joint plan."
SECRET = "Nobody outside this desk has read these words."
PAST = datetime(2026, 3, 1, tzinfo=UTC)


def freeze(summaries: Summaries, gates: Gates, at: datetime) -> list[FrozenFile]:
    """Freeze the data of a record as it is frozen everywhere, and none of its pages."""
    documents = {
        language: summary_document(summary, gates[language], computed_at=at, public=True)
        for language, summary in summaries.items()
    }
    return [
        FrozenFile(language, "summary.json", "application/json", encoded(document))
        for language, document in documents.items()
    ]


def bundle(slug: str, rule: str, choices: str = "v1 v1 v2", **briefing: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """Have A request, B set a condition, C propose; X is invited and says nothing."""
    said = [("A", REQUEST, "request"), ("B", CONDITION, "condition"), ("C", PROPOSAL, "proposal")]
    return {
        "briefing": {
            "slug": slug,
            "title": {"en": f"Review {slug}"},
            "meeting_date": "2026-02-02",
            "presidency": "A",
            "attribution": rule,
            "languages": ["en", "fr"],
            **briefing,
        },
        "members": [
            {"code": code, "name": {"en": f"Delegation {code}"}, "council_member": code != "X"}
            for code in "ABCX"
        ],
        "missions": [
            {"acronym": "UNONE", "name": {"en": "First"}, "mandate_expires": "2099-06-30"},
            {"acronym": "UNTWO", "name": {"en": "Second"}, "mandate_expires": None},
        ],
        "questions": [
            {
                "number": 1,
                "text": {"en": "Which path should this mission take?"},
                "scale": [{"code": code, "label": {"en": code}} for code in ("v1", "v2")],
            }
        ],
        "positions": [
            {
                "member": code,
                "mission": "UNONE",
                "question": 1,
                "assessment": choice,
                "text": text,
                "language": "en",
                "submitted_at": "2026-02-01T10:00:00Z",
                "points": [{"start": 0, "end": len(text), "kind": kind}],
            }
            for (code, text, kind), choice in zip(said, choices.split(), strict=True)
        ],
    }


def closed(
    db: Session,
    cast: Cast,
    slug: str = SLUG,
    rule: str = "attributed",
    *,
    choices: str = "v1 v1 v2",
    **changes: Any,  # noqa: ANN401 - columns of a briefing
) -> Briefing:
    """Load a briefing that A presides over for as long as anybody looks."""
    load_bundle(db, read_bundle(bundle(slug, rule, choices)), Loading("Test"), at=PAST)
    briefing = get_briefing(db, slug)
    briefing.presidency_id = cast.presidency.id
    for name, value in changes.items():
        setattr(briefing, name, value)
    db.execute(update(Presidency).values(ends_on=NEVER.date()))
    db.commit()
    return briefing


def issued(
    db: Session,
    cast: Cast,
    slug: str = SLUG,
    rule: str = "attributed",
    **more: Any,  # noqa: ANN401 - of closed
) -> Briefing:
    at = more.pop("at", NOON)
    briefing = closed(db, cast, slug, rule, **more)
    _word(db, cast, slug)
    circulate(db, cast.officer, slug, NEVER, short_notice=True, at=at)
    db.execute(update(Circulation).values(deadline=PAST))
    db.commit()
    digest = content_hash(compile_briefing(db, get_briefing(db, slug)))
    for actor in (cast.officer, cast.president):
        issue(db, actor, slug, digest, freeze=freeze, at=at)
    return briefing


def _word(db: Session, cast: Cast, slug: str) -> None:
    """Confirm words where the rule lets none be quoted: the first language before the other."""
    for language in get_briefing(db, slug).languages:
        summary = compile_briefing(db, get_briefing(db, slug), (language,))[language]
        db.rollback()
        for each in summary.of_part(Part.REGISTER):
            if each.sentence.sources and not each.is_confirmed:
                text = f"{each.sentence.sources[0].text.rstrip('.')}{MARK[language]}."
                place = Place(slug, each.sentence.key, language)
                word_sentence(db, cast.officer, place, text, previous="", at=NOON)


def published(db: Session, cast: Cast, slug: str = SLUG, rule: str = "attributed") -> Briefing:
    briefing = issued(db, cast, slug, rule)
    digest = db.scalars(select(Release.hash).where(Release.briefing_id == briefing.id)).one()
    publish(db, cast.president, slug, digest, at=NOON)
    return briefing


def corrected(db: Session, briefing: Briefing, *, at: datetime) -> None:
    """Let a corrigendum be issued of it, which nobody has published yet."""
    add_release(db, briefing, summaries := compile_briefing(db, briefing), _files(summaries), at=at)
    db.commit()


def _files(summaries: Summaries) -> list[FrozenFile]:
    return freeze(summaries, all_gates(summaries), NOON)


def rehearsed(db: Session, cast: Cast, slug: str) -> Briefing:
    return issued(db, cast, slug, origin=Origin.REHEARSAL)


def reference_of(db: Session, kind: str = "request") -> str:
    found = db.scalars(select(Ask.reference).where(Ask.kind == kind).order_by(Ask.id)).first()
    db.rollback()
    return found or ""


def of_another_month(cast: Cast, db: Session) -> Actor:
    """Give the president of a term that is over."""
    nobody_presides(db)
    return cast.president


def nobody_presides(db: Session) -> None:
    """Let every term opened here be over: who presides is what the Council's calendar says."""
    db.execute(update(Presidency).values(ends_on=PAST.date()))
    db.commit()
