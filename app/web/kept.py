"""Public answers kept ready in this process, and how it learns that they have changed."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any

from app.web.codings import IDENTITY

ROOM = 64 * 1024 * 1024  # bytes of bodies
SOON, LATEST = 1.0, 2.0  # seconds after which somebody looks for changes; everybody waits for it
Messages = tuple[dict[str, Any], dict[str, Any]]  # of ASGI: the start and the body


@dataclass(frozen=True)
class Answer:
    """What is public at an address: the same in every coding but for length and tag."""

    tag: str  # without quotation marks
    media_type: str
    headers: Mapping[str, str]
    bodies: Mapping[str, bytes]  # by content coding; in IDENTITY always


@dataclass(frozen=True)
class Variant:
    """An answer in one coding, as messages of ASGI: whole, without the body, and as a 304."""

    tag: bytes
    size: int
    whole: Messages
    head: Messages
    not_modified: Messages


Variants = Mapping[str, Variant]  # by content coding


def variants_of(answer: Answer, common: Mapping[str, str]) -> Variants:
    """Make an answer ready in each coding; ``common`` are the headers of every page."""
    return {coding: _variant(answer, coding, common) for coding in answer.bodies}


def _variant(answer: Answer, coding: str, common: Mapping[str, str]) -> Variant:
    body = answer.bodies[coding]
    tag = f'"{answer.tag}"' if coding == IDENTITY else f'"{answer.tag}-{coding}"'
    kept = {"etag": tag, "vary": "Accept-Encoding", **answer.headers, **common}
    of_body = {"content-type": answer.media_type, "content-length": str(len(body))}
    if coding != IDENTITY:
        of_body["content-encoding"] = coding
    headers = {**of_body, **kept}
    whole, head = _messages(200, headers, body), _messages(200, headers, b"")
    return Variant(tag.encode(), len(body), whole, head, _messages(304, kept, b""))


def _messages(status: int, headers: Mapping[str, str], body: bytes) -> Messages:
    raw = [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()]
    return (
        {"type": "http.response.start", "status": status, "headers": raw},
        {"type": "http.response.body", "body": body},
    )


class Kept:
    """The answers asked for last, up to ROOM bytes, for as long as nothing is published.

    ``source`` gives where to read from; ``read_mark`` what changes there whenever a public answer
    does, or None where it cannot be read now; ``load`` what is at an address. All three may block.
    ``changed`` is called when the mark is another one.
    """

    def __init__(
        self,
        source: Callable[[], Any],
        read_mark: Callable[[Any], object],
        load: Callable[[Any, str], Answer | None],
        *,
        common: Mapping[str, str],
        changed: Callable[[], object] = lambda: None,
        room: int = ROOM,
    ) -> None:
        self.source, self.read_mark, self.load, self.changed = source, read_mark, load, changed
        self.common, self.room = common, room
        self.ready: OrderedDict[str, Variants] = OrderedDict()
        self.used = 0
        self.origin: object = None
        self.mark: object = None
        self.looked = float("-inf")
        self.looking = False
        self.lock = threading.Lock()

    def at_hand(self, path: str) -> Variants | None:
        """Give what is ready; None where ``fetch`` has to read, be it only whether it stands."""
        found = self.ready.get(path)
        if found is None or self.source() is not self.origin:
            return None
        age = monotonic() - self.looked
        if age > SOON and (age > LATEST or not self.looking):
            self.looking = True  # now, not in the thread: nobody else need come along
            return None
        try:  # noqa: SIM105 - suppress() would cost as much as all the rest
            self.ready.move_to_end(path)
        except KeyError:  # another thread has just let it go
            pass
        return found

    def fetch(self, path: str) -> Variants | None:
        """Look for changes where it is time, then read what is not ready. Blocks."""
        with self.lock:  # whoever waited for it finds done what was to do
            try:
                self._look()
            finally:
                self.looking = False
            return self.ready.get(path) or self._read(path)

    def look_again(self) -> None:
        """Take nothing for granted at the next request: something was published here."""
        with self.lock:  # not to be outdone by a look that began before
            self.looked = float("-inf")

    def _look(self) -> None:
        source = self.source()
        began = monotonic()
        if source is self.origin and began - self.looked <= SOON:
            return
        mark = self.read_mark(source)
        if source is not self.origin or (mark is not None and mark != self.mark):
            self.ready.clear()
            self.used, self.origin, self.mark = 0, source, mark
            self.changed()
        self.looked = began

    def _read(self, path: str) -> Variants | None:
        answer = self.load(self.origin, path)
        if answer is None:
            return None
        variants = variants_of(answer, self.common)
        size = _size(variants)
        if size <= self.room // 4:  # one large file does not drive out all the others
            self.ready[path] = variants
            self.used += size
            while self.used > self.room:
                _, oldest = self.ready.popitem(last=False)
                self.used -= _size(oldest)
        return variants


def _size(variants: Variants) -> int:
    return sum(each.size for each in variants.values())
