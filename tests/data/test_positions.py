"""The data about one briefing: the positions read in public, the rehearsal, scales and missions."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from app import data
from app.data import (
    LANGUAGES,
    Language,
    missions_2017,
    positions_2017,
    questions_2017,
    rehearsal,
    scales,
    state_names_for_reading,
    states_by_iso3,
)
from app.data.council import councils
from app.domain.bundle import read_bundle
from app.domain.points import split
from app.domain.position import LANGUAGES as LANGUAGES_OF_THE_RULES
from app.domain.proceedings import Standing

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


def test_the_rehearsal_is_a_sound_bundle_of_invented_delegations() -> None:
    bundle = read_bundle(rehearsal())
    assert [seat.code for seat in bundle.seats] == list("ABCDEFGHIJKLMNOP")
    assert [seat.standing for seat in bundle.seats].count(Standing.MEMBER) == 15
    assert all(seat.names["en"] == f"Delegation {seat.code}" for seat in bundle.seats)
    assert set(bundle.title) == set(LANGUAGES)
    assert len(bundle.missions) == 4
    assert len(bundle.questions) == 5
    for names in (seat.names for seat in bundle.seats):
        assert set(names) == set(LANGUAGES)


def test_the_rehearsal_scales_are_the_defaults() -> None:
    for question in rehearsal()["questions"]:
        values = scales().for_question(question["number"]).values
        assert [v["code"] for v in question["scale"]] == [value.code for value in values]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_rehearsal_sentence_names_a_real_state_or_mission(lang: Language) -> None:
    texts = "\n".join(
        position["text"] for position in rehearsal()["positions"] if position["language"] == lang
    )
    for form, iso3 in state_names_for_reading()[lang]:
        whole = re.escape(form) if lang == "zh" else rf"\b{re.escape(form)}\b"
        assert not re.search(whole, texts), (form, iso3)
    for mission in missions_2017().missions:
        assert mission.acronym not in texts


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_rehearsal_speaks_each_language_with_many_voices(lang: Language) -> None:
    sentences = {
        position["text"][point.start : point.end]
        for position in rehearsal()["positions"]
        if position["language"] == lang
        for point in split(position["text"], lang)
    }
    assert len(sentences) >= 55


def test_the_rehearsal_has_every_kind_of_cell() -> None:
    cells: dict[tuple[str, int], Counter[str | None]] = {}
    for position in rehearsal()["positions"]:
        if position["member"] != "P" and position["mission"] != "ALL":
            cell = cells.setdefault((position["mission"], position["question"]), Counter())
            cell[position["assessment"]] += 1
    off = {"no_position", "awaiting_instructions", None}
    kinds = [
        (
            len(set(cell) - off),
            sum(cell.values()),
            min((cell[v] for v in set(cell) - off), default=0),
        )
        for cell in cells.values()
    ]
    assert len(cells) == 20
    assert (1, 15, 15) in kinds, "unanimous"
    assert any(values == 2 and least == 1 for values, _, least in kinds), "a lone dissent"
    assert any(values > 2 for values, _, _ in kinds), "differing"
    assert any(values == 0 for values, _, _ in kinds), "nobody"
    assert any(total < 15 for _, total, _ in kinds), "something missing"


def test_the_questions_of_the_note_are_kept_in_its_words() -> None:
    for question in questions_2017():
        assert question.original == "zh"
        assert question.text["zh"].endswith("？")
        assert not re.search(r"\s|\uf0b7", question.text["zh"])
        assert set(question.unofficial) == set(LANGUAGES) - {"zh"}


def test_scale_codes_are_unique_and_labels_complete() -> None:
    for scale in scales().scales:
        codes = [value.code for value in (*scale.values, *scales().common)]
        assert len(set(codes)) == len(codes)
        assert all(re.fullmatch("[a-z_]+", code) for code in codes)
    for value in (*(v for s in scales().scales for v in s.values), *scales().common):
        assert all(text.strip() and not re.search("[«»“”]", text) for text in value.label.values())


def test_sixteen_operations_three_of_them_without_expiry() -> None:
    found = missions_2017()
    assert len(found.missions) == found.note_figures.operations == 16
    open_ended = {m.acronym for m in found.missions if m.mandate_expires is None}
    assert open_ended == {"UNTSO", "UNMOGIP", "UNMIK"}
    figures = found.note_figures
    assert figures.uniformed - figures.troops - figures.police == figures.other_by_difference
    hosts = {iso3 for mission in found.missions for iso3 in mission.hosts}
    assert hosts <= set(states_by_iso3())


def test_every_known_council_has_fifteen_members_and_every_term_its_source() -> None:
    assert list(councils()) == list(range(2016, 2028))
    for council in councils().values():
        assert len(set(council.members)) == 15
        assert set(council.members) <= set(states_by_iso3())
    terms = json.loads((data.HERE / "councils.json").read_text(encoding="utf-8"))["terms"]
    assert all(term["source"].startswith("http") for term in terms)


def test_the_languages_of_the_data_are_those_of_the_rules() -> None:
    assert data.LANGUAGES == LANGUAGES_OF_THE_RULES
