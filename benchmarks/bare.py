"""The references: the same bytes without an application, and the smallest FastAPI route."""

import json
import os
from pathlib import Path
from typing import Any

from fastapi import FastAPI

HEADERS: list[tuple[bytes, bytes]] = []
BODY = b""
if kept := os.environ.get("BARE_ANSWER"):
    answer = json.loads(Path(kept).read_text(encoding="utf-8"))
    HEADERS = [(name.encode(), value.encode()) for name, value in answer["headers"]]
    BODY = bytes.fromhex(answer["body"])
ETAG = dict(HEADERS).get(b"etag")
WITHOUT_BODY = [(name, value) for name, value in HEADERS if not name.startswith(b"content-")]


async def app(scope: dict[str, Any], _receive: Any, send: Any) -> None:  # noqa: ANN401 - ASGI's own
    """Answer everything with the bytes of BARE_ANSWER, or with 304 to whoever has them."""
    if scope["type"] != "http":
        return
    known = (b"if-none-match", ETAG) in scope["headers"]
    status, headers, body = (304, WITHOUT_BODY, b"") if known else (200, HEADERS, BODY)
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


smallest = FastAPI(openapi_url=None)


@smallest.get("/healthz")
def health() -> str:
    return "ok"
