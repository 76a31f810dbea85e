"""Taking back the last change of a draft: one more act, through the same gates."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, SummaryAct
from app.db.session import atomic
from app.domain.actor import Actor
from app.domain.errors import Conflict, Invalid, NotFound
from app.domain.summary_acts import Act, ActKind, reversals
from app.features.briefings.queries import get_presided
from app.features.summaries import desk, narrating, writing
from app.features.summaries.acts import find_act, last_number
from app.features.summaries.writing import Change

LATER = "Somebody has changed the draft since. Look at what was done last, and decide again."
NOTHING = "Nothing is left to undo."
REWORDED = frozenset({ActKind.EDIT, ActKind.WORD, ActKind.SIGN_OFF})


def undo(db: Session, actor: Actor, slug: str, *, seen: int, at: datetime) -> None:
    """Take back the last act there is something left of, whoever's, if it is the one shown."""
    with atomic(db):
        shown = find_act(db, get_presided(db, actor, slug).id, seen)
        begin = writing.begin_rewording if shown and shown.kind in REWORDED else writing.begin
        change = begin(db, actor, slug, (shown and shown.language) or None, at=at)
        last = desk.find_undoing(db, change.briefing, change.summary).act  # under the lock
        if last is None:
            raise Conflict(NOTHING)
        if last.number != seen:
            raise Conflict(LATER)
        try:
            BACK[last.kind](replace(change, takes_back=last.number), last)
        except NotFound:
            raise Conflict(LATER) from None
        except Invalid as refusal:  # the gates would not let the earlier text out today
            raise Conflict(refusal.reason) from None


def note_all_back(
    db: Session, actor: Actor, briefing: Briefing, since: int, *, at: datetime
) -> None:
    """Enter that everything after act ``since`` was taken back, by whoever puts the words back."""
    mine = SummaryAct.briefing_id == briefing.id, SummaryAct.number > since
    known = [row.to_domain() for row in db.scalars(select(SummaryAct).where(*mine))]
    for number, act in enumerate(reversals(known), last_number(db, briefing.id) + 1):
        db.add(
            SummaryAct(
                briefing_id=briefing.id,
                number=number,
                kind=act.kind,
                language=act.language,
                key=act.key,
                before=act.after,
                after=act.before,
                takes_back=act.number,
                user_id=actor.user_id,
                by=actor.signature,
                at=at,
            )
        )


def _edit(change: Change, act: Act) -> None:
    edit = change.drafting.edits.get((change.language, act.key))
    _same(edit.text if edit else "", act.after)
    writing.put_edit(change, act.key, act.before)


def _word(change: Change, act: Act) -> None:
    _same(narrating.words_of(change, act.key), act.after)
    if act.before:
        writing.put_words(change, act.key, act.before, shown=act.key)
    else:
        writing.drop_words(change, act.key)


def _move(change: Change, act: Act) -> None:
    _same("\n".join(writing.order_of(change, act.key)), act.after)
    writing.put_order(change, act.key, act.before.split("\n"))


def _leave_out(change: Change, act: Act) -> None:
    if act.after:
        writing.drop_reason(change, act.key)
    else:
        writing.put_reason(change, act.key, act.before)


def _narrate(change: Change, act: Act) -> None:
    narrating.put_standing(change, act.key, stands=not act.after)


def _sign_off(change: Change, act: Act) -> None:
    writing.keep(change, ActKind.SIGN_OFF, act.key, act.after, act.before)


def _same(now: str, then: str) -> None:
    if now != then:
        raise Conflict(LATER)


BACK: Mapping[ActKind, Callable[[Change, Act], None]] = {
    ActKind.EDIT: _edit,
    ActKind.WORD: _word,
    ActKind.MOVE: _move,
    ActKind.LEAVE_OUT: _leave_out,
    ActKind.NARRATE: _narrate,
    ActKind.SIGN_OFF: _sign_off,
}
