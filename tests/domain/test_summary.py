"""Numbered, worded, edited, moved: the computed form stays beside all of it."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.compiling import arrange, compile_summary, synthesise
from app.domain.drafting import Drafting, Edit
from app.domain.impersonal import impersonal
from app.domain.position import LANGUAGES
from app.domain.sentence import Part, Sentence
from app.domain.summary import Summary, WordedSentence, block, suggested_wordings
from tests.bundles import make_bundle, proceedings_of_bundle

RULES = ["attributed", "counted", "non_attributed"]
COUNTED = proceedings_of_bundle(make_bundle(15, 3, 2))
SENTENCES = synthesise(COUNTED)


def drafted(language: str = "en", **drafting: Any) -> Summary:  # noqa: ANN401 - JSON
    return compile_summary(COUNTED, language, Drafting(**drafting))


def find(summary: Summary, key: str) -> WordedSentence:
    return next(each for each in summary.sentences if each.sentence.key == key)


def a_point() -> Sentence:
    return next(each for each in SENTENCES if each.sources and each.part is Part.REGISTER)


def a_tally() -> Sentence:
    return next(each for each in SENTENCES if each.part is Part.REGISTER and each.value == "v1")


@pytest.mark.parametrize("rule", RULES)
def test_paragraphs_are_numbered_without_a_gap(rule: str) -> None:
    summary = compile_summary(proceedings_of_bundle(make_bundle(15, 3, 2, attribution=rule)), "en")
    assert [each.number for each in summary.sentences] == list(range(1, len(summary.sentences) + 1))
    assert [each.id for each in summary.sentences][:2] == ["s1", "s2"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_place_of_a_template_is_left_unfilled(language: str) -> None:
    for rule in RULES:
        bundle = make_bundle(15, 3, 2, attribution=rule, invited=2, filled=0.7)
        summary = compile_summary(proceedings_of_bundle(bundle), language)
        assert not [each.text for each in summary.sentences if "{" in each.text]


def test_an_edit_stands_in_for_the_computed_form_and_keeps_it() -> None:
    computed = find(drafted(), a_tally().key).computed
    edited = find(drafted(edits={("en", a_tally().key): Edit("Ours.", computed)}), a_tally().key)
    assert (edited.text, edited.computed) == ("Ours.", computed)
    assert edited.is_edited
    assert not edited.is_stale
    assert not find(
        drafted("fr", edits={("en", a_tally().key): Edit("Ours.", "")}), a_tally().key
    ).is_edited


def test_an_edit_goes_stale_when_what_it_counts_changes() -> None:
    key, computed = a_tally().key, find(drafted(), a_tally().key).computed
    restated = [
        replace(each, statement=replace(each.statement, assessment="v2"))
        if each.hash == a_tally().revisions[0]
        else each
        for each in COUNTED.positions
    ]
    changed = replace(COUNTED, positions=tuple(restated))
    drafting = Drafting(edits={("en", key): Edit("Ours.", computed)})
    assert find(compile_summary(changed, "en", drafting), key).is_stale


def test_a_wording_replaces_what_is_pending_in_its_own_language_only() -> None:
    key = a_point().key
    wordings = {("en", key): Edit("That benchmarks are needed.", "")}
    english, french = (
        find(drafted(wordings=wordings), key),
        find(drafted("fr", wordings=wordings), key),
    )
    assert english.is_confirmed
    assert "That benchmarks are needed." in english.text
    assert not french.is_confirmed
    assert english.excerpt is None


def test_a_wording_serves_the_same_point_in_both_parts() -> None:
    proceedings = proceedings_of_bundle(make_bundle(15, 1, 1, attribution="attributed"))
    summary = compile_summary(proceedings, "en")
    kept = next(e for e in summary.of_part(Part.OVERVIEW) if e.sentence.sources)
    key = kept.sentence.key.removeprefix("I.")
    worded = compile_summary(
        proceedings, "en", Drafting(wordings={("en", key): Edit("New words.", "")})
    )
    assert "New words." in find(worded, key).text
    assert find(worded, kept.sentence.key).text == find(worded, key).text


def test_a_brace_in_a_text_is_only_a_brace() -> None:
    text = "{n} {who} {0} %s \\1 {a}–{b}"
    summary = drafted(wordings={("en", a_point().key): Edit(text, "")})
    assert text in find(summary, a_point().key).text


def test_suggestions_are_the_words_of_the_language() -> None:
    for language in LANGUAGES:
        summary = drafted(language)
        suggested = suggested_wordings(summary)
        for key, found in suggested.items():
            (source,) = find(summary, key).sentence.sources
            assert (found.source, source.position.statement.language) == (source, language)
            assert found.text == (impersonal(source.text, language) or source.text)
        wordings = {(language, key): Edit(found.text, "") for key, found in suggested.items()}
        again = drafted(language, wordings=wordings)
        assert suggested_wordings(again) == {}


def test_ranks_move_a_sentence_within_its_block_alone() -> None:
    for moved in SENTENCES:
        ordered = arrange(SENTENCES, {moved.key: 0})
        assert sorted(each.key for each in ordered) == sorted(each.key for each in SENTENCES)
        assert [block(each) for each in ordered] == [block(each) for each in arrange(SENTENCES, {})]
        others = [each.key for each in ordered if each is not moved]
        assert others == [each.key for each in SENTENCES if each is not moved]


def test_without_ranks_nothing_moves() -> None:
    assert arrange(SENTENCES, {}) == list(SENTENCES)
    assert arrange(SENTENCES, {"unknown": 3}) == list(SENTENCES)


def test_a_pointer_still_covers_what_it_points_to_after_moves() -> None:
    points = [each.key for each in SENTENCES if each.sources]
    summary = drafted(ranks={key: -at for at, key in enumerate(points)})
    for pointer in (each for each in summary.sentences if each.sentence.pointer):
        numbers = [find(summary, key).number for key in pointer.sentence.pointer or ()]
        assert f"{min(numbers)}–{max(numbers)}" in pointer.text


@pytest.mark.parametrize("rule", RULES)
def test_coverage_is_complete_and_adds_up(rule: str) -> None:
    proceedings = proceedings_of_bundle(make_bundle(20, 3, 2, attribution=rule, invited=20))
    coverage = compile_summary(proceedings, "en").coverage
    assert coverage.revisions == coverage.cited == len(proceedings.positions)
    assert (
        coverage.points
        == coverage.points_cited
        == sum(len(p.points) for p in proceedings.positions)
    )
    assert coverage.not_reflected == ()


def test_a_text_left_out_is_not_cited_and_stands_in_the_register() -> None:
    position = next(each for each in COUNTED.positions if len(each.points) == 2)
    coverage = drafted(not_reflected={position.hash: "Off the subject.", "other": "x"}).coverage
    assert coverage.revisions - coverage.cited == 1
    assert coverage.points - coverage.points_cited == 2
    assert coverage.not_reflected == ((position.hash, "Off the subject."),)


def test_a_bare_assessment_is_cited_by_its_count() -> None:
    bare = next(each for each in COUNTED.positions if not each.points)
    coverage = compile_summary(replace(COUNTED, positions=(bare,)), "en").coverage
    assert (coverage.revisions, coverage.cited, coverage.points) == (1, 1, 0)


def test_an_empty_briefing_has_a_summary() -> None:
    summary = compile_summary(replace(COUNTED, positions=()), "en")
    assert {each.sentence.count for each in summary.of_part(Part.REGISTER)} == {15}
    assert "none of the fifteen members submitted" in " ".join(
        e.text.casefold() for e in summary.sentences
    )
