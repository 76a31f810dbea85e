"""Reading what delegations wrote: every look leaves a note that its owner may see."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Event, Seat
from app.db.session import atomic
from app.domain.actor import Actor
from app.domain.proceedings import Position
from app.features.standing.queries import signed_standing_in
from app.features.summaries import desk, desk_sentence, former
from app.features.summaries import pages_sentence as pages
from app.features.summaries.decisions import drafting_of
from app.features.summaries.pages import Place
from app.features.summaries.releasing import compile_briefing
from app.features.summaries.translations import list_translations


def open_sentence(db: Session, actor: Actor, place: Place, *, at: datetime) -> pages.SentencePage:
    """Show a sentence with what it rests on; every delegation read leaves a note."""
    with atomic(db):
        briefing = desk.get_draft(db, actor, place.slug)
        language = desk.chosen_language(briefing, place.language)
        drafting = drafting_of(db, briefing)
        summary = compile_briefing(db, briefing, (language,), drafting)[language]
        found = summary.sentences[desk_sentence.find_place(summary, place.key)]
        note_reading(
            db, actor, briefing, desk_sentence.positions_of(summary, found.sentence), at=at
        )
        correcting = desk.find_correcting(db, briefing) is not None
        shown = actor, briefing, summary, drafting, place.key
        page = desk_sentence.sentence_page(*shown, correcting=correcting)
        before = former.words_before(db, briefing, summary, drafting, found.sentence)
        return replace(page, readings=_marked(db, briefing, language, page.readings), former=before)


def open_revision(
    db: Session, actor: Actor, slug: str, revision: str, *, language: str, at: datetime
) -> pages.ReasonPage:
    """Show the revision whose words may be left out."""
    with atomic(db):
        briefing = desk.get_draft(db, actor, slug)
        language = desk.chosen_language(briefing, language)
        summary = desk.in_one_language(db, briefing, language)
        position = desk_sentence.get_position(summary.proceedings, revision)
        note_reading(db, actor, briefing, [position], at=at)
        page = desk_sentence.reason_page(actor, briefing, summary, revision)
        return replace(page, reading=_marked(db, briefing, language, [page.reading])[0])


def open_translation(
    db: Session, actor: Actor, place: Place, then: str, *, at: datetime
) -> pages.TranslationPage:
    """Show the revision whose key ``place`` gives beside its unofficial translation."""
    page = open_revision(db, actor, place.slug, place.key, language=place.language, at=at)
    return pages.TranslationPage(page.head, page.reading, then, page.drafting)


def _marked(
    db: Session, briefing: Briefing, language: str, readings: Sequence[pages.Reading]
) -> tuple[pages.Reading, ...]:
    """Say of each whether the Secretariat signed it, and what the desk found it to say."""
    revisions = [each.revision for each in readings]
    stood_in = signed_standing_in(db, revisions)
    foreign = [each.revision for each in readings if each.language != language]
    found = list_translations(db, briefing.id, foreign, language) if foreign else {}
    translated = {
        row.revision: pages.Translated(row.text, row.by, row.at, row.number)
        for row in found.values()
    }
    return tuple(
        replace(
            each,
            stood_in=each.revision in stood_in,
            translated=translated.get(each.revision),
        )
        for each in readings
    )


def note_reading(
    db: Session, actor: Actor, briefing: Briefing, positions: Iterable[Position], *, at: datetime
) -> None:
    read: dict[str, list[str]] = {}
    for position in positions:
        read.setdefault(position.member, []).append(position.hash)
    if not read:
        return
    owners = db.execute(
        select(Seat.code, Seat.delegation_id).where(
            Seat.briefing_id == briefing.id, Seat.code.in_(read)
        )
    )
    for code, delegation_id in owners:
        db.add(
            Event.of(
                actor,
                "position.read",
                at=at,
                briefing_id=briefing.id,
                delegation_id=delegation_id,
                revisions=read[code],
            )
        )
