"""A letter as the message that is sent: nothing typed by anybody can add a line to its head."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

PLAIN = "quoted-printable"  # seven bits, whatever the relay can carry


@dataclass(frozen=True)
class Letter:
    """What one person is told; ``settings`` is where they may decline to be told such things."""

    public_id: str
    name: str
    email: str
    language: str
    subject: str
    text: str
    settings: str | None = None
    calendar: bytes | None = None


def one_line(text: str) -> str:
    """Give text without a line break or anything else that does not show."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def address_of(name: str, email: str) -> Address:
    """Give an address whose odd signs are quoted; ValueError where it has no two halves."""
    local, at, domain = one_line(email).rpartition("@")
    if not (local and at and domain) or " " in domain:
        raise ValueError("This is not an e-mail address.")
    return Address(one_line(name), local, domain)


def sender_of(typed: str) -> Address:
    """Read ``Horseshoe <office@example.org>``, or the address alone."""
    return address_of(*parseaddr(one_line(typed)))


def message_of(letter: Letter, sender: Address, *, at: datetime) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["Date"] = format_datetime(at.astimezone(UTC))
    message["From"] = sender
    message["To"] = address_of(letter.name, letter.email)
    message["Subject"] = one_line(letter.subject)
    message["Message-ID"] = f"<{letter.public_id}@{sender.domain}>"
    message["Auto-Submitted"] = "auto-generated"
    if letter.settings:
        message["List-Unsubscribe"] = f"<{letter.settings}>"
    message.set_content(letter.text, cte=PLAIN)
    if letter.calendar:
        message.add_attachment(
            letter.calendar.decode(),
            subtype="calendar",
            params={"method": "PUBLISH"},
            filename="deadline.ics",
            cte=PLAIN,
        )
    message["Content-Language"] = letter.language  # last: content takes such headers with it
    return message
