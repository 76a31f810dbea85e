"""How the presidency works on its summary. Each public function is one transaction."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, select
from sqlalchemy.orm import Session

from app.db.models import (
    Briefing,
    Event,
    NotReflected,
    SentenceEdit,
    SentenceRank,
    Wording,
)
from app.db.session import atomic
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.amendments import moved
from app.domain.compiling import compile_summary
from app.domain.drafting import Drafting, Edit
from app.domain.errors import Conflict, Invalid, NotFound
from app.domain.gates import CHECKS
from app.domain.gates.naming import names_author
from app.domain.position import check_text
from app.domain.summary import Summary, WordedSentence, block, register_key
from app.features.briefings.queries import get_presided
from app.features.summaries import desk, desk_sentence
from app.features.summaries.pages import Place
from app.features.summaries.queries import drafting_of
from app.features.summaries.releasing import compile_briefing

CHANGED = "Somebody changed this sentence while you were writing. Look at both and save again."
LONGEST_REASON = 2_000


def get_locked(db: Session, actor: Actor, slug: str) -> Briefing:
    """Give a briefing to its presidency, one person at a time until the transaction ends."""
    briefing = get_presided(db, actor, slug)
    db.refresh(briefing, with_for_update=True)
    return briefing


def edit_sentence(
    db: Session,
    actor: Actor,
    place: Place,
    text: str,
    *,
    basis: str,
    previous: str,
    at: datetime,
) -> None:
    """Put a sentence in the presidency's own words; an empty text goes back to the computed."""
    with atomic(db):
        put_edit(db, actor, place, text, basis=basis, previous=previous, at=at)


def put_edit(
    db: Session,
    actor: Actor,
    place: Place,
    text: str,
    *,
    basis: str,
    previous: str,
    at: datetime,
) -> None:
    """Edit a sentence inside the caller's transaction, as far as the gates let the words out."""
    briefing, drafting, summary = _drafted(db, actor, place)
    found = summary.sentences[desk_sentence.find_place(summary, place.key)]
    edit = drafting.edits.get((place.language, place.key))
    if (found.computed, edit.text if edit else "") != (basis, previous):
        raise Conflict(CHANGED)
    text = text.strip()
    if text in {"", found.computed}:
        db.execute(delete(SentenceEdit).where(_of_sentence(SentenceEdit, briefing, place)))
    else:
        check_text(text, place.language)
        edits = {**drafting.edits, (place.language, place.key): Edit(text, basis)}
        _check(summary, replace(drafting, edits=edits), place.key)
        _keep_edit(db, actor, briefing, place, Edit(text, basis), at)
    _note(db, actor, briefing, "summary.edited", place, at)


def _keep_edit(
    db: Session, actor: Actor, briefing: Briefing, place: Place, edit: Edit, at: datetime
) -> None:
    row = db.scalar(select(SentenceEdit).where(_of_sentence(SentenceEdit, briefing, place)))
    if row is None:
        row = SentenceEdit(briefing_id=briefing.id, language=place.language, key=place.key)
        db.add(row)
    row.text, row.basis = edit.text, edit.basis
    row.edited_by, row.edited_at = actor.user_id, at


def word_sentence(
    db: Session, actor: Actor, place: Place, text: str, *, previous: str, at: datetime
) -> None:
    """Confirm the presidency's words for what a point says."""
    with atomic(db):
        briefing, drafting, summary = _drafted(db, actor, place)
        found = summary.sentences[desk_sentence.find_place(summary, place.key)]
        key = register_key(place.key)
        confirmed = drafting.wordings.get((place.language, key))
        if confirmed is None and not desk_sentence.may_be_worded(found.sentence):
            raise Invalid("This sentence quotes the delegation itself.", where="wording")
        if (confirmed.text if confirmed else "") != previous:
            raise Conflict(CHANGED)
        text = text.strip()
        if not text:
            raise Invalid("Write what this point says.", where="wording")
        _check_words(text, place.language)
        beside = drafting.beside(place.language, key)
        said = Edit(text, found.sentence.grounds, beside)
        wordings = {**drafting.wordings, (place.language, key): said}
        _check(summary, replace(drafting, wordings=wordings), key, where="wording")
        _keep_wording(db, actor, briefing, replace(place, key=key), said, at)
        _note(db, actor, briefing, "summary.worded", place, at)


def _check_words(text: str, language: str) -> None:
    try:
        check_text(text, language)
    except Invalid as refusal:
        raise Invalid(refusal.reason, where="wording") from None


def _keep_wording(
    db: Session, actor: Actor, briefing: Briefing, place: Place, said: Edit, at: datetime
) -> None:
    row = db.scalar(select(Wording).where(_of_sentence(Wording, briefing, place)))
    if row is None:
        row = Wording(briefing_id=briefing.id, language=place.language, key=place.key)
        db.add(row)
    row.text, row.basis, row.beside = said.text, said.basis, said.beside
    row.confirmed_by, row.confirmed_at = actor.user_id, at


def _check(summary: Summary, drafting: Drafting, key: str, *, where: str = "text") -> None:
    """Ask the gates at once whether they would let this sentence out as it now stands."""
    changed = compile_summary(summary.proceedings, summary.language, drafting)
    found = changed.sentences[desk_sentence.find_place(changed, key)]
    for fault in _faults(changed, found):
        raise Invalid(f"{fault[:1].upper()}{fault[1:]}.", where=where)


