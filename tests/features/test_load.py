"""A bundle is kept whole or not at all, and its texts to the last character."""

import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.base import Base
from app.db.models import Briefing, Event, Position, Revision
from app.domain.bundle import read_bundle
from app.domain.errors import Conflict, Invalid
from app.domain.lifecycle import BriefingState, Origin
from app.domain.points import split
from app.domain.proof import Receipt
from app.features.briefings.queries import get_briefing
from app.features.positions.load import CHUNK, Loading, load_bundle
from app.features.summaries.queries import proceedings_of
from tests.bundles import SENTENCES, make_bundle, small_bundle

MOMENT = datetime(2026, 3, 4, 12, tzinfo=UTC)
TEXTS = [
    "two\r\nlines\r\n",
    "a\ttab",
    "  leading and trailing  ",
    "\n\nline first",
    unicodedata.normalize("NFC", "déjà é Å"),
    unicodedata.normalize("NFD", "déjà é Å"),
    "astral 🙂 𝔘𝔫 \U0002070e 🇫🇷",
    "marks \u200e\u200f\u2066A\u2069 and \u200d joiners",
    "quotes ' \" \\ %s {n} <b>&amp;</b> '; DROP TABLE revision; --",
    "nbsp\u00a0here, ideographic\u3000there",
    "x" * 20_000,
]


def load(
    db: Session, bundle: dict[str, Any], progress: Callable[[int, int], None] | None = None
) -> str:
    return load_bundle(
        db, read_bundle(bundle), Loading("An Operator"), at=MOMENT, progress=progress
    )


def rows(db: Session) -> dict[str, int]:
    db.rollback()
    counts = {
        name: db.scalar(select(func.count()).select_from(table)) or 0
        for name, table in Base.metadata.tables.items()
    }
    return {name: count for name, count in counts.items() if count}


def test_a_bundle_becomes_a_closed_briefing_with_every_position_signed(db: Session) -> None:
    bundle = make_bundle(15, 4, 2, invited=2, filled=0.7)
    briefing = get_briefing(db, load(db, bundle))
    assert (briefing.state, briefing.origin) == (BriefingState.CLOSED, Origin.LOADED)
    assert rows(db)["position"] == rows(db)["revision"] == len(bundle["positions"])


def test_a_fault_in_the_last_position_leaves_nothing(db: Session) -> None:
    bundle = make_bundle(15, 4, 2)
    bundle["positions"][-1]["assessment"] = "v99"
    with pytest.raises(Invalid, match=r"positions\[119\]\.assessment"):
        load(db, bundle)
    assert rows(db) == {}


def test_a_slug_that_exists_is_refused_and_nothing_changes(db: Session) -> None:
    load(db, make_bundle(3, 1, 1))
    before = rows(db)
    with pytest.raises(Conflict, match="“filled” already exists"):
        load(db, make_bundle(5, 3, 2))
    assert rows(db) == before


@pytest.mark.parametrize("stop", [RuntimeError, KeyboardInterrupt, MemoryError])
def test_a_load_stopped_midway_leaves_nothing(db: Session, stop: type[BaseException]) -> None:
    def progress(done: int, of: int) -> None:
        assert 0 < done < of
        raise stop

    bundle = make_bundle(15, 16, 9)
    assert len(bundle["positions"]) > CHUNK
    with pytest.raises(stop):
        load(db, bundle, progress)
    assert rows(db) == {}
    assert load(db, make_bundle(3, 1, 1)) == "filled"


def test_progress_is_told_to_the_end(db: Session) -> None:
    told: list[tuple[int, int]] = []
    load(db, make_bundle(15, 16, 9), lambda done, of: told.append((done, of)))
    assert told == [(2_000, 2_160), (2_160, 2_160)]


def test_texts_are_kept_to_the_last_character(db: Session) -> None:
    texts = dict(zip([f"M{n}" for n in range(1, 16)], TEXTS, strict=False))
    load(db, small_bundle(*[{"member": code, "text": text} for code, text in texts.items()]))
    kept = {
        position.member: position.statement.text
        for position in proceedings_of(db, get_briefing(db, "filled")).positions
    }
    assert kept == texts
    assert [kept[code].encode() for code in kept] == [texts[code].encode() for code in kept]


def test_texts_in_six_languages_are_kept_with_their_language(db: Session) -> None:
    given = [
        {"member": f"M{n}", "text": text, "language": language}
        for n, (language, text) in enumerate(SENTENCES.items(), 1)
    ]
    load(db, small_bundle(*given))
    kept = {(s.language, s.text) for s in db.scalars(select(Revision))}
    assert kept == set(SENTENCES.items())


def test_every_hash_can_be_recomputed_from_what_is_kept(db: Session) -> None:
    bundle = make_bundle(5, 3, 2)
    for each in bundle["positions"]:
        each["submitted_at"] = "2017-04-05T23:30:00.123456+02:00"
    load(db, bundle)
    signed_at = {row.hash: row.signed_at for row in db.scalars(select(Revision))}
    for each in proceedings_of(db, get_briefing(db, "filled")).positions:
        parts: dict[str, Any] = {"member": each.member, "cell": each.cell, "salt": each.salt}
        parts |= {"briefing": "filled", "statement": each.statement, "previous": None}
        parts |= {"points": each.points, "attribution": each.attribution}
        assert Receipt(**parts, signed_at=signed_at[each.hash]).hash == each.hash


def test_points_are_those_given_or_those_proposed(db: Session) -> None:
    text = "We stay. We go."
    given = {"member": "M1", "text": text, "points": [{"start": 3, "end": 7, "kind": "concern"}]}
    load(db, small_bundle(given, {"member": "M2", "text": text}))
    kept = proceedings_of(db, get_briefing(db, "filled")).positions
    points = {each.member: each.points for each in kept}
    assert [(p.start, p.end, p.kind) for p in points["M1"]] == [(3, 7, "concern")]
    assert points["M2"] == split(text, "en")


def test_what_was_loaded_is_logged_with_its_operator(db: Session) -> None:
    load(db, make_bundle(3, 2, 1))
    event = db.scalars(select(Event)).one()
    assert (event.by, event.act, event.at) == ("An Operator", "briefing.loaded", MOMENT)
    assert event.detail == {"positions": 6}


def test_two_briefings_share_delegations_and_nothing_else(db: Session) -> None:
    for slug in ("first", "second"):
        load(db, make_bundle(5, 2, 1, slug=slug))
    counts = rows(db)
    assert (counts["delegation"], counts["seat"], counts["briefing"]) == (5, 10, 2)
    assert db.scalar(select(func.count()).select_from(Position)) == 20
    assert db.scalars(select(Briefing.slug).order_by(Briefing.slug)).all() == ["first", "second"]
