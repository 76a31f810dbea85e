"""A bundle loaded and compiled says exactly what an independent recount of the bundle says."""

import csv
import json
import random
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from app.db.base import Base
from app.db.session import open_engine, open_sessions
from app.domain.bundle import read_bundle
from app.domain.gates import run_gates
from app.features.briefings.queries import get_briefing
from app.features.positions.load import Loading, load_bundle
from app.features.summaries.releasing import compile_briefing
from app.formats.summary_csv import summary_csv
from app.formats.summary_json import encoded, summary_document
from app.formats.summary_text import summary_text
from tests import recount
from tests.bundles import make_bundle

MOMENT = datetime(2026, 3, 4, 12, tzinfo=UTC)
RULES = ["attributed", "counted", "non_attributed"]
FIELDS = {
    *("id", "part", "question", "mission", "missions", "by", "kind", "value", "text", "count"),
    *("of", "members", "revisions", "excerpt", "outcome", "stale", "confirmed"),
}


def load(db: Session, bundle: dict[str, Any]) -> str:
    return load_bundle(db, read_bundle(bundle), Loading("operator"), at=MOMENT)


def summarise(db: Session, slug: str, *, language: str = "en", at: datetime = MOMENT) -> bytes:
    """Give the bytes that ``summarise --format json`` writes."""
    summary = compile_briefing(db, get_briefing(db, slug), (language,))[language]
    return encoded(summary_document(summary, run_gates(summary), computed_at=at))


def document_of(db: Session, bundle: dict[str, Any]) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(summarise(db, load(db, bundle)))
    return document


def assert_counted(document: dict[str, Any], bundle: dict[str, Any]) -> None:
    """Compare every number of a summary with the recount, for members and for the invited."""
    for by, members in (("members", True), ("invited", False)):
        assert recount.said_strata(document, by) == recount.strata(bundle, members=members)
        of = len(recount.seats(bundle, members=members))
        assert {each["of"] for each in recount.register(document, by)} <= {of}


def assert_covered(document: dict[str, Any], bundle: dict[str, Any]) -> None:
    coverage = document["coverage"]
    assert coverage["revisions"] == coverage["cited"] == len(bundle["positions"])
    assert coverage["points"] == coverage["points_cited"]
    assert coverage["not_reflected"] == []


def fresh(tmp_path: Path, name: str) -> Session:
    engine = open_engine(f"sqlite:///{tmp_path / name}.db")
    Base.metadata.create_all(engine)
    return open_sessions(engine)()


@pytest.mark.parametrize("rule", ["attributed", "counted"])
@pytest.mark.parametrize(("filled", "invited"), [(1, 0), (0.6, 5)])
def test_every_count_is_the_count_of_the_bundle(
    db: Session, rule: str, filled: float, invited: int
) -> None:
    bundle = make_bundle(attribution=rule, filled=filled, invited=invited, seed=7)
    document = document_of(db, bundle)
    assert_counted(document, bundle)
    assert_covered(document, bundle)


@pytest.mark.parametrize("filled", [1, 0.6])
def test_every_outcome_is_the_outcome_of_the_bundle(db: Session, filled: float) -> None:
    bundle = make_bundle(15, 6, 3, filled=filled, seed=9)
    document, expected = document_of(db, bundle), recount.outcomes(bundle)
    for each in recount.register(document):
        if each["kind"] == "tally":
            assert each["outcome"] == expected[each["question"], each["mission"]]
    for each in document["sentences"]:
        if each["part"] == "I" and each["kind"] == "tally":
            cells = {(each["question"], mission) for mission in each["missions"]}
            assert {expected[cell] for cell in cells} == {each["outcome"]}


@pytest.mark.parametrize("filled", [1, 0.6])
def test_no_exact_number_is_said_where_nobody_may_be_found_out(db: Session, filled: float) -> None:
    bundle = make_bundle(attribution="non_attributed", filled=filled, seed=7)
    document = document_of(db, bundle)
    said = recount.register(document)
    assert {each["count"] for each in said} == {None}
    assert {each["of"] for each in said} == {15}
    assert len(said) == 16 * 5 * (4 + 1 + 2)
    assert_covered(document, bundle)


def test_each_member_is_named_in_its_own_stratum_and_nowhere_else(db: Session) -> None:
    bundle = make_bundle(15, 4, 2, attribution="attributed", filled=0.7)
    said = recount.register(document_of(db, bundle))
    for question, mission in {(each["question"], each["mission"]) for each in said}:
        here = [s for s in said if (s["question"], s["mission"]) == (question, mission)]
        named = [code for each in here for code in each["members"]]
        assert sorted(named) == sorted(recount.seats(bundle))
        assert all(len(each["members"]) == each["count"] for each in here)


