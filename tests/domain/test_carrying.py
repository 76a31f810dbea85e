import pytest

from app.domain.carrying import Effect, Part, append, ask_alike, carry, effect
from app.domain.position import Statement

SOURCE = Statement("stalled", "Stay the course.", "en")
OTHER = Statement("active", "Rester.", "fr")
EMPTY = Statement(None, " ", "en")


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (Part.BOTH, SOURCE),
        (Part.ASSESSMENT, Statement("stalled", "Rester.", "fr")),
        (Part.TEXT, Statement("active", "Stay the course.", "en")),
    ],
)
def test_only_what_was_asked_for_is_carried(part: Part, expected: Statement) -> None:
    assert carry(SOURCE, OTHER, part) == expected


def test_what_the_source_does_not_say_takes_nothing_away() -> None:
    assert carry(Statement(None, " ", "en"), OTHER, Part.BOTH) == OTHER


def test_words_are_added_below_those_of_the_same_language() -> None:
    said = append(Statement(None, "And then go.", "en"), SOURCE)

    assert said == Statement("stalled", "Stay the course.\nAnd then go.", "en")
    assert append(Statement(None, "And then go.", "en"), said) == said, "once only"


@pytest.mark.parametrize(
    ("now", "then", "expected"),
    [
        (None, SOURCE, Effect.FILLS),
        (EMPTY, SOURCE, Effect.FILLS),
        (SOURCE, SOURCE, Effect.NOTHING),
        (None, EMPTY, Effect.NOTHING),
        (Statement("stalled", "", "en"), SOURCE, Effect.ADDS),
        (Statement(None, "Stay the", "en"), SOURCE, Effect.ADDS),
        (Statement("active", "", "en"), SOURCE, Effect.REPLACES),
        (OTHER, SOURCE, Effect.REPLACES),
        (Statement(None, "Stay the course.", "fr"), SOURCE, Effect.REPLACES),
    ],
)
def test_what_carrying_over_would_do(
    now: Statement | None, then: Statement, expected: Effect
) -> None:
    assert effect(now, then) is expected


def test_questions_are_alike_by_their_words_in_a_common_language() -> None:
    asked = {"en": "What of the political process behind the mission?"}

    assert ask_alike(asked, {"en": "What of the political process behind this mission?"})
    assert not ask_alike(asked, {"en": "Is there an exit strategy in the mandate?"})
    assert not ask_alike(asked, {"fr": "Qu’en est-il du processus politique ?"})
