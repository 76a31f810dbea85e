"""Cutting a text into points: exact offsets, whole sentences, every word in one of them."""

import random

import pytest

from app.domain.points import split

UNCUT = [
    "We recall res. 2295 (2016) on the mission.",
    "See S/2015/446 for the review.",
    "Mr. X and Ms. Y spoke for us.",
    "Growth of 3.5 per cent is not enough.",
    "Benchmark No. 4 comes first.",
    "Paras. 4 and 5 of art. 2 apply, e.g. the second.",
    "U.S. and U.N. staff remain.",
    "“Mr. X” is not named.",
    "The Secretary-General said “Stay. Act. Leave.” and we agree.",
    "Il a dit « Restez. Agissez. » et nous approuvons.",
    "Он сказал «Стойте. Ждите.» и мы согласны.",
    "Selon l’art. 5, la mission reste.",
    "Согласно рез. 2295 от 2016 г. и ст. 5, миссия остается.",
    "El párr. 3 y el núm. 4 se aplican.",
    "يبلغ النمو 3.5 في المائة وفق S/2015/446.",
    "我们支持第2295（2016）号决议，增长3.5%。",
    "“我们留下。我们行动。”",
    "5. A list mark is no point",
]
CUT = {
    "We stay. You go.": ["We stay.", "You go."],
    "Why stay? Nobody knows! It is so…": ["Why stay?", "Nobody knows!", "It is so…"],
    "In phase 42. Then in 2015. Then 3.": ["In phase 42.", "Then in 2015.", "Then 3."],
    "He said “Stay.” We agree.": ["He said “Stay.”", "We agree."],
    "It ends (at last.) It begins.": ["It ends (at last.)", "It begins."],
    "1. Stay. 2. Leave.": ["1. Stay.", "2. Leave."],
    "First line\nsecond line\r\nthird line": ["First line", "second line", "third line"],
    "我们支持撤出。基准必须明确！何时？立即；不迟。": [
        *("我们支持撤出。", "基准必须明确！", "何时？", "立即；", "不迟。")
    ],
    "هل نبقى؟ لا. ينبغي الانسحاب.": ["هل نبقى؟", "لا.", "ينبغي الانسحاب."],
    "Остаться? Нет. Уйти!": ["Остаться?", "Нет.", "Уйти!"],
    "Faut-il rester ? Non. Partons !": ["Faut-il rester ?", "Non.", "Partons !"],
    "¿Seguir? No hay razón. ¡Basta!": ["¿Seguir?", "No hay razón.", "¡Basta!"],
}
WITHOUT = ["", " ", "\n\n", "...", "—", "“”", "。。。", "؟", "🙂"]


def pieces(text: str) -> list[str]:
    return [text[point.start : point.end] for point in split(text)]


@pytest.mark.parametrize("text", UNCUT)
def test_a_sentence_is_never_split(text: str) -> None:
    assert pieces(text) == [text]


@pytest.mark.parametrize("text", CUT)
def test_sentences_end_where_their_language_ends_them(text: str) -> None:
    assert pieces(text) == CUT[text]


@pytest.mark.parametrize("text", WITHOUT)
def test_a_text_without_words_has_no_points(text: str) -> None:
    assert split(text) == ()


def test_offsets_count_code_points() -> None:
    text = "  🙂🙂 first. \U0001f600 second 𝔘𝔫. e\u0301 third."
    assert pieces(text) == ["🙂🙂 first.", "\U0001f600 second 𝔘𝔫.", "e\u0301 third."]


def test_every_word_of_any_text_is_in_exactly_one_point() -> None:
    draw = random.Random(6)  # noqa: S311 - repeatable
    tokens = [
        *UNCUT,
        *CUT,
        *WITHOUT,
        "“",
        "”",
        "«",
        "»",
        '"',
        "(",
        ")",
        ".",
        "。",
        "\n",
        "\r\n",
        " ",
    ]
    for _ in range(3_000):
        text = draw.choice(["", " ", "\n"]).join(draw.choices(tokens, k=draw.randint(1, 6)))
        points = split(text)
        edges = [0, *(edge for point in points for edge in (point.start, point.end)), len(text)]
        gaps = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
        assert edges == sorted(edges)
        assert not any(char.isalnum() for gap in gaps for char in gap)
        assert all(piece == piece.strip() and piece for piece in pieces(text))


def test_an_open_quotation_mark_does_not_swallow_the_text() -> None:
    assert pieces("He said “stay. We go.\nThey stay. Yes.") == [
        *("He said “stay.", "We go.", "They stay.", "Yes.")
    ]
