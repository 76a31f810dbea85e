"""A feed in Atom (RFC 4287): what was published and corrected, latest first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from lxml import etree

from app.formats.xml_letters import fit

ATOM = "http://www.w3.org/2005/Atom"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NOTHING_YET = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Entry:
    """One release; ``addresses`` are its pages by language, ``id`` one that never changes."""

    id: str
    title: str
    published_at: datetime
    author: str | None
    summary: str
    addresses: Mapping[str, str]


@dataclass(frozen=True)
class Feed:
    language: str
    title: str
    subtitle: str
    author: str
    addresses: Mapping[str, str]  # of the feed, by language
    page: str  # of what it tells about
    entries: tuple[Entry, ...]


def atom(feed: Feed) -> bytes:
    """Give the document; its own address is its id, and it is as new as its newest entry."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})  # type: ignore[dict-item]  # None: the default
    root.set(LANG, feed.language)
    _text(root, "id", feed.addresses[feed.language])
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.subtitle)
    moments = (each.published_at for each in feed.entries)
    _text(root, "updated", _moment(max(moments, default=NOTHING_YET)))
    _text(_add(root, "author"), "name", feed.author)
    for language, href in feed.addresses.items():
        rel = "self" if language == feed.language else "alternate"
        _link(root, rel, href, "application/atom+xml", language)
    _link(root, "alternate", feed.page, "text/html", feed.language)
    for entry in feed.entries:
        _entry(root, entry)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def _entry(root: Any, entry: Entry) -> None:  # noqa: ANN401 - lxml's own element
    element = _add(root, "entry")
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _text(element, "published", _moment(entry.published_at))
    _text(element, "updated", _moment(entry.published_at))
    if entry.author:
        _text(_add(element, "author"), "name", entry.author)
    for language, href in entry.addresses.items():
        _link(element, "alternate", href, "text/html", language)
    _text(element, "summary", entry.summary)


def _link(parent: Any, rel: str, href: str, kind: str, language: str) -> None:  # noqa: ANN401 - lxml's own element
    _add(parent, "link").attrib.update(
        {"rel": rel, "type": kind, "hreflang": language, "href": href}
    )


def _text(parent: Any, name: str, text: str) -> None:  # noqa: ANN401 - lxml's own element
    _add(parent, name).text = fit(text)


def _add(parent: Any, name: str) -> Any:  # noqa: ANN401 - lxml's own element
    return etree.SubElement(parent, f"{{{ATOM}}}{name}")


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
