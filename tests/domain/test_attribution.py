"""How openly a position may be used, and that nobody is found out by subtraction."""

import random
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from app.domain.attribution import Attribution, is_looser, strictest
from app.domain.compiling import compile_summary, synthesise
from app.domain.drafting import Drafting
from app.domain.gates import run_gates
from app.domain.sentence import Kind, Part
from app.domain.summary import Summary
from app.formats.summary_json import encoded, summary_document
from tests.bundles import make_bundle, proceedings_of_bundle, small_bundle
from tests.domain.test_gates import MOMENT

RULES = list(Attribution)


def bundle_with(stricter: str, *, seed: int = 1, **options: Any) -> tuple[dict[str, Any], set[Any]]:  # noqa: ANN401 - JSON
    """Give an attributed bundle in which a few positions are stricter, and their cells."""
    bundle = make_bundle(15, 4, 2, seed=seed, attribution="attributed", **options)
    chosen = random.Random(seed).sample(bundle["positions"], 3)  # noqa: S311 - repeatable
    for each in chosen:
        each["attribution"] = stricter
    return bundle, {(each["question"], each["mission"]) for each in chosen}


def summary_of(bundle: dict[str, Any]) -> Summary:
    return compile_summary(proceedings_of_bundle(bundle), "en")


def test_the_order_from_loose_to_strict_is_total() -> None:
    for one, other in product(RULES, RULES):
        assert strictest([one, other]) == max(one, other, key=RULES.index)
        assert is_looser(one, other) == (RULES.index(one) < RULES.index(other))


@pytest.mark.parametrize("stricter", ["counted", "non_attributed"])
def test_a_stricter_position_pulls_its_whole_cell(stricter: str) -> None:
    bundle, strict = bundle_with(stricter)
    for each in synthesise(proceedings_of_bundle(bundle)):
        if each.part is Part.REGISTER:
            pulled = (each.question, each.missions[0]) in strict
            assert each.rule == (stricter if pulled else "attributed")


