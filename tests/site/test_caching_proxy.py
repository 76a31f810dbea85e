"""A caching proxy keeps what is public and nothing else, whoever asks in whatever order."""

import gzip
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import brotli  # type: ignore[import-untyped]  # it ships no types
import pytest
from sqlalchemy import Engine, select

from app.db.models import Briefing
from app.db.session import open_sessions
from app.domain.actor import Actor
from app.domain.bundle import read_bundle
from app.domain.lifecycle import BriefingState
from app.domain.position import Cell, Statement
from app.features.positions.cells import Place, Writing
from app.features.positions.load import Loading, load_bundle
from app.features.positions.service import save_draft
from app.features.record.freezing import freeze
from app.features.summaries.operating import publish_by_operator
from tests.bundles import make_bundle
from tests.cast import NEVER, PASSWORD, Cast
from tests.cli.process import Operator
from tests.cli.server import Server
from tests.conftest import NOON
from tests.nginx import NGINX, nginx

pytestmark = pytest.mark.skipif(NGINX is None, reason="no nginx on PATH or in /usr/sbin")
CACHE = "proxy_cache_path {folder}/cache levels=1 keys_zone=all:4m;"
PROXY = """location / {{
  proxy_pass http://127.0.0.1:{port};
  proxy_http_version 1.1;
  proxy_set_header Host $http_host;
  proxy_set_header Connection "";
  proxy_cache all;
  proxy_cache_key $request_method$request_uri;
  proxy_cache_lock on;
  add_header X-Cache $upstream_cache_status always;
}}"""
RECORD = "/en/record/filled/"
PUBLIC = (
    *(RECORD, "/zh/record/filled/", f"{RECORD}questions/1/", f"{RECORD}missions/UNX1/"),
    *(f"{RECORD}summary.json", f"{RECORD}summary.pdf", f"{RECORD}releases/1/"),
)
OPEN = "/briefings/open"
DESK = ("/briefings", OPEN, f"{OPEN}/positions", f"{OPEN}/positions/2/UNX2", "/account")
LIVE = ("/en/record/", "/en/record/search?q=value")  # public, and kept for a minute
SHARED = ("/sign-in", "/glossary", f"{RECORD}none/", "/no-such-page")
UNPACKED: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: brotli.decompress(body) if body else b"",  # a 304 has none
    "gzip": lambda body: gzip.decompress(body) if body else b"",
    "": bytes,
}
CODINGS = ("", "gzip", "gzip, deflate, br", "identity;q=0, gzip", "*;q=0")


@dataclass(frozen=True)
class Person:
    """``secrets`` are what nobody else may ever be sent."""

    name: str
    cookie: str
    email: str = ""
    secrets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answered:
    person: Person
    path: str
    status: int
    cache: str  # HIT, MISS, …
    body: bytes = field(repr=False)
    headers: dict[str, str] = field(repr=False)


@pytest.fixture
def people(shaped: Engine) -> tuple[Person, ...]:
    """Publish one briefing, open another with a draft of each delegation; give who will ask."""
    with open_sessions(shaped)() as db:
        cast = Cast.assemble(db, at=NOON)
        load_bundle(db, read_bundle(make_bundle(3, 2, 2)), Loading("test"), at=NOON)
        publish_by_operator(db, "filled", operator="test", freeze=freeze, at=NOON)
        load_bundle(db, read_bundle(_of_a_and_b()), Loading("test", deadline=NEVER), at=NOON)
        briefing = db.scalars(select(Briefing).where(Briefing.slug == "open")).one()
        briefing.state = BriefingState.OPEN
        db.commit()
        found: list[Person] = []
        for name, actor in {"a_drafter": cast.a_drafter, "b_drafter": cast.b_drafter}.items():
            found.append(_writing(cast, name, actor))
    return (*found, Person("visitor", ""))


def _of_a_and_b() -> dict[str, object]:
    document = make_bundle(2, 2, 2, slug="open")
    codes = {"M1": "A", "M2": "B"}
    document["briefing"]["presidency"] = "A"
    for each in document["members"]:
        each["code"] = codes[each["code"]]
    for each in document["positions"]:
        each["member"] = codes[each["member"]]
    return document


def _writing(cast: Cast, name: str, actor: Actor) -> Person:
    words = f"marked-{name}"
    statement = Statement("v1", f"We say {words} and nothing else.", "en")
    save_draft(cast.db, actor, Place("open", Cell(2, "UNX2")), Writing(statement, 0), at=NOON)
    token, email = cast.token_of(cast.db, actor), f"{name}@example.org"
    secrets = (words, name.replace("_", " ").title(), email, token)
    return Person(name, f"session={token}", email, secrets)


