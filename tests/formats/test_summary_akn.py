"""The summary as Akoma Ntoso: valid by the standard, and the same words and numbers as the page."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from app.domain.corrigendum import Change, Correction
from app.domain.gates import run_gates
from app.domain.lifecycle import Origin
from app.domain.position import LANGUAGES
from app.domain.summary import Summary
from app.formats.akn_markup import AKN, HS, ISO_639_2, ITS, XML, address, cited
from app.formats.summary_akn import summary_akn
from app.formats.summary_blocks import printed
from app.formats.summary_json import summary_document
from tests.formats.test_summary_paper import LETTER, MOMENT, summary_in

RULES = ("attributed", "counted", "non_attributed")
SCHEMAS = Path(__file__).parents[1] / "data/akn"
IN = {"a": AKN, "hs": HS}
CORRECTED = Correction(
    number=1,
    date=date(2017, 5, 1),
    reason="A name was misspelt.",
    reason_language="en",
    corrects=1,
    is_public=True,
    changes={language: (Change("s1", "Before\0.", "After."),) for language in LANGUAGES},
)


@cache
def standard() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / "akomantoso30.xsd"))


def document_of(summary: Summary) -> dict[str, Any]:
    return summary_document(summary, run_gates(summary), computed_at=MOMENT, public=True)


def written(summary: Summary, *corrections: Correction) -> bytes:
    paper = printed(summary, issued_at=MOMENT)
    return summary_akn(summary, paper, document_of(summary), corrections)


def read(content: bytes) -> etree._Element:
    root = etree.fromstring(content)
    standard().assertValid(root)
    return root


def with_facts(language: str, rule: str = "counted", **facts: Any) -> Summary:  # noqa: ANN401 - of any kind
    found = summary_in(language, rule)
    return replace(found, proceedings=replace(found.proceedings, **facts))


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_valid_and_says_every_sentence_under_its_anchor(language: str, rule: str) -> None:
    summary = summary_in(language, rule)
    root = read(written(summary))
    paragraphs = {each.get("eId"): each for each in root.iterfind(".//a:mainBody//a:paragraph", IN)}

    assert list(paragraphs) == [each.id for each in summary.sentences]
    for each in summary.sentences:
        found = paragraphs[each.id]
        assert found.findtext("a:num", namespaces=IN) == f"{each.number}."
        assert "".join(found.find("a:content/a:p", IN).itertext()) == each.text


@pytest.mark.parametrize("rule", RULES)
def test_its_numbers_are_those_of_the_json_and_no_others(rule: str) -> None:
    summary = summary_in("en", rule)
    root = read(written(summary))

    for each in document_of(summary)["sentences"]:
        (found,) = root.xpath("//*[@eId=$id]", id=each["id"])
        told = {key.removeprefix(f"{{{HS}}}"): value for key, value in found.attrib.items()}
        for name in ("count", "of", "outcome", "question", "value", "kind", "part"):
            assert told.get(name) == (None if each[name] is None else str(each[name]))
        assert told.get("members", "").split() == each["members"]
    if rule != "attributed":
        assert not root.xpath("//@hs:members", namespaces=IN)
        hashes = {each.hash for each in summary.proceedings.positions}
        assert not [each for each in hashes if each[:16].encode() in etree.tostring(root)]
    if rule == "non_attributed":
        assert not root.xpath("//@hs:count|//@hs:outcome", namespaces=IN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_has_the_summary_as_its_annex(language: str) -> None:
    summary = with_facts(language, letter=LETTER, symbol="S/2017/105")
    root = read(written(summary))
    main, annex = root.find("a:doc", IN), root.find(".//a:attachment/a:doc", IN)

    assert (main.get("name"), annex.get("name")) == ("officialLetter", "annex")
    assert len(annex.findall(".//a:mainBody//a:paragraph", IN)) == len(summary.sentences)
    work = main.find(".//a:FRBRWork", IN)
    where = "/akn/un/doc/communication/un-sc/2017-04-09/S-2017-105"
    assert work.find("a:FRBRuri", IN).get("value") == where
    assert work.find("a:FRBRcountry", IN).get("value") == "un"
    assert work.find("a:FRBRnumber", IN).get("showAs") == "S/2017/105"
    spoken = main.find(".//a:FRBRExpression/a:FRBRlanguage", IN).get("language")
    assert spoken == ISO_639_2[language]
    assert annex.find(".//a:FRBRthis", IN).get("value") == f"{where}/!annex_1"
    (signed,) = main.findall("a:conclusions//a:signature", IN)
    assert LETTER.signatory in (signed.text or "")


def test_no_symbol_is_made_up_and_a_demonstration_is_nobodys_act() -> None:
    live = read(written(summary_in("en")))
    shown = read(written(summary_in("en", origin=Origin.DEMONSTRATION)))

    assert live.findall(".//a:docNumber", IN) == live.findall(".//a:FRBRnumber", IN) == []
    (formula,) = live.findall(".//a:formula/a:p", IN)
    assert (formula.text or "").startswith("Summary by the presidency, under its own responsib")
    assert live.find(".//a:FRBRauthor", IN).get("href") == "#presidency"
    (formula,) = shown.findall(".//a:formula/a:p", IN)
    assert "not an act of any presidency" in (formula.text or "")
    assert shown.find(".//a:FRBRauthor", IN).get("href") == "#editor"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_it_says_its_language_and_direction(language: str) -> None:
    root = read(written(with_facts(language, "attributed", letter=LETTER)))

    for body in root.iterfind(".//a:mainBody", IN):
        assert body.get(f"{{{XML}}}lang") == language
        assert body.get(f"{{{ITS}}}dir") == ("rtl" if language == "ar" else "ltr")
    quoted = [
        (each.get(f"{{{XML}}}lang"), each.get(f"{{{ITS}}}dir")) for each in root.iter("{*}span")
    ]
    assert {spoken for spoken, _ in quoted} <= set(LANGUAGES) - {language}
    assert quoted
    assert all((direction == "rtl") is (spoken == "ar") for spoken, direction in quoted)


def test_a_corrigendum_is_an_event_of_its_life() -> None:
    root = read(written(summary_in("en"), CORRECTED))
    events = root.findall(".//a:lifecycle/a:eventRef", IN)
    (change,) = root.findall(".//a:textualMod", IN)

    assert [each.get("type") for each in events] == ["generation", "amendment"]
    assert events[1].get("date") == "2017-05-01"
    assert change.find("a:destination", IN).get("href") == "#s1"
    assert change.find("a:old", IN)[0].get("said") == "Before\ufffd."
    (reason,) = root.findall(".//a:passiveRef", IN)
    assert reason.get("showAs") == "A name was misspelt."
    assert root.find(".//a:FRBRversionNumber", IN).get("value") == "2"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See S/2017/287, and S/RES/2350 (2017).",
         {"S/2017/287": "https://undocs.org/S/2017/287",
          "S/RES/2350 (2017)": "https://undocs.org/S/RES/2350(2017)"}),
        ("A/70/95–S/2015/446", {"A/70/95–S/2015/446": "https://undocs.org/S/2015/446"}),
        ("S/2017/105/Corr.1; http/S/2017/1", {"S/2017/105/Corr.1": "https://undocs.org/S/2017/105/Corr.1"}),
        ("见S/2017/287。انظر S/2017/1", {"S/2017/287": "https://undocs.org/S/2017/287",
                                    "S/2017/1": "https://undocs.org/S/2017/1"}),
        ("Source: https://un.org/a b.", {"https://un.org/a": "https://un.org/a"}),
        ("No symbol here: and/or, US/1.", {}),
    ],
)  # fmt: skip
def test_documents_cited_are_references(text: str, expected: dict[str, str]) -> None:
    pieces = list(cited(text))
    links = {each.text: each.get("href") for each in pieces if not isinstance(each, str)}

    assert "".join(each if isinstance(each, str) else each.text or "" for each in pieces) == text
    assert links == expected


def test_the_documents_of_a_briefing_are_linked() -> None:
    root = read(written(summary_in("en")))

    assert [each.get("href") for each in root.findall(".//a:item//a:ref", IN)] == [
        address("S/2017/287")
    ]


HOSTILE = "\0\x0b\ufffe\ud800 <b>&amp;]]> S/2017/1\u2028"


def test_what_xml_cannot_hold_is_seen_to_have_been_there() -> None:
    summary = with_facts("en", title={"en": HOSTILE}, symbol=None, references=(HOSTILE,))
    content = written(summary)
    root = read(content)

    assert "\ufffd\ufffd\ufffd\ufffd <b>&amp;]]>" in "".join(root.itertext())
    assert not re.search(rb"<b>|\0", content)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_summary_is_the_same_bytes(language: str) -> None:
    first, again = (written(with_facts(language, letter=LETTER)) for _ in range(2))

    assert first == again
