"""remind: real processes against a real mail server."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from sqlalchemy.orm import Session

from app.db.migrating import migrate
from app.db.session import open_engine, open_sessions
from tests.cast import Cast
from tests.cli.process import Operator, is_refused
from tests.conftest import NOON
from tests.features.positions.desk import open_briefing
from tests.features.reminders.post import due_in, ripen
from tests.postbox import Postbox


@contextmanager
def database(operator: Operator) -> Iterator[Session]:
    engine = open_engine(operator.database_url)
    with open_sessions(engine)() as db:
        yield db
    engine.dispose()


def prepare(operator: Operator, questions: int = 2) -> None:
    """Leave a briefing whose deadline is twenty hours away: six people are to be reminded."""
    engine = open_engine(operator.database_url)
    migrate(engine)
    engine.dispose()
    with database(operator) as db:
        due_in(db, open_briefing(db, Cast.assemble(db, at=NOON), questions=questions), 20)


@pytest.fixture(params=["operator", pytest.param("on_postgresql", marks=pytest.mark.postgresql)])
def shell(request: pytest.FixtureRequest) -> Operator:
    chosen: Operator = request.getfixturevalue(request.param)
    return chosen


def test_two_processes_at_once_send_each_mail_once(shell: Operator) -> None:
    prepare(shell)
    with Postbox() as box:
        running = [shell.start("remind", **box.environment) for _ in range(2)]
        ended = [each.end() for each in running]

    assert [run.status for run in ended] == [0, 0], ended
    assert sum(int(run.text.split()[0]) for run in ended) == 6
    assert len(box.to) == len(set(box.to)) == 6


def test_run_again_it_sends_nothing(operator: Operator) -> None:
    prepare(operator)
    with Postbox() as box:
        first, second = (operator.run("remind", **box.environment) for _ in range(2))

    assert first.text == "6 sent, 0 no longer needed, 0 waiting\n"
    assert second.text == "0 sent, 0 no longer needed, 0 waiting\n"
    assert len(box.to) == 6


def test_a_process_killed_while_it_hands_over_loses_nothing(operator: Operator) -> None:
    """It was holding one mail: that one is sent again after its quarter of an hour."""
    prepare(operator)
    with Postbox(slow=30) as box:
        dying = operator.start("remind", **box.environment)
        box.wait_for_one()
        dying.process.kill()
        dying.end()
    with Postbox() as box:
        assert operator.run("remind", **box.environment).text[:6] == "5 sent"
        with database(operator) as db:
            ripen(db)
        assert operator.run("remind", **box.environment).text[:6] == "1 sent"

    assert len(set(box.to)) == 6


def test_a_busy_database_does_not_make_a_mail_go_out_twice(operator: Operator) -> None:
    """Somebody writes for longer than SQLite waits, just when a mail was handed over."""
    prepare(operator)
    with Postbox(slow=0.5) as box:
        running = operator.start("remind", **box.environment)
        box.wait_for_one()
        with closing(sqlite3.connect(operator.folder / "horseshoe.db")) as other:
            other.execute("BEGIN IMMEDIATE")
            time.sleep(6)
            other.rollback()
        ended = running.end()

    assert ended.text[:6] == "6 sent", ended
    assert len(box.to) == 6


def test_what_was_not_handed_over_is_said_in_one_line(operator: Operator) -> None:
    prepare(operator)
    with Postbox(rcpt="550 no") as box:
        run = operator.run("remind", **box.environment)

    assert run.status == 2
    assert run.err == "error: 6 not handed over; the Secretariat's page says why\n"


def test_without_settings_mail_is_off(operator: Operator) -> None:
    run = operator.run("remind")

    assert (run.status, run.text[:12]) == (0, "Mail is off:")


def test_half_a_setting_is_refused(operator: Operator) -> None:
    assert is_refused(operator.run("remind", HORSESHOE_SMTP_URL="smtp://127.0.0.1"), "MAIL_FROM")
    assert is_refused(operator.run("serve", HORSESHOE_MAIL_FROM="a@b.example"), "SMTP_URL")
