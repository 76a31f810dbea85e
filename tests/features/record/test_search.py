"""Sentences of published summaries are found by their words, alike on both engines."""

from datetime import timedelta
from html import unescape
from itertools import product
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import html
from sqlalchemy import delete, event, select, text, update
from sqlalchemy.orm import Session

from app.db.models import Briefing, PublishedSentence, Release
from app.db.models.searched import WORDS
from app.db.searching import holds
from app.db.session import Sessions
from app.domain.bundle import read_bundle
from app.domain.lifecycle import BriefingState
from app.domain.position import LANGUAGES
from app.domain.search_query import LONGEST, mark_found, read_phrases
from app.features.positions.load import Loading, load_bundle
from app.features.record.freezing import freeze
from app.features.record.searching import SearchShown, search_page
from app.features.summaries.operating import publish_by_operator
from app.features.summaries.searchable import make_all_searchable
from tests.bundles import make_bundle
from tests.features.record.publishing import AT, add_briefing, add_release

pytestmark = pytest.mark.each_engine

SAID = {
    "en": [
        "The withdrawal should be tied to benchmarks (S/RES/2286 (2016)).",
        "They ask for clear benchmarks before any withdrawal.",
        ("Nothing was submitted.", {"kind": "nothing", "question": 2, "missions": ["ALL"]}),
        ("Both missions share staff.", {"missions": ["UNX1", "UNX2"], "mission": None}),
    ],
    "fr": ["Le retrait suppose l’accord des parties."],
    "es": ["La misión depende de la reunión."],
    "ru": ["Вывод миротворческих операций должен быть поэтапным."],
    "zh": ["撤出应与第3阶段的明确基准挂钩。"],
    "ar": ["تتطلب الاستراتيجيات موافقة الأطراف على الوِلاية."],
}


@pytest.fixture
def record(db: Session) -> Release:
    briefing = add_briefing(db, "old-record", languages=list(LANGUAGES))
    return add_release(db, briefing, SAID)


def found(client: TestClient, lang: str = "en", **asked: str) -> list[str]:
    """Give the anchors of what is found."""
    answer = client.get(f"/{lang}/record/search?{urlencode(asked)}")
    assert answer.status_code == 200
    hrefs = html.document_fromstring(answer.text).xpath("//a[@class='sentence__number']/@href")
    return [str(each) for each in hrefs]


def marked(client: TestClient, lang: str, q: str) -> list[str]:
    page = html.document_fromstring(client.get(f"/{lang}/record/search?{urlencode({'q': q})}").text)
    return [each.text_content() for each in page.xpath("//mark")]


NUMBERS = {
    "withdrawals": [1, 2],
    "BENCHMARK withdrawal": [1, 2],
    "clear benchmarks": [2],
    '"benchmarks before"': [2],
    '"before benchmarks"': [],
    "“any withdrawal”": [2],
    "S/RES/2286": [1],
    "2286": [1],
    "RES/2286": [1],
    "S/RES/2016": [],
    "benchmarks AND NOT withdrawal": [],
    "withdraw*": [1, 2],
    "staff OR clear": [],
}


@pytest.mark.usefixtures("record")
def test_every_word_is_in_what_is_found(client: TestClient) -> None:
    for q, numbers in NUMBERS.items():
        assert found(client, q=q) == [f"/en/record/old-record/#s{number}" for number in numbers]


MARKS = [
    ("en", "withdraw benchmark", ["withdrawal", "benchmarks", "benchmarks", "withdrawal"]),
    ("en", "s/res/2286", ["S/RES/2286"]),
    ("fr", "accords", ["accord"]),
    ("es", "reunion misiones", ["misión", "reunión"]),
    ("ru", "операция вывода", ["Вывод", "операций"]),
    ("zh", "撤出", ["撤出"]),
    ("zh", "钩", ["钩"]),
    ("ar", "استراتيجية الموافقة", ["الاستراتيجيات", "موافقة"]),
    ("ar", "الولاية", ["الوِلاية"]),
]


@pytest.mark.usefixtures("record")
def test_the_words_found_are_marked_as_they_were_written(client: TestClient) -> None:
    for lang, q, words in MARKS:
        assert marked(client, lang, q) == words


def test_what_was_written_is_shown_and_never_run(client: TestClient, db: Session) -> None:
    attack = "<script>alert('x')</script> & \"quoted\" <img src=x onerror=alert(1)>"
    add_release(db, add_briefing(db, "attack"), {"en": [attack]})

    answer = client.get(f"/en/record/search?{urlencode({'q': 'alert script'})}").text

    page = html.document_fromstring(answer)
    assert page.xpath("//script|//img[not(@alt='')]") == []
    assert attack in page.text_content()
    assert "<mark>script</mark>" in answer


