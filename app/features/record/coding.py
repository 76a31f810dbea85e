"""Released files compressed: once each, off every request, into rows beside the frozen bytes.

Brotli at its best takes minutes for a large release. That is no part of issuing, which holds the
database meanwhile, nor of any answer: a thread does it, and until then bytes go out as they are.
"""

import gzip
import logging
import random
import re
import threading
from collections.abc import Mapping
from functools import partial
from typing import Protocol

import brotli  # type: ignore[import-untyped]  # it ships no types
from sqlalchemy import select
from sqlalchemy.orm import undefer

from app.db.models import ReleaseCoding, ReleaseFile
from app.db.session import Sessions, atomic
from app.domain.errors import Conflict


class _Compress(Protocol):
    def __call__(self, content: bytes, /) -> bytes: ...


CODINGS: Mapping[str, _Compress] = {
    "br": partial(brotli.compress, quality=11),
    "gzip": partial(gzip.compress, compresslevel=9, mtime=0),  # no moment: the same bytes always
}
_COMPRESSIBLE = re.compile(r"text/|application/(?:[\w.-]+\+)?(?:json|xml)\b|image/svg\+xml")
log = logging.getLogger("horseshoe")


def coded(media_type: str, content: bytes) -> dict[str, bytes | None]:
    """Give a file in every coding; None where that is no smaller, {} where none could be."""
    if not _COMPRESSIBLE.match(media_type):
        return {}
    shorter = {coding: compress(content) for coding, compress in CODINGS.items()}
    return {coding: each if len(each) < len(content) else None for coding, each in shorter.items()}


def code_files(sessions: Sessions) -> int:
    """Code every released file that is not yet; give how many. Safe in any number of processes."""
    waiting = _uncoded(sessions)
    random.shuffle(waiting)  # two processes seldom take up the same one
    return sum(_code_file(sessions, file_id) for file_id in waiting)


def keep_coded(sessions: Sessions, woken: threading.Event) -> None:
    """Code what there is whenever woken, until the process ends.

    At everybody's priority: at a lower one, whoever waits for the database waits for this thread.
    """
    while woken.wait():
        woken.clear()
        try:
            code_files(sessions)
        except Exception as error:  # noqa: BLE001 - whatever it was, the next call tries again
            log.error("coding released files: %s", type(error).__name__)  # noqa: TRY400 - no trace, it may name what is private


def _uncoded(sessions: Sessions) -> list[int]:
    done = select(ReleaseCoding.file_id)
    with sessions() as db:
        rows = db.execute(
            select(ReleaseFile.id, ReleaseFile.media_type).where(ReleaseFile.id.not_in(done))
        )
        return [file_id for file_id, media_type in rows if _COMPRESSIBLE.match(media_type)]


def _code_file(sessions: Sessions, file_id: int) -> bool:
    with sessions() as db:
        if db.scalar(select(ReleaseCoding.id).where(ReleaseCoding.file_id == file_id).limit(1)):
            return False
        file = db.get_one(ReleaseFile, file_id, options=[undefer(ReleaseFile.content)])
        media_type, content = file.media_type, file.content
    made = coded(media_type, content)
    with sessions() as db:
        try:
            with atomic(db):
                db.add_all(
                    ReleaseCoding(file_id=file_id, coding=coding, content=each)
                    for coding, each in made.items()
                )
        except Conflict:  # another process was quicker, or the database is busy: then next time
            return False
    return True
