"""Entering what is published in the search of the public record, from its own bytes."""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import PublishedSentence, Release, ReleaseFile
from app.db.searching import enter_words, spell
from app.db.session import atomic
from app.domain.search_query import index_tokens
from app.domain.sentence import Kind


def make_searchable(db: Session, release_id: int) -> None:
    """Enter every sentence of a release, in the transaction in which it is published."""
    files = select(ReleaseFile.language, ReleaseFile.content).where(
        ReleaseFile.release_id == release_id, ReleaseFile.path == "summary.json"
    )
    for language, content in db.execute(files):
        for said in json.loads(content)["sentences"]:
            db.add(_sentence(release_id, language, said))
    db.flush()
    enter_words(db, release_id)


def _sentence(release_id: int, language: str, said: dict[str, Any]) -> PublishedSentence:
    return PublishedSentence(
        release_id=release_id,
        language=language,
        number=int(said["id"].removeprefix("s")),
        question=said["question"],
        missions=f" {' '.join(_missions(said))} ",
        kind=Kind(said["kind"]),
        text=said["text"],
        tokens=spell(index_tokens(said["text"], language), language),
    )


def _missions(said: dict[str, Any]) -> Iterator[str]:
    yield from said.get("missions") or filter(None, [said["mission"]])


def make_all_searchable(db: Session) -> int:
    """Enter the releases that were published before there was a search; give how many."""
    if not _not_entered(db):
        return 0
    with atomic(db):
        # Whoever does the same beside this process waits here, and then finds nothing left.
        db.execute(select(Release.id).where(Release.published_at.is_not(None)).with_for_update())
        releases = _not_entered(db)
        for release_id in releases:
            make_searchable(db, release_id)
        return len(releases)


def _not_entered(db: Session) -> list[int]:
    entered = select(PublishedSentence.id).where(PublishedSentence.release_id == Release.id)
    published = Release.published_at.is_not(None)
    return list(db.scalars(select(Release.id).where(published, ~entered.exists())))
