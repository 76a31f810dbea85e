"""What ``remind`` writes and sends: to whom, when, in which words, and never twice."""

from datetime import timedelta
from email.message import EmailMessage

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from app.data.catalogues import translations
from app.db.models import Briefing, Circulation, Mail, User
from app.db.session import database_time
from app.domain.lifecycle import BriefingState, Origin
from app.domain.occasions import Occasion
from app.domain.position import Statement
from app.features.briefings import service
from tests.cast import Cast
from tests.features.briefings import preparing
from tests.features.positions.desk import FRAGILE, PLACE, drafted, open_briefing, signed
from tests.features.reminders.post import (
    BASE,
    SEATED,
    due_in,
    readers,
    remind,
    ripen,
    words,
    written,
)
from tests.features.summaries import small
from tests.postbox import Postbox

ALL_SEATED = sorted([*SEATED, "c_focal"])


def test_all_who_are_seated_hear_of_the_opening_and_of_the_closing(
    db: Session, cast: Cast, postbox: Postbox
) -> None:
    preparing.opened(db, cast)
    remind(db, postbox)
    service.close_briefing(db, cast.officer, preparing.SLUG, at=preparing.NOON)
    remind(db, postbox)

    first, second = postbox.messages[:7], postbox.messages[7:]
    assert readers(first) == readers(second) == ALL_SEATED
    assert {each["Subject"] for each in first} == {"A briefing is open for positions"}
    assert {each["Subject"] for each in second} == {"A briefing has been closed"}


def test_all_who_are_seated_hear_of_the_draft(db: Session, cast: Cast, postbox: Postbox) -> None:
    small.circulated(db, cast)
    remind(db, postbox)

    assert readers(postbox.messages) == ALL_SEATED
    assert {each["Subject"] for each in postbox.messages} == {"A draft summary has been circulated"}
    assert {each["List-Unsubscribe"] for each in postbox.messages} == {None}


def test_all_who_are_seated_hear_of_the_issue(db: Session, cast: Cast, postbox: Postbox) -> None:
    small.issued(db, cast)
    remind(db, postbox)

    assert readers(postbox.messages) == ALL_SEATED
    assert {each["Subject"] for each in postbox.messages} == {"A summary has been issued"}


@pytest.mark.parametrize(
    ("hours", "occasion"),
    [(71.9, Occasion.DUE_IN_72), (23.9, Occasion.DUE_IN_24), (1.9, Occasion.DUE_IN_2)],
)
def test_one_reminder_is_due_however_late_the_command_comes(
    db: Session, cast: Cast, postbox: Postbox, hours: float, occasion: Occasion
) -> None:
    due_in(db, open_briefing(db, cast), hours)

    assert remind(db, postbox).sent == 6
    assert written(db) == [(occasion, "sent")] * 6
    assert readers(postbox.messages) == SEATED


def test_nothing_is_due_before_its_hour_nor_after_the_deadline(
    db: Session, cast: Cast, postbox: Postbox
) -> None:
    briefing = open_briefing(db, cast)
    for hours in (72.1, -0.1):
        due_in(db, briefing, hours)
        assert remind(db, postbox).sent == 0

    assert written(db) == []


def test_the_command_run_again_sends_nothing(db: Session, cast: Cast, postbox: Postbox) -> None:
    due_in(db, open_briefing(db, cast), 20)
    remind(db, postbox)

    assert remind(db, postbox).sent == 0
    assert len(postbox.raw) == 6


def test_whoever_has_nothing_left_is_not_reminded(
    db: Session, cast: Cast, postbox: Postbox
) -> None:
    briefing = open_briefing(db, cast, missions=("MINUSMA",), questions=1)
    signed(db, cast.b_signatory)
    signed(db, cast.x_signatory)
    drafted(db, cast.x_signatory, PLACE, Statement("active", "Changed since.", "en"), 1)
    due_in(db, briefing, 20)
    remind(db, postbox)

    assert readers(postbox.messages) == [*SEATED[:3], "x_signatory"]
    of_one_not_begun, of_one_unsigned = words(postbox.messages[0]), words(postbox.messages[-1])
    assert of_one_not_begun.splitlines()[1:] == of_one_unsigned.splitlines()[1:]


def test_a_mail_says_no_position_no_title_and_nothing_of_anybody_else(
    db: Session, cast: Cast, postbox: Postbox
) -> None:
    briefing = open_briefing(db, cast)
    signed(db, cast.a_signatory)
    drafted(db, cast.b_drafter)
    due_in(db, briefing, 20)
    remind(db, postbox)

    to_b = next(raw for raw, to in zip(postbox.raw, postbox.to, strict=True) if to[:3] == "b_d")
    for secret in (FRAGILE.text, "stalled", "Peacekeeping", "Delegation A", "Delegation X"):
        assert secret.encode() not in to_b
    assert b"Delegation B" in to_b
    assert f"{BASE}/positions.index/mandates".encode() in to_b


def test_what_others_did_changes_no_mail(db: Session, cast: Cast, postbox: Postbox) -> None:
    """The second reminder is written after A signed, in every cell, what the first found open."""
    briefing = open_briefing(db, cast, missions=("MINUSMA",), questions=1)
    due_in(db, briefing, 20)
    remind(db, postbox)
    signed(db, cast.a_signatory)
    briefing.deadline = briefing.deadline + timedelta(seconds=1)
    db.commit()
    remind(db, postbox)
    first, second = postbox.messages[3:6], postbox.messages[6:]

    assert readers(first) == readers(second) == SEATED[3:]
    assert [_steady(each) for each in first] == [_steady(each) for each in second]


