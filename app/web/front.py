"""What stands before the application: public answers, sent from memory as they are.

Nothing of the application runs for them: no session, no cookie, no template, no database. What is
not ready, and cannot be read, is the application's to answer, absence above all.
"""

import re
from collections.abc import Sequence

import anyio.to_thread
from fastapi import FastAPI
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.web.codings import IDENTITY, codings_taken, has_answer
from app.web.kept import Kept, Messages, Variant, Variants
from app.web.security import PRIVATE

UNREAD = "horseshoe.unread"  # in a scope: what went wrong when its answer was to be read
_METHODS = frozenset({"GET", "HEAD"})
_UNCODED = (IDENTITY,)
_MOST_HOSTS = 64  # remembered; a pattern may stand for any number


class Front:
    """Answer GET and HEAD of what is public at ``addresses``; hand everything else on."""

    def __init__(
        self, app: ASGIApp, *, kept: Kept, addresses: re.Pattern[str], hosts: Sequence[str]
    ) -> None:
        self.app = app
        self.kept = kept
        self.addresses = addresses
        self.hosts = hosts
        self.trusted: set[bytes] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in _METHODS:
            await self.app(scope, receive, send)
            return
        host, accepted, known = _asked(scope)
        trusted = host in self.trusted or await self._trust(host, scope, receive)
        found = await self._find(scope) if trusted else None
        if found is None:
            await self.app(scope, receive, send)
            return
        for coding in _UNCODED if accepted is None else codings_taken(accepted):
            if coding in found:
                start, body = _messages(found[coding], scope["method"], known)
                await send(start)
                await send(body)
                return
        await self._refuse(scope, receive, send)

    async def _find(self, scope: Scope) -> Variants | None:
        path = scope["path"]
        found = self.kept.at_hand(path)
        if found is None and self.addresses.fullmatch(path):
            try:
                found = await anyio.to_thread.run_sync(self.kept.fetch, path)
            except Exception as error:  # noqa: BLE001 - the application knows how to say it
                scope[UNREAD] = error
        return found

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = {**self.kept.common, "Vary": "Accept-Encoding", "Cache-Control": PRIVATE}
        words = "This is to be had in no content coding that was asked for."
        await PlainTextResponse(words, status_code=406, headers=headers)(scope, receive, send)

    async def _trust(self, host: bytes, scope: Scope, receive: Receive) -> bool:
        """Ask the very rule that refuses foreign hosts, once for each."""
        trusted = False

        async def arrive(*_: object) -> None:
            nonlocal trusted
            trusted = True

        async def drop(_: Message) -> None:
            """Leave the refusal to the application, which is asked next."""

        await TrustedHostMiddleware(arrive, self.hosts)(scope, receive, drop)
        if trusted and len(self.trusted) < _MOST_HOSTS:
            self.trusted.add(host)
        return trusted


class FrontedApp(FastAPI):
    """FastAPI behind a front: its own layers alone cost as much as an answer from memory."""

    front: Front

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.front(scope, receive, send)

    async def behind(self, scope: Scope, receive: Receive, send: Send) -> None:
        await super().__call__(scope, receive, send)


def _messages(variant: Variant, method: str, known: bytes | None) -> Messages:
    if known is not None and has_answer(known, variant.tag):
        return variant.not_modified
    return variant.whole if method == "GET" else variant.head


def _asked(scope: Scope) -> tuple[bytes, bytes | None, bytes | None]:
    """Give the headers that matter: the host, and the lists whole, over however many lines."""
    host, accepted, known = b"", None, None
    for name, value in scope["headers"]:
        if name == b"host":
            host = host or value  # of two, the first: as everybody reads it
        elif name == b"accept-encoding":
            accepted = value if accepted is None else accepted + b"," + value
        elif name == b"if-none-match":
            known = value if known is None else known + b"," + value
    return host, accepted, known
