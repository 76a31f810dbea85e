"""What delegations propose of a draft, as far as it holds up the issue. Reads only.

A text is issued when every proposal is settled: decided or withdrawn, and where it was accepted
in the text of the language it was made in. Where it cannot be found there (another proposal on the
same sentence was accepted later, positions changed, the words were put elsewhere), the presidency
enters that it was done otherwise, with a reason its delegation reads.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from app.db.models import Amendment, Briefing, Reflection, ReplyGiven, Seat
from app.domain.amendments import Accepted, Action
from app.domain.errors import Conflict
from app.domain.mirror import Reply, Verdict
from app.domain.wording import wording_in
from app.features.summaries.pages_acts import Unsettled
from app.features.summaries.releasing import Summaries

IN_ENGLISH = wording_in("en").languages


@dataclass(frozen=True)
class Standing:
    """A proposal nobody withdrew, by its name in the register, and the last reply to it."""

    name: str
    row: Amendment | Reflection
    reply: ReplyGiven | None


def count_pending(db: Session, briefing: Briefing) -> int:
    """Count the proposals of delegations on which the presidency has not decided."""
    unanswered = (
        each.where(ReplyGiven.id.is_(None)).with_only_columns(func.count()).scalar_subquery()
        for each in (_amendments(briefing), _mirrored(briefing))
    )
    return db.scalar(select(next(unanswered) + next(unanswered))) or 0


def list_unsettled(db: Session, briefing: Briefing, summaries: Summaries) -> tuple[Unsettled, ...]:
    """Give what keeps a text from being issued, in the order in which it was proposed."""
    found = sorted(_standing(db, briefing), key=lambda each: (each.row.at, each.row.id))
    return tuple(
        Unsettled(
            each.name,
            each.row.language,
            _number_of(each, summaries),
            waits=each.reply is None,
        )
        for each in found
        if not _is_settled(each, summaries)
    )


def check_settled(db: Session, briefing: Briefing, summaries: Summaries) -> None:
    """Raise Conflict naming the first proposal that keeps the text from being issued."""
    for each in list_unsettled(db, briefing, summaries):
        if each.waits:
            raise Conflict(
                f"Proposal {each.name} awaits the presidency: enter in the register of proposals "
                "what becomes of it."
            )
        where = f"Paragraph {each.number}" if each.number else "A sentence no longer there"
        raise Conflict(
            f"{where} of the {IN_ENGLISH[each.language]} text does not say what was accepted of "
            f"proposal {each.name}. Put it into the text, or enter what was done otherwise."
        )


def accepted_of(row: Amendment | Reflection, reply: ReplyGiven | None) -> Accepted:
    """Give what stands accepted: the presidency's words, else those proposed."""
    action, after = (
        (row.action, row.after) if isinstance(row, Amendment) else (Action.REPLACE, None)
    )
    return Accepted(action, row.key, (reply.words if reply else "") or row.text, after)


def _is_settled(proposal: Standing, summaries: Summaries) -> bool:
    row, reply = proposal.row, proposal.reply
    if reply is None:
        return False
    if reply.reply not in {Reply.ACCEPTED, Reply.MODIFIED}:
        return True
    return accepted_of(row, reply).is_in(summaries[row.language].sentences)


def _number_of(proposal: Standing, summaries: Summaries) -> int | None:
    sentences = summaries[proposal.row.language].sentences
    keys = (each.number for each in sentences if each.sentence.key == proposal.row.key)
    return next(keys, None)


def _standing(db: Session, briefing: Briefing) -> Iterator[Standing]:
    for amendment, code, reply in db.execute(_amendments(briefing)):
        yield Standing(f"{code}-{amendment.number}", amendment, reply)
    for reflection, reply in db.execute(_mirrored(briefing)):
        yield Standing(f"c{reflection.number}", reflection, reply)


def _amendments(briefing: Briefing) -> Select[Amendment, str, ReplyGiven]:
    same = aliased(ReplyGiven)
    last = select(func.max(same.id)).where(same.amendment_id == Amendment.id)
    return (
        select(Amendment, Seat.code, ReplyGiven)
        .select_from(Amendment)
        .join(Seat, Seat.id == Amendment.seat_id)
        .outerjoin(ReplyGiven, ReplyGiven.id == last.correlate(Amendment).scalar_subquery())
        .where(Amendment.briefing_id == briefing.id, Amendment.withdrawn_at.is_(None))
    )


def _mirrored(briefing: Briefing) -> Select[Reflection, ReplyGiven]:
    """Select wordings proposed in the mirror; whoever says more of a sentence takes it back."""
    same, said = aliased(ReplyGiven), aliased(Reflection)
    last = select(func.max(same.id)).where(same.reflection_id == Reflection.id)
    standing = (
        select(func.max(said.id))
        .where(said.briefing_id == briefing.id)
        .group_by(said.seat_id, said.key)
    )
    return (
        select(Reflection, ReplyGiven)
        .select_from(Reflection)
        .outerjoin(ReplyGiven, ReplyGiven.id == last.correlate(Reflection).scalar_subquery())
        .where(Reflection.id.in_(standing), Reflection.verdict == Verdict.PROPOSES)
    )
