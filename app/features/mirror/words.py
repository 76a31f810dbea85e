"""What was said of a circulated draft: answers, replies to them, stances. Reads only."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Reflection, ReplyGiven, StanceTaken, User
from app.domain.errors import NotFound
from app.domain.mirror import Verdict
from app.features.mirror.pages import AnswerView, ReplyView, StanceView
from app.formats.differences import changes

Row = TypeVar("Row", Reflection, StanceTaken)


def last_words(
    db: Session, table: type[Row], briefing: Briefing, seat_id: int | None = None
) -> list[Row]:
    """Give the last word of every seat, or of one, on every sentence."""
    last = select(func.max(table.id)).where(table.briefing_id == briefing.id)
    if seat_id is not None:
        last = last.where(table.seat_id == seat_id)
    last = last.group_by(table.seat_id, table.key)
    return list(db.scalars(select(table).where(table.id.in_(last)).order_by(table.id)))


def get_reflection(db: Session, briefing: Briefing, number: int) -> Reflection:
    """Give an answer that says more than that a sentence reflects its delegation."""
    row = db.scalar(
        select(Reflection).where(
            Reflection.briefing_id == briefing.id,
            Reflection.number == number,
            Reflection.verdict != Verdict.REFLECTS,
        )
    )
    if row is None:
        raise NotFound("There is no such answer.")
    return row


def answer_views(db: Session, rows: Sequence[Reflection]) -> dict[int, AnswerView]:
    """Show answers by their id, each with the last reply to it."""
    names, replies = _names(db, rows), _replies(db, rows)
    return {row.id: _answer(row, names[row.by], replies.get(row.id)) for row in rows}


def _answer(row: Reflection, name: str, reply: ReplyView | None) -> AnswerView:
    proposes = row.verdict is Verdict.PROPOSES
    return AnswerView(
        verdict=row.verdict,
        effect=row.effect,
        said=row.said,
        text=row.text,
        language=row.language,
        by=name,
        at=row.at,
        circulation=row.circulation,
        pieces=changes(row.said, row.text) if proposes else (),
        reply=reply,
    )


def _replies(db: Session, rows: Sequence[Reflection]) -> dict[int, ReplyView]:
    given = db.scalars(
        select(ReplyGiven)
        .where(ReplyGiven.reflection_id.in_([row.id for row in rows]))
        .order_by(ReplyGiven.id)
    )
    return {
        row.reflection_id: ReplyView(row.reply, row.words, row.reason, row.at)
        for row in given
        if row.reflection_id is not None
    }


def stance_views(db: Session, rows: Sequence[StanceTaken]) -> dict[str, StanceView]:
    """Show the stances of one seat by the key of their sentence."""
    names = _names(db, rows)
    return {
        row.key: StanceView(row.stance, row.text, row.along, row.language, names[row.by], row.at)
        for row in rows
    }


def _names(db: Session, rows: Iterable[Reflection | StanceTaken]) -> dict[int, str]:
    people = select(User.id, User.name).where(User.id.in_({row.by for row in rows}))
    return {row.id: row.name for row in db.execute(people)}
