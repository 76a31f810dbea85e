"""A real mail server on loopback, which keeps what it is handed and may be told to misbehave."""

import asyncio
import ssl
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from threading import Event
from typing import Any, Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from app.mail.relay import Relay
from tests.cli.server import free_port

SENDER = "Horseshoe <office@example.org>"
USER, PASSWORD = "office", "a password @ the relay"
# Signed by itself, for 127.0.0.1, until 2126; made with openssl for this purpose alone.
CERTIFICATE = Path(__file__).parent / "data" / "self_signed.pem"


@dataclass
class Postbox:
    """``rcpt`` and ``data`` are what it answers instead of taking a mail; ``cut`` hangs up.

    ``slow`` is how many seconds it thinks before it takes one.
    """

    secured: bool = False
    port: int = field(default_factory=free_port)
    rcpt: str = ""
    data: str = ""
    cut: bool = False
    slow: float = 0
    began: Event = field(default_factory=Event)
    raw: list[bytes] = field(default_factory=list)
    to: list[str] = field(default_factory=list)
    logins: int = 0

    def __enter__(self) -> Self:
        options: dict[str, Any] = {}
        if self.secured:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
            options = {"tls_context": context, "require_starttls": True}
            options |= {"authenticator": self._login, "auth_required": True}
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port, **options)
        self._controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._controller.stop()

    def _login(self, _s: SMTP, _n: Session, _e: Envelope, _m: str, given: Any) -> AuthResult:  # noqa: ANN401
        self.logins += 1
        return AuthResult(
            success=(given.login, given.password) == (USER.encode(), PASSWORD.encode())
        )

    async def handle_RCPT(  # noqa: N802 - the server's own name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if not self.rcpt:
            envelope.rcpt_tos.append(address)
        return self.rcpt or "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.began.set()
        await asyncio.sleep(self.slow)
        if self.cut:
            server.transport.abort()
            return "451 gone"
        if not self.data:
            self.raw.append(bytes(envelope.content or b""))
            self.to += envelope.rcpt_tos
        return self.data or "250 taken"

    def wait_for_one(self) -> None:
        """Wait until a mail has been handed over and not been answered for."""
        assert self.began.wait(timeout=60)

    @property
    def messages(self) -> list[EmailMessage]:
        return [message_from_bytes(raw, policy=default) for raw in self.raw]  # type: ignore[misc]

    @property
    def relay(self) -> Relay:
        return Relay.at(f"smtp://127.0.0.1:{self.port}", SENDER)

    @property
    def environment(self) -> dict[str, str]:
        """Give the settings of a process that hands its mail over here."""
        url = f"smtp://127.0.0.1:{self.port}"
        return {"HORSESHOE_SMTP_URL": url, "HORSESHOE_MAIL_FROM": SENDER}
