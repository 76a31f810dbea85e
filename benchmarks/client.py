"""A client that costs little: uvloop and raw sockets, an answer known by its length alone.

Every answer of a run is the same, so its length is learnt once, and then bytes are counted.
"""

import asyncio
import socket
import time

import uvloop


class Wrong(Exception):
    """An answer that was not the one expected."""


def request(path: str, port: int, **headers: str) -> bytes:
    lines = [f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{port}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def ask(port: int, asked: bytes) -> tuple[bytes, bytes]:
    """Ask once; give head and body of the answer."""
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(asked)
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += _more(connection)
        head, _, body = answer.partition(b"\r\n\r\n")
        while len(body) < length_of(head):
            body += _more(connection)
        return head, body


def _more(connection: socket.socket) -> bytes:
    more = connection.recv(1 << 20)
    if not more:
        raise Wrong("the server closed the connection")
    return more


def length_of(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.partition(b":")[2])
    return 0


class _Asking(asyncio.BufferedProtocol):
    def __init__(self, asked: bytes, length: int) -> None:
        self.asked, self.length = asked, length
        self.room = memoryview(bytearray(1 << 18))
        self.missing = length
        self.answers = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        transport.write(self.asked)  # type: ignore[attr-defined]

    def get_buffer(self, sizehint: int) -> memoryview:  # noqa: ARG002 - asyncio's own
        return self.room

    def buffer_updated(self, nbytes: int) -> None:
        self.missing -= nbytes
        if self.missing < 0:
            raise Wrong("an answer of another length")
        if self.missing == 0:
            self.answers += 1
            self.missing = self.length
            self.transport.write(self.asked)  # type: ignore[attr-defined]


def rate(
    port: int, asked: bytes, *, status: int, connections: int = 32, lasts: float = 2.0
) -> float:
    """Ask the same thing on many connections for some seconds; give answers a second."""
    head, body = ask(port, asked)
    if not head.startswith(f"HTTP/1.1 {status}".encode()):
        raise Wrong(head.decode(errors="replace"))
    return uvloop.run(_rate(port, asked, len(head) + 4 + len(body), connections, lasts))


async def _rate(port: int, asked: bytes, length: int, connections: int, lasts: float) -> float:
    loop = asyncio.get_running_loop()
    made = [
        await loop.create_connection(lambda: _Asking(asked, length), "127.0.0.1", port)
        for _ in range(connections)
    ]
    began = time.perf_counter()
    before = sum(asking.answers for _, asking in made)
    await asyncio.sleep(lasts)
    answers = sum(asking.answers for _, asking in made) - before
    took = time.perf_counter() - began
    for transport, _ in made:
        transport.abort()
    return answers / took