@pytest.mark.parametrize("stricter", ["counted", "non_attributed"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_stricter_position_is_not_found_by_subtracting_names(stricter: str, seed: int) -> None:
    """In such a cell nobody is named, in words or in data: there is nothing to subtract."""
    bundle, strict = bundle_with(stricter, seed=seed, filled=0.8)
    summary = summary_of(bundle)
    document = summary_document(summary, {}, computed_at=MOMENT, public=True)
    for each in document["sentences"]:
        cells = {(each["question"], mission) for mission in each["missions"]}
        if cells & strict:
            assert each["members"] == []
            assert "Delegation M" not in each["text"]


def test_a_list_of_names_does_not_give_away_the_one_who_is_unnamed() -> None:
    alone = {"member": "M2", "assessment": "v1", "attribution": "counted"}
    bundle = small_bundle(alone, attribution="attributed")
    document = summary_document(summary_of(bundle), {}, computed_at=MOMENT, public=True)
    assert not [each["text"] for each in document["sentences"] if each["members"] == ["M2"]]
    assert not [each["text"] for each in document["sentences"] if "(Delegation M2)" in each["text"]]


@pytest.mark.parametrize("rule", ["counted", "non_attributed"])
def test_no_name_appears_where_names_are_not_given(rule: str) -> None:
    proceedings = proceedings_of_bundle(make_bundle(15, 3, 2, attribution=rule, invited=3))
    summary = compile_summary(replace(proceedings, presidency=None), "en")
    assert not [each.text for each in summary.sentences if "Delegation" in each.text]


@pytest.mark.parametrize("rule", ["counted", "non_attributed"])
def test_public_data_names_no_delegation_and_no_revision(rule: str) -> None:
    proceedings = proceedings_of_bundle(make_bundle(15, 3, 2, attribution=rule))
    first = proceedings.positions[0].hash
    summary = compile_summary(
        proceedings, "en", Drafting(not_reflected={first: "Off the subject."})
    )
    data = encoded(summary_document(summary, {}, computed_at=MOMENT, public=True)).decode()
    assert not [each.hash for each in proceedings.positions if each.hash[:12] in data]
    assert "Delegation M2" not in data
    assert '"M2"' not in data


def test_counted_public_data_carries_one_token_for_each_revision() -> None:
    summary = summary_of(make_bundle(15, 3, 2))
    document = summary_document(summary, {}, computed_at=MOMENT, public=True)
    tokens = [token for each in document["sentences"] for token in each["revisions"]]
    assert len(tokens) == len(set(tokens))
    for each in document["sentences"]:
        if each["kind"] in {"tally", "addressed"} and each["part"] == "II":
            assert len(each["revisions"]) == each["count"]


def test_banded_public_data_carries_no_number_and_no_token() -> None:
    bundle = make_bundle(15, 3, 2, attribution="non_attributed")
    document = summary_document(summary_of(bundle), {}, computed_at=MOMENT, public=True)
    for each in document["sentences"]:
        assert (each["count"], each["revisions"], each["members"]) == (None, [], [])
        assert (each["outcome"], each["excerpt"]) == (None, None)
    assert {document["coverage"][name] for name in ("revisions", "cited", "points")} == {None}


def test_one_banded_cell_hides_how_many_submitted_in_all() -> None:
    bundle = make_bundle(15, 2, 1)
    bundle["positions"][0]["attribution"] = "non_attributed"
    document = summary_document(summary_of(bundle), {}, computed_at=MOMENT, public=True)
    assert document["coverage"]["revisions"] is None
    assert not [s for s in document["sentences"] if "submitted signed" in s["text"]]


def test_a_banded_cell_lists_every_value_whoever_chose_it() -> None:
    def listed(*given: dict[str, Any]) -> list[tuple[str, str | None]]:
        bundle = small_bundle(*given, attribution="non_attributed")
        said = synthesise(proceedings_of_bundle(bundle))
        return [(each.key, each.value) for each in said if each.missions == ("UNX1",)]

    everybody = [{"member": f"M{n}", "assessment": "v1"} for n in range(1, 16)]
    assert listed() == listed(*everybody) == listed(everybody[0])


def test_a_band_says_the_same_for_every_number_within_it() -> None:
    def texts(count: int) -> list[str]:
        given = [{"member": f"M{n}", "assessment": "v1"} for n in range(1, count + 1)]
        bundle = small_bundle(*given, attribution="non_attributed")
        return [each.text for each in summary_of(bundle).sentences]

    for lowest, highest in ((0, 5), (6, 9), (10, 15)):
        assert len({tuple(texts(count)) for count in range(lowest, highest + 1)}) == 1


def test_a_member_s_own_rule_does_not_touch_what_invited_states_said() -> None:
    bundle = make_bundle(15, 1, 1, attribution="attributed", invited=4)
    bundle["positions"][0]["attribution"] = "counted"
    said = synthesise(proceedings_of_bundle(bundle))
    rules = {(each.by, each.rule) for each in said if each.part is Part.REGISTER}
    assert rules == {("member", "counted"), ("invited", "attributed")}


def test_words_are_quoted_without_a_name_only_where_their_owner_allows_it() -> None:
    proceedings = proceedings_of_bundle(small_bundle({"member": "M1", "text": "A view."}))
    for quotable in (False, True):
        only = replace(proceedings.positions[0], quotable=quotable)
        summary = compile_summary(replace(proceedings, positions=(only,)), "en")
        point = next(each for each in summary.sentences if each.sentence.kind is Kind.GROUP)
        assert ("A view." in point.text) is quotable
        assert (point.excerpt is not None) is quotable is point.is_confirmed


def test_what_too_few_could_hide_is_withheld_and_registered() -> None:
    bundle = make_bundle(15, 2, 1, attribution="attributed", invited=1)
    alone = next(each for each in bundle["positions"] if each["member"] == "M16")
    alone |= {"attribution": "non_attributed", "text": "A view of our own.", "language": "en"}
    proceedings = proceedings_of_bundle(bundle)
    mine = next(p.hash for p in proceedings.positions if p.attribution)

    summary = compile_summary(proceedings, "en")

    assert [revision for revision, _ in summary.coverage.not_reflected] == [mine]
    assert not [each for each in summary.sentences if mine in each.sentence.revisions]
    assert all(gate.passed for gate in run_gates(summary).values())
