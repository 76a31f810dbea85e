"""Words that lead to one delegation are marked, in six languages; common ones are not."""

import time

import pytest

from app.domain.attribution import Attribution
from app.domain.echoes import Echo, EchoKind, echoes
from app.domain.position import LANGUAGES, Cell, Statement
from app.domain.proceedings import Position

LONG = {
    "ar": "ينبغي أن يقترن أي خفض للقوة بضمانات ملموسة لحماية المدنيين في المنطقة الشرقية",
    "zh": "任何裁减部队的举措都应当附有保护东部地区平民的具体而可信的保障措施",
    "en": "any cut of the force should come with tangible guarantees for civilians in the east",
    "fr": "toute réduction de la force doit aller de pair avec des garanties tangibles",
    "ru": "любое сокращение сил должно сопровождаться ощутимыми гарантиями защиты",
    "es": "toda reducción de la fuerza debe ir acompañada de garantías tangibles para los civiles",
}
BLIND = Attribution.NON_ATTRIBUTED


def position(member: str, text: str, language: str = "en", source: str | None = None) -> Position:
    statement = Statement(None, text, language)
    return Position(member, Cell(1, "UNX1"), statement, f"{member}{text}", b"", source=source)


def said(text: str, language: str, *known: Position) -> list[Echo]:
    return echoes(text, language, known, BLIND)


@pytest.mark.parametrize("language", LANGUAGES)
def test_eight_words_of_one_delegation_are_marked(language: str) -> None:
    text = LONG[language]
    (echo,) = said(text, language, position("M1", f"{text}.", language))
    assert echo.kind is EchoKind.RUN
    assert echo.words in text
    both = [position(member, text, language) for member in ("M1", "M2")]
    assert said(text, language, *both) == []


def test_three_rare_words_are_marked_and_common_ones_are_not() -> None:
    mine = position("M1", "We want robust sequential benchmarks for the mission.")
    rare = Echo(EchoKind.RARE, "robust sequential benchmarks")
    assert said("Robust, sequential benchmarks are needed.", "en", mine) == [rare]
    assert said("There is a plan for the mission.", "en", mine) == []


def test_what_one_member_alone_said_in_public_is_marked() -> None:
    public = position("M1", LONG["en"], source="https://example.org/statement")
    (echo,) = said(LONG["en"], "en", public)
    assert echo.kind is EchoKind.PUBLIC


def test_words_that_carry_a_name_are_no_secret() -> None:
    named = [position("M1", LONG["en"])]
    assert echoes(LONG["en"], "en", named, Attribution.ATTRIBUTED) == []


def test_the_longest_texts_of_a_whole_council_take_no_time() -> None:
    """Comparing every word with every other would take minutes."""
    text = " ".join(f"word{number}" for number in range(3_000))
    start = time.process_time()
    said(text, "en", *(position(f"M{number}", text) for number in range(15)))
    assert time.process_time() - start < 5