@pytest.mark.usefixtures("record")
def test_filters_stand_in_the_address(client: TestClient, db: Session) -> None:
    other = add_briefing(db, "new-record", at=2019)
    add_release(db, other, {"en": ["Withdrawal of staff."]})

    assert found(client, q="staff") == ["/en/record/new-record/#s1", "/en/record/old-record/#s4"]
    assert found(client, q="staff", year="2017") == ["/en/record/old-record/#s4"]
    assert found(client, q="staff", mission="UNX2") == ["/en/record/old-record/#s4"]
    assert found(client, q="submitted", mission="ALL") == ["/en/record/old-record/#s3"]
    assert found(client, q="submitted", question="2", kind="nothing")
    assert not found(client, q="submitted", question="1")
    assert not found(client, q="submitted", kind="tally")
    assert found(client, "ru", q="retrait", language="fr") == ["/fr/record/old-record/#s1"]
    assert found(client, "ru", q="retrait", language="all") == ["/fr/record/old-record/#s1"]
    assert not found(client, "ru", q="retrait")


UNKNOWN = [
    *(("mission", "UNX9"), ("mission", "UNX_"), ("question", "0"), ("question", "one")),
    *(("year", "20170"), ("year", "-1"), ("language", "de"), ("kind", "' OR 1=1 --")),
]


@pytest.mark.usefixtures("record")
def test_what_is_in_no_record_is_said_so(client: TestClient) -> None:
    for name, value in UNKNOWN:
        answer = client.get(f"/en/record/search?{urlencode({'q': 'withdrawal', name: value})}")

        assert answer.status_code == 200
        assert "Nothing is published under this choice" in answer.text
        assert value in unescape(answer.text)
        assert "sentence__number" not in answer.text


def test_pages_of_results(client: TestClient, db: Session) -> None:
    said = [f"Withdrawal number {number}." for number in range(60)]
    add_release(db, add_briefing(db, "long-one"), {"en": said})

    pages = [found(client, q="withdrawal", page=page) for page in ("1", "2", "3", "4")]
    assert [len(each) for each in pages] == [25, 25, 10, 0]
    assert len({each for page in pages for each in page}) == 60
    answer = client.get("/en/record/search?q=withdrawal&page=2").text
    assert "60 sentences found" in answer
    assert "?q=withdrawal&amp;page=3" in answer
    assert "nothing more on this page" in client.get("/en/record/search?q=withdrawal&page=4").text


@pytest.mark.usefixtures("record")
def test_nothing_of_what_is_not_published_is_found(client: TestClient, db: Session) -> None:
    for state in BriefingState:
        db.execute(update(Briefing).values(state=state))
        db.commit()
        assert bool(found(client, q="withdrawal")) == (state == "published")
    db.execute(update(Release).values(published_at=None))
    db.execute(update(Briefing).values(state="published"))
    db.commit()
    assert not found(client, q="withdrawal")


def test_an_issued_release_is_found_once_it_is_published(client: TestClient, db: Session) -> None:
    briefing = add_briefing(db, "issued", state="issued")
    release = add_release(db, briefing, {"en": ["Withdrawal."]}, published_at=None)
    assert not found(client, q="withdrawal")
    assert db.scalar(select(PublishedSentence.id)) is None

    briefing.state, release.published_at = "published", AT
    db.commit()
    assert make_all_searchable(db) == 1
    assert make_all_searchable(db) == 0
    assert found(client, q="withdrawal")


def test_a_corrigendum_takes_the_old_words_away(
    client: TestClient, db: Session, record: Release
) -> None:
    briefing = db.get_one(Briefing, record.briefing_id)
    waiting = add_release(db, briefing, {"en": ["The departure."]}, published_at=None)
    assert found(client, q="withdrawal")
    assert not found(client, q="departure")

    waiting.published_at = AT + timedelta(days=1)
    db.commit()
    make_all_searchable(db)
    assert found(client, q="departure") == ["/en/record/old-record/#s1"]
    assert not found(client, q="withdrawal")


def test_publication_enters_every_sentence_itself(client: TestClient, db: Session) -> None:
    bundle = make_bundle(3, 1, 1, attribution="attributed")
    load_bundle(db, read_bundle(bundle), Loading("operator"), at=AT)
    assert not found(client, q="M1")
    publish_by_operator(db, "filled", operator="operator", freeze=freeze, at=AT)
    db.rollback()

    anchors = found(client, q="M1")
    assert anchors
    for href in anchors:
        path, _, anchor = href.partition("#")
        assert f'id="{anchor}"' in client.get(path).text


@pytest.mark.usefixtures("record")
def test_a_query_too_long_is_given_back(client: TestClient) -> None:
    long = "withdrawal " * 30
    answer = client.get(f"/fr/record/search?{urlencode({'q': long})}")

    page = html.document_fromstring(answer.text)
    assert answer.status_code == 422
    assert page.xpath("//input[@name='q']/@value") == [long.strip()]
    assert page.xpath("//*[@id='q-error']")
    assert str(LONGEST) in page.xpath("string(//*[@id='q-error'])")


