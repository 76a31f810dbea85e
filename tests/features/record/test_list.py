"""The list of published briefings: what it says of each, and how it is narrowed."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from lxml import html
from sqlalchemy import event, update
from sqlalchemy.orm import Session

from app.db.models import Briefing, Delegation, Seat
from app.db.session import Sessions
from app.domain.lifecycle import Origin
from app.domain.position import LANGUAGES
from app.domain.proceedings import Standing
from tests.features.record.publishing import AT, add_briefing, add_release


@pytest.fixture
def three(db: Session) -> None:
    """Publish three briefings of two years; the newest has a symbol and was corrected."""
    old = add_briefing(db, "first-one", attribution="attributed", languages=["en", "ar"])
    new = add_briefing(db, "second-one", at=2019, symbol="S/2019/1", presiding="A")
    add_briefing(db, "third-one", at=2018, origin=Origin.DEMONSTRATION, presiding="A")
    for briefing in (new, add_briefing(db, "never", state="issued")):
        _seat(db, briefing)
    add_release(db, old, {"en": ["One."]})
    add_release(db, new, {"en": ["Two."]})
    add_release(db, new, {"en": ["Too."]}, published_at=AT + timedelta(days=1))


def _seat(db: Session, briefing: Briefing) -> None:
    names = {"en": "Delegation <A>", "fr": "Délégation A"}
    seat = Seat(place=0, code="A", names=names, standing=Standing.MEMBER)
    seat.delegation = Delegation(code=f"A{briefing.id}", names=names)
    seat.briefing_id = briefing.id
    db.add(seat)
    db.commit()


def slugs(client: TestClient, lang: str = "en", **asked: str) -> list[str]:
    answer = client.get(f"/{lang}/record/?{urlencode(asked)}")
    assert answer.status_code == 200
    hrefs = html.document_fromstring(answer.text).xpath(
        "//*[contains(@class, 'record')]/h2/a/@href"
    )
    return [str(each).split("/")[3] for each in hrefs]


@pytest.mark.usefixtures("three")
def test_the_latest_meeting_stands_first(client: TestClient, db: Session) -> None:
    assert slugs(client) == ["second-one", "third-one", "first-one"]
    db.execute(update(Briefing).where(Briefing.slug == "second-one").values(meeting_date=None))
    db.commit()
    assert slugs(client) == ["third-one", "first-one", "second-one"]


@pytest.mark.usefixtures("three")
def test_filters_stand_in_the_address(client: TestClient, db: Session) -> None:
    assert slugs(client, year="2018") == ["third-one"]
    assert slugs(client, presidency="A") == ["second-one", "third-one"]
    assert slugs(client, presidency="A", year="2019", mission="UNX2") == ["second-one"]
    assert slugs(client, attribution="attributed") == ["first-one"]
    assert slugs(client, attribution="attributed", year="2019") == []
    assert (
        "No record is of this kind."
        in client.get("/en/record/?year=2019&attribution=attributed").text
    )


@pytest.mark.usefixtures("three")
def test_what_is_in_no_record_is_said_so(client: TestClient) -> None:
    for asked in ("year=1999", "year=x", "mission=UNX9", "presidency=%3Cb%3E", "attribution=no"):
        answer = client.get(f"/en/record/?{asked}")
        assert answer.status_code == 200
        assert "Nothing is published under this choice" in answer.text
        assert "<b>" not in answer.text


@pytest.mark.usefixtures("three")
def test_each_briefing_shows_its_facts(client: TestClient) -> None:
    page = html.document_fromstring(client.get("/en/record/").text)
    second, third, first = (
        " ".join(each.text_content().split()) for each in page.xpath("//ul[@class='records']/li")
    )
    for fact in ("6 April 2019", "Delegation <A>", "S/2019/1", "Corrected on 10 April 2017"):
        assert fact in second
    assert "Earlier text" in second
    assert "Demonstration from public sources" in third
    assert "العربية · English" in first
    assert "Delegations are named" in first
    assert "Corrected" not in first


def test_more_than_a_page(client: TestClient, db: Session) -> None:
    for number in range(30):
        add_briefing(db, f"one-{number:02}", at=1990 + number)
    db.commit()
    pages = [slugs(client, page=page) for page in ("1", "2", "3", "x", "-1")]
    assert [len(each) for each in pages] == [25, 5, 0, 25, 25]
    assert len({*pages[0], *pages[1]}) == 30
    assert 'href="/en/record/?page=2"' in client.get("/en/record/").text


@pytest.mark.usefixtures("three")
def test_the_list_is_kept_until_it_changes(client: TestClient, db: Session) -> None:
    first, again = client.get("/ru/record/"), client.get("/ru/record/")
    assert first.content == again.content
    assert first.headers["cache-control"] == "public, max-age=60"
    assert not first.headers["etag"].startswith("W/")
    known = {"if-none-match": f'"x", {first.headers["etag"]}'}
    answer = client.get("/ru/record/", headers=known)
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["etag"] == first.headers["etag"]

    db.execute(update(Briefing).where(Briefing.slug == "first-one").values(symbol="S/2017/9"))
    db.commit()
    assert client.get("/ru/record/", headers=known).status_code == 200


@pytest.mark.usefixtures("three")
def test_a_person_signed_in_is_shown_the_same_bytes(client: TestClient) -> None:
    plain = client.get("/en/record/")
    client.cookies.set("session", "x")
    client.cookies.set("language", "fr")
    assert client.get("/en/record/").content == plain.content


def test_an_empty_list_says_so(client: TestClient) -> None:
    for lang in LANGUAGES:
        answer = client.get(f"/{lang}/record/")
        assert answer.status_code == 200
        assert "record.show" not in answer.text
    assert "Nothing has been published yet." in client.get("/en/record/").text


@pytest.mark.usefixtures("three")
def test_three_queries_at_most(client: TestClient, sessions: Sessions) -> None:
    asked: list[str] = []
    event.listen(sessions.kw["bind"], "before_cursor_execute", lambda *args: asked.append(args[2]))
    assert slugs(client, presidency="A", mission="UNX1")
    assert len([each for each in asked if each.startswith("SELECT")]) <= 3


@pytest.mark.usefixtures("three")
def test_list_and_search_name_their_other_languages(client: TestClient, app: FastAPI) -> None:
    for path in ("/", "/search?q=two&mission=UNX1"):
        page = html.document_fromstring(client.get(f"/zh/record{path}").text)
        links = page.xpath("//link[@rel='alternate' and @hreflang]")
        named = {each.get("hreflang"): each.get("href") for each in links}
        assert set(named) == {*LANGUAGES, "x-default"}
        for lang in LANGUAGES:
            assert named[lang] == f"{app.state.base_url}/{lang}/record{path}"
            assert client.get(f"/{lang}/record{path}").status_code == 200
