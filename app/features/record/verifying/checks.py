"""All that is checked of a record, in order: each check with its figures and its faults."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from app.domain.errors import Invalid
from app.features.record.verifying.agreement import download_faults, language_faults
from app.features.record.verifying.counts import count_faults
from app.features.record.verifying.hashes import earlier_faults, release_faults, site_faults
from app.features.record.verifying.links import Links, pages_of
from app.features.record.verifying.pages import page_faults
from app.features.record.verifying.releases import (
    Found,
    OpenRelease,
    find_manifests,
    open_releases,
)
from app.features.record.verifying.sources import opened
from app.features.record.verifying.words import pending, word_faults

MALFORMED = (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError)


@dataclass(frozen=True)
class Check:
    """One thing that was looked at: ``figures`` says how much of it, ``faults`` what is wrong."""

    name: str
    figures: str
    faults: tuple[str, ...] = ()


def verify(place: str, against: str | None = None) -> Iterator[Check]:
    """Check the record at a folder or an http(s) address.

    ``against`` is an earlier export, all of which must still be there. Raises Invalid where there
    is nothing that could be checked.
    """
    found = find_manifests(*opened(place))
    releases = open_releases(found)
    if not releases:
        raise Invalid("lists no release.", where=place)
    if found.site:
        size = sum(each.length for each in found.site.files)
        figures = f"{len(found.site.files)} files, {size} bytes"
        yield Check("site", figures, _gathered(lambda: site_faults(found)))
    for each in releases:
        yield from _of_release(each, found)
    links = Links(found)
    pages = pages_of(found, releases)
    faults = (
        *_gathered(lambda: links.faults(pages)),
        *_gathered(lambda: links.schema_faults(releases)),
    )
    figures = f"{len(pages)} pages, {links.followed} links within, {links.outside} to elsewhere"
    yield Check("links", figures, faults)
    if against is not None:
        old = open_releases(find_manifests(*opened(against)))
        figures = f"{len(old)} earlier releases, {sum(len(each.files) for each in old)} files"
        yield Check("unchanged", figures, _gathered(lambda: earlier_faults(old, releases)))


def _of_release(release: OpenRelease, found: Found) -> Iterator[Check]:
    files, documents = release.listed.files, release.documents
    figures = f"{len(files)} files in {len(release.languages)} languages, {release.listed.hash}"
    yield Check(
        f"hashes of {release.name}", figures, _gathered(lambda: release_faults(release, found))
    )
    counted = sum(len(each["sentences"]) for each in documents.values())
    waiting = sum(_safely(pending, each) for each in documents.values())
    unworded = f", {waiting} of them with words pending" if waiting else ""
    yield Check(
        f"counts of {release.name}",
        f"{counted} sentences{unworded}",
        _in_each(release, count_faults),
    )
    quoted = sum(
        bool(isinstance(said, dict) and said.get("excerpt"))
        for each in documents.values()
        for said in each["sentences"]
    )
    yield Check(
        f"sources of {release.name}", f"{quoted} quotations", _in_each(release, word_faults)
    )
    faults = (
        *_gathered(lambda: language_faults(release)),
        *_gathered(lambda: page_faults(release)),
        *_gathered(lambda: download_faults(release)),
    )
    figures = f"{len(release.pages)} pages, {len(files) - len(release.pages)} downloads"
    yield Check(f"agreement in {release.name}", figures, faults)


def _in_each(release: OpenRelease, look: Callable[..., Iterable[str]]) -> tuple[str, ...]:
    return tuple(
        f"{language}/summary.json: {fault}"
        for language, document in release.documents.items()
        for fault in _gathered(lambda document=document: look(document))  # type: ignore[misc]  # a default binds the loop's own document
    )


def _gathered(look: Callable[[], Iterable[str]]) -> tuple[str, ...]:
    """Give the faults found; data of another shape than ours is a fault, too, and ends the look."""
    found: list[str] = []
    try:
        found.extend(look())
    except MALFORMED as fault:
        found.append(f"is not of the shape of a record ({type(fault).__name__}: {fault})")
    return tuple(found)


def _safely(count: Callable[..., int], document: object) -> int:
    try:
        return count(document)
    except MALFORMED:
        return 0
