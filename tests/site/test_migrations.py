"""The database's shape: what alembic builds is what the models say, up, down, and with data."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, select, text

from app.cli.opening import open_database
from app.db.base import Base
from app.db.migrating import configuration, migrate
from app.db.models import Ask
from app.db.searching import is_compared
from app.db.session import open_engine, open_sessions
from app.domain.bundle import read_bundle
from app.domain.owners import Owner
from app.domain.position import PointKind
from app.features.positions.load import Loading, load_bundle
from app.features.record.searching import SearchShown, search_page
from app.settings import Settings
from tests.bundles import make_bundle

pytestmark = pytest.mark.each_engine


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    opened = open_engine(database_url)
    yield opened
    opened.dispose()


def test_migrations_build_exactly_the_models(engine: Engine) -> None:
    migrate(engine)

    with engine.connect() as connection:
        opts = {"compare_type": True, "include_object": is_compared}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, Base.metadata) == []


def test_migrating_again_changes_nothing(engine: Engine) -> None:
    migrate(engine)
    rows = _fill(engine)
    migrate(engine)

    assert _count(engine, "revision") == rows


def test_down_and_up_again_leaves_an_empty_database_of_the_same_shape(engine: Engine) -> None:
    migrate(engine)
    _fill(engine)
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        command.downgrade(configuration(connection), "base")
    assert set(inspect(engine).get_table_names()) <= {"alembic_version"}

    migrate(engine)

    assert _count(engine, "revision") == 0


def test_a_full_database_goes_back_to_the_first_revision_and_comes_again(engine: Engine) -> None:
    """Whatever refers to what: no table that others refer to is made anew."""
    migrate(engine)
    _fill(engine)
    kept = ("delegation", "seat", "revision", "mission", "question")
    rows = {table: _count(engine, table) for table in kept}
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        command.downgrade(configuration(connection), "0001")

    migrate(engine)

    assert {table: _count(engine, table) for table in kept} == rows
    assert rows["delegation"] == rows["seat"] == 3


def test_people_and_open_invitations_outlive_the_coming_of_mail(engine: Engine) -> None:
    migrate(engine, "0002")
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        connection.execute(text(A_PERSON))
        connection.execute(text(AN_INVITATION))
    migrate(engine)

    with engine.connect() as connection:
        person = connection.execute(text('SELECT language, declined FROM "user"')).one()
        invitation = connection.execute(text("SELECT public_id, language FROM invitation")).one()
    assert (person.language, str(person.declined)) == ("en", "[]")
    assert invitation == ("0123456789abcdef", "en")


def test_requests_of_earlier_releases_enter_the_register(engine: Engine) -> None:
    migrate(engine, "0011")
    content = json.dumps({"sentences": [A_SENTENCE, A_SENTENCE | {"id": "s8", "kind": "group"}]})
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        connection.execute(text(A_BRIEFING))
        connection.execute(text(A_RELEASE))
        for number, language in enumerate(("en", "fr")):
            row = {"id": number, "language": language, "content": content.encode()}
            connection.execute(text(A_FILE), row)
    migrate(engine)

    with open_sessions(engine)() as db:
        (ask,) = db.scalars(select(Ask))
        assert (ask.paragraph, ask.mission, ask.count, ask.of) == (7, "UNX1", 2, 15)
        assert ask.texts == {"en": "They ask.", "fr": "They ask."}
        assert (ask.kind, ask.owner) == (PointKind.REQUEST, Owner.SECRETARY_GENERAL)


def test_earlier_releases_are_found_once_a_command_opened_the_database(engine: Engine) -> None:
    migrate(engine, "0018")
    content = json.dumps({"sentences": [A_SENTENCE]}).encode()
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        connection.execute(text(A_BRIEFING))
        connection.execute(text(A_RELEASE))
        connection.execute(text("UPDATE release SET published_at = issued_at"))
        connection.execute(text(A_FILE), {"id": 1, "language": "en", "content": content})

    url = engine.url.render_as_string(hide_password=False)
    for _ in range(2):
        sessions = open_database(Settings(database_url=url))
        with sessions() as db:
            (found,) = search_page(db, "en", SearchShown(q="asking")).found
        assert (found.slug, found.sentences[0].number) == ("old", 7)
        sessions.kw["bind"].dispose()


A_SENTENCE = {
    "id": "s7",
    "part": "II",
    "kind": "request",
    "question": 1,
    "mission": "UNX1",
    "count": 2,
    "of": 15,
    "members": ["A", "B"],
    "text": "They ask.",
}
A_BRIEFING = """
INSERT INTO briefing (id, slug, title, briefers, languages, attribution, origin, state, seed,
                      created_at, version)
VALUES (1, 'old', '{"en": "Old"}', '[]', '["en", "fr"]', 'attributed', 'live', 'published', '',
        '2026-03-04 12:00:00', 1)
"""
A_RELEASE = """
INSERT INTO release (id, briefing_id, number, hash, issued_at)
VALUES (1, 1, 1, '-', '2026-03-04 12:00:00')
"""
A_FILE = """
INSERT INTO release_file (id, release_id, language, path, media_type, content, sha256)
VALUES (:id, 1, :language, 'summary.json', 'application/json', :content, '-')
"""
A_PERSON = """
INSERT INTO "user" (id, public_id, email, name, password_hash, roles, created_at)
VALUES (1, 'p', 'a@example.org', 'A', '-', '["drafter"]', '2026-03-04 12:00:00')
"""
AN_INVITATION = """
INSERT INTO invitation (token_hash, email, name, roles, invited_by, created_at, expires_at)
VALUES ('0123456789abcdef0123', 'b@example.org', 'B', '[]', 1, '2026-03-04 12:00:00',
        '2026-03-11 12:00:00')
"""


def _fill(engine: Engine) -> int:
    bundle = read_bundle(make_bundle(3, 2, 2))
    with open_sessions(engine)() as db:
        load_bundle(db, bundle, Loading("test"), at=datetime(2026, 3, 4, tzinfo=UTC))
    return len(bundle.positions)


def _count(engine: Engine, table: str) -> int:
    with engine.connect() as connection:
        return connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()  # noqa: S608
