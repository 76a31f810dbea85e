"""A sentence's own page lets anybody check it, and says no more than the public data."""

import json
import re
from typing import Any

import pytest
from lxml import html

from tests.features.record.test_frozen import RULES, Files, bundle_of, frozen, pages


def checked(rule: str) -> list[tuple[dict[str, Any], html.HtmlElement]]:
    """Give every sentence of the public data with its page."""
    files = frozen(bundle_of(rule), ("en",))
    found = pages(files)
    sentences = json.loads(files["en", "summary.json"])["sentences"]
    return [(each, found["en", f"sentences/{each['id']}/"]) for each in sentences]


def main_of(page: html.HtmlElement) -> str:
    return " ".join(" ".join(page.get_element_by_id("main").itertext()).split())


@pytest.mark.parametrize("rule", RULES)
def test_a_check_shows_the_revisions_and_members_of_the_data_and_no_others(rule: str) -> None:
    for each, page in checked(rule):
        shown = page.xpath("//ul[@class='hashes']/li/text()")
        assert shown == each["revisions"]
        said = main_of(page)
        assert set(re.findall(r"\b[0-9a-f]{32,64}\b", said)) == set(shown)
        named = set(re.findall(r"Delegation (M\d+)", said.replace(each["text"], "")))
        assert named == set(each["members"])


@pytest.mark.parametrize("rule", RULES)
def test_a_strip_has_a_mark_for_every_seat_and_only_where_numbers_are_given(rule: str) -> None:
    drawn = 0
    for each, page in checked(rule):
        strip = page.xpath("//p[@class='strip']")
        if each["count"] is None or not each["of"]:
            assert strip == []
        elif strip:  # a sentence that points to others counts nobody itself
            counted, others = (mark.text or "" for mark in strip[0].xpath("b"))
            assert (len(counted), len(others)) == (each["count"], each["of"] - each["count"])
            drawn += 1
    assert bool(drawn) == (rule != "non_attributed")


def test_what_is_to_be_added_up_makes_the_whole() -> None:
    sums = 0
    for each, page in checked("counted"):
        for addends, of in re.findall(r"whole: ([\d +]+) = (\d+)\.", main_of(page)):
            sums += 1
            assert sum(map(int, addends.split(" + "))) == int(of) == each["of"]
            assert each["count"] in map(int, addends.split(" + "))
    assert sums > 20


def test_quoted_words_are_found_again_by_their_offsets() -> None:
    found = 0
    for each, page in checked("attributed"):
        for start, end, digest in re.findall(
            r"characters (\d+) to (\d+) of revision ([0-9a-f]+)", main_of(page)
        ):
            found += 1
            excerpt = each["excerpt"]
            assert (int(start), int(end)) == (excerpt["start"], excerpt["end"])
            assert excerpt["revision"].startswith(digest)
    assert found


@pytest.mark.parametrize("rule", RULES)
def test_every_page_leads_from_sentence_to_sentence(rule: str) -> None:
    ids = [each["id"] for each, _ in checked(rule)]
    ways = [page.xpath("//a[@rel]/@href") for _, page in checked(rule)]
    places = ["", *(f"../../sentences/{each}/" for each in ids), ""]
    expected = zip(places, places[2:], strict=False)
    assert ways == [[each for each in pair if each] for pair in expected]


def test_no_page_without_numbers_draws_any() -> None:
    for path, page in pages(frozen(bundle_of("non_attributed"), ("en",))).items():
        drawn = "//svg|//*[contains(@class, 'seat')]|//table[@class='tally']|//*[@class='marks']"
        assert page.xpath(drawn) == [], path


def tallies(files: Files) -> dict[str, html.HtmlElement]:
    found = {
        path: page.xpath("//table[@class='tally']") for (_, path), page in pages(files).items()
    }
    return {path: drawn[0] for path, drawn in found.items() if drawn and path.count("/") == 3}


def test_a_tally_has_a_bar_for_every_value_in_the_order_of_the_scale() -> None:
    files = frozen(bundle_of("counted"), ("en",))
    sentences = json.loads(files["en", "summary.json"])["sentences"]
    for path, table in tallies(files).items():
        _, question, mission, _ = path.split("/")
        counts = {
            each["value"]: each["count"]
            for each in sentences
            if each["kind"] == "tally" and each["part"] == "II" and each["by"] == "members"
            if (str(each["question"]), each["mission"]) == (question, mission)
        }
        rows = table.xpath(".//tr")
        values = [
            row for row in rows if row.xpath(".//i")[0].get("class").startswith("seat seat--v")
        ]
        if counts:
            said = {row.xpath("th/span")[0].xpath("text()")[-1].strip(): row for row in values}
            assert list(said) == ["v1", "v2", "v3", "v4"]
            assert {label: int(row.xpath("td[2]")[0].text) for label, row in said.items()} == {
                value: counts.get(value, 0) for value in said
            }
        total = sum(int(row.xpath("td[2]")[0].text) for row in rows)
        assert total == 15
        for row in rows:
            share = 100 * int(row.xpath("td[2]")[0].text) / total
            widths = row.xpath(".//rect/@width")
            assert widths == ([f"{round(share, 1)}%"] if share else [])
    assert len(tallies(files)) == 6
