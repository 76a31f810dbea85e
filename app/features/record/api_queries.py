"""What the public API reads: published briefings, their releases, and the frozen JSON alone."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Release, ReleaseFile
from app.domain.errors import NotFound
from app.domain.lifecycle import BriefingState
from app.features.record.api_shapes import (
    BriefingFilter,
    CellFilter,
    FrozenBytes,
    PublishedFacts,
    PublishedLine,
    ReleaseFacts,
    SentenceFilter,
    SentenceList,
    Tally,
    TallyList,
)
from app.formats.summary_tallies import tallies

Address = Callable[..., str]  # of a route by its name
MISSIONS = "missions/"


def published_lines(db: Session, asked: BriefingFilter, address: Address) -> list[PublishedLine]:
    """Give what is published and asked for, latest meeting first."""
    return [each for each in _lines(db, address) if _is_asked(each, asked)]


def _is_asked(line: PublishedLine, asked: BriefingFilter) -> bool:
    year = line.meeting_date.year if line.meeting_date else None
    return (
        asked.mission in {None, *line.missions}
        and asked.year in {None, year}
        and asked.presidency in {None, line.presidency}
        and asked.language in {None, *line.languages}
    )


def get_facts(db: Session, slug: str, address: Address) -> PublishedFacts:
    line = next(iter(_lines(db, address, slug)), None)
    if line is None:
        raise NotFound
    return PublishedFacts(
        **line.model_dump(),
        releases=releases_of(db, slug, address),
        files=list(_files(db, line, address)),
    )


def releases_of(db: Session, slug: str, address: Address) -> list[ReleaseFacts]:
    rows = db.execute(
        select(Release, Briefing.languages)
        .join(Briefing, Briefing.id == Release.briefing_id)
        .where(Briefing.slug == slug, *_PUBLIC)
        .order_by(Release.number)
    ).all()
    if not rows:
        raise NotFound
    return [
        ReleaseFacts(
            number=row.number,
            issued_at=row.issued_at,
            published_at=row.published_at,  # type: ignore[arg-type]  # asked for above
            hash=row.hash,
            record={
                each: address("record.release", lang=each, slug=slug, number=row.number, path="")
                for each in languages
            },
        )
        for row, languages in rows
    ]


_PUBLIC = (Briefing.state == BriefingState.PUBLISHED, Release.published_at.is_not(None))


def _lines(db: Session, address: Address, slug: str | None = None) -> Iterator[PublishedLine]:
    asked = (Briefing.slug == slug,) if slug is not None else ()
    rows = db.execute(
        select(Briefing, Release)
        .join(Release, Release.briefing_id == Briefing.id)
        .where(*_PUBLIC, *asked)
        .order_by(Briefing.meeting_date.desc(), Briefing.slug, Release.number)
    )
    newest = {row.Briefing: row.Release for row in rows}  # the last of each stays
    missions = _missions(db, [each.id for each in newest.values()])
    for briefing, release in newest.items():
        yield PublishedLine(
            slug=briefing.slug,
            title=briefing.title,
            meeting_date=briefing.meeting_date,
            presidency=briefing.presiding,
            attribution=briefing.attribution,
            origin=briefing.origin,
            symbol=briefing.symbol,
            languages=briefing.languages,
            missions=missions[release.id],
            release=release.number,
            issued_at=release.issued_at,
            href=address("record.api_briefing", slug=briefing.slug),
            record={
                each: address("record.show", lang=each, slug=briefing.slug, path="")
                for each in briefing.languages
            },
        )


def _missions(db: Session, releases: Sequence[int]) -> Mapping[int, list[str]]:
    """Give the missions that have a page in each release."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = db.execute(
        select(ReleaseFile.release_id, ReleaseFile.path)
        .where(ReleaseFile.release_id.in_(releases), ReleaseFile.path.startswith(MISSIONS))
        .distinct()
        .order_by(ReleaseFile.path)
    )
    for release, path in rows:
        found[release].append(path.removeprefix(MISSIONS).removesuffix("/"))
    return found


def _files(db: Session, line: PublishedLine, address: Address) -> Iterator[FrozenBytes]:
    rows = db.execute(
        select(
            *(ReleaseFile.language, ReleaseFile.path, ReleaseFile.media_type, ReleaseFile.sha256),
            func.length(ReleaseFile.content),
        )
        .join(Release, Release.id == ReleaseFile.release_id)
        .join(Briefing, Briefing.id == Release.briefing_id)
        .where(Briefing.slug == line.slug, Release.number == line.release)
        .order_by(ReleaseFile.language, ReleaseFile.path)
    )
    for language, path, media_type, sha256, size in rows:
        where = {"lang": language, "slug": line.slug, "number": line.release, "path": path}
        yield FrozenBytes(
            language=language,
            path=path,
            href=address("record.release", **where),
            type=media_type,
            size=size,
            sha256=sha256,
        )


def sentences_of(db: Session, slug: str, asked: SentenceFilter) -> SentenceList:
    about, document = _text(db, slug, asked)
    found = [each for each in document["sentences"] if _is_said(each, asked)]
    return SentenceList(**about, total=len(found), items=_page(found, asked))


def _is_said(sentence: Mapping[str, Any], asked: SentenceFilter) -> bool:
    return (
        asked.part in {None, sentence["part"]}
        and asked.kind in {None, sentence["kind"]}
        and asked.question in {None, sentence["question"]}
        and asked.mission in {None, *sentence["missions"]}
    )


def tallies_of(db: Session, slug: str, asked: CellFilter) -> TallyList:
    about, document = _text(db, slug, asked)
    found = [
        each
        for each in tallies(document)
        if asked.question in {None, each["question"]} and asked.mission in {None, each["mission"]}
    ]
    return TallyList(
        **about, total=len(found), items=[Tally(**each) for each in _page(found, asked)]
    )


def _page(items: list[dict[str, Any]], asked: CellFilter) -> list[dict[str, Any]]:
    start = (asked.page - 1) * asked.limit
    return items[start : start + asked.limit]


def _text(db: Session, slug: str, asked: CellFilter) -> tuple[dict[str, Any], dict[str, Any]]:
    """Read a frozen summary; give which it is, and what it says."""
    languages = db.scalar(
        select(Briefing.languages)
        .join(Release, Release.briefing_id == Briefing.id)
        .where(Briefing.slug == slug, *_PUBLIC)
        .limit(1)
    )
    if languages is None:
        raise NotFound
    language = asked.language or languages[0]
    if language not in languages:
        raise NotFound(f"This briefing is published in: {', '.join(languages)}.")
    number, content = _frozen(db, slug, language, asked.release)
    about = {"briefing": slug, "release": number, "language": language}
    return about | {"page": asked.page, "limit": asked.limit}, json.loads(content)


def _frozen(db: Session, slug: str, language: str, number: int | None) -> tuple[int, bytes]:
    """Give the JSON of the newest release, or of the one asked for, and its number."""
    asked = (Release.number == number,) if number is not None else ()
    found = db.execute(
        select(Release.number, ReleaseFile.content)
        .join(ReleaseFile, ReleaseFile.release_id == Release.id)
        .join(Briefing, Briefing.id == Release.briefing_id)
        .where(Briefing.slug == slug, *_PUBLIC, *asked)
        .where(ReleaseFile.language == language, ReleaseFile.path == "summary.json")
        .order_by(Release.number.desc())
        .limit(1)
    ).one_or_none()
    if found is None:
        raise NotFound("This briefing has no such release.")
    return found.number, found.content
