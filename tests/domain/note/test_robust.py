"""Whatever is thrown at the reader, it answers, quickly, and twice the same."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.note import read_note
from tests import notes

BITS = st.sampled_from(
    [
        "Questions", "问题：", "الأسئلة", "Вопросы:", "Questions clefs :", "Preguntas",
        "• ", "\uf0b7 ", "(a) ", "1. ", "I.\n", "一、", "؟", "？", "? ", ". ", "。", "\n", "\n\n",
        "\f", " ", "Letter dated 4 April 2017 from ", "(Signed) ", "Annex\n", "概念文件\n",
        "(", ")", "S/2017/287", "A/72/926–S/2018/669", "99 034 ", "78.7 亿美元", "$6.5 billion",
        "31 January 2017", "2017 年 4 月 4 日", "نيسان/أبريل 2017", "Mali", "马里", "مالي", "Того",
        "____________\n", "1 See ", "Briefers: Ms. A B", "https://undocs.org/S/1/2", "-\n",
        "30 February 2017",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(BITS, st.text(max_size=12)), max_size=60))
def test_no_text_makes_it_fail(parts: list[str]) -> None:
    text = "".join(parts)

    assert read_note(text, notes.state_names()) == read_note(text, notes.state_names())


@pytest.mark.parametrize("piece", ["a", "(", "• ", "9 ", "\n", "马里", "Why? How? "], ids=repr)
def test_two_megabytes_are_read_in_seconds(piece: str) -> None:
    assert seconds_to_read(piece) < 12


@pytest.mark.long
@pytest.mark.parametrize(
    "piece",
    [
        "a", "? ", "(", ")(", "()", "• ", "1. ", "(a) x ", "9 ", "999 ", "1,", "S/", "S/2017/287–",
        "年 ",
        "4 April 2017 ", "Questions: ", "问题", "马里", "الأسئلة ", "ومالي ", "Mr. ",
        "Mr. A B and ",
        " ", "\t", "\n", " \n", "\f", "- \n", "一、", "I.\n", "x-\n", "Democratic Republic of the ",
        "as at ",
        "letter dated from ", "письмо ", "mil ", "*1234567", "12-34567 ", "http://", "____\n",
        "\uf0b7",
        "Guiding questions Who? ", "1 000 ", "\u0640", "Overview Text. ", "2017 年",
        "•\nWhy? How? ",
        "\n\nBriefers\n\nMs. Ana Diaz and Mr. Jon Ek\n\n",
    ],
    ids=repr,
)  # fmt: skip
def test_no_repetition_makes_it_slow(piece: str) -> None:
    assert seconds_to_read(piece) < 12


def seconds_to_read(piece: str) -> float:
    text = "Concept note\n\nGuiding questions\n\n" + piece * (2_000_000 // len(piece.encode()))
    begun = time.process_time()
    read_note(text, notes.state_names())
    return time.process_time() - begun


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\f\n ",
        "Dear colleagues,\n\nLunch is at noon on Friday in room 4.\n",
        "Рецепт борща. Возьмите свёклу, капусту и картофель.",
    ],
)
def test_what_is_no_note_is_called_none(text: str) -> None:
    reading = read_note(text, notes.state_names())

    assert reading.warnings[0].startswith("This does not look like a concept note")
    assert reading.title is None
    assert reading.questions == ()
