"""The real positions: an assessment is entered only where its source states one the scale has."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from app.data import councils, missions_2017, positions_2017, scales

SOURCE: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "positions_2017_source.json").read_text(encoding="utf-8")
)


def assessment(item: dict[str, Any]) -> str | None:
    values = {value.code for value in scales().for_question(item["question"]).values}
    stated = item["recommendation_basis"].startswith("stated")
    return item["recommendation"] if stated and item["recommendation"] in values else None


def test_every_item_of_the_source_is_there_in_order_and_unchanged() -> None:
    assert len(SOURCE) == 19
    assert [
        (p.member, p.mission, p.question, p.text, p.basis, p.meeting) for p in positions_2017()
    ] == [
        (
            item["iso3"],
            item["mission"],
            item["question"],
            item["stance"],
            item["recommendation_basis"],
            item["meeting"],
        )
        for item in SOURCE
    ]


def test_assessments_are_those_that_the_sources_state() -> None:
    assert [p.assessment for p in positions_2017()] == [assessment(item) for item in SOURCE]


def test_only_one_assessment_is_entered() -> None:
    entered = [p for p in positions_2017() if p.assessment]
    assert [(p.member, p.mission, p.question, p.assessment) for p in entered] == [
        ("SWE", "ALL", 5, "adjust")
    ]


def test_every_item_shows_its_source() -> None:
    for position, item in zip(positions_2017(), SOURCE, strict=True):
        assert item["source"] == f"{position.source} ({position.source_note})"
        assert position.source.startswith("http")
        assert " " not in position.source
        assert position.attribution == "attributed"
        assert position.language == "en"


def test_five_members_of_the_council_and_no_other() -> None:
    members = Counter(position.member for position in positions_2017())
    assert set(members) == {"USA", "FRA", "SWE", "UKR", "RUS"}
    assert set(members) <= set(councils()[2017].members)


def test_missions_are_those_of_the_note_or_all() -> None:
    known = {mission.acronym for mission in missions_2017().missions}
    assert {position.mission for position in positions_2017()} <= known | {"ALL"}


def test_no_member_has_two_items_on_one_cell() -> None:
    cells = [(p.member, p.mission, p.question) for p in positions_2017()]
    assert len(set(cells)) == len(cells)
