"""create-administrator: the first account, which can sign in."""

from datetime import UTC, datetime

import pytest

from app.db.session import open_engine, open_sessions
from app.features.accounts.service import sign_in
from app.features.accounts.sessions import Browser
from tests.cli.process import Operator, is_refused

ACCOUNT = ("create-administrator", "Registry@Example.org", "--name", "Registry")
PASSWORD = "four words nobody knows"
NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)


def test_the_account_can_sign_in(operator: Operator) -> None:
    run = operator.run(*ACCOUNT, stdin=f"{PASSWORD}\n".encode())
    assert (run.status, run.err) == (0, "")
    assert PASSWORD not in run.text
    engine = open_engine(operator.database_url)
    with open_sessions(engine)() as db:
        browser = Browser("127.0.0.1", "Test")
        assert sign_in(db, "registry@example.org", PASSWORD, browser, at=NOW)
    engine.dispose()
    again = operator.run(*ACCOUNT, stdin=f"{PASSWORD}\n".encode())
    assert is_refused(again, "registry@example.org", "already")


@pytest.mark.parametrize(
    "typed",
    [b"", b"password1234\n", b"\xff\xfe\xfa" * 8],
    ids=["nothing", "a common one", "not text"],
)
def test_a_weak_password_is_refused(operator: Operator, typed: bytes) -> None:
    assert is_refused(operator.run(*ACCOUNT, stdin=typed))


def test_an_address_that_is_none_is_refused(operator: Operator) -> None:
    run = operator.run("create-administrator", "registry", "--name", "R", stdin=b"x" * 20)
    assert is_refused(run, "e-mail")
