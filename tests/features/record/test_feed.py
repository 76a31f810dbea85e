"""What programs are told: the feed (RFC 4287), the map of the site, and where not to go."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient
from lxml import etree
from sqlalchemy.orm import Session

from app.db.models import Briefing, Corrigendum, User
from app.domain.lifecycle import Origin
from app.domain.position import LANGUAGES
from app.features.record import feeds
from app.formats.atom import ATOM
from app.formats.sitemap import SITEMAP, XHTML
from tests.cast import Cast
from tests.features.record.publishing import AT, add_briefing, add_release

TITLE = "Peace & <security> \x0b\ufffe“first”"
LATER = AT + timedelta(days=2)


@pytest.fixture
def corrected(db: Session, cast: Cast) -> Briefing:
    """Publish a briefing, and its first corrigendum two days later; a second waits."""
    title = {"en": TITLE, "ar": "إحاطة"}
    briefing = add_briefing(db, "corrected", title=title, languages=["en", "ar"], symbol="S/2017/1")
    for number, at in enumerate((AT, LATER, None), 1):
        if number > 1:
            db.add(_corrigendum(briefing, number, cast.people["officer"]))
        add_release(db, briefing, {"en": ["One."], "ar": ["واحد."]}, published_at=at)
    add_briefing(db, "hidden", state="issued")
    db.commit()
    return briefing


def _corrigendum(briefing: Briefing, release: int, by: User) -> Corrigendum:
    return Corrigendum(
        briefing_id=briefing.id,
        number=release - 1,
        corrects=release - 1,
        reason="A name was <wrong>.",
        language="en",
        opened_by=by.id,
        opened_at=AT,
        before={},
        told={},
        release=release,
    )


def parsed(client: TestClient, path: str, media_type: str) -> etree._Element:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(media_type)
    assert answer.headers["cache-control"].startswith("public, max-age=")
    assert "set-cookie" not in answer.headers
    known = {"if-none-match": answer.headers["etag"]}
    assert client.get(path, headers=known).status_code == 304
    assert client.head(path).status_code == 200
    return etree.fromstring(answer.content)


def feed(client: TestClient, lang: str = "en") -> etree._Element:
    return parsed(client, f"/{lang}/record/feed.atom", "application/atom+xml")


def children(element: etree._Element, name: str) -> list[etree._Element]:
    return element.findall(f"{{{ATOM}}}{name}")


def only(element: etree._Element, name: str) -> str:
    (child,) = children(element, name)
    assert child.text
    return child.text


def check_atom(root: etree._Element) -> None:
    """Hold a feed against the musts of RFC 4287, section 4.1."""
    assert root.tag == f"{{{ATOM}}}feed"
    for each in (root, *children(root, "entry")):
        assert urlsplit(only(each, "id")).scheme
        assert only(each, "title")
        assert datetime.fromisoformat(only(each, "updated")).tzinfo
        alternates = [link for link in children(each, "link") if link.get("rel") == "alternate"]
        kinds = [(link.get("type"), link.get("hreflang")) for link in alternates]
        assert alternates
        assert len(kinds) == len(set(kinds))
        for link in children(each, "link"):
            assert urlsplit(link.get("href")).netloc
    assert only(children(root, "author")[0], "name")
    ids = [only(each, "id") for each in children(root, "entry")]
    assert len(ids) == len(set(ids))
    (own,) = (link for link in children(root, "link") if link.get("rel") == "self")
    assert only(root, "id") == own.get("href")


@pytest.mark.usefixtures("corrected")
def test_publication_and_each_corrigendum_are_entries(client: TestClient, app: FastAPI) -> None:
    root = feed(client)
    check_atom(root)
    correction, first = children(root, "entry")

    at = f"{app.state.base_url}/en/record/corrected/releases"
    assert [only(each, "id") for each in (correction, first)] == [f"{at}/2/", f"{at}/1/"]
    assert only(first, "title") == TITLE.replace("\x0b\ufffe", "\ufffd\ufffd")
    assert only(correction, "title").startswith("Corrigendum 1: Peace & <security>")
    assert "A name was <wrong>." in only(correction, "summary")
    assert "6 April 2017" in only(first, "summary")
    assert "S/2017/1" in only(first, "summary")
    assert datetime.fromisoformat(only(first, "updated")) == AT
    assert only(root, "updated") == only(correction, "updated")
    assert {link.get("hreflang") for link in children(first, "link")} == {"en", "ar"}


@pytest.mark.usefixtures("corrected")
def test_a_feed_in_each_language(client: TestClient) -> None:
    for lang in LANGUAGES:
        root = feed(client, lang)
        check_atom(root)
        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == lang
    assert only(children(feed(client, "ar"), "entry")[1], "title") == "إحاطة"


def test_an_empty_feed_is_a_feed(client: TestClient) -> None:
    check_atom(feed(client))
    assert client.get("/de/record/feed.atom").status_code == 404


def test_a_feed_ends(client: TestClient, db: Session) -> None:
    briefing = add_briefing(db, "often", origin=Origin.DEMONSTRATION)
    for day in range(feeds.ENTRIES + 3):
        add_release(db, briefing, {}, published_at=AT + timedelta(days=day))
    entries = children(feed(client), "entry")
    assert len(entries) == feeds.ENTRIES
    assert "/releases/53/" in only(entries[0], "id")
    assert "Demonstration" in only(entries[0], "summary")


def addresses(root: etree._Element) -> dict[str, dict[str, str]]:
    """Give every address of a map with its alternates, checked against the protocol."""
    assert root.tag == f"{{{SITEMAP}}}urlset"
    found: dict[str, dict[str, str]] = {}
    for url in root.findall(f"{{{SITEMAP}}}url"):
        (place,) = url.findall(f"{{{SITEMAP}}}loc")
        assert place.text
        assert len(place.text) < 2048
        for changed in url.findall(f"{{{SITEMAP}}}lastmod"):
            assert datetime.fromisoformat(changed.text or "").tzinfo
        links = url.findall(f"{{{XHTML}}}link")
        assert {each.get("rel") for each in links} == {"alternate"}
        found[place.text] = {each.get("hreflang"): each.get("href") for each in links}
    return found


@pytest.mark.usefixtures("corrected")
def test_the_map_names_every_page_in_every_language(client: TestClient, app: FastAPI) -> None:
    base = app.state.base_url
    found = addresses(parsed(client, "/sitemap.xml", "application/xml"))
    record = {lang: f"{base}/{lang}/record/corrected/" for lang in ("en", "ar")}
    assert set(found) == {*(f"{base}/{lang}/record/" for lang in LANGUAGES), *record.values()}
    for place, alternates in found.items():
        others = {href for lang, href in alternates.items() if lang != "x-default"}
        assert place in others
        assert all(found[other] == alternates for other in others)
    assert found[record["ar"]] == {**record, "x-default": record["en"]}


def test_a_large_map_has_parts(
    client: TestClient, db: Session, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeds, "BRIEFINGS", 2)
    for name in ("one", "two", "three"):
        add_release(db, add_briefing(db, name), {})
    root = parsed(client, "/sitemap.xml", "application/xml")
    assert root.tag == f"{{{SITEMAP}}}sitemapindex"
    parts = [each.text or "" for each in root.iter(f"{{{SITEMAP}}}loc")]
    assert parts == [f"{app.state.base_url}/sitemap-{number}.xml" for number in (1, 2)]
    found = [
        place
        for part in parts
        for place in addresses(parsed(client, urlsplit(part).path, "application/xml"))
    ]
    assert len(found) == len(set(found)) == len(LANGUAGES) + 3
    assert client.get("/sitemap-3.xml").status_code == 404
    assert client.get("/sitemap-0.xml").status_code == 404


def test_no_file_of_the_map_grows_too_large() -> None:
    assert feeds.BRIEFINGS * len(LANGUAGES) < 50_000


PUBLIC = (
    "/",
    "/healthz",
    "/robots.txt",
    "/sitemap",
    "/static",
    "/glossary",
    "/missions",
    "/api/v1",
)


def test_robots_stay_out_of_the_desk(client: TestClient, app: FastAPI) -> None:
    said = client.get("/robots.txt").text.splitlines()
    assert f"Sitemap: {app.state.base_url}/sitemap.xml" in said
    closed = [line.removeprefix("Disallow: ") for line in said if line.startswith("Disallow")]
    assert "/" not in closed
    for context in iter_route_contexts(app.routes):
        path = context.path or ""
        open_to_all = path == "/" or path.startswith((*PUBLIC[1:], "/{lang}/record/"))
        assert path.startswith(tuple(closed)) != open_to_all, path
