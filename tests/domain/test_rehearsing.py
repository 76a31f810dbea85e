"""What invented delegations say: decided by the seed alone, and by nothing that is real."""

import re
from collections import Counter

import pytest

from app.domain.agreement import Stance, check_stance
from app.domain.errors import Invalid
from app.domain.mirror import Verdict, check_answer
from app.domain.position import GENERAL, LANGUAGES, OFF_SCALE, check_statement
from app.domain.proceedings import Question, ScaleValue, Standing
from app.domain.rehearsing import (
    Room,
    answers,
    check_seed,
    chosen,
    invented_seats,
    letters,
    retitled,
    stance,
    verdict,
)
from app.features.rehearsals.script import shipped_script

SCRIPT = shipped_script()
SCALE = tuple(ScaleValue(code, {"en": code}) for code in ("full", "partial", "contested", "last"))
MEMBERS = tuple(seat.code for seat in invented_seats(SCRIPT, 15, 2))
IMAGINARY = re.compile("imaginair|imaginar|вообража|虚构|متخيل")


def room(seed: str = "first", **changes: object) -> Room:
    questions = tuple(Question(number, {"en": "?"}, SCALE) for number in (1, 2, 3))
    given = {"members": MEMBERS, "questions": questions, "missions": ("UNX1", "UNX2")}
    return Room(seed=seed, **{**given, "languages": LANGUAGES, **changes})  # type: ignore[arg-type]


def test_the_same_seed_gives_the_same_answers_and_another_gives_others() -> None:
    first, again, other = (list(answers(room(seed), SCRIPT)) for seed in ("a", "a", "b"))

    assert first == again != other


@pytest.mark.parametrize("seed", [f"seed-{number}" for number in range(20)])
def test_every_answer_may_stand_on_the_record_and_is_imaginary(seed: str) -> None:
    for each in answers(room(seed), SCRIPT):
        check_statement(each.statement, {value.code for value in SCALE})
        assert not each.statement.text or IMAGINARY.search(each.statement.text)


def test_all_kinds_of_something_and_of_nothing_occur() -> None:
    said = list(answers(room(), SCRIPT))
    counts = Counter(each.statement.assessment for each in said)

    assert len(said) < len(MEMBERS) * 6
    assert set(OFF_SCALE) < set(counts)
    assert len(set(counts) - {*OFF_SCALE}) > 2
    assert {each.statement.language for each in said} == set(LANGUAGES)
    assert any(each.statement.text == "" for each in said)


def test_one_alone_dissents_in_every_cell() -> None:
    found = room()
    held = [each for each in answers(found, SCRIPT) if each.statement.assessment == "last"]

    assert {each.member for each in held} == {found.dissenter}
    assert len(held) == 6


def test_two_alone_have_no_dissenter() -> None:
    assert room(members=("A", "B")).dissenter is None


def test_without_missions_they_answer_in_general() -> None:
    assert {each.cell.mission for each in answers(room(missions=()), SCRIPT)} == {GENERAL}


def test_a_scale_of_one_value_or_none_is_answered_too() -> None:
    for scale in ((), SCALE[:1]):
        questions = (Question(1, {"en": "?"}, scale),)
        for each in answers(room(questions=questions), SCRIPT):
            check_statement(each.statement, {value.code for value in scale})


def test_a_language_the_briefing_has_not_is_not_spoken() -> None:
    said = answers(room(languages=("fr", "ar")), SCRIPT)

    assert {each.statement.language for each in said} == {"fr", "ar"}


def test_delegations_are_counted_past_the_alphabet() -> None:
    assert [letters(number) for number in (0, 25, 26, 27, 51, 52, 701, 702)] == [
        *("A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"),
    ]
    standings = [seat.standing for seat in invented_seats(SCRIPT, 2, 1)]
    assert standings == [Standing.MEMBER, Standing.MEMBER, Standing.INVITED]


def test_a_title_says_in_its_own_languages_that_it_is_a_rehearsal() -> None:
    assert retitled(SCRIPT, {"fr": "Revue", "zh": "审查"}, "slug") == {
        "fr": "Répétition : Revue",
        "zh": "演练：审查",
    }
    assert retitled(SCRIPT, {}, "slug") == {"en": "Rehearsal: slug"}


def test_what_they_say_of_a_draft_is_of_every_kind_and_may_stand() -> None:
    found = room()
    keys = [f"key{number}" for number in range(40)]
    verdicts = {}
    for member in MEMBERS:
        assert chosen(found, member, keys) == chosen(found, member, keys[::-1])
        for key in chosen(found, member, keys):
            given, text = verdict(found, SCRIPT, member, key, "It is so.", "ru")
            check_answer(given, text, "It is so.")
            verdicts[given] = text
    assert set(verdicts) == set(Verdict)
    taken = {stance(found, SCRIPT, member, "key", "es").stance for member in MEMBERS}
    assert len(taken) > 3
    for member in MEMBERS:
        check_stance(stance(found, SCRIPT, member, "key", "es"))
    assert taken <= set(Stance)


def test_every_sentence_written_for_rehearsals_exists_in_six_languages() -> None:
    for texts in (*SCRIPT.ideas, SCRIPT.dissent):
        assert set(texts) == set(LANGUAGES)
        assert all(IMAGINARY.search(text) for text in texts.values())


@pytest.mark.parametrize("seed", ["", "a b", "é", "x" * 65, "a\n"])
def test_a_seed_is_short_and_plain(seed: str) -> None:
    with pytest.raises(Invalid, match="letters"):
        check_seed(seed)