@pytest.fixture
def proxy(
    people: tuple[Person, ...], database_url: str, tmp_path: Path
) -> Iterator[tuple[int, Path]]:
    """Serve, with nginx before it; give its port and the folder of its cache."""
    with Server(Operator(tmp_path, database_url)) as server:
        above = CACHE.format(folder=tmp_path)
        with nginx(tmp_path, PROXY.format(port=server.port), above) as port:
            yield port, tmp_path / "cache"


def ask(port: int, person: Person, path: str, accepted: str, *, known: str = "") -> Answered:
    headers = {
        "Accept-Encoding": accepted,
        "Cookie": person.cookie,
        "Sec-Fetch-Site": "same-origin",
    }
    if known:
        headers["If-None-Match"] = known
    form = path == "/sign-in" and person.email and accepted == ""
    body = urlencode({"email": person.email, "password": PASSWORD}) if form else None
    if body:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("POST" if body else "GET", path, body, headers)
    answer = connection.getresponse()
    sent = {name.lower(): value for name, value in answer.getheaders()}
    whole = UNPACKED[sent.get("content-encoding", "")](answer.read())
    connection.close()
    return Answered(person, path, answer.status, sent.pop("x-cache", ""), whole, sent)


def interleaved(port: int, people: tuple[Person, ...], requests: int) -> list[Answered]:
    """Let everybody ask for everything, in a drawn order, four at a time."""
    draw = random.Random(1)  # noqa: S311 - repeatable
    known = ask(port, people[-1], RECORD, "").headers["etag"]

    def any_request(_: int) -> tuple[Person, str, str, str]:
        person, accepted = draw.choice(people), draw.choice(CODINGS)
        path = draw.choice((*PUBLIC, *PUBLIC, *LIVE, *DESK, *DESK, *SHARED))
        return person, path, accepted, draw.choice(("", "", known))

    drawn = [any_request(n) for n in range(requests)]
    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(lambda each: ask(port, *each[:3], known=each[3]), drawn))


@pytest.mark.parametrize(
    ("requests", "database_url"),
    [
        pytest.param(300, "sqlite", id="300"),
        pytest.param(5000, "sqlite", id="5000", marks=pytest.mark.long),
        pytest.param(
            5000,
            "postgresql",
            id="5000-postgresql",
            marks=(pytest.mark.long, pytest.mark.postgresql),
        ),
    ],
    indirect=["database_url"],
)
def test_nothing_private_is_kept_or_sent_to_anybody_else(
    proxy: tuple[int, Path], people: tuple[Person, ...], requests: int
) -> None:
    port, cache = proxy
    answers = interleaved(port, people, requests)
    secrets = [(person, each.encode()) for person in people for each in person.secrets]

    for each in answers:
        sent = each.body + repr(each.headers).encode()
        foreign = [secret for person, secret in secrets if person is not each.person]
        assert not [secret for secret in foreign if secret in sent], each.path
        assert each.status in {200, 303, 304, 404, 406}, each
        _check_headers(each)
    cookies = [each.headers["set-cookie"] for each in answers if "set-cookie" in each.headers]
    assert len(set(cookies)) == len(cookies) > 0
    for person in people[:-1]:  # each was indeed shown what is theirs
        own = b"".join(each.body for each in answers if each.person is person)
        assert all(secret.encode() in own for secret in person.secrets[:2])

    kept = [path.read_bytes() for path in cache.rglob("*") if path.is_file()]
    assert {_address(each) for each in kept} == {*PUBLIC, *LIVE}
    for entry in kept:
        head, _, body = entry.partition(b"\r\n\r\n")
        coding = re.search(rb"content-encoding: (\w+)", head.lower())
        whole = head + UNPACKED[coding[1].decode() if coding else ""](body)
        assert not [secret for _, secret in secrets if secret in whole]
        assert b"set-cookie" not in head.lower()
    _check_hits(answers)


def _check_headers(answer: Answered) -> None:
    shared = answer.path in {*PUBLIC, *LIVE} and answer.status in {200, 304}
    if not shared:
        assert answer.headers.get("cache-control") == "private, no-store", answer
        assert answer.cache in {"MISS", ""}, answer
        return
    assert answer.headers["cache-control"].startswith("public, max-age="), answer
    assert answer.path in LIVE or answer.headers["vary"] == "Accept-Encoding"
    assert "set-cookie" not in answer.headers


def _check_hits(answers: list[Answered]) -> None:
    """Once an address was asked for in a coding, the proxy answers it alone."""
    public = [each for each in answers if each.path in PUBLIC and each.status in {200, 304}]
    found = Counter(each.cache for each in public)
    assert found["MISS"] <= len(PUBLIC) * len(CODINGS), found
    assert found["HIT"] == len(public) - found["MISS"] > 0, found


def _address(entry: bytes) -> str:
    """Give what an entry of nginx's cache answers."""
    line = next(line for line in entry.splitlines() if line.startswith(b"KEY: "))
    return line.removeprefix(b"KEY: GET").removeprefix(b"KEY: HEAD").decode()
