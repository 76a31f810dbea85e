"""The mail server letters are handed to, over a connection whose certificate is checked."""

import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

from app.mail.message import Letter, message_of, one_line, sender_of

PORTS = {"smtp": 25, "starttls": 587, "smtps": 465}
TIMEOUT = 20.0  # seconds for each step of the conversation
LONGEST_REASON = 200
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class Refused(Exception):
    """The relay would not take this letter; ``for_good`` says that asking again is no use."""

    def __init__(self, reason: str, *, for_good: bool) -> None:
        super().__init__(reason)
        self.for_good = for_good


class Down(Exception):
    """No letter can be handed over at present."""


@dataclass(frozen=True)
class Relay:
    """Where mail is handed over, and in whose name."""

    scheme: str
    host: str
    port: int
    user: str
    password: str = field(repr=False)
    sender: Address

    @classmethod
    def at(cls, url: str, sender: str) -> "Relay":
        """Read the two settings; a refusal never repeats them: there is a password in one."""
        parts = urlsplit(url)
        if parts.scheme not in PORTS or not parts.hostname:
            raise ValueError("HORSESHOE_SMTP_URL is smtp://, starttls:// or smtps://host:port.")
        if parts.password and parts.scheme == "smtp" and parts.hostname not in LOOPBACK:
            raise ValueError(
                "HORSESHOE_SMTP_URL would send its password unencrypted: use starttls or smtps."
            )
        try:
            address, port = sender_of(sender), parts.port or PORTS[parts.scheme]
        except ValueError:
            raise ValueError(
                "HORSESHOE_MAIL_FROM is an e-mail address, and the port of HORSESHOE_SMTP_URL a "
                "number."
            ) from None
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        return cls(parts.scheme, parts.hostname, port, user, password, address)


class Line:
    """A conversation with a relay, begun when the first letter is handed over."""

    def __init__(self, relay: Relay) -> None:
        self._relay = relay
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._smtp:
            with suppress(OSError):  # every letter has been answered for; the rest is manners
                self._smtp.quit()

    def hand_over(self, letter: Letter, *, at: datetime) -> None:
        """Give a letter to the relay; when this returns, the relay has taken it."""
        try:
            message = message_of(letter, self._relay.sender, at=at)
            to = message["To"].addresses[0].addr_spec
        except (ValueError, IndexError) as fault:
            raise Refused(f"No message could be made: {fault}", for_good=True) from fault
        try:
            self._smtp = self._smtp or _connect(self._relay)
            self._smtp.send_message(message, self._relay.sender.addr_spec, [to])
        except smtplib.SMTPRecipientsRefused as refusal:
            code, said = next(iter(refusal.recipients.values()))
            raise Refused(_reason(code, said), for_good=code >= 500) from refusal
        except smtplib.SMTPSenderRefused as refusal:
            raise Down(_reason(refusal.smtp_code, refusal.smtp_error)) from refusal
        except smtplib.SMTPDataError as refusal:
            reason = _reason(refusal.smtp_code, refusal.smtp_error)
            raise Refused(reason, for_good=refusal.smtp_code >= 500) from refusal
        except smtplib.SMTPResponseException as refusal:
            raise Down(_reason(refusal.smtp_code, refusal.smtp_error)) from refusal
        except OSError as fault:  # whatever else smtplib raises is one of these, too
            raise Down(f"{type(fault).__name__}: {fault}"[:LONGEST_REASON]) from fault


def _connect(relay: Relay) -> smtplib.SMTP:
    context = ssl.create_default_context()
    named = relay.sender.domain  # never a look-up of this machine's own name
    if relay.scheme == "smtps":
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(
            relay.host, relay.port, named, timeout=TIMEOUT, context=context
        )
    else:
        smtp = smtplib.SMTP(relay.host, relay.port, named, timeout=TIMEOUT)
    try:
        if relay.scheme == "starttls":
            smtp.starttls(context=context)
        if relay.user:
            smtp.login(relay.user, relay.password)
    except OSError:
        smtp.close()
        raise
    return smtp


def _reason(code: int, said: bytes | str) -> str:
    text = said.decode(errors="replace") if isinstance(said, bytes) else said
    return one_line(f"{code} {text}")[:LONGEST_REASON]
