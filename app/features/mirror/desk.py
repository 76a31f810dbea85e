"""What the presidency reads of what delegations said: answers with names, stances by rule."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from app.db.models import Briefing, Reflection, Seat, StanceTaken
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.agreement import (
    SILENT,
    Stance,
    StanceTally,
    agreement,
    count_stances,
    may_be_banded,
)
from app.domain.attribution import Attribution
from app.domain.bands import band_of
from app.domain.mirror import Verdict
from app.domain.order import shuffled_key
from app.domain.proceedings import Standing
from app.domain.wording import wording_in
from app.features.briefings.queries import get_presided, list_seats
from app.features.mirror import pages
from app.features.mirror.draft import Draft, Said, read_draft
from app.features.mirror.words import answer_views, get_reflection, last_words
from app.features.summaries.desk import chosen_language, head_of

# The five stances lie on one scale, from support down; the rest is off it.
MARKS = {
    Stance.SUPPORT.value: "v0",
    Stance.CONDITIONS.value: "v1",
    Stance.NO_OBJECTION.value: "v2",
    Stance.RESERVATION.value: "v4",
    Stance.OPPOSE.value: "v6",
    Stance.NO_POSITION.value: "no_position",
    SILENT: "nothing",
}


def get_answered(db: Session, actor: Actor, slug: str) -> Briefing:
    """Give a briefing whose draft delegations may have answered to its presidency."""
    briefing = get_presided(db, actor, slug)
    permissions.require(permissions.read_answers(actor, briefing.presidency_id, briefing.state))
    return briefing


def corrections_page(
    db: Session, actor: Actor, slug: str, *, language: str
) -> pages.CorrectionsPage:
    briefing = get_answered(db, actor, slug)
    rows = last_words(db, Reflection, briefing)
    stances = last_words(db, StanceTaken, briefing)
    others = {*(row.language for row in rows), *(row.language for row in stances)}
    draft = read_draft(db, briefing, chosen_language(briefing, language), others)
    seats = {seat.id: seat for seat in list_seats(db, briefing.id)}
    return pages.CorrectionsPage(
        head_of(briefing, draft.language),
        draft.line,
        _lines(db, draft, seats, [row for row in rows if row.verdict is not Verdict.REFLECTS]),
        tuple(_tallies(briefing, draft, seats, stances)),
    )


def correction_page(db: Session, actor: Actor, place: pages.AnswerPlace) -> pages.CorrectionPage:
    """Give one answer, the last word of its delegation or not: a reply may be half written."""
    briefing = get_answered(db, actor, place.slug)
    row = get_reflection(db, briefing, place.number)
    language = chosen_language(briefing, place.language)
    draft = read_draft(db, briefing, language, {row.language})
    seats = {seat.id: seat for seat in list_seats(db, briefing.id)}
    return pages.CorrectionPage(
        head_of(briefing, language),
        draft.line,
        _lines(db, draft, seats, [row])[0],
        permissions.reply(actor, briefing.presidency_id, briefing.state),
    )


def _lines(
    db: Session, draft: Draft, seats: Mapping[int, Seat], rows: Sequence[Reflection]
) -> tuple[pages.CorrectionLine, ...]:
    views = answer_views(db, rows)
    return tuple(
        pages.CorrectionLine(
            row.number,
            seats[row.seat_id].names,
            draft.numbers.get(row.key, ())
            if draft.still_says(row.key, row.language, row.said, row.grounds)
            else (),
            views[row.id],
        )
        for row in rows
    )


def _tallies(
    briefing: Briefing,
    draft: Draft,
    seats: Mapping[int, Seat],
    rows: Sequence[StanceTaken],
) -> list[pages.TallyView]:
    taken = stances_by_sentence(draft, seats, rows)
    members = [seat for seat in seats.values() if seat.standing is Standing.MEMBER]
    return [
        _tally(briefing, draft, said, members, taken[said.key])
        for said in draft.sentences
        if said.key in draft.asked
    ]


def stances_by_sentence(
    draft: Draft, seats: Mapping[int, Seat], rows: Sequence[StanceTaken]
) -> Mapping[str, Mapping[str, StanceTaken]]:
    """Give who took which stance on what the draft still says, by the key of the sentence."""
    taken: dict[str, dict[str, StanceTaken]] = defaultdict(dict)
    for row in rows:
        if draft.still_says(row.key, row.language, row.said, row.grounds):
            taken[row.key][seats[row.seat_id].code] = row
    return taken


def _tally(
    briefing: Briefing,
    draft: Draft,
    said: Said,
    members: Sequence[Seat],
    taken: Mapping[str, StanceTaken],
) -> pages.TallyView:
    """Show a tally as openly as the sentence itself: names, numbers, or bands once it is over."""
    stances = {code: row.stance for code, row in taken.items()}
    tally = count_stances([seat.code for seat in members], stances)
    banded = said.ground.rule is Attribution.NON_ATTRIBUTED
    named = said.ground.rule is Attribution.ATTRIBUTED
    hidden = banded and not (draft.line.is_over and may_be_banded(tally))
    names = {
        stratum: tuple(
            seat.names
            for seat in members
            if (stances[seat.code].value if seat.code in stances else SILENT) == stratum
        )
        for stratum, _ in tally.clauses
    }
    clauses = ((each, count, names[each] if named else ()) for each, count in tally.clauses)
    return pages.TallyView(
        numbers=said.numbers,
        text=said.text,
        label=None if banded else agreement(tally).value,
        clauses=() if banded else tuple(clauses),
        bands=_bands(tally, draft.language) if banded and not hidden else (),
        strip=() if banded else tuple((each, MARKS[each], n) for each, n in tally.strata),
        voices=() if banded else _voices(briefing, members, taken, named=named),
        of=tally.of,
        is_hidden=hidden,
    )


def _bands(tally: StanceTally, language: str) -> tuple[tuple[str, str], ...]:
    words = wording_in(language).band[Standing.MEMBER.value]
    return tuple((name, words[band_of(count, tally.of)]) for name, count in tally.strata)


def _voices(
    briefing: Briefing, members: Sequence[Seat], taken: Mapping[str, StanceTaken], *, named: bool
) -> tuple[pages.Voice, ...]:
    """Show the words beside stances, in an order drawn by the seed where no name is shown."""
    spoken = [
        (seat, taken[seat.code]) for seat in members if seat.code in taken and taken[seat.code].text
    ]
    if not named:
        spoken.sort(key=lambda each: shuffled_key(briefing.seed, f"{each[1].key}.{each[0].code}"))
    return tuple(
        pages.Voice(seat.names if named else None, row.stance, row.text, row.along, row.language)
        for seat, row in spoken
    )
