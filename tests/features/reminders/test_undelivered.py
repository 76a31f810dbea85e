"""Mail servers that refuse, hang up or are not who they say: tried again, shown, never lost."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.db.models import Mail, MailState, User
from app.db.session import database_time
from app.features.reminders.due import write_reminders
from app.features.reminders.sending import MINUTES, Tally, send_waiting
from app.mail.relay import Down, Line, Refused, Relay
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.positions.desk import open_briefing
from tests.features.reminders.post import address, due_in, remind, ripen
from tests.features.reminders.test_message import LETTER
from tests.postbox import CERTIFICATE, PASSWORD, SENDER, USER, Postbox


@pytest.fixture
def waiting(db: Session, cast: Cast) -> Session:
    """Have six reminders to send."""
    due_in(db, open_briefing(db, cast), 20)
    return db


def test_a_refusal_for_now_is_tried_again_later(waiting: Session, postbox: Postbox) -> None:
    postbox.rcpt = "450 try later"
    assert remind(waiting, postbox).failed == 6
    assert _problems(waiting) == {(MailState.WAITING, "450 try later")}
    postbox.rcpt = ""
    assert remind(waiting, postbox).sent == 0

    ripen(waiting)

    assert remind(waiting, postbox).sent == 6


@pytest.mark.parametrize("step", ["rcpt", "data"])
def test_a_refusal_for_good_is_given_up(waiting: Session, postbox: Postbox, step: str) -> None:
    setattr(postbox, step, "550 no such person")
    remind(waiting, postbox)

    assert _problems(waiting) == {(MailState.FAILED, "550 no such person")}


def test_one_refused_person_holds_nobody_else_up(waiting: Session, postbox: Postbox) -> None:
    waiting.execute(update(User).where(User.email.like("b_s%")).values(email="nobody"))
    waiting.commit()

    assert remind(waiting, postbox) == Tally(sent=5, failed=1)


def test_a_cut_line_leaves_the_rest_for_the_next_time(waiting: Session, postbox: Postbox) -> None:
    postbox.cut = True
    assert remind(waiting, postbox) == Tally(failed=1, waiting=6)
    postbox.cut = False

    ripen(waiting)

    assert remind(waiting, postbox).sent == 6


def test_no_server_at_all_loses_nothing(waiting: Session, postbox: Postbox) -> None:
    write_reminders(waiting)
    with Line(Relay.at("smtp://127.0.0.1:1", SENDER)) as line:
        assert send_waiting(waiting, line, address) == Tally(failed=1, waiting=6)

    ripen(waiting)

    assert remind(waiting, postbox).sent == 6


def test_waits_grow_until_a_mail_is_given_up(waiting: Session, postbox: Postbox) -> None:
    postbox.rcpt = "451 try later"
    waits = []
    for _ in range(len(MINUTES) + 1):
        before = database_time(waiting)
        remind(waiting, postbox)
        mail = waiting.scalars(select(Mail).order_by(Mail.id)).first()
        waits.append(round((mail.next_at - before) / timedelta(minutes=1)))
        ripen(waiting)

    assert tuple(waits[:-1]) == MINUTES
    assert _problems(waiting) == {(MailState.FAILED, "451 try later")}


def test_a_certificate_signed_by_itself_is_refused() -> None:
    with Postbox(secured=True) as box, Line(_secured(box)) as line:
        with pytest.raises(Down, match="CERTIFICATE_VERIFY_FAILED"):
            line.hand_over(LETTER, at=NOON)

        assert (box.raw, box.logins) == ([], 0)


def test_over_a_trusted_line_the_password_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with Postbox(secured=True) as box, Line(_secured(box)) as line:
        line.hand_over(LETTER, at=NOON)

        assert (len(box.raw), box.logins) == (1, 1)


def test_a_server_without_encryption_is_not_told_the_password(postbox: Postbox) -> None:
    with Line(_secured(postbox)) as line, pytest.raises(Down, match="STARTTLS"):
        line.hand_over(LETTER, at=NOON)


def test_a_refused_letter_says_so(postbox: Postbox) -> None:
    postbox.rcpt = "550 5.1.1 who?"
    with Line(postbox.relay) as line, pytest.raises(Refused, match=r"550 5\.1\.1 who\?") as refused:
        line.hand_over(LETTER, at=NOON)

    assert refused.value.for_good


@pytest.mark.parametrize(
    ("url", "sender"),
    [
        ("", SENDER),
        ("http://relay.example", SENDER),
        ("smtp://", SENDER),
        ("smtp://office:secret@relay.example", SENDER),
        ("smtps://office:secret@relay.example:none", SENDER),
        ("smtps://office:secret@relay.example", ""),
        ("smtps://office:secret@relay.example", "nobody"),
    ],
)
def test_settings_that_make_no_sense_are_refused_without_the_password(
    url: str, sender: str
) -> None:
    with pytest.raises(ValueError, match="HORSESHOE_") as refusal:
        Relay.at(url, sender)

    assert "secret" not in str(refusal.value)


def _secured(box: Postbox) -> Relay:
    password = PASSWORD.replace("@", "%40").replace(" ", "%20")
    return Relay.at(f"starttls://{USER}:{password}@127.0.0.1:{box.port}", SENDER)


def _problems(db: Session) -> set[tuple[MailState, str]]:
    db.rollback()
    return {(mail.state, mail.problem) for mail in db.scalars(select(Mail))}
