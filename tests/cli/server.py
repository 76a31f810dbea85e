"""A real server process on a free port."""

import socket
import time
from http.client import HTTPConnection
from types import TracebackType
from typing import Self

from tests.cli.process import Ended, Operator


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port


class Server:
    """Serve while the block runs; SIGTERM ends it."""

    def __init__(self, operator: Operator, *arguments: object) -> None:
        self.port = free_port()
        self._child = operator.start(*(arguments or ("serve",)), "--port", self.port)
        self.ended: Ended | None = None
        self.seconds_to_stop = float("inf")

    def __enter__(self) -> Self:
        until = time.monotonic() + 60
        while time.monotonic() < until and self._child.process.is_alive():
            try:
                self.get("/healthz")
            except OSError:
                time.sleep(0.05)
            else:
                return self
        raise RuntimeError(self._child.err.read_text())

    def get(self, path: str) -> bytes:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("GET", path)
            return connection.getresponse().read()
        finally:
            connection.close()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        began = time.monotonic()
        self._child.process.terminate()
        self.ended = self._child.end()
        self.seconds_to_stop = time.monotonic() - began
