"""What programs are told of the public record: the feed, and the map of the site. Reads only."""

from collections.abc import Iterator

from sqlalchemy import Select, exists, func, select
from sqlalchemy.orm import Session, aliased

from app.data.catalogues import translations
from app.db.base import Names
from app.db.models import Briefing, Corrigendum, Release, Seat
from app.domain.errors import NotFound
from app.domain.lifecycle import Origin
from app.domain.position import LANGUAGES
from app.domain.proceedings import in_language
from app.domain.wording import wording_in
from app.features.record.listing import IN_THE_CHAIR, PUBLISHED
from app.formats.atom import Entry, Feed
from app.formats.sitemap import Page

ENTRIES = 50
BRIEFINGS = 1_500  # of a map: six pages each, of about 1.2 KB; a file may have 50,000 and 50 MB
Published = tuple[Release, Briefing, Names | None, Corrigendum | None, bool]


def feed(db: Session, language: str, base: str) -> Feed:
    """Give the latest releases: what was published first, and each corrigendum."""
    _ = translations(language).gettext
    return Feed(
        language=language,
        title=_("Public record"),
        subtitle=_("Summaries of briefings, as they were issued, and their corrigenda."),
        author="Horseshoe",
        addresses={each: f"{base}/{each}/record/feed.atom" for each in LANGUAGES},
        page=f"{base}/{language}/record/",
        entries=tuple(_entry(*row, language=language, base=base) for row in db.execute(_latest())),
    )


def _latest() -> Select[Release, Briefing, Names | None, Corrigendum | None, bool]:
    earlier = aliased(Release)
    is_later = exists().where(
        earlier.briefing_id == Release.briefing_id,
        earlier.number < Release.number,
        earlier.published_at.is_not(None),
    )
    correcting = (
        (Corrigendum.briefing_id == Release.briefing_id) & (Corrigendum.release == Release.number)
    )  # fmt: skip
    return (
        select(Release, Briefing, Seat.names, Corrigendum, is_later)
        .join(Briefing, Briefing.id == Release.briefing_id)
        .outerjoin(Seat, IN_THE_CHAIR)
        .outerjoin(Corrigendum, correcting)
        .where(PUBLISHED, Release.published_at.is_not(None))
        .order_by(Release.published_at.desc(), Release.id.desc())
        .limit(ENTRIES)
    )


def _entry(
    release: Release,
    briefing: Briefing,
    chair: Names | None,
    corrigendum: Corrigendum | None,
    is_later: bool,  # noqa: FBT001 - a column
    *,
    language: str,
    base: str,
) -> Entry:
    _ = translations(language).gettext
    title = in_language(briefing.title, language)
    presidency = in_language(chair, language) if chair else None
    said: list[str] = []
    if briefing.origin is Origin.DEMONSTRATION:
        said.append(_("Demonstration from public sources, prepared by the editors"))
        presidency = None
    if briefing.meeting_date:
        said.append(wording_in(language).date(briefing.meeting_date))
    if presidency:
        said.append(_("Presidency: %(name)s") % {"name": presidency})
    if briefing.symbol:
        said.append(briefing.symbol)
    if corrigendum and is_later:
        title = _("Corrigendum %(number)s: %(title)s") % {
            "number": corrigendum.number, "title": title,
        }  # fmt: skip
        said.append(corrigendum.reason)
    addresses = {
        each: f"{base}/{each}/record/{briefing.slug}/releases/{release.number}/"
        for each in briefing.languages
    }
    return Entry(
        id=addresses[briefing.languages[0]],
        title=title,
        published_at=release.published_at or release.issued_at,
        author=presidency,
        summary=" · ".join(said),
        addresses=addresses,
    )


def sitemaps(db: Session) -> int:
    """Give how many files the map of the site needs."""
    count = db.scalar(select(func.count()).select_from(Briefing).where(PUBLISHED)) or 0
    return max(1, -(-count // BRIEFINGS))


def addresses(db: Session, base: str, number: int) -> Iterator[Page]:
    """Give the public pages of one file of the map; the list stands in the first."""
    changed = func.max(Release.published_at)
    rows = db.execute(
        select(Briefing.slug, Briefing.languages, changed)
        .join(Release, Release.briefing_id == Briefing.id)
        .where(PUBLISHED, Release.published_at.is_not(None))
        .group_by(Briefing.id)
        .order_by(Briefing.id)
        .limit(BRIEFINGS)
        .offset((number - 1) * BRIEFINGS)
    ).all()
    if not rows and number > 1:
        raise NotFound("There is no such part of the map.")
    if number == 1:
        lists = {each: f"{base}/{each}/record/" for each in LANGUAGES}
        yield Page(lists, f"{base}/", max((row[2] for row in rows if row[2]), default=None))
    for slug, languages, at in rows:
        pages = {each: f"{base}/{each}/record/{slug}/" for each in languages}
        yield Page(pages, pages.get("en") or pages[languages[0]], at)
