"""What may be said of several missions together, and what stays as delegations saw it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from app.domain.bands import Seen
from app.domain.compiling import compile_summary
from app.domain.drafting import Drafting
from app.domain.gates import run_gates
from app.domain.pools import what_is_shown
from app.domain.position import LANGUAGES
from app.domain.proceedings import Position
from app.domain.proof import sha256
from app.domain.sentence import Sentence
from app.domain.summary import Summary
from tests.bundles import proceedings_of_bundle, small_bundle

Choices = Mapping[str, tuple[int, ...]]  # mission -> how many chose v1, v2, v3, v4


def summary_of(
    choices: Choices,
    language: str = "en",
    seen: Mapping[str, Seen] | None = None,
    **given: str,
) -> Summary:
    """Compile fifteen members of whom so many chose each value, the first of them v1."""
    positions: list[dict[str, Any]] = []
    for shift, (mission, counts) in enumerate(choices.items()):
        chosen = [f"v{value}" for value, count in enumerate(counts, 1) for _ in range(count)]
        positions += [
            {"member": f"M{(at + 7 * shift) % 15 + 1}", "mission": mission, "assessment": value}
            | given
            for at, value in enumerate(chosen)
        ]
    bundle = small_bundle(*positions, attribution="non_attributed")
    # Two values are enough for halves, and let a pool say something of each.
    bundle["questions"][0]["scale"] = bundle["questions"][0]["scale"][:2]
    found = proceedings_of_bundle(bundle)
    same = tuple(replace(each, hash=mark_of(each)) for each in found.positions)
    return compile_summary(replace(found, positions=same), language, Drafting(seen=seen or {}))


def mark_of(position: Position) -> str:
    """Mark a position by what it says alone, whatever else the bundle holds."""
    cell, said = position.cell, position.statement
    return sha256(f"{position.member} {cell.mission} {said.assessment}".encode())


def pooled(summary: Summary) -> list[Sentence]:
    return [each.sentence for each in summary.sentences if each.sentence.is_pooled]


def failed(summary: Summary) -> dict[str, str]:
    gates = run_gates(summary)
    return {name: gate.detail for name, gate in gates.items() if not gate.passed}


HALVES: Choices = {"UNX1": (8, 7), "UNX2": (7, 8)}


def test_halves_are_said_of_both_missions_together() -> None:
    """Who chose a value for at least one of them is counted, each once, of all fifteen."""
    summary = summary_of(HALVES)
    first, second = pooled(summary)
    assert (first.missions, first.of) == (("UNX1", "UNX2"), 15)
    assert first.count == len(set(first.seats)) == 14
    assert set(first.revisions) <= {each.hash for each in summary.proceedings.positions}
    assert len(first.revisions) == 15
    assert len(set(first.revisions) | set(second.revisions)) == 30
    assert failed(summary) == {}
    assert summary.coverage.cited == summary.coverage.revisions == 30
    assert summary.coverage.not_reflected == ()


def test_a_single_mission_in_halves_is_withheld_and_registered() -> None:
    summary = summary_of({"UNX1": (8, 7)})
    assert pooled(summary) == []
    assert len(summary.coverage.not_reflected) == 15
    apart = [each.text for each in summary.sentences if each.sentence.key == "q1.UNX1.apart"]
    assert "not given by themselves" in apart[0]
    assert failed(summary) == {}


def test_what_is_not_divided_stays_out_of_the_pool() -> None:
    summary = summary_of({"UNX1": (8, 7), "UNX2": (12, 3)})
    assert pooled(summary) == []
    assert [e.sentence.band for e in summary.sentences if e.sentence.key == "q1.UNX2.tally.v1"] == [
        2
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pool_names_its_missions_and_one_band_in_each_language(language: str) -> None:
    summary = summary_of(HALVES, language)
    for each in summary.sentences:
        if each.sentence.is_pooled:
            assert "UNX1" in each.text
            assert "UNX2" in each.text
            assert not {"14", "15"} & set(each.text.split())
    assert failed(summary) == {}


def test_a_pool_of_another_count_fails_the_numbers() -> None:
    summary = summary_of(HALVES)
    wrong = tuple(
        each._replace(sentence=replace(each.sentence, count=13))
        if each.sentence.is_pooled
        else each
        for each in summary.sentences
    )
    assert "the positions give 14" in failed(replace(summary, sentences=wrong))["numbers"]


def test_a_public_position_withholds_its_cell() -> None:
    """Of fifteen, two and one more whose view is known could work out the rest."""
    open_, known = (summary_of({"UNX1": (9, 3)}, **more) for more in ({}, {"source": "https://x"}))
    keys = [{each.sentence.key for each in one.sentences} for one in (open_, known)]
    assert "q1.UNX1.tally.v1" in keys[0] - keys[1]
    assert failed(open_) == failed(known) == {}


# What delegations have seen


def after(before: tuple[int, int], now: tuple[int, int]) -> Summary:
    first = summary_of({"UNX1": before})
    return summary_of({"UNX1": now}, seen=what_is_shown(first.proceedings))


def band_of_v1(summary: Summary) -> int | None:
    said = {each.sentence.key: each.sentence for each in summary.sentences}
    return said["q1.UNX1.tally.v1"].band


def test_a_band_stays_when_one_member_moved() -> None:
    summary = after((5, 4), (6, 3))
    assert band_of_v1(summary) == 0
    kept = [each.sentence.key for each in summary.sentences if each.sentence.keeps_its_band]
    assert kept == ["q1.UNX1.tally.v1"]
    assert failed(summary) == {}


def test_a_band_follows_when_many_moved_from_end_to_end() -> None:
    summary = after((2, 12), (12, 2))
    assert band_of_v1(summary) == 2
    assert failed(summary) == {}


def test_what_was_said_does_not_fall_silent_for_one_member() -> None:
    """A refusal would tell that somebody moved, and where to."""
    summary = after((9, 5), (9, 6))
    assert band_of_v1(summary) == 1
    assert failed(summary) == {}


def test_small_steps_are_measured_from_the_words_not_from_the_last_draft() -> None:
    first = summary_of({"UNX1": (5, 4)})
    seen = what_is_shown(first.proceedings)
    second = summary_of({"UNX1": (6, 3)}, seen=seen)
    again = what_is_shown(second.proceedings, seen)
    assert again["q1.UNX1"] == seen["q1.UNX1"]
    assert band_of_v1(summary_of({"UNX1": (6, 3)}, seen=again)) == 0


def test_a_band_that_should_have_stayed_fails_the_numbers() -> None:
    moved = summary_of({"UNX1": (6, 3)})
    seen = what_is_shown(summary_of({"UNX1": (5, 4)}).proceedings)
    assert "one to be kept" in failed(replace(moved, seen=seen))["numbers"]


def test_words_kept_without_reason_fail_the_numbers() -> None:
    kept = after((5, 4), (6, 3))
    assert "one to be kept" in failed(replace(kept, seen={}))["numbers"]
