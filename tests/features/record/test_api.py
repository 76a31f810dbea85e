"""The public API: what is published, from frozen bytes alone, to anybody and any program."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient
from jsonschema import Draft202012Validator
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.data import summary_schema
from app.db.models import Briefing, Mission, Question, Release, ReleaseFile, Revision, Seat
from app.domain.bundle import read_bundle
from app.features.positions.load import Loading, load_bundle
from app.features.record import freezing
from app.features.summaries.operating import publish_by_operator
from app.web.deps import session_cookie
from tests.bundles import make_bundle
from tests.cast import Cast

AFTER = datetime(2017, 4, 7, 12, tzinfo=UTC)
RULES = ("attributed", "counted", "non_attributed")
API = "/api/v1"
Json = Any


@dataclass(frozen=True)
class Published:
    """Three briefings, one of each rule, the first in two languages, and one nobody published."""

    slugs: tuple[str, ...]


@pytest.fixture
def published(db: Session) -> Published:
    slugs = tuple(rule.replace("_", "-") for rule in RULES)
    for at, rule in enumerate(RULES):
        bundle = make_bundle(4, 2, 1, attribution=rule, slug=slugs[at], filled=0.8)
        bundle["briefing"]["languages"] = ["en", "zh"] if at == 0 else ["zh"]
        bundle["briefing"]["meeting_date"] = f"201{5 + at}-04-06"
        load_bundle(db, read_bundle(bundle), Loading("operator"), at=AFTER)
        publish_by_operator(db, slugs[at], operator="operator", freeze=freezing.freeze, at=AFTER)
    load_bundle(db, read_bundle(make_bundle(3, 1, 1, slug="kept-back")), Loading("x"), at=AFTER)
    db.rollback()
    return Published(slugs)


def ask(client: TestClient, path: str, **parameters: object) -> Json:
    answer = client.get(f"{API}{path}", params=parameters)  # type: ignore[arg-type]  # mixed values
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    return answer.json()


def document_of(db: Session, slug: str, language: str) -> Json:
    file = db.scalars(
        select(ReleaseFile)
        .join(Release)
        .join(Briefing)
        .where(Briefing.slug == slug, ReleaseFile.language == language)
        .where(ReleaseFile.path == "summary.json")
    ).one()
    return json.loads(file.content)


def everything(slugs: tuple[str, ...]) -> Iterator[str]:
    yield from ("", "/briefings", "/schemas/summary.json", "/openapi.json")
    for slug in slugs:
        yield from (f"/briefings/{slug}{part}" for part in ("", "/releases"))
        yield from (f"/briefings/{slug}/{part}" for part in ("sentences", "tallies"))


def test_everything_the_api_says_is_what_was_frozen(
    client: TestClient, db: Session, published: Published
) -> None:
    """One long test: publishing three briefings is what takes the time."""
    _the_list_is_filtered_and_parted(client, published)
    for slug in published.slugs:
        _a_briefing_names_its_files(client, slug)
        for language in ("en", "zh") if slug == "attributed" else ("zh",):
            document = document_of(db, slug, language)
            Draft202012Validator(summary_schema()).validate(document)
            _sentences_are_those_of_the_json(client, slug, language, document)
            _tallies_are_those_of_the_json(client, slug, language, document)
    db.rollback()
    _answers_are_as_described(client, published)
    _known_bytes_are_not_sent_again(client, published)
    _no_row_changed_afterwards_changes_a_sentence(client, db, published)


def _the_list_is_filtered_and_parted(client: TestClient, published: Published) -> None:
    newest_first = list(reversed(published.slugs))
    listed = ask(client, "/briefings")
    assert [each["slug"] for each in listed["items"]] == newest_first
    assert listed["items"][0]["missions"] == ["UNX1", "UNX2"]
    assert listed["items"][0]["presidency"] == "M1"
    for found, parameters in (
        (newest_first, {"mission": "UNX1", "presidency": "M1", "language": "zh"}),
        (["counted"], {"year": 2016}),
        ([], {"mission": "UNX9"}),
        (["attributed"], {"language": "en"}),
        ([], {"language": "fr"}),
        ([], {"presidency": "M2"}),
    ):
        got = ask(client, "/briefings", **parameters)
        assert [each["slug"] for each in got["items"]] == found
        assert got["total"] == len(found)
    slugs, to = [], f"{API}/briefings?limit=1&mission=UNX1"
    while to:
        answer = client.get(to)
        slugs += [each["slug"] for each in answer.json()["items"]]
        to = answer.links.get("next", {}).get("url", "")
    assert slugs == newest_first
    assert answer.links["prev"]["url"] == f"{API}/briefings?limit=1&mission=UNX1&page=2"
    beyond = client.get(f"{API}/briefings?page=9")
    assert beyond.json()["items"] == []
    assert beyond.links["prev"]["url"] == f"{API}/briefings?page=1"


def _a_briefing_names_its_files(client: TestClient, slug: str) -> None:
    facts = ask(client, f"/briefings/{slug}")
    assert facts["releases"] == ask(client, f"/briefings/{slug}/releases")["items"]
    assert {each["language"] for each in facts["files"]} == set(facts["languages"])
    for each in facts["files"]:
        if "summary." in each["path"]:
            answer = client.get(each["href"])
            assert answer.headers["content-type"] == each["type"]
            assert answer.headers["etag"] == f'"{each["sha256"]}"'
            assert len(answer.content) == each["size"]


def _sentences_are_those_of_the_json(
    client: TestClient, slug: str, language: str, document: Json
) -> None:
    path = f"/briefings/{slug}/sentences"
    found, page = [], 1
    while items := ask(client, path, language=language, limit=20, page=page)["items"]:
        found += items
        page += 1
    assert found == document["sentences"]
    narrowed = ask(client, path, language=language, part="II", mission="UNX1", kind="tally")
    assert narrowed["items"] == [
        each
        for each in document["sentences"]
        if (each["part"], each["kind"]) == ("II", "tally") and "UNX1" in each["missions"]
    ]
    assert ask(client, path, language=language, question=9)["items"] == []


def _tallies_are_those_of_the_json(
    client: TestClient, slug: str, language: str, document: Json
) -> None:
    said = {each["id"]: each for each in document["sentences"]}
    rows = ask(client, f"/briefings/{slug}/tallies", language=language, limit=100)["items"]
    for row in rows:
        sentence = said[row["sentence"]]
        assert {name: row[name] for name in row if name != "sentence"} == {
            name: sentence[name] for name in row if name != "sentence"
        }
    if slug == "non-attributed":
        assert {row["count"] for row in rows} <= {None}
    else:
        assert {row["question"] for row in rows} == {1}
        assert all(row["count"] is not None for row in rows)
        assert ask(client, f"/briefings/{slug}/tallies", mission="UNX9")["items"] == []


def _answers_are_as_described(client: TestClient, published: Published) -> None:
    described = ask(client, "/openapi.json")
    assert described["openapi"].startswith("3.1")
    assert all(set(each) == {"get"} for each in described["paths"].values())
    for path, operations in described["paths"].items():
        answers = operations["get"]["responses"]
        assert {"200", "4XX"} == set(answers), path
        schema = answers["200"]["content"]["application/json"]["schema"]
        whole = schema | {"components": described["components"]}
        for slug in published.slugs:
            answer = client.get(path.format(slug=slug))
            Draft202012Validator(whole).validate(answer.json())


def _known_bytes_are_not_sent_again(client: TestClient, published: Published) -> None:
    for path in everything(published.slugs[:1]):
        answer = client.get(API + path)
        headers = answer.headers
        assert headers["access-control-allow-origin"] == "*"
        assert headers["cache-control"] == "public, max-age=300"
        assert headers["vary"]
        assert "set-cookie" not in headers
        assert answer.content == client.get(API + path).content
        tag = headers["etag"]
        assert tag.startswith('"')
        for known in (f'"other", {tag}', f"W/{tag}"):
            again = client.get(API + path, headers={"if-none-match": known})
            assert (again.status_code, again.content) == (304, b"")
            assert again.headers["etag"] == tag
            assert again.headers["access-control-allow-origin"] == "*"
        head = client.head(API + path)
        assert (head.status_code, head.headers["etag"]) == (200, tag)


def _no_row_changed_afterwards_changes_a_sentence(
    client: TestClient, db: Session, published: Published
) -> None:
    paths = [path for path in everything(published.slugs[:1]) if "/briefings/" in path]
    before = [client.get(API + path).content for path in paths]
    other = {"en": "Another name"}
    db.execute(update(Seat).values(names=other))
    db.execute(delete(Mission))
    db.execute(update(Question).values(text=other))
    db.execute(update(Revision).values(text="Another text", assessment=None))
    db.commit()
    assert [client.get(API + path).content for path in paths] == before


@pytest.mark.parametrize("slug", ["kept-back", "no-such-briefing", "%00", "a b"])
@pytest.mark.parametrize("part", ["", "/sentences", "/tallies", "/releases"])
def test_what_is_not_published_is_absent(
    client: TestClient, db: Session, slug: str, part: str
) -> None:
    load_bundle(db, read_bundle(make_bundle(3, 1, 1, slug="kept-back")), Loading("x"), at=AFTER)
    db.rollback()
    answer = client.get(f"{API}/briefings/{slug}{part}")
    absent = client.get(f"{API}/briefings/another-name{part}")

    assert (answer.status_code, answer.content) == (404, absent.content)
    assert answer.headers["content-type"] == "application/problem+json"
    assert ask(client, "/briefings")["items"] == []


@pytest.mark.parametrize(
    ("path", "parameter", "says"),
    [
        ("/briefings?limit=101", "limit", "less than or equal to 100"),
        ("/briefings?limit=0", "limit", "greater than or equal to 1"),
        ("/briefings?page=x", "page", "valid integer"),
        ("/briefings?langauge=en", "langauge", "no such parameter"),
        ("/briefings?language=de", "language", "'ar', 'zh', 'en', 'fr', 'ru' or 'es'"),
        ("/briefings?year=99999", "year", "less than or equal to 9999"),
        ("/briefings?presidency=<script>", "presidency", "match pattern"),
        ("/briefings/x/sentences?kind=vote", "kind", "'tally'"),
        ("/briefings/x/sentences?part=III", "part", "'I' or 'II'"),
        ("/briefings/x/tallies?release=0", "release", "greater than or equal to 1"),
    ],
)
def test_a_fault_names_its_parameter_and_what_it_may_be(
    client: TestClient, path: str, parameter: str, says: str
) -> None:
    answer = client.get(API + path)
    (fault,) = answer.json()["errors"]

    assert answer.status_code == answer.json()["status"] == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert fault["parameter"] == parameter
    assert says in fault["problem"]


def test_an_address_that_is_none_is_answered_as_json(client: TestClient) -> None:
    answer = client.get(f"{API}/nothing/here")

    assert (answer.status_code, answer.json()["title"]) == (404, "Not found")


def test_nothing_is_changed_here(client: TestClient) -> None:
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        assert client.request(method, f"{API}/briefings").status_code == 405


def test_other_pages_are_not_readable_from_other_sites(client: TestClient) -> None:
    for path in ("/en/record/", "/sign-in", "/"):
        assert "access-control-allow-origin" not in client.get(path).headers


def test_who_asks_makes_no_difference(client: TestClient, db: Session, cast: Cast) -> None:
    before = client.get(f"{API}/briefings")
    token = cast.token_of(db, cast.administrator)
    client.cookies.set("session", token)
    after = client.get(f"{API}/briefings")

    assert after.content == before.content
    assert "set-cookie" not in after.headers
    assert session_cookie is not None
