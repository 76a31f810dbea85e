from datetime import timedelta

import pytest

from app.domain.speaking import length_of


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("", "en", 0),
        ("The host country’s consent (S/2017/287) fell by 2.5 %.", "en", 8),
        ("Мы поддерживаем это.", "ru", 3),
        ("نؤيد العملية السياسية.", "ar", 3),
        ("我们支持第2295号决议。", "zh", 9),
        ("We support 和平.", "en", 4),
    ],
)
def test_words_are_counted_as_a_reader_would(text: str, language: str, count: int) -> None:
    assert length_of(text, language).count == count


def test_a_text_takes_the_time_its_language_takes() -> None:
    assert length_of("word " * 120, "en").time == timedelta(minutes=1)
    assert length_of("слово " * 50, "ru").time == timedelta(seconds=30)
    assert length_of("字" * 200, "zh").time == timedelta(minutes=1)


def test_chinese_is_counted_in_characters() -> None:
    assert length_of("字", "zh").in_characters
    assert not length_of("字", "en").in_characters
