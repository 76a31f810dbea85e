"""Proposals of both kinds as one register: amendments, and wordings proposed in the mirror."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.db.models import Amendment, Briefing, Reflection, ReplyGiven, Seat, User
from app.domain.amendments import Accepted, Action, Disposition, disposition, resulting
from app.domain.errors import NotFound
from app.domain.mirror import Verdict
from app.features.amendments.pages import DecisionView, ProposalView
from app.features.briefings.queries import list_seats
from app.features.mirror.draft import Draft
from app.features.mirror.words import last_words
from app.features.summaries.proposals import accepted_of
from app.formats.differences import changes

Row = TypeVar("Row", Amendment, Reflection)
NO_PROPOSAL = "There is no such proposal."


@dataclass(frozen=True)
class Entry:
    """A proposal with what became of it."""

    seat: Seat
    row: Amendment | Reflection
    reply: ReplyGiven | None
    is_withdrawn: bool

    @property
    def name(self) -> str:
        """Name it for the presidency: amendments by delegation, the mirror's by its own number."""
        if isinstance(self.row, Amendment):
            return f"{self.seat.code}-{self.row.number}"
        return f"c{self.row.number}"

    @property
    def action(self) -> Action:
        return self.row.action if isinstance(self.row, Amendment) else Action.REPLACE

    @property
    def after(self) -> str | None:
        return self.row.after if isinstance(self.row, Amendment) else None

    @property
    def reason(self) -> str:
        return self.row.reason if isinstance(self.row, Amendment) else ""

    @property
    def disposition(self) -> Disposition:
        return disposition(self.reply.reply if self.reply else None, is_withdrawn=self.is_withdrawn)

    @property
    def accepted(self) -> Accepted:
        return accepted_of(self.row, self.reply)


def list_entries(db: Session, briefing: Briefing, seat_id: int | None = None) -> list[Entry]:
    """Give every proposal, or those of one seat, in the order in which they were made."""
    seats = {seat.id: seat for seat in list_seats(db, briefing.id)}
    amendments = _rows(db, Amendment, briefing, seat_id)
    mirrored = [
        row for row in _rows(db, Reflection, briefing, seat_id) if row.verdict is Verdict.PROPOSES
    ]
    standing = {row.id for row in last_words(db, Reflection, briefing, seat_id)}
    to_amendments, to_mirrored = _replies(db, amendments, mirrored)
    entries = [
        Entry(seats[row.seat_id], row, to_amendments.get(row.id), row.withdrawn_at is not None)
        for row in amendments
    ]
    for answer in mirrored:  # whoever says something else of the sentence takes it back
        reply = to_mirrored.get(answer.id)
        is_withdrawn = answer.id not in standing and reply is None
        entries.append(Entry(seats[answer.seat_id], answer, reply, is_withdrawn))
    return sorted(entries, key=lambda each: (each.row.at, each.row.id))


def get_entry(db: Session, briefing: Briefing, name: str) -> Entry:
    for entry in list_entries(db, briefing):
        if entry.name == name:
            return entry
    raise NotFound(NO_PROPOSAL)


def _rows(db: Session, table: type[Row], briefing: Briefing, seat_id: int | None) -> list[Row]:
    mine = select(table).where(table.briefing_id == briefing.id)
    if seat_id is not None:
        mine = mine.where(table.seat_id == seat_id)
    return list(db.scalars(mine.order_by(table.id)))


def _replies(
    db: Session, amendments: Iterable[Amendment], mirrored: Iterable[Reflection]
) -> tuple[dict[int, ReplyGiven], dict[int, ReplyGiven]]:
    """Give the last reply to each of both kinds."""
    given = db.scalars(
        select(ReplyGiven)
        .where(
            or_(
                ReplyGiven.amendment_id.in_([row.id for row in amendments]),
                ReplyGiven.reflection_id.in_([row.id for row in mirrored]),
            )
        )
        .order_by(ReplyGiven.id)
    ).all()
    return (
        {row.amendment_id: row for row in given if row.amendment_id is not None},
        {row.reflection_id: row for row in given if row.reflection_id is not None},
    )


def proposal_views(db: Session, draft: Draft, entries: Sequence[Entry]) -> tuple[ProposalView, ...]:
    people = select(User.id, User.name).where(User.id.in_({each.row.by for each in entries}))
    names = {row.id: row.name for row in db.execute(people)}
    return tuple(_view(draft, each, names) for each in entries)


def _view(draft: Draft, entry: Entry, names: Mapping[int, str]) -> ProposalView:
    row, reply = entry.row, entry.reply
    stands = draft.still_says(row.key, row.language, row.said, row.grounds)
    return ProposalView(
        name=entry.name,
        number=row.number,
        owner=entry.seat.names,
        is_mirrored=isinstance(row, Reflection),
        action=entry.action,
        numbers=draft.numbers.get(row.key, ()) if stands else (),
        said=row.said,
        text=row.text,
        after=draft.texts.get(row.language, {}).get(entry.after, "") if entry.after else None,
        reason=entry.reason,
        language=row.language,
        pieces=changes(row.said, _after(entry)),
        by=names[row.by],
        at=row.at,
        circulation=row.circulation,
        disposition=entry.disposition,
        decision=DecisionView(reply.words, reply.reason, reply.at) if reply else None,
    )


def _after(entry: Entry) -> str:
    """Give the paragraph as it would stand, to compare with what is said."""
    if entry.action is Action.DELETE:
        return ""
    row = entry.row
    return resulting(entry.action, row.said, row.text, row.language)


def languages_of(entries: Iterable[Entry]) -> set[str]:
    return {each.row.language for each in entries}
