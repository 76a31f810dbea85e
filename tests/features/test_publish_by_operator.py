"""An operator freezes and publishes what no presidency stands behind, and nothing else."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Event, Release, ReleaseFile, Wording
from app.domain.bundle import read_bundle
from app.domain.errors import Conflict, NotAllowed, NotFound
from app.domain.lifecycle import BriefingState, Origin
from app.domain.proof import canonical, sha256
from app.features.positions.load import Loading, load_bundle
from app.features.record.freezing import freeze
from app.features.summaries.operating import publish_by_operator
from tests.bundles import make_bundle

LOADED = datetime(2017, 4, 5, 12, tzinfo=UTC)
AFTER = datetime(2017, 4, 7, 12, tzinfo=UTC)


def loaded(db: Session, origin: Origin = Origin.LOADED, **options: Any) -> Briefing:  # noqa: ANN401 - JSON
    bundle = make_bundle(**{"members": 15, "missions": 2, "questions": 1} | options)
    loading = Loading("operator", origin)
    slug = load_bundle(db, read_bundle(bundle), loading, at=LOADED)
    return db.scalars(select(Briefing).where(Briefing.slug == slug)).one()


def publish(db: Session, at: datetime = AFTER, slug: str = "filled") -> str:
    return publish_by_operator(db, slug, operator="An Operator", freeze=freeze, at=at)


def assert_nothing_kept(db: Session, state: BriefingState = BriefingState.CLOSED) -> None:
    db.rollback()
    db.expire_all()
    assert db.scalars(select(Briefing.state)).one() == state
    for table in (Release, ReleaseFile, Wording):
        assert db.scalars(select(table)).all() == []


def test_a_loaded_briefing_is_frozen_and_published(db: Session) -> None:
    loaded(db)
    digest = publish(db)
    release = db.scalars(select(Release)).one()
    files = db.scalars(select(ReleaseFile)).all()
    assert (release.hash, release.published_at) == (digest, AFTER)
    assert db.scalars(select(Briefing.state)).one() == BriefingState.PUBLISHED
    assert all(file.sha256 == sha256(file.content) for file in files)
    listed = sorted([file.language, file.path, file.sha256] for file in files)
    assert digest == sha256(canonical(listed))


def test_a_demonstration_is_published_too(db: Session) -> None:
    loaded(db, Origin.DEMONSTRATION)
    assert publish(db)


@pytest.mark.parametrize("origin", [Origin.LIVE, Origin.REHEARSAL])
def test_an_operator_never_stands_in_for_a_presidency(db: Session, origin: Origin) -> None:
    loaded(db, origin)
    with pytest.raises(NotAllowed, match="only loaded or demonstration"):
        publish(db)
    assert_nothing_kept(db)


@pytest.mark.parametrize(
    ("moment", "is_over"),
    [
        ("2017-04-05T12:00:00", False),
        ("2017-04-06T23:00:00", False),
        ("2017-04-07T03:59:59", False),  # still the sixth in New York
        ("2017-04-07T04:00:00", True),
    ],
)
def test_nothing_is_published_before_midnight_in_new_york(
    db: Session, moment: str, *, is_over: bool
) -> None:
    loaded(db)
    at = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    if is_over:
        assert publish(db, at)
        return
    with pytest.raises(Conflict, match="publication comes after it"):
        publish(db, at)
    assert_nothing_kept(db)


def test_a_briefing_is_published_once(db: Session) -> None:
    loaded(db)
    publish(db)
    with pytest.raises(Conflict):
        publish(db)
    assert len(db.scalars(select(Release)).all()) == 1


def test_a_briefing_nobody_loaded_is_not_published(db: Session) -> None:
    with pytest.raises(NotFound):
        publish(db, slug="unknown")


def test_the_wordings_confirmed_are_logged(db: Session) -> None:
    loaded(db)
    digest = publish(db)
    confirmed = db.scalars(select(Wording)).all()
    event = db.scalars(select(Event).where(Event.act == "summary.published_by_operator")).one()
    assert confirmed
    assert (event.by, event.at) == ("An Operator", AFTER)
    assert event.detail == {"release": digest, "wordings_confirmed": len(confirmed)}


def test_a_gate_that_fails_stops_it_and_nothing_is_kept(db: Session) -> None:
    bundle = make_bundle(3, 1, 1)
    bundle["positions"][0] |= {"text": "Delegation M1 holds a view.", "language": "en"}
    load_bundle(db, read_bundle(bundle), Loading("operator"), at=LOADED)
    with pytest.raises(Conflict, match="“attribution”"):
        publish(db)
    assert_nothing_kept(db)


@pytest.mark.parametrize("fault", [RuntimeError, MemoryError])
def test_a_freeze_that_breaks_keeps_nothing(db: Session, fault: type[Exception]) -> None:
    def broken(*_: object) -> Any:  # noqa: ANN401 - JSON
        raise fault

    loaded(db)
    with pytest.raises(fault):
        publish_by_operator(db, "filled", operator="x", freeze=broken, at=AFTER)
    assert_nothing_kept(db)
