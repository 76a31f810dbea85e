"""Each gate stops its own fault and names the sentence; a clean summary passes them all."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from app.domain.bands import bands_for
from app.domain.compiling import compile_summary
from app.domain.drafting import Drafting, Edit
from app.domain.gates import CHECKS, run_gates
from app.domain.position import LANGUAGES
from app.domain.sentence import Kind, Part
from app.domain.summary import Summary, WordedSentence, register_key
from tests.bundles import make_bundle, proceedings_of_bundle, small_bundle

MOMENT = datetime(2017, 4, 10, tzinfo=UTC)
TEXT = "We hold a view. We have a condition."
EDITS = {  # a tally of three of fifteen or of two, and the same with another number
    "en": ("Three", "Four"),
    "fr": ("Trois", "Quatre"),
    "es": ("Tres", "Cuatro"),
    "ru": ("Три", "Четыре"),
    "zh": ("三个", "四个"),
    "ar": ("ثلاثة من", "أربعة من"),
}


def summary_of(language: str = "en", **options: Any) -> Summary:  # noqa: ANN401 - JSON
    options = {"attribution": "attributed", **options}
    return compile_summary(proceedings_of_bundle(make_bundle(15, 2, 2, **options)), language)


def first(summary: Summary, wanted: Callable[[WordedSentence], bool]) -> WordedSentence:
    return next(each for each in summary.sentences if wanted(each))


def is_tally(each: WordedSentence) -> bool:
    return each.sentence.part is Part.REGISTER and each.sentence.kind is Kind.TALLY


def is_point(each: WordedSentence) -> bool:
    return each.sentence.part is Part.REGISTER and each.excerpt is not None


def with_sentence(summary: Summary, old: WordedSentence, new: WordedSentence | None) -> Summary:
    changed = [new if each is old else each for each in summary.sentences]
    return replace(summary, sentences=tuple(each for each in changed if each))


def failed(summary: Summary) -> Mapping[str, str]:
    return {name: gate.detail for name, gate in run_gates(summary).items() if not gate.passed}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("filled", [1, 0.5])
def test_a_clean_summary_passes_every_gate(language: str, filled: float) -> None:
    gates = run_gates(summary_of(language, filled=filled, invited=3))
    assert {name: gate.detail for name, gate in gates.items()} == dict.fromkeys(CHECKS, "passed")


def test_a_dropped_revision_fails_coverage() -> None:
    summary = summary_of()
    lost = next(p for p in summary.proceedings.positions if p.points)
    kept = [each for each in summary.sentences if lost.hash not in each.sentence.revisions]
    assert lost.hash[:12] in failed(replace(summary, sentences=tuple(kept)))["coverage"]


def test_a_dropped_point_fails_coverage_unless_a_reason_is_given() -> None:
    summary = summary_of()
    point = first(summary, is_point)
    without = with_sentence(summary, point, None)
    without = replace(
        without,
        sentences=tuple(
            s for s in without.sentences if s.sentence.sources != point.sentence.sources
        ),
    )
    revision = point.sentence.revisions[0]
    assert revision[:12] in failed(without)["coverage"]
    for reason, passes in (("Off the subject.", True), (" ", False)):
        coverage = replace(without.coverage, not_reflected=((revision, reason),))
        assert ("coverage" not in failed(replace(without, coverage=coverage))) is passes


@pytest.mark.parametrize("kind", [Kind.TALLY, Kind.ADDRESSED, Kind.NOTHING])
def test_a_missing_stratum_fails_the_numbers(kind: Kind) -> None:
    summary = summary_of(filled=0.8)
    lost = first(summary, lambda s: s.sentence.kind is kind and s.sentence.part is Part.REGISTER)
    assert "have no sentence" in failed(with_sentence(summary, lost, None))["numbers"]


def test_an_altered_excerpt_fails_verbatim() -> None:
    summary = summary_of()
    point = first(summary, is_point)
    assert point.excerpt
    for change in ({"text": point.excerpt.text + "!"}, {"start": point.excerpt.start + 1}):
        altered = point._replace(excerpt=replace(point.excerpt, **change))
        assert point.id in failed(with_sentence(summary, point, altered))["verbatim"]
    words = point.excerpt.text
    louder = replace(point.excerpt, text=words.upper())
    said = point.text.replace(words, words.upper())
    altered = point._replace(text=said, computed=said, excerpt=louder)
    assert point.id in failed(with_sentence(summary, point, altered))["verbatim"]
    hidden = point._replace(text="Something else.")
    assert point.id in failed(with_sentence(summary, point, hidden))["verbatim"]


def test_a_changed_count_fails_the_numbers() -> None:
    summary = summary_of()
    tally = first(summary, is_tally)
    other = tally._replace(sentence=replace(tally.sentence, count=(tally.sentence.count or 0) + 1))
    assert tally.id in failed(with_sentence(summary, tally, other))["numbers"]


def test_a_changed_count_in_part_one_fails_the_numbers() -> None:
    summary = summary_of()
    for each in summary.of_part(Part.OVERVIEW):
        if each.sentence.kind is Kind.TALLY:
            counted = replace(each.sentence, count=(each.sentence.count or 0) + 1)
            for sentence in (counted, replace(each.sentence, of=14)):
                wrong = with_sentence(summary, each, each._replace(sentence=sentence))
                assert each.id in failed(wrong)["numbers"]


def test_a_changed_spread_fails_the_numbers() -> None:
    summary = summary_of()
    each = first(summary, lambda one: bool(one.sentence.spread))
    (value, count), *rest = each.sentence.spread
    for spread in (((value, count + 1), *rest), tuple(rest)):
        wrong = each._replace(sentence=replace(each.sentence, spread=spread))
        assert each.id in failed(with_sentence(summary, each, wrong))["numbers"]


def test_a_stale_edit_fails() -> None:
    summary = summary_of()
    tally = first(summary, is_tally)
    edits = {("en", tally.sentence.key): Edit(tally.computed, "another form")}
    stale = compile_summary(summary.proceedings, "en", Drafting(edits=edits))
    assert tally.id in failed(stale)["stale"]


def edited(language: str, chosen: int, old: str, new: str) -> Mapping[str, str]:
    """Edit the sentence that counts ``chosen`` of fifteen and run the gates."""
    given = [{"member": f"M{n}", "assessment": "v1"} for n in range(1, chosen + 1)]
    summary = compile_summary(proceedings_of_bundle(small_bundle(*given)), language)
    tally = first(summary, is_tally)
    text = tally.computed.replace(old, new).replace(old.casefold(), new.casefold())
    assert text != tally.computed
    edits = {(language, tally.sentence.key): Edit(text, tally.computed)}
    return failed(compile_summary(summary.proceedings, language, Drafting(edits=edits)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_changed_number_in_an_edit_fails_in_each_language(language: str) -> None:
    assert "other numbers" in edited(language, 3, *EDITS[language])["numbers"]


@pytest.mark.parametrize(
    ("language", "count", "old", "new"),
    [
        ("ar", 2, "عضوان", "أعضاء"),
        ("ar", 2, "عضوان", "عضو واحد"),
        ("ar", 3, "ثلاثة من", "عضوان من"),
        ("zh", 1, "中有一个", "中无一"),
        ("zh", 2, "两个", "二个"),
        ("zh", 2, "两个", "2个"),
        ("en", 1, "one of", "none of"),
        ("en", 2, "two of", "22 of"),
        ("en", 2, "two of", "many of"),
        ("ru", 1, "один из", "двое из"),
        ("fr", 1, "un des", "deux des"),
    ],
)
def test_a_number_hidden_in_a_word_is_still_a_number(
    language: str, count: int, old: str, new: str
) -> None:
    assert "other numbers" in edited(language, count, old, new)["numbers"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_edit_that_keeps_its_numbers_passes(language: str) -> None:
    assert edited(language, 3, "v1", "v1 ") == {}


def test_a_wording_that_names_its_author_fails() -> None:
    proceedings = proceedings_of_bundle(small_bundle({"member": "M1", "text": TEXT}))
    summary = compile_summary(proceedings, "en")
    key = register_key(first(summary, lambda each: each.sentence.kind is Kind.GROUP).sentence.key)
    for text, passes in (("DELEGATION M1 holds it.", False), ("Delegation M15 holds it.", True)):
        worded = compile_summary(
            proceedings, "en", Drafting(wordings={("en", key): Edit(text, "")})
        )
        assert ("attribution" not in failed(worded)) is passes


def test_an_edited_count_that_names_whom_it_counts_fails() -> None:
    given = {"member": "M1", "assessment": "v1"}
    proceedings = proceedings_of_bundle(small_bundle(given))
    tally = first(compile_summary(proceedings, "en"), is_tally)
    text = tally.computed.replace("members", "members (Delegation M1)")
    edits = {("en", tally.sentence.key): Edit(text, tally.computed)}
    named = compile_summary(proceedings, "en", Drafting(edits=edits))
    assert tally.id in failed(named)["attribution"]


def after_edit(rule: str, key: str, old: str, new: str) -> Mapping[str, str]:
    """Edit one sentence of a cell where M1 chose v1 and M2 and M3 chose v2; run the gates."""
    given = [{"member": f"M{n}", "assessment": "v1" if n == 1 else "v2"} for n in range(1, 4)]
    bundle = small_bundle({**given[0], "text": TEXT}, *given[1:], attribution=rule)
    proceedings = proceedings_of_bundle(bundle)
    found = first(compile_summary(proceedings, "en"), lambda each: key in each.sentence.key)
    assert old in found.computed
    edits = {("en", found.sentence.key): Edit(found.computed.replace(old, new), found.computed)}
    return failed(compile_summary(proceedings, "en", Drafting(edits=edits)))


@pytest.mark.parametrize(
    ("key", "old", "new", "gate"),
    [
        ("II.tally.v2", "Delegation M3", "Delegation M1", "attribution"),
        ("II.tally.v1", " (Delegation M1)", "", "attribution"),
        ("II.tally.v1", "gave", "with Delegation M4 gave", "attribution"),
        ("II.point", "Delegation M1", "Delegation M2", "attribution"),
        ("II.point", "We hold a view", "We hold no view", "verbatim"),
        ("II.tally.v2", "“v2”", "“v1”", "verbatim"),
        ("differing", "one “v1” and two “v2”", "two “v1” and one “v2”", "numbers"),
        ("opening.responsibility", "by the presidency", "opposed by Delegation M2", "attribution"),
    ],
)
def test_an_edit_cannot_say_of_anybody_what_nobody_said(
    key: str, old: str, new: str, gate: str
) -> None:
    ending = key.removeprefix("II.")
    assert gate in after_edit("attributed", f"q1.UNX1.{ending}" if ending != key else key, old, new)


def test_an_edit_cannot_say_who_is_not_among_those_counted() -> None:
    named = after_edit("counted", "q1.UNX1.tally.v2", "gave", "(not Delegation M1) gave")
    assert "names others" in named["attribution"]


def test_a_banded_sentence_keeps_its_words() -> None:
    said = after_edit("non_attributed", "q1.UNX1.tally.v1", "or nobody", "a single one")
    assert "closed list" in said["disclosure"]


@pytest.mark.parametrize(("rule", "passes"), [("attributed", True), ("counted", False)])
def test_a_reason_names_nobody_who_may_not_be_named(rule: str, passes: bool) -> None:
    given = {"member": "M1", "text": TEXT, "assessment": "v1"}
    proceedings = proceedings_of_bundle(small_bundle(given, attribution=rule))
    reasons = {proceedings.positions[0].hash: "Delegation M1 wished it so."}
    summary = compile_summary(proceedings, "en", Drafting(not_reflected=reasons))
    assert ("attribution" not in failed(summary)) is passes


def test_an_unconfirmed_wording_fails() -> None:
    summary = compile_summary(proceedings_of_bundle(make_bundle(15, 1, 1)), "en")
    point = first(summary, lambda each: each.sentence.words_points)
    assert point.id in failed(summary)["wording"]


@pytest.mark.parametrize("members", range(1, 16))
def test_too_few_are_not_spoken_of_without_names(members: int) -> None:
    """Fewer than could hide among each other are withheld; of more, every tally is safe."""
    for chosen in range(members + 1):
        given = [{"member": f"M{n}", "assessment": "v1"} for n in range(1, chosen + 1)]
        bundle = small_bundle(*given, members=members, attribution="non_attributed")
        summary = compile_summary(proceedings_of_bundle(bundle), "en")
        assert bool(summary.of_part(Part.REGISTER)) is bool(bands_for(members))
        assert "disclosure" not in failed(summary)


def test_fifteen_members_can_be_spoken_of_without_names() -> None:
    for seed in range(5):
        summary = summary_of(attribution="non_attributed", seed=seed, filled=0.7)
        assert "disclosure" not in failed(summary)


def test_bands_that_narrow_each_other_are_refused() -> None:
    """Of fifteen members, two values of six to nine leave at most three to any other."""
    given = [{"member": f"M{n}", "assessment": "v1"} for n in range(1, 8)]
    bundle = small_bundle(*given, members=15, attribution="non_attributed")
    summary = compile_summary(proceedings_of_bundle(bundle), "en")
    other = first(summary, lambda each: each.sentence.key == "q1.UNX1.tally.v2")
    also = other._replace(sentence=replace(other.sentence, band=1))
    assert "too few" in failed(with_sentence(summary, other, also))["disclosure"]


def test_a_gate_says_how_many_faults_it_does_not_show() -> None:
    summary = compile_summary(proceedings_of_bundle(make_bundle(15, 2, 2)), "en")
    assert "and " in failed(summary)["wording"]
    assert failed(summary)["wording"].endswith(" more")
