"""When mandates are next reviewed, and what members set down for it: for pages and calendars."""

from collections.abc import Collection, Iterator
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.data.catalogues import translations
from app.db.models import Mission
from app.domain.position import PointKind
from app.domain.proceedings import in_language
from app.domain.wording import wording_in
from app.features.asks.pages import Condition, ReviewLine, said_in
from app.features.asks.queries import asks, line_of
from app.features.asks.releases import list_issued
from app.formats.calendar import Entry


def list_reviews(
    db: Session, *which: ColumnElement[bool], readable: Collection[ColumnElement[bool]] = ()
) -> list[ReviewLine]:
    """Give missions as the latest briefing the reader may read has them."""
    issued = {each.briefing.id: each for each in list_issued(db, readable=readable)}
    order = {number: place for place, number in enumerate(issued)}
    rows = db.scalars(select(Mission).where(Mission.briefing_id.in_(issued), *which)).all()
    found: dict[str, ReviewLine] = {}
    for row in sorted(rows, key=lambda each: order[each.briefing_id]):
        at = issued[row.briefing_id].at
        found.setdefault(
            row.acronym, ReviewLine(row.acronym, row.names, row.mandate_expires, set_at=at)
        )
    return list(found.values())


def list_set_down(
    db: Session,
    *which: ColumnElement[bool],
    language: str,
    readable: Collection[ColumnElement[bool]] = (),
) -> list[Condition]:
    rows = db.execute(asks(*readable).where(*which)).all()
    return [_set_down(row, language) for row in rows]


def _set_down(row: Any, language: str) -> Condition:  # noqa: ANN401 - of asks()
    return Condition(line_of(row, language), said_in(row[0].texts, language))


def review_entry(
    review: ReviewLine, set_down: Collection[Condition], *, language: str, page: str
) -> Entry | None:
    """Give the day of a review for calendars, the same whatever it is taken from, if it has one.

    What has to hold for the mission to exist stands in it, as the summaries say it.
    """
    if review.review is None:
        return None
    return Entry(
        f"review.{review.acronym}@{urlsplit(page).hostname or ''}",
        review.review,
        translations(language).gettext("Mandate review: %(mission)s") % {"mission": review.acronym},
        page,
        review.set_at,
        text="\n".join(_conditions(review.acronym, set_down, language)),
    )


def _conditions(acronym: str, set_down: Collection[Condition], language: str) -> Iterator[str]:
    words = translations(language)
    mine = [
        each
        for each in set_down
        if each.line.mission == acronym and each.line.kind is PointKind.CONDITION
    ]
    if not mine:
        yield words.gettext("No issued summary sets down a condition for this mission.")
        return
    yield words.gettext("Conditions set down for the mission")
    number = 0
    for source, conditions in groupby(mine, key=lambda each: each.line.source):
        day = source.meeting_date
        title = in_language(source.title, language)
        yield ""
        yield f"{title} ({wording_in(language).date(day)})" if day else title
        for number, each in enumerate(conditions, number + 1):  # noqa: B020 - goes on
            place = words.gettext("paragraph %(paragraph)s") % {"paragraph": each.line.paragraph}
            yield f"{number}. {each.sentence.text} ({place})"
