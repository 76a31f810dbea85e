"""What every change of a draft shares: one officer at a time, the gates, a note, an act kept.

Each ``put_`` makes one change inside the transaction of the service that calls it; undoing goes
the same way as doing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, select
from sqlalchemy.orm import Session

from app.db.models import (
    Briefing,
    Event,
    NotReflected,
    SentenceEdit,
    SentenceRank,
    SummaryAct,
    Wording,
)
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.compiling import compile_summary
from app.domain.drafting import Drafting, Edit
from app.domain.errors import Conflict, Invalid, NotFound
from app.domain.gates import CHECKS
from app.domain.gates.naming import names_author
from app.domain.position import check_text
from app.domain.summary import Summary, WordedSentence
from app.domain.summary_acts import ActKind
from app.domain.undoing import stretch_of
from app.domain.wording.stops import closed
from app.features.briefings.queries import get_presided
from app.features.summaries import desk, desk_sentence
from app.features.summaries.acts import last_number
from app.features.summaries.decisions import drafting_of
from app.features.summaries.releasing import compile_briefing

CHANGED = "Somebody changed this sentence while you were writing. Look at both and save again."
LONGEST_REASON = 2_000
ASKED_AT_ONCE = ("numbers", "attribution", "verbatim", "forbidden", "disclosure", "narrative")
NOTES = {
    ActKind.EDIT: "summary.edited",
    ActKind.WORD: "summary.worded",
    ActKind.MOVE: "summary.moved",
    ActKind.NARRATE: "summary.narrated",
    ActKind.SIGN_OFF: "summary.signed_off",
}


@dataclass(frozen=True)
class Change:
    """One change under way: who makes it, when, and the draft as it stands in one language."""

    db: Session
    actor: Actor
    at: datetime
    briefing: Briefing
    drafting: Drafting
    summary: Summary
    takes_back: int | None = None

    @property
    def language(self) -> str:
        return self.summary.language

    def find(self, key: str) -> WordedSentence:
        return self.summary.sentences[desk_sentence.find_place(self.summary, key)]


def get_locked(db: Session, actor: Actor, slug: str) -> Briefing:
    """Give a briefing to its presidency, one person at a time until the transaction ends."""
    briefing = get_presided(db, actor, slug)
    db.refresh(briefing, with_for_update=True)
    return briefing


def begin(
    db: Session, actor: Actor, slug: str, language: str | None = None, *, at: datetime
) -> Change:
    """Take the draft in hand; without a language, in the briefing's first."""
    briefing = get_locked(db, actor, slug)
    permissions.require(permissions.draft_summary(actor, briefing.presidency_id, briefing.state))
    return _change(db, actor, briefing, language, at)


def begin_rewording(
    db: Session, actor: Actor, slug: str, language: str | None = None, *, at: datetime
) -> Change:
    """Take its words alone in hand, as a corrigendum may, too."""
    briefing = get_locked(db, actor, slug)
    place, correcting = (actor, briefing.presidency_id), desk.find_correcting(db, briefing)
    permissions.require(
        permissions.reword(*place, briefing.state, correcting=correcting is not None)
    )
    return _change(db, actor, briefing, language, at)


def _change(
    db: Session, actor: Actor, briefing: Briefing, language: str | None, at: datetime
) -> Change:
    language = language or briefing.languages[0]
    if language not in briefing.languages:
        raise NotFound(desk_sentence.NO_SENTENCE)
    drafting = drafting_of(db, briefing)
    summary = compile_briefing(db, briefing, (language,), drafting)[language]
    return Change(db, actor, at, briefing, drafting, summary)


def put_edit(change: Change, key: str, text: str) -> None:
    """Put a sentence in the presidency's own words; as computed, they are no edit."""
    found = change.find(key)
    if found.sentence.is_narrative:
        raise Invalid("Narrative is changed in its own words, below.", where="text")
    edit = change.drafting.edits.get((change.language, key))
    text = "" if text.strip() == found.computed else text.strip()
    if not (text or edit):
        return
    mine = _of_sentence(SentenceEdit, change, key)
    if text:
        check_text(text, change.language)
        said = Edit(text, found.computed)
        edits = {**change.drafting.edits, (change.language, key): said}
        _check(change, replace(change.drafting, edits=edits), key)
        row = change.db.scalar(select(SentenceEdit).where(mine))
        if row is None:
            row = SentenceEdit(briefing_id=change.briefing.id, language=change.language, key=key)
            change.db.add(row)
        row.text, row.basis = said.text, said.basis
        row.edited_by, row.edited_at = change.actor.user_id, change.at
    else:
        change.db.execute(delete(SentenceEdit).where(mine))
    keep(change, ActKind.EDIT, key, edit.text if edit else "", text)


def put_words(change: Change, key: str, text: str, *, shown: str) -> None:
    """Confirm words for what a point or narrative says; ``shown`` is the sentence they are for."""
    text = closed(text, change.language)
    said = Edit(
        text,
        change.find(shown).sentence.grounds,
        change.drafting.beside(change.language, key),
    )
    before = change.drafting.wordings.get((change.language, key))
    wordings = {**change.drafting.wordings, (change.language, key): said}
    _check_words(text, change.language)
    _check(change, replace(change.drafting, wordings=wordings), key, where="wording")
    keep_wording(change, key, said)
    keep(change, ActKind.WORD, key, before.text if before else "", text)


