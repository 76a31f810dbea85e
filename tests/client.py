"""The client of the tests: it calls the application itself, in the thread that asks.

Starlette's own starts a thread with a loop for each request and crosses to it and back nine times:
nearly half of the time of a request.
"""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import httpx2
from fastapi import FastAPI
from fastapi.testclient import TestClient

ORIGIN = {"sec-fetch-site": "same-origin"}  # what a browser says of our own pages
_here = threading.local()
_BESIDE = ThreadPoolExecutor(1)  # for a thread in which Playwright has a loop running already


class InLoop(httpx2.BaseTransport):
    """Carry a request into an application, in the loop of this thread."""

    def __init__(self, app: FastAPI) -> None:
        self.into = httpx2.ASGITransport(app)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        if asyncio._get_running_loop() is None:  # noqa: SLF001 - it asks without raising
            return self._run(request)
        return _BESIDE.submit(self._run, request).result()

    def _run(self, request: httpx2.Request) -> httpx2.Response:
        return _loop().run_until_complete(self._carry(request))

    async def _carry(self, request: httpx2.Request) -> httpx2.Response:
        answer = await self.into.handle_async_request(request)
        sent = b"".join([part async for part in answer.aiter_raw()])
        stream = httpx2.ByteStream(sent)  # as it was sent: the client takes the coding away
        return httpx2.Response(
            answer.status_code, headers=answer.headers, stream=stream, request=request
        )


class Client(TestClient):
    """Ask as our own pages do; redirects are for the test to follow."""

    def __init__(self, app: FastAPI) -> None:
        super().__init__(app, headers=ORIGIN, follow_redirects=False)
        self._transport = InLoop(app)


def _loop() -> asyncio.AbstractEventLoop:
    if not hasattr(_here, "loop"):
        _here.loop = asyncio.new_event_loop()
    loop: asyncio.AbstractEventLoop = _here.loop
    return loop
