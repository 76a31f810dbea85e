"""In which order speakers are listed: briefers, members, the chair's own statement, the invited."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.order import shuffled_key
from app.domain.proceedings import Seat, Standing
from app.domain.speakers import Order, SpeakersList, Turn

BRIEFER = "briefer-"  # before a briefer's place in the note, where a seat has its code


def briefer_code(place: int) -> str:
    return f"{BRIEFER}{place}"


@dataclass(frozen=True)
class Table:
    """Who may be on the list: the seats of the briefing, its chair, and how many briefers."""

    seats: tuple[Seat, ...]
    presiding: str | None
    briefers: int

    def rank(self, code: str) -> int:
        """Order the kinds: briefers, members, the presidency's national statement, the invited."""
        if code.startswith(BRIEFER):
            return 0
        invited = {seat.code for seat in self.seats if seat.standing is Standing.INVITED}
        if code in invited:
            return 3
        return 2 if code == self.presiding else 1


def arranged(
    table: Table, order: Order | None, seed: str, signed_up: Sequence[str]
) -> tuple[str, ...]:
    """Give the order in which a list is opened; the presidency may move speakers afterwards."""
    if order is Order.DRAWN:
        codes = sorted((seat.code for seat in table.seats), key=lambda one: shuffled_key(seed, one))
    else:
        codes = list(signed_up)
    briefers = [briefer_code(place) for place in range(1, table.briefers + 1)]
    return tuple(sorted([*briefers, *codes], key=table.rank))


def with_late(table: Table, listing: SpeakersList, code: str) -> tuple[str, ...]:
    """Put somebody who asks during the meeting after the last of their own kind."""
    before = [
        at
        for at, each in enumerate(listing.speakers, 1)
        if table.rank(each.code) <= table.rank(code) or each.turn is not Turn.WAITING
    ]
    codes = [each.code for each in listing.speakers]
    codes.insert(max(before, default=0), code)
    return tuple(codes)
