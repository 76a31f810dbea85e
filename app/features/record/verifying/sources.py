"""Where the files of a record are read from: a folder, or a server over HTTP."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from typing import IO, Protocol
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from app.domain.errors import Invalid

LARGEST = 256 * 1024 * 1024  # bytes of one file
MOST = 100_000  # files asked of one server
PATIENCE = 20  # seconds
_HIDDEN = re.compile(r"(?:^|/)\.\.?(?:/|$)|[\\\x00-\x1f]")


class Source(Protocol):
    """Gives bytes by address: a path from the root of the site, not percent-encoded."""

    def find(self, address: str) -> bytes | None: ...

    def names(self) -> Iterator[str] | None:
        """Give every file there is, from the root; None where nobody can tell."""
        ...


@dataclass(frozen=True)
class Folder:
    root: Path

    def find(self, address: str) -> bytes | None:
        if _HIDDEN.search(address):
            return None
        whole = self.root.resolve()
        path = whole.joinpath(*address.strip("/").split("/"))
        if address.endswith("/"):
            path /= "index.html"
        if not path.is_file() or path.resolve() != path:
            return None  # absent, or a link that leads elsewhere
        if path.stat().st_size > LARGEST:
            raise Invalid(f"is larger than {LARGEST} bytes.", where=address)
        return path.read_bytes()

    def names(self) -> Iterator[str] | None:
        found = (path for path in self.root.rglob("*") if path.is_symlink() or not path.is_dir())
        return iter(sorted(path.relative_to(self.root).as_posix() for path in found))


class _Stay(HTTPRedirectHandler):
    """Follow no redirect: what is verified is what stands at the address itself."""

    def redirect_request(self, *_: object, **__: object) -> None:
        return None


@dataclass(frozen=True)
class Web:
    """One host over HTTP; ``origin`` is scheme and host. Each address is asked for once."""

    origin: str
    opener: OpenerDirector = field(default_factory=lambda: build_opener(_Stay))
    seen: dict[str, bytes | None] = field(default_factory=dict)

    def find(self, address: str) -> bytes | None:
        if address not in self.seen:
            if len(self.seen) >= MOST:
                raise Invalid(f"asks for more than {MOST} files.", where=self.origin)
            self.seen[address] = self._ask(address)
        return self.seen[address]

    def names(self) -> Iterator[str] | None:
        return None

    def _ask(self, address: str) -> bytes | None:
        request = Request(self.origin + quote(address))  # noqa: S310 - `opened` lets http(s) in alone
        try:
            with self.opener.open(request, timeout=PATIENCE) as answer:
                return _whole(answer, address)
        except HTTPError as refusal:
            refusal.close()
            return None
        except (URLError, HTTPException, TimeoutError) as fault:
            raise Invalid(f"cannot be read: {fault}", where=self.origin + address) from None


def _whole(answer: IO[bytes], address: str) -> bytes:
    content = answer.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise Invalid(f"is larger than {LARGEST} bytes.", where=address)
    return content


def opened(place: str) -> tuple[Source, str]:
    """Open a folder or an http(s) address; give the source, and the path in it to begin at."""
    parts = urlsplit(place)
    if parts.scheme in {"http", "https"} and parts.hostname:
        path = unquote(parts.path) or "/"
        return Web(f"{parts.scheme}://{parts.netloc}"), path if path.endswith("/") else f"{path}/"
    if "://" in place:
        raise Invalid("is neither a folder nor an http(s) address.", where=place)
    if not Path(place).is_dir():
        raise Invalid("is not a folder.", where=place)
    return Folder(Path(place)), "/"
