"""What was published stays to the last byte, whatever happens afterwards."""

from collections.abc import Callable, Iterator
from itertools import product
from typing import NamedTuple

import pytest
from alembic import command
from fastapi import FastAPI
from sqlalchemy import Engine, select, text, update
from sqlalchemy.orm import Session

from app.db.migrating import configuration, migrate
from app.db.models import (
    Briefing,
    Delegation,
    Mission,
    Question,
    Release,
    ReleaseFile,
    Revision,
    Seat,
    User,
    Wording,
)
from app.db.session import open_engine, open_sessions
from app.domain.bundle import read_bundle
from app.domain.position import LANGUAGES
from app.domain.proof import sha256
from app.features.positions.load import Loading, load_bundle
from tests.bundles import make_bundle
from tests.cast import Cast
from tests.client import Client
from tests.conftest import NOON
from tests.features.corrigenda import corrected
from tests.features.record.exported import AFTER, publish
from tests.features.record.test_frozen import RULES

OLDEST = "0001"  # the first revision that has releases
Bytes = dict[tuple[str, str, str], str]  # release, language, path -> the hash of what is served
OTHER = {"en": "Another name", "ar": "اسم آخر", "zh": "另一个名称"}


class Given(NamedTuple):
    """A bundle to be published: how large, by which rule, in which languages."""

    rule: str
    languages: tuple[str, ...]
    members: int = 3
    invited: int = 0
    missions: int = 1
    groups: bool = False

    def publish(self, db: Session, slug: str) -> None:
        publish(
            db,
            slug,
            self.languages,
            attribution=self.rule,
            members=self.members,
            invited=self.invited,
            missions=self.missions,
            seed=len(slug) + self.members,
        )


SMALL = (
    Given("attributed", ("en",), invited=1),
    Given("counted", ("ar",), members=1),
    Given("non_attributed", ("zh",), members=15),
)
SIZES = ((1, 0), (2, 1), (5, 2), (15, 0), (17, 1), (31, 0))  # members, invited States
LARGE = (
    *(
        Given(rule, (language,), members, invited, missions=1 + at % 2)
        for at, ((language, (members, invited)), rule) in enumerate(
            product(zip(LANGUAGES, SIZES, strict=True), RULES)
        )
    ),
    Given("attributed", LANGUAGES, 4, 1, 2),
    Given("counted", ("en", "fr"), 193, 0, 1),
)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    opened = open_engine(database_url)
    migrate(opened)
    yield opened
    opened.dispose()


def served(app: FastAPI, engine: Engine) -> Bytes:
    """Ask for every public file at the address of its release; give the hash of each answer."""
    app.state.sessions = open_sessions(engine)
    client = Client(app)
    with app.state.sessions() as db:
        rows = db.execute(
            select(Briefing.slug, Release.number, ReleaseFile.language, ReleaseFile.path)
            .join(Release, Release.briefing_id == Briefing.id)
            .join(ReleaseFile, ReleaseFile.release_id == Release.id)
            .where(Release.published_at.is_not(None))
        ).all()
    found: Bytes = {}
    for slug, number, language, path in rows:
        answer = client.get(f"/{language}/record/{slug}/releases/{number}/{path}")
        assert answer.status_code == 200
        found[f"{slug} {number}", language, path] = sha256(answer.content)
    return found


def another_is_published(engine: Engine) -> None:
    with open_sessions(engine)() as db:
        publish(db, "later", ("en",), attribution="counted", seed=99)


def positions_are_held_elsewhere(engine: Engine) -> None:
    with open_sessions(engine)() as db:
        bundle = make_bundle(4, 2, 2, slug="elsewhere", seed=5)
        load_bundle(db, read_bundle(bundle), Loading("operator"), at=AFTER)


def everything_bears_another_name(engine: Engine) -> None:
    with open_sessions(engine)() as db:
        db.execute(update(User).values(name="Renamed"))
        for table in (Delegation, Seat, Mission):
            db.execute(update(table).values(names=OTHER))
        db.execute(update(Briefing).values(title=OTHER, symbol="S/2017/999"))
        db.commit()


def everything_says_something_else(engine: Engine) -> None:
    with open_sessions(engine)() as db:
        db.execute(update(Question).values(text=OTHER))
        db.execute(update(Revision).values(text="Another text", assessment=None))
        db.execute(update(Wording).values(text="Other words"))
        db.execute(update(Briefing).values(attribution="counted", languages=["fr"]))
        db.commit()


def the_schema_goes_back_and_comes_again(engine: Engine) -> None:
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        command.downgrade(configuration(connection), OLDEST)
    migrate(engine)


LATER: tuple[Callable[[Engine], None], ...] = (
    another_is_published,
    positions_are_held_elsewhere,
    everything_bears_another_name,
    everything_says_something_else,
    the_schema_goes_back_and_comes_again,
)


def check_that_nothing_changes(app: FastAPI, engine: Engine, before: Bytes) -> None:
    for change in LATER:
        change(engine)
        now = served(app, engine)
        assert {at: now.get(at) for at in before} == before, change.__name__


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_published_bytes_outlive_every_later_change(app: FastAPI, engine: Engine) -> None:
    with open_sessions(engine)() as db:
        for number, given in enumerate(SMALL):
            given.publish(db, f"golden-{number}")
    before = served(app, engine)

    assert len({release for release, _, _ in before}) == 3
    check_that_nothing_changes(app, engine, before)


@pytest.mark.long
def test_a_golden_set_of_releases_outlives_every_later_change(app: FastAPI, engine: Engine) -> None:
    app.state.secure, app.state.mails = False, False
    with open_sessions(engine)() as db:
        cast = Cast.assemble(db, at=NOON)
        corrected.issued_whole(db, cast)
        for number, given in enumerate(LARGE):
            given.publish(db, f"golden-{number}")
        before = served(app, engine)
        app.state.sessions = open_sessions(engine)
        client = Client(app)
        corrected.corrected(client, db, cast)
        assert corrected.publish(client, db, cast).status_code == 303
    after = served(app, engine)

    assert {at: after.get(at) for at in before} == before, "a corrigendum"
    assert len({release for release, _, _ in after}) == len(LARGE) + 2 == 22
    assert {language for _, language, _ in after} == set(LANGUAGES)
    check_that_nothing_changes(app, engine, after)
    with engine.connect() as connection:
        stored = connection.execute(text("SELECT content, sha256 FROM release_file"))
        assert all(sha256(bytes(content)) == digest for content, digest in stored)
