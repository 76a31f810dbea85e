"""A name nobody translated is at least marked with the language its letters are of."""

import pytest

from app.domain.scripts import language_by_letters


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("安东尼奥·古特雷斯", "zh"),
        ("أنطونيو غوتيريش", "ar"),
        ("Антониу Гутерриш", "ru"),
        ("António Guterres", "en"),
        ("", "en"),
    ],
)
def test_the_letters_tell(name: str, language: str) -> None:
    assert language_by_letters(name) == language
