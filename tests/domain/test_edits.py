"""What an edit may do to a computed sentence, and what it may not, in six languages."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest

from app.domain.compiling import compile_summary
from app.domain.drafting import Drafting, Edit
from app.domain.gates import CHECKS, run_gates
from app.domain.position import LANGUAGES
from app.domain.proceedings import Proceedings
from app.domain.sentence import Part
from app.domain.summary import Summary, WordedSentence
from tests.bundles import make_bundle, proceedings_of_bundle, small_bundle
from tests.domain.honest_edits import FULL, HONEST
from tests.domain.hostile_edits import ALIKE, HOSTILE, POINT

SAID = {
    "ar": "ينبغي أن يستمر الوجود الدولي.",
    "zh": "国际存在应继续。",
    "en": "The presence should go on.",
    "fr": "La présence devrait se poursuivre.",
    "ru": "Присутствие следует сохранить.",
    "es": "La presencia debería mantenerse.",
}


@cache
def proceedings(language: str) -> Proceedings:
    """Seven members: two alike, one without a position, one with a text, one waiting."""
    said = {"member": "M4", "text": SAID[language], "language": language}
    given = [
        *({"member": name, "assessment": "v1"} for name in ("M1", "M2")),
        {"member": "M3", "assessment": "no_position"},
        {"member": "M5", "assessment": "awaiting_instructions"},
    ]
    facts = proceedings_of_bundle(small_bundle(*given, said, members=7, attribution="attributed"))
    first, second = facts.missions
    return replace(facts, missions=(replace(first, names=FULL), second))


@cache
def computed(language: str) -> Summary:
    return compile_summary(proceedings(language), language)


def find(language: str, ending: str) -> WordedSentence:
    """Find a sentence by the end of its key; of points that of part II, of the alike of part I."""
    inside = {POINT: r"^q1\.UNX1\.point", ALIKE: r"member\.same\.v1"}.get(ending)
    pattern = re.compile(inside or re.escape(ending) + "$")
    return next(e for e in computed(language).sentences if pattern.search(e.sentence.key))


def failed(language: str, ending: str, old: str, new: str) -> Mapping[str, str]:
    """Edit one sentence and run the gates."""
    found = find(language, ending)
    text = found.computed.replace("\xa0", " ").replace(old, new)
    assert text != found.computed.replace("\xa0", " "), found.computed
    edits = {(language, found.sentence.key): Edit(text, found.computed)}
    summary = compile_summary(proceedings(language), language, Drafting(edits=edits))
    gates = run_gates(summary)
    return {name: gate.detail for name, gate in gates.items() if not gate.passed}


@pytest.mark.parametrize(("language", "ending", "old", "new"), HOSTILE)
def test_no_edit_denies_what_was_counted(language: str, ending: str, old: str, new: str) -> None:
    faults = failed(language, ending, old, new)
    assert find(language, ending).id in " ".join(faults.values())


@pytest.mark.parametrize(("language", "ending", "old", "new"), HONEST)
def test_an_edit_may_say_it_better(language: str, ending: str, old: str, new: str) -> None:
    assert failed(language, ending, old, new) == {}


def test_the_tables_are_of_every_language() -> None:
    hostile, honest = (Counter(each[0] for each in table) for table in (HOSTILE, HONEST))
    assert min(hostile[each] for each in LANGUAGES) >= 10
    assert min(honest[each] for each in LANGUAGES) >= 6


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", ["attributed", "counted"])
def test_nothing_negative_leaves_or_enters_any_sentence(rule: str, language: str) -> None:
    """Whatever a summary computes: a word added to a count, or taken from it, is refused."""
    bundle = make_bundle(15, 2, 1, attribution=rule, invited=2, filled=0.8)
    facts = proceedings_of_bundle(bundle)
    summary = compile_summary(facts, language)
    counted = [e for e in summary.sentences if e.sentence.count and not e.sentence.words_points]
    strange = {"zh": "勿"}.get(language, "zut ")
    for each in counted:
        middle = each.computed.index(" ") + 1 if " " in each.computed else 1
        longer = f"{each.computed[:middle]}{strange}{each.computed[middle:]}"
        shorter = re.sub(r"\w+(?=\W*$)", "", each.computed)
        for text in (longer, shorter):
            edits = {(language, each.sentence.key): Edit(text, each.computed)}
            edited = compile_summary(facts, language, Drafting(edits=edits))
            assert any(f.startswith(f"{each.id}: ") for f in CHECKS["forbidden"](edited)), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_edited_back_is_as_computed(language: str) -> None:
    facts = proceedings(language)
    edits = {
        (language, each.sentence.key): Edit(each.computed + " ", each.computed)
        for each in computed(language).of_part(Part.REGISTER)
    }
    assert not list(CHECKS["forbidden"](compile_summary(facts, language, Drafting(edits=edits))))


NEGATED = {  # what a delegation said, and the contrary
    "ar": ("لا ينبغي أن تنتهي الولاية.", "ينبغي أن تنتهي الولاية."),
    "zh": ("任务不应结束。", "任务应结束。"),
    "en": ("The mandate should not end.", "The mandate should end."),
    "fr": ("Le mandat ne devrait pas prendre fin.", "Le mandat devrait prendre fin."),
    "ru": ("Мандат не следует прекращать.", "Мандат следует прекратить."),
    "es": ("El mandato no debe terminar.", "El mandato debe terminar."),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_point_in_other_words_keeps_its_negation(language: str) -> None:
    said, contrary = NEGATED[language]
    given = {"member": "M1", "text": said, "language": language}
    facts = proceedings_of_bundle(small_bundle(given, members=3, attribution="attributed"))
    point = next(e for e in compile_summary(facts, language).sentences if e.sentence.words_points)
    start, end = point.computed.index(said) - 1, point.computed.index(said) + len(said) + 1
    if language == "fr":
        start, end = start - 1, end + 1  # of the quotation marks, their spaces
    for words, passes in ((said, True), (contrary, False)):
        text = point.computed[:start] + words + point.computed[end:]
        edits = {(language, point.sentence.key): Edit(text, point.computed)}
        edited = compile_summary(facts, language, Drafting(edits=edits))
        assert (not list(CHECKS["forbidden"](edited))) is passes, text
