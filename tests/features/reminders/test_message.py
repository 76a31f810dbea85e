"""A letter as bytes: its head holds what it should and nothing a name could smuggle in."""

from dataclasses import replace
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.policy import default

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.occasions import Occasion
from app.domain.position import LANGUAGES
from app.mail.message import Letter, message_of, sender_of
from app.mail.words import News, Welcome, moment, subject_of, text_of, welcome_of
from tests.conftest import NOON
from tests.postbox import SENDER

LETTER = Letter("0" * 32, "A Person", "person@example.org", "en", "A subject", "Words.\n")
OFFICE = sender_of(SENDER)
HEAD = [
    "Date", "From", "To", "Subject", "Message-ID", "Auto-Submitted", "Content-Language",
    "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
]  # fmt: skip


def test_an_arabic_subject_travels_in_seven_bits() -> None:
    subject = "تنتهي مهلة تقديم المواقف خلال ٢٤ ساعة، بتوقيت نيويورك، فيرجى إتمام ما تبقى منها"
    raw = message_of(replace(LETTER, subject=subject, language="ar"), OFFICE, at=NOON).as_bytes()

    assert raw.isascii()
    assert max(map(len, raw.split(b"\r\n"))) <= 78
    assert message_from_bytes(raw, policy=default)["Subject"] == subject


@settings(deadline=None)
@given(name=st.text(), subject=st.text(), email=st.text(st.characters(codec="utf-8")))
def test_no_text_adds_a_header(name: str, subject: str, email: str) -> None:
    letter = replace(LETTER, name=name, subject=subject, email=f"{email}@example.org")
    try:
        message = message_of(letter, OFFICE, at=NOON)
    except ValueError:
        return
    read = message_from_bytes(message.as_bytes(), policy=default)

    assert sorted(read.keys()) == sorted(HEAD)
    assert read.get_content().splitlines() == ["Words."]


def test_the_date_is_said_in_utc() -> None:
    at = datetime(2026, 3, 8, 12, tzinfo=UTC)

    assert message_of(LETTER, OFFICE, at=at)["Date"] == "Sun, 08 Mar 2026 12:00:00 +0000"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-03-08T06:59Z", "8 March 2026, 01:59 New York time (UTC−05:00)"),
        ("2026-03-08T07:00Z", "8 March 2026, 03:00 New York time (UTC−04:00)"),
        ("2026-11-01T05:30Z", "1 November 2026, 01:30 New York time (UTC−04:00)"),
        ("2026-11-01T06:30Z", "1 November 2026, 01:30 New York time (UTC−05:00)"),
    ],
)
def test_a_time_is_new_yorks_and_says_how_far_it_is_from_utc(at: str, said: str) -> None:
    assert moment(datetime.fromisoformat(at), "en") == said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("occasion", [each for each in Occasion if each is not Occasion.INVITED])
def test_every_occasion_has_words_in_every_language(occasion: Occasion, language: str) -> None:
    facts = (occasion, language, "Desk", date(2026, 4, 6), NOON, "https://page", "https://settings")
    text = text_of(News(*facts))

    assert subject_of(occasion, language)
    assert "%(" not in text
    assert "Desk" in text.splitlines()[0]
    assert "https://page\n" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_invitation_has_words_in_every_language(language: str) -> None:
    text = welcome_of(Welcome(language, "Desk", True, "https://link", NOON))

    assert "%(" not in text
    assert "Desk" in text
    assert "https://link\n" in text
