"""A circulated draft keeps the bands it was said in: the next text is measured by them."""

from sqlalchemy.orm import Session

from app.features.summaries.decisions import drafting_of
from app.features.summaries.releasing import compile_briefing
from app.features.summaries.service import circulate, issue
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.summaries.small import (
    SLUG,
    SOON,
    clock,
    closed,
    digest,
    end_corrections,
    freeze,
)


def test_the_bands_of_a_draft_are_kept_with_what_they_rested_on(db: Session, cast: Cast) -> None:
    briefing = closed(db, cast, "non_attributed")
    assert drafting_of(db, briefing).seen == {}
    circulate(db, cast.officer, SLUG, clock(db) + SOON, short_notice=False, at=NOON)
    seen = drafting_of(db, briefing).seen
    assert seen["q1.UNONE"].bands is None  # three members are too few
    assert set(seen["q1.UNONE"].basis) == {"A", "B", "C"}
    summary = compile_briefing(db, briefing, ("en",))["en"]
    assert summary.seen == seen


def test_what_was_circulated_without_names_is_what_is_issued(db: Session, cast: Cast) -> None:
    closed(db, cast, "non_attributed")
    circulate(db, cast.officer, SLUG, clock(db) + SOON, short_notice=False, at=NOON)
    end_corrections(db)
    acts = [
        issue(db, actor, SLUG, digest(db), freeze=freeze, at=NOON)
        for actor in (cast.officer, cast.president)
    ]
    assert acts[1] is not None