@pytest.mark.parametrize("rule", RULES)
def test_the_document_has_the_shape_others_rely_on(db: Session, rule: str) -> None:
    document = document_of(db, make_bundle(15, 2, 2, attribution=rule, invited=2))
    assert list(document) == [
        *("briefing", "language", "attribution", "computed_at", "sentences", "coverage", "gates")
    ]
    assert set(document["coverage"]) == {
        *("revisions", "cited", "points", "points_cited", "not_reflected")
    }
    for at, each in enumerate(document["sentences"], 1):
        assert set(each) == FIELDS
        assert each["id"] == f"s{at}"
        assert each["part"] in {"I", "II"}
        assert each["by"] in {"members", "invited"}
        assert (each["mission"] is None) == (len(each["missions"]) != 1)
    assert all(set(gate) == {"passed", "detail"} for gate in document["gates"].values())


@pytest.mark.parametrize("rule", RULES)
def test_the_same_input_gives_the_same_bytes(db: Session, rule: str) -> None:
    slug = load(db, make_bundle(15, 6, 3, attribution=rule, invited=2, filled=0.8))
    once, twice = summarise(db, slug), summarise(db, slug)
    assert once == twice
    later = summarise(db, slug, at=MOMENT + timedelta(days=1))
    assert later != once
    assert later.replace(b"2026-03-05", b"2026-03-04") == once


def test_two_databases_give_the_same_bytes(db: Session, tmp_path: Path) -> None:
    """Whatever the engine, and whatever was loaded before."""
    bundle = make_bundle(15, 6, 3, invited=2, filled=0.8)
    with fresh(tmp_path, "other") as other:
        load(other, make_bundle(4, 2, 1, slug="earlier"))
        load(other, bundle)
        load(db, bundle)
        for language in ("en", "zh"):
            one = summarise(db, "filled", language=language)
            assert summarise(other, "filled", language=language) == one


def test_the_order_of_a_bundle_s_lists_changes_no_count(db: Session) -> None:
    bundle = make_bundle(15, 5, 3, invited=3, filled=0.7)
    draw = random.Random(3)  # noqa: S311 - repeatable
    shuffled = json.loads(json.dumps(bundle))
    for name in ("members", "missions", "questions", "positions"):
        draw.shuffle(shuffled[name])
    shuffled["briefing"]["slug"] = "shuffled"
    before, after = document_of(db, bundle), document_of(db, shuffled)
    assert recount.said_strata(after) == recount.said_strata(before)
    assert recount.said_strata(after, "invited") == recount.said_strata(before, "invited")
    assert after["coverage"] == before["coverage"]


def test_text_and_csv_say_what_the_document_says(db: Session) -> None:
    slug = load(db, make_bundle(15, 3, 2))
    summary = compile_briefing(db, get_briefing(db, slug), ("en",))["en"]
    document = summary_document(summary, {}, computed_at=MOMENT)
    text, table = summary_text(summary).decode(), summary_csv(document).decode("utf-8-sig")
    for at, each in enumerate(document["sentences"], 1):
        assert f"{at}. {each['text']}\n" in text
    assert table.count("\r\n") == len(document["sentences"]) + 1


@pytest.mark.parametrize("mark", [*"=+-@＝＋－＠", "\t=", "\r=", "\n=", " ="])
def test_a_cell_of_the_table_is_never_a_formula(mark: str) -> None:
    document = {"sentences": [dict.fromkeys(FIELDS, f"{mark}1+1")]}
    rows = list(csv.reader(StringIO(summary_csv(document).decode("utf-8-sig"), newline="")))
    assert set(rows[1]) == {f"'{mark}1+1"}


def test_a_general_assembly_is_counted_too(tmp_path: Path) -> None:
    bundle = make_bundle(193, 16, 5)
    with fresh(tmp_path, "large") as db:
        document = document_of(db, bundle)
    assert_counted(document, bundle)
    assert_covered(document, bundle)


@pytest.mark.long
@pytest.mark.parametrize("filled", [1, 0.6])
def test_the_largest_briefing_is_counted_too(tmp_path: Path, filled: float) -> None:
    bundle = make_bundle(193, 16, 12, filled=filled, invited=10)
    with fresh(tmp_path, "largest") as db:
        document = document_of(db, bundle)
    assert_counted(document, bundle)
    assert_covered(document, bundle)