def keep_wording(change: Change, key: str, said: Edit) -> None:
    row = change.db.scalar(select(Wording).where(_of_sentence(Wording, change, key)))
    if row is None:
        row = Wording(briefing_id=change.briefing.id, language=change.language, key=key)
        change.db.add(row)
    row.text, row.basis, row.beside = said.text, said.basis, said.beside
    row.confirmed_by, row.confirmed_at = change.actor.user_id, change.at


def drop_words(change: Change, key: str) -> None:
    """Take a confirmation back: the words wait for a person again."""
    before = change.drafting.wordings[change.language, key]
    change.db.execute(delete(Wording).where(_of_sentence(Wording, change, key)))
    keep(change, ActKind.WORD, key, before.text, "")


def order_of(change: Change, key: str) -> list[str]:
    change.find(key)
    return stretch_of(change.summary, key)


def put_order(change: Change, key: str, order: Sequence[str]) -> None:
    before = order_of(change, key)
    mine = SentenceRank.briefing_id == change.briefing.id
    change.db.execute(delete(SentenceRank).where(mine, SentenceRank.key.in_(before)))
    change.db.add_all(
        SentenceRank(briefing_id=change.briefing.id, key=each, rank=rank)
        for rank, each in enumerate(order)
    )
    keep(change, ActKind.MOVE, key, "\n".join(before), "\n".join(order))


def put_reason(change: Change, revision: str, reason: str) -> None:
    """Register that a revision's words are not reflected, and why."""
    desk_sentence.get_position(change.summary.proceedings, revision)
    reason = reason.strip()
    if not reason:
        raise Invalid("Give the reason; it stands in the register.", where="reason")
    if len(reason) > LONGEST_REASON:
        raise Invalid(f"Shorten the reason to {LONGEST_REASON} characters.", where="reason")
    check_text(reason, change.briefing.languages[0])
    if names_author(change.summary, revision, reason):
        raise Invalid("This reason names whose position it is.", where="reason")
    if revision in dict(change.summary.coverage.not_reflected):
        raise Conflict("This position is in the register already.")
    change.db.add(
        NotReflected(
            briefing_id=change.briefing.id,
            revision=revision,
            reason=reason,
            registered_by=change.actor.user_id,
            registered_at=change.at,
        )
    )
    _note(change, "summary.left_out", revision=revision)
    keep(change, ActKind.LEAVE_OUT, revision, "", reason)


def drop_reason(change: Change, revision: str) -> None:
    """Take a revision's words into the summary again."""
    mine = NotReflected.briefing_id == change.briefing.id
    row = change.db.scalar(select(NotReflected).where(mine, NotReflected.revision == revision))
    if row is None:
        raise NotFound(desk_sentence.NO_REVISION)
    change.db.delete(row)
    _note(change, "summary.restored", revision=revision)
    keep(change, ActKind.LEAVE_OUT, revision, row.reason, "")


def keep(change: Change, kind: ActKind, key: str, before: str, after: str) -> None:
    """Add the act to the history; the briefing's lock is held, so numbers follow one another."""
    everywhere = kind in {ActKind.MOVE, ActKind.LEAVE_OUT}
    change.db.add(
        SummaryAct(
            briefing_id=change.briefing.id,
            number=last_number(change.db, change.briefing.id) + 1,
            kind=kind,
            language="" if everywhere else change.language,
            key=key,
            before=before,
            after=after,
            takes_back=change.takes_back,
            user_id=change.actor.user_id,
            by=change.actor.signature,
            at=change.at,
        )
    )
    if kind in NOTES:
        _note(change, NOTES[kind], language=change.language, sentence=key)


def _note(change: Change, act: str, **detail: object) -> None:
    """Log the act; what was written stays in the history, which only the desk reads."""
    if change.takes_back is not None:
        detail["takes_back"] = change.takes_back
    change.db.add(
        Event.of(change.actor, act, at=change.at, briefing_id=change.briefing.id, **detail)
    )


def _check_words(text: str, language: str) -> None:
    try:
        check_text(text, language)
    except Invalid as refusal:
        raise Invalid(refusal.reason, where="wording") from None


def _check(change: Change, drafting: Drafting, key: str, *, where: str = "text") -> None:
    """Ask the gates at once whether they would let this sentence out as it now stands."""
    changed = compile_summary(change.summary.proceedings, change.language, drafting)
    found = changed.sentences[desk_sentence.find_place(changed, key)]
    for fault in faults_of(changed, found):
        raise Invalid(f"{fault[:1].upper()}{fault[1:]}.", where=where)


def faults_of(summary: Summary, found: WordedSentence) -> Iterable[str]:
    for name in ASKED_AT_ONCE:
        for fault in CHECKS[name](summary):
            if fault.startswith(f"{found.id}: "):
                yield fault.removeprefix(f"{found.id}: ")


def _of_sentence(
    table: type[SentenceEdit] | type[Wording], change: Change, key: str
) -> ColumnElement[bool]:
    return and_(
        table.briefing_id == change.briefing.id,
        table.language == change.language,
        table.key == key,
    )