@pytest.mark.usefixtures("record")
def test_a_page_before_and_without_results_helps(client: TestClient) -> None:
    for lang, q in product(LANGUAGES, ("", "???", "zxqv")):
        answer = client.get(f"/{lang}/record/search?{urlencode({'q': q})}")
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "public, max-age=60"
        assert "set-cookie" not in answer.headers
        assert "<script" not in answer.text
        assert ("language=all" in answer.text) == (q == "zxqv")


@pytest.mark.usefixtures("record")
def test_a_briefing_cannot_hide_the_search(client: TestClient, db: Session) -> None:
    add_release(db, add_briefing(db, "search"), {"en": ["Withdrawal."]})

    assert "Search the public record" in client.get("/en/record/search").text
    assert client.get("/de/record/search").status_code == 404
    assert client.post("/en/record/search").status_code == 405


@pytest.mark.usefixtures("record")
def test_three_queries_at_most(client: TestClient, sessions: Sessions) -> None:
    asked: list[str] = []
    engine = sessions.kw["bind"]
    event.listen(engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    assert found(client, q="withdrawal", language="all", mission="UNX1")
    assert len([each for each in asked if each.startswith("SELECT")]) <= 3


@pytest.mark.usefixtures("record")
def test_words_are_read_from_an_index(db: Session) -> None:
    """As FTS5 is on SQLite in any case; PostgreSQL cuts nothing anew, whichever way it goes."""
    if db.get_bind().dialect.name == "postgresql":
        db.execute(text("SET LOCAL enable_seqscan = off"))
        asked = select(PublishedSentence.id).where(holds("postgresql", {"en": [("a",)]}))
        said = asked.compile(db.get_bind())
        plan = db.connection().exec_driver_sql(f"EXPLAIN {said}", said.params)
        steps = " ".join(plan.scalars())
        assert f"Index Scan on {WORDS}" in steps
        assert "to_tsvector" not in steps
    else:
        assert db.scalar(text(f"SELECT count(*) FROM {WORDS}")) == 9  # noqa: S608 - our own name


HOSTILE = st.text(max_size=LONGEST) | st.lists(
    st.sampled_from(
        [
            *('"', "*", "(", ")", "AND", "OR", "NOT", "NEAR", ":", "&", "|", "!", "<->", "'", "\\"),
            *(
                "^",
                "-",
                "+",
                "tokens:",
                "{",
                "}",
                ";--",
                "\x00",
                "%",
                "_",
                "withdrawal",
                "撤出",
                "撤",
            ),
            *("S/RES/2286", "benchmarks", "l’accord", "الولاية", "вывода", "«", "»", "misión"),
        ]
    ),
    max_size=30,
).map(" ".join)


@given(q=HOSTILE, language=st.sampled_from([*LANGUAGES, "all"]))
@example(q=" ".join("abcdefghijklmnopqrstuvwxyz" * 4)[:LONGEST], language="all")
@example(q='"' * LONGEST, language="en")
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@pytest.mark.usefixtures("record")
def test_nothing_typed_is_an_operator(db: Session, q: str, language: str) -> None:
    """Either engine finds exactly the sentences in which the marks can be set: so do both."""
    page = search_page(db, "en", SearchShown(q=q, language=language))
    anchors = {(each.language, each.number) for one in page.found for each in one.sentences}
    db.rollback()

    expected = {
        (lang, number)
        for lang, said in SAID.items()
        if language in {"all", lang} and read_phrases(q, lang) and len(q) <= LONGEST
        for number, each in enumerate(said, 1)
        if _holds_all(each if isinstance(each, str) else each[0], lang, q)
    }
    assert anchors == expected


def _holds_all(said: str, language: str, q: str) -> bool:
    return all(
        any(piece.is_found for piece in mark_found(said, language, [phrase]))
        for phrase in read_phrases(q, language)
    )


@given(q=HOSTILE)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@pytest.mark.usefixtures("record")
def test_nothing_typed_breaks_the_page(client: TestClient, q: str) -> None:
    answer = client.get(f"/en/record/search?{urlencode({'q': q, 'mission': q[:9]})}")
    assert answer.status_code in ({404} if "\0" in q else {200, 422})


def test_sentences_put_under_other_tokens_are_entered_again(
    client: TestClient, db: Session, record: Release
) -> None:
    """As after a migration that empties both tables, since tokens are made otherwise by then."""
    db.execute(delete(PublishedSentence))
    if db.get_bind().dialect.name == "sqlite":
        db.execute(text(f"INSERT INTO {WORDS}({WORDS}) VALUES ('delete-all')"))  # noqa: S608 - our own name
    db.commit()
    assert not found(client, q="withdrawal")
    assert make_all_searchable(db) == 1
    assert len(found(client, q="withdrawal")) == 2
