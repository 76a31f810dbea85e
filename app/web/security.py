"""What every answer carries and every request must pass, before any route.

Forms carry no token: a browser says where a request comes from (Sec-Fetch-Site, Origin), and an
unsafe request from anywhere but our own pages is refused.
"""

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; object-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
PRIVATE = "private, no-store"


def headers_of_all(*, secure: bool) -> dict[str, str]:
    """Give the headers of every answer; where the site is ``secure``, that it stays so, too."""
    if not secure:
        return HEADERS
    return {**HEADERS, "Strict-Transport-Security": "max-age=63072000; includeSubDomains"}


class Protection:
    """Refuse foreign unsafe requests; add headers; keep everything private unless it says not."""

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self.app = app
        common = {**headers_of_all(secure=secure), "Cache-Control": PRIVATE}
        self.headers = [(name.lower().encode(), each.encode()) for name, each in common.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {name for name, _ in message["headers"]}
                added = [each for each in self.headers if each[0] not in own]
                message["headers"] = [*message["headers"], *added]
            await send(message)

        if scope["method"] not in SAFE_METHODS and not is_same_origin(Headers(scope=scope)):
            refusal = PlainTextResponse(
                "This request did not come from this site's own pages.", status_code=403
            )
            await refusal(scope, receive, send_protected)
            return
        await self.app(scope, receive, send_protected)


def is_same_origin(headers: Headers) -> bool:
    """Believe the browser's Sec-Fetch-Site; without it, Origin must name our own host."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = headers.get("origin")
    return origin is not None and origin.partition("://")[2] == headers.get("host")