def _steady(mail: EmailMessage) -> tuple[list[str], str]:
    heads = [f"{name}: {text}" for name, text in mail.items() if name not in {"Date", "Message-ID"}]
    return heads, words(mail)


def test_a_mail_is_marked_as_sent_by_a_machine(db: Session, cast: Cast, postbox: Postbox) -> None:
    due_in(db, open_briefing(db, cast), 20)
    remind(db, postbox)
    mail = postbox.messages[0]
    (kept,) = db.scalars(select(Mail).order_by(Mail.id).limit(1))

    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Date"].endswith("+0000")
    assert mail["Message-ID"] == f"<{kept.public_id}@example.org>"
    assert mail["From"] == "Horseshoe <office@example.org>"
    assert mail["List-Unsubscribe"] == f"<{BASE}/reminders.settings>"


def test_a_mail_is_in_the_language_of_its_reader(db: Session, cast: Cast, postbox: Postbox) -> None:
    cast.people["x_signatory"].language = "ar"
    due_in(db, open_briefing(db, cast), 20)
    remind(db, postbox)
    mail, raw = postbox.messages[-1], postbox.raw[-1]

    assert mail["Content-Language"] == "ar"
    assert mail["Subject"] == translations("ar").gettext("Positions are due within 24 hours")
    assert "الوفد X" in words(mail)
    assert raw.isascii()


def test_names_cannot_add_a_line_to_the_head(db: Session, cast: Cast, postbox: Postbox) -> None:
    evil = 'Eve" <x@evil.example>\r\nBcc: all@evil.example\r\n\r\nBody, \u202eلا'
    db.execute(update(User).values(name=evil))
    db.execute(update(Briefing).values(title={"en": evil}))
    due_in(db, open_briefing(db, cast), 20)
    remind(db, postbox)

    assert sorted(to.partition("@")[0] for to in postbox.to) == SEATED
    for mail in postbox.messages:
        assert mail["Bcc"] is None
        assert [each.domain for each in mail["To"].addresses] == ["example.org"]
        assert not mail.defects


@pytest.mark.parametrize("wanted", [True, False])
def test_what_somebody_declined_is_not_sent(
    db: Session, cast: Cast, postbox: Postbox, *, wanted: bool
) -> None:
    cast.people["x_signatory"].declined = [] if wanted else ["due_in_24", "circulated"]
    due_in(db, open_briefing(db, cast), 20)
    remind(db, postbox)

    assert ("x_signatory" in readers(postbox.messages)) is wanted


def test_that_a_draft_is_circulated_cannot_be_declined(
    db: Session, cast: Cast, postbox: Postbox
) -> None:
    cast.people["x_signatory"].declined = [each.value for each in Occasion]
    small.circulated(db, cast)
    remind(db, postbox)

    assert "x_signatory" in readers(postbox.messages)


def test_corrections_are_reminded_of_too(db: Session, cast: Cast, postbox: Postbox) -> None:
    small.circulated(db, cast)
    remind(db, postbox)
    db.execute(update(Circulation).values(deadline=database_time(db) + timedelta(hours=1)))
    db.execute(update(Circulation).values(circulated_at=small.NOON))
    db.commit()
    remind(db, postbox)

    assert {each for each, _ in written(db)[7:]} == {Occasion.CORRECTIONS_IN_2}
    assert readers(postbox.messages[7:]) == ALL_SEATED


@pytest.mark.parametrize("origin", [Origin.DEMONSTRATION, Origin.REHEARSAL])
def test_nobody_is_written_to_about_what_is_no_act_of_a_presidency(
    db: Session, cast: Cast, postbox: Postbox, origin: Origin
) -> None:
    briefing = open_briefing(db, cast)
    briefing.origin = origin
    due_in(db, briefing, 20)
    remind(db, postbox)

    assert written(db) == []


def test_a_mail_nobody_needs_any_more_is_dropped(db: Session, cast: Cast, postbox: Postbox) -> None:
    briefing = preparing.opened(db, cast)
    briefing.state = BriefingState.WITHDRAWN
    db.commit()

    assert remind(db, postbox).dropped == 7
    assert written(db) == [(Occasion.OPENED, "dropped")] * 7


def test_somebody_shut_out_gets_no_mail(db: Session, cast: Cast, postbox: Postbox) -> None:
    due_in(db, open_briefing(db, cast), 20)
    cast.people["x_signatory"].disabled_at = preparing.NOON
    db.commit()
    remind(db, postbox)

    assert readers(postbox.messages) == SEATED[:5]


def test_a_mail_taken_and_left_behind_is_taken_again_with_the_same_name(
    db: Session, cast: Cast, postbox: Postbox
) -> None:
    """A process that dies between handing over and noting it: sent twice, never lost."""
    due_in(db, open_briefing(db, cast), 20)
    remind(db, postbox)
    db.execute(update(Mail).values(state="waiting"))
    db.commit()
    assert remind(db, postbox).sent == 0  # held for a quarter of an hour

    ripen(db)

    assert remind(db, postbox).sent == 6
    assert len({mail["Message-ID"] for mail in postbox.messages}) == 6


def test_no_act_waits_for_a_mail_server(db: Session, cast: Cast) -> None:
    preparing.opened(db, cast)

    assert db.scalar(select(func.count()).select_from(Mail)) == 7
