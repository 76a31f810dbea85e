"""What a release holds: whole pages in every language, true to their data, safe and closed."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any
from urllib.parse import urljoin

import pytest
from lxml import html

from app.domain.compiling import compile_summary
from app.domain.drafting import Drafting
from app.domain.gates import run_gates
from app.domain.position import LANGUAGES
from app.features.record.downloads import TYPES
from app.features.record.freezing import freeze
from tests.bundles import make_bundle, proceedings_of_bundle
from tests.formats.paper import parts_of

MOMENT = datetime(2017, 4, 10, 12, tzinfo=UTC)
RULES = ["attributed", "counted", "non_attributed"]
ATTACKS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "{{ 7 * 7 }} {% raw %} ${x}",
    "</title><script>alert(2)</script>",
]
Files = Mapping[tuple[str, str], bytes]


def bundle_of(rule: str, **options: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    options = {"invited": 2, "filled": 0.8, **options}
    return make_bundle(15, 3, 2, attribution=rule, **options)


def frozen(bundle: dict[str, Any], languages: tuple[str, ...] = ("en", "ar")) -> Files:
    return _frozen(json.dumps(bundle), languages, MOMENT)


@cache
def _frozen(bundle: str, languages: tuple[str, ...], moment: datetime) -> Files:
    proceedings = replace(proceedings_of_bundle(json.loads(bundle)), languages=languages)
    summaries = {each: compile_summary(proceedings, each, Drafting()) for each in languages}
    gates = {each: run_gates(summary) for each, summary in summaries.items()}
    return {(f.language, f.path): f.content for f in freeze(summaries, gates, moment)}


def pages(files: Files) -> dict[tuple[str, str], html.HtmlElement]:
    return {
        at: html.document_fromstring(content.decode())
        for at, content in files.items()
        if at[1] == "" or at[1].endswith("/")
    }


def texts_of(files: Files) -> list[str]:
    """Give what can be read of every file; of a PDF or a Word document, all its parts."""
    return [
        each.decode("utf-8-sig")
        for (_, path), content in files.items()
        for each in parts_of(path, content)
    ]


def attacked(text: str) -> dict[str, Any]:
    bundle = bundle_of("attributed")
    bundle["briefing"]["title"] = {"en": text}
    for each in (*bundle["members"], *bundle["missions"]):
        each["name"] = {"en": text}
    for question in bundle["questions"]:
        question["text"] = {"en": text}
        for value in question["scale"]:
            value["label"] = {"en": text}
    for position in bundle["positions"]:
        position |= {"text": text, "language": "fr"}
    return bundle


@pytest.mark.parametrize("rule", RULES)
def test_every_page_of_the_fixed_addresses_is_frozen(rule: str) -> None:
    files = frozen(bundle_of(rule))
    sentences = json.loads(files["en", "summary.json"])["sentences"]
    expected = {"", "meeting.ics", "questions/1/", "questions/2/"}
    expected |= {f"summary.{kind}" for kind in TYPES}
    expected |= {f"missions/UNX{n}/" for n in (1, 2, 3)}
    expected |= {f"questions/{q}/UNX{n}/" for q in (1, 2) for n in (1, 2, 3)}
    expected |= {f"sentences/{each['id']}/" for each in sentences}
    expected |= {"matrix/"} if rule != "non_attributed" else set()
    expected |= {f"members/M{n}/" for n in range(1, 18)} if rule == "attributed" else set()
    assert {path for language, path in files if language == "en"} == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_its_language_and_direction(language: str) -> None:
    for page in pages(frozen(bundle_of("counted"), (language,))).values():
        assert page.get("lang") == language
        assert page.get("dir") == ("rtl" if language == "ar" else "ltr")


@pytest.mark.parametrize("rule", RULES)
def test_a_page_runs_nothing_and_styles_nothing_itself(rule: str) -> None:
    for page in pages(frozen(bundle_of(rule))).values():
        assert page.xpath("//script|//style|//iframe|//form|//*[@style]|//base") == []
        names = {name for each in page.iter() for name in each.attrib}
        assert not {name for name in names if name.startswith(("on", "hx-"))}


@pytest.mark.parametrize("rule", RULES)
def test_every_link_within_the_record_leads_to_a_page_and_a_place(rule: str) -> None:
    found = pages(files := frozen(bundle_of(rule)))
    known = {f"/{lang}/record/filled/{path}" for lang, path in files}
    known |= {f"/{lang}/record/" for lang in LANGUAGES}
    places = {
        f"/{lang}/record/filled/{path}": set(page.xpath("//@id"))
        for (lang, path), page in found.items()
    }
    for (language, path), page in found.items():
        here = f"/{language}/record/filled/{path}"
        for href in page.xpath("//a/@href"):
            address, _, place = urljoin(here, href).partition("#")
            assert address in known, (path, href)
            assert not place or place in places[address], (path, href)


@pytest.mark.parametrize("rule", RULES)
def test_pages_of_a_record_lead_to_each_other_wherever_it_lies(rule: str) -> None:
    for (language, path), page in pages(frozen(bundle_of(rule))).items():
        elsewhere = {f"/{language}/record/", *page.xpath("//nav[@class='languages']//a/@href")}
        own = [each for each in page.xpath("//a/@href") if each not in elsewhere]
        assert not [each for each in own if each.startswith("/")], path


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("is_short", [False, True])
def test_every_sentence_of_the_data_has_its_anchor_and_its_words(
    rule: str, language: str, is_short: bool
) -> None:
    """On the summary's page itself, or where the link beside its anchor leads; and on its own."""
    files = frozen(make_bundle(5, 1, 1, attribution=rule) if is_short else bundle_of(rule))
    found = pages(files)
    for each in json.loads(files[language, "summary.json"])["sentences"]:
        (item,) = found[language, ""].xpath(f"//*[@id='{each['id']}']")
        if item.tag == "p":
            (href,) = item.xpath("preceding-sibling::a/@href")
            (item,) = found[language, href].xpath(f"//*[@id='{each['id']}']")
        (own,) = found[language, f"sentences/{each['id']}/"].xpath(f"//*[@id='{each['id']}']")
        for text in (" ".join(place.text_content().split()) for place in (item, own)):
            assert " ".join(each["text"].split()) in text
            if each["count"] and each["of"]:
                assert re.search(rf"(?<!\d){each['count']}\D+{each['of']}(?!\d)", text)