def _faults(summary: Summary, found: WordedSentence) -> Iterable[str]:
    for name in ("numbers", "attribution", "verbatim", "forbidden", "disclosure"):
        for fault in CHECKS[name](summary):
            if fault.startswith(f"{found.id}: "):
                yield fault.removeprefix(f"{found.id}: ")


def move_sentence(db: Session, actor: Actor, place: Place, *, up: bool, at: datetime) -> None:
    """Change places with the neighbour, within the block; at its end nothing happens."""
    with atomic(db):
        briefing, keys = _block(db, actor, place)
        here = keys.index(place.key)
        there = here - 1 if up else here + 1
        if not 0 <= there < len(keys):
            return
        keys[here], keys[there] = keys[there], keys[here]
        _keep_order(db, briefing, keys)
        _note(db, actor, briefing, "summary.moved", place, at)


def put_behind(db: Session, actor: Actor, place: Place, after: str | None, *, at: datetime) -> None:
    """Move a sentence behind another of its block, or to the front, in the caller's transaction."""
    briefing, keys = _block(db, actor, place)
    _keep_order(db, briefing, moved(keys, place.key, after))
    _note(db, actor, briefing, "summary.moved", place, at)


def _block(db: Session, actor: Actor, place: Place) -> tuple[Briefing, list[str]]:
    briefing, _, summary = _drafted(db, actor, place, _to_draft)
    found = summary.sentences[desk_sentence.find_place(summary, place.key)].sentence
    here = [each.sentence.key for each in summary.sentences if block(each.sentence) == block(found)]
    return briefing, here


def _keep_order(db: Session, briefing: Briefing, keys: list[str]) -> None:
    mine = SentenceRank.briefing_id == briefing.id
    db.execute(delete(SentenceRank).where(mine, SentenceRank.key.in_(keys)))
    db.add_all(
        SentenceRank(briefing_id=briefing.id, key=key, rank=rank) for rank, key in enumerate(keys)
    )


def leave_out(
    db: Session, actor: Actor, slug: str, revision: str, reason: str, *, at: datetime
) -> None:
    """Register that a revision's words are not reflected, and why."""
    with atomic(db):
        briefing = _to_draft(db, actor, slug)
        summary = desk.in_one_language(db, briefing, briefing.languages[0])
        desk_sentence.get_position(summary, revision)
        reason = reason.strip()
        if not reason:
            raise Invalid("Give the reason; it stands in the register.", where="reason")
        if len(reason) > LONGEST_REASON:
            raise Invalid(f"Shorten the reason to {LONGEST_REASON} characters.", where="reason")
        check_text(reason, briefing.languages[0])
        if names_author(summary, revision, reason):
            raise Invalid("This reason names whose position it is.", where="reason")
        if revision in dict(summary.coverage.not_reflected):
            raise Conflict("This position is in the register already.")
        db.add(
            NotReflected(
                briefing_id=briefing.id,
                revision=revision,
                reason=reason,
                registered_by=actor.user_id,
                registered_at=at,
            )
        )
        db.add(
            Event.of(actor, "summary.left_out", at=at, briefing_id=briefing.id, revision=revision)
        )


def restore(db: Session, actor: Actor, slug: str, revision: str, *, at: datetime) -> None:
    """Take a revision's words into the summary again."""
    with atomic(db):
        briefing = _to_draft(db, actor, slug)
        row = db.scalar(
            select(NotReflected).where(
                NotReflected.briefing_id == briefing.id, NotReflected.revision == revision
            )
        )
        if row is None:
            raise NotFound(desk_sentence.NO_REVISION)
        db.delete(row)
        db.add(
            Event.of(actor, "summary.restored", at=at, briefing_id=briefing.id, revision=revision)
        )


def _to_draft(db: Session, actor: Actor, slug: str) -> Briefing:
    briefing = get_locked(db, actor, slug)
    permissions.require(permissions.draft_summary(actor, briefing.presidency_id, briefing.state))
    return briefing


def _to_reword(db: Session, actor: Actor, slug: str) -> Briefing:
    briefing = get_locked(db, actor, slug)
    who, correcting = (actor, briefing.presidency_id), desk.find_correcting(db, briefing)
    permissions.require(permissions.reword(*who, briefing.state, correcting=correcting is not None))
    return briefing


def _drafted(
    db: Session, actor: Actor, place: Place, getting: Callable[..., Briefing] = _to_reword
) -> tuple[Briefing, Drafting, Summary]:
    briefing = getting(db, actor, place.slug)
    if place.language not in briefing.languages:
        raise NotFound(desk_sentence.NO_SENTENCE)
    drafting = drafting_of(db, briefing)
    summaries = compile_briefing(db, briefing, (place.language,), drafting)
    return briefing, drafting, summaries[place.language]


def _of_sentence(
    table: type[SentenceEdit] | type[Wording], briefing: Briefing, place: Place
) -> ColumnElement[bool]:
    return and_(
        table.briefing_id == briefing.id,
        table.language == place.language,
        table.key == place.key,
    )


def _note(
    db: Session, actor: Actor, briefing: Briefing, act: str, place: Place, at: datetime
) -> None:
    db.add(
        Event.of(
            actor,
            act,
            at=at,
            briefing_id=briefing.id,
            language=place.language,
            sentence=place.key,
        )
    )
