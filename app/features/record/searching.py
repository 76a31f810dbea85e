"""Looking for words in the sentences of published briefings. Reads only."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, extract, func, select
from sqlalchemy.orm import Session

from app.db.base import Names
from app.db.models import Briefing, Mission, PublishedSentence, Question, Release
from app.db.searching import holds
from app.domain.lifecycle import Origin
from app.domain.position import GENERAL, LANGUAGES
from app.domain.search_query import LONGEST, Phrase, Piece, mark_found, read_phrases
from app.domain.sentence import Kind
from app.features.record.listing import PUBLISHED, in_year, years

PER_PAGE = 25
EVERY_LANGUAGE = "all"


@dataclass(frozen=True)
class SearchShown:
    """What the address asks for, as it was typed; empty chooses nothing."""

    page: int = 1
    q: str = ""
    mission: str = ""
    question: str = ""
    year: str = ""
    language: str = ""  # of the sentences: empty for the page's own, EVERY_LANGUAGE for all
    kind: str = ""

    @property
    def address(self) -> dict[str, str]:
        names = ("q", "mission", "question", "year", "language", "kind")
        return {name: value for name in names if (value := getattr(self, name))}

    @property
    def is_narrowed(self) -> bool:
        return bool(self.address.keys() - {"q"})

    @property
    def is_too_long(self) -> bool:
        return len(self.q) > LONGEST


@dataclass(frozen=True)
class SearchChoices:
    years: tuple[str, ...]
    missions: tuple[str, ...]
    questions: tuple[str, ...]
    kinds: tuple[str, ...] = tuple(Kind)
    languages: tuple[str, ...] = (*LANGUAGES, EVERY_LANGUAGE)

    def unknown(self, shown: SearchShown) -> tuple[str, ...]:
        """Give what was asked for and is in no published briefing."""
        asked = (
            (shown.mission, (GENERAL, *self.missions)),
            (shown.question, self.questions),
            (shown.year, self.years),
            (shown.language, self.languages),
            (shown.kind, self.kinds),
        )
        return tuple(value for value, known in asked if value and value not in known)


@dataclass(frozen=True)
class FoundSentence:
    number: int
    language: str
    question: int | None
    missions: tuple[str, ...]  # acronyms; none where it is general
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class FoundBriefing:
    slug: str
    title: Names
    meeting_date: date | None
    origin: Origin
    sentences: tuple[FoundSentence, ...]


@dataclass(frozen=True)
class SearchPage:
    """What was found, by briefing, the latest meeting first (record/search.html)."""

    shown: SearchShown
    choices: SearchChoices
    unknown: tuple[str, ...]
    has_words: bool  # something to look for was typed
    found: tuple[FoundBriefing, ...]
    count: int  # sentences on all pages; 0 beyond the last

    @cached_property
    def pages(self) -> int:
        return -(-self.count // PER_PAGE)


def search_page(db: Session, language: str, shown: SearchShown) -> SearchPage:
    """Find the sentences that hold every word, in the page's language unless another is chosen."""
    choices = _choices(db)
    unknown = choices.unknown(shown)
    wanted = {} if unknown or shown.is_too_long else _wanted(shown, language)
    rows = db.execute(_matching(db, wanted, language, shown)).all() if wanted else []
    return SearchPage(
        shown,
        choices,
        unknown,
        has_words=any(read_phrases(shown.q[:LONGEST], each) for each in LANGUAGES),
        found=tuple(_by_briefing(rows, wanted)),
        count=rows[0].total if rows else 0,
    )


def _wanted(shown: SearchShown, language: str) -> dict[str, tuple[Phrase, ...]]:
    chosen = shown.language or language
    languages = LANGUAGES if chosen == EVERY_LANGUAGE else (chosen,)
    wanted = {each: read_phrases(shown.q, each) for each in languages}
    return {each: phrases for each, phrases in wanted.items() if phrases}


def _matching(
    db: Session, wanted: Mapping[str, tuple[Phrase, ...]], language: str, shown: SearchShown
) -> Select[*tuple[Any, ...]]:
    newest = (
        select(Release.briefing_id, func.max(Release.number).label("number"))
        .where(Release.published_at.is_not(None))
        .group_by(Release.briefing_id)
        .subquery()
    )
    sentence = PublishedSentence
    return (
        select(
            *(Briefing.slug, Briefing.title, Briefing.meeting_date, Briefing.origin),
            *(sentence.number, sentence.language, sentence.question, sentence.missions),
            *(sentence.text, func.count().over().label("total")),
        )
        .join(Release, Release.id == sentence.release_id)
        .join(newest, newest.c.briefing_id == Release.briefing_id)
        .join(Briefing, Briefing.id == Release.briefing_id)
        .where(PUBLISHED, Release.number == newest.c.number)
        .where(holds(db.get_bind().dialect.name, wanted), *_conditions(shown))
        .order_by(
            *(Briefing.meeting_date.desc().nulls_last(), Briefing.slug),
            *((sentence.language != language), sentence.language, sentence.number),
        )
        .limit(PER_PAGE)
        .offset((shown.page - 1) * PER_PAGE)
    )


def _conditions(shown: SearchShown) -> Iterator[ColumnElement[bool]]:
    """Give what every asked-for value demands; all of them are known to exist."""
    if shown.mission:
        yield PublishedSentence.missions.contains(f" {shown.mission} ", autoescape=True)
    if shown.question:
        yield PublishedSentence.question == int(shown.question)
    if shown.year:
        yield in_year(shown.year)
    if shown.kind:
        yield PublishedSentence.kind == Kind(shown.kind)


def _by_briefing(
    rows: Iterable[Row[*tuple[Any, ...]]], wanted: Mapping[str, tuple[Phrase, ...]]
) -> Iterator[FoundBriefing]:
    for slug, of_one in groupby(rows, lambda row: row.slug):
        each = list(of_one)
        sentences = tuple(
            FoundSentence(
                row.number,
                row.language,
                row.question,
                tuple(name for name in row.missions.split() if name != GENERAL),
                mark_found(row.text, row.language, wanted[row.language]),
            )
            for row in each
        )
        first = each[0]
        yield FoundBriefing(slug, first.title, first.meeting_date, first.origin, sentences)


def _choices(db: Session) -> SearchChoices:
    """Read what is published into choices, in one query whatever the number of briefings."""
    questions = (
        select(func.max(Question.number))
        .join(Briefing, Briefing.id == Question.briefing_id)
        .where(PUBLISHED)
        .scalar_subquery()
    )
    rows = db.execute(
        select(extract("year", Briefing.meeting_date), Mission.acronym, questions)
        .outerjoin(Mission, Mission.briefing_id == Briefing.id)
        .where(PUBLISHED)
        .distinct()
    ).all()
    most = max((row[2] or 0 for row in rows), default=0)
    return SearchChoices(
        years(row[0] for row in rows),
        tuple(sorted({row[1] for row in rows if row[1]})),
        tuple(str(number) for number in range(1, most + 1)),
    )