@pytest.mark.parametrize("rule", RULES)
def test_no_anchor_stands_twice(rule: str) -> None:
    for page in pages(frozen(bundle_of(rule))).values():
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("rule", ["counted", "non_attributed"])
def test_no_file_shows_an_author_or_a_revision(rule: str) -> None:
    bundle = bundle_of(rule)
    hashes = {each.hash for each in proceedings_of_bundle(bundle).positions}
    for text in texts_of(frozen(bundle)):
        assert set(re.findall(r"Delegation M\d+", text)) <= {"Delegation M1"}  # presides
        assert not hashes & set(re.findall(r"[0-9a-f]{64}", text))
        assert not [each for each in hashes if each[:16] in text]


def test_a_non_attributed_page_shows_no_number_of_delegations() -> None:
    files = frozen(bundle_of("non_attributed"), ("en",))
    for each in json.loads(files["en", "summary.json"])["sentences"]:
        assert (each["count"], each["revisions"], each["members"]) == (None, [], [])
    for page in pages(files).values():
        assert not re.search(r"\d+ of \d+|(?<!\w)(one|two|three|none) of the", page.text_content())


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_people_wrote_is_shown_and_never_run(attack: str) -> None:
    for page in pages(frozen(attacked(attack), ("en",))).values():
        assert (
            page.xpath("//script|//svg[not(@aria-hidden)]|//img[@onerror or @src='x']|//*[@onload]")
            == []
        )
    shown = pages(frozen(attacked(attack), ("en",)))["en", ""].text_content()
    assert attack in shown


def test_a_quotation_in_another_language_says_so() -> None:
    found = pages(frozen(bundle_of("attributed"), ("en",))).values()
    quotes = [each for page in found for each in page.xpath("//bdi[@class='quote']")]
    assert {each.get("lang") for each in quotes} == set(LANGUAGES) - {"en"}
    assert {each.get("dir") for each in quotes if each.get("lang") == "ar"} == {"rtl"}


def test_freezing_twice_gives_the_same_bytes() -> None:
    for rule in RULES:
        assert frozen(bundle_of(rule)) == frozen(bundle_of(rule))


def test_each_language_links_to_the_same_page_in_the_others() -> None:
    found = pages(frozen(bundle_of("counted")))
    for (language, path), page in found.items():
        other = "ar" if language == "en" else "en"
        assert f"/{other}/record/filled/{path}" in page.xpath("//a/@href")
        hrefs = {each.get("hreflang"): each.get("href") for each in page.xpath("//link[@hreflang]")}
        assert hrefs[other] == f"/{other}/record/filled/{path}"
        assert hrefs["x-default"] == hrefs["en"]
        assert page.xpath("//link[@rel='canonical']/@href") == [hrefs[language]]


DECLARED = [
    {
        "code": code,
        "name": {"en": name},
        "members": members,
        "source": "A list",
        "as_of": "2017-01-01",
    }
    for code, name, members in (
        ("permanent", "Zulu Five", ["M1", "M2", "M3", "M4", "M5"]),
        ("host_states", "Yankee Hosts", ["M6", "ELSE"]),
    )
]


def grouped(rule: str) -> str:
    files = frozen(bundle_of(rule, filled=1.0) | {"groups": DECLARED}, ("en",))
    return "".join(texts_of(files))


def test_a_record_that_names_counts_by_declared_group() -> None:
    said = grouped("attributed")

    assert re.search(r"Zulu Five: [0-5] of 5", said)
    assert "A list</bdi>, as of 1 January 2017" in said


@pytest.mark.parametrize("rule", RULES[1:])
def test_a_record_that_does_not_name_never_speaks_of_a_group(rule: str) -> None:
    assert not re.search(r"Zulu|Yankee|By declared group|A list", grouped(rule))
