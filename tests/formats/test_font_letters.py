"""A letter no font draws is named in a PDF; before, it left the whole summary unprinted."""

import pytest

from app.formats.font_letters import shown_or_named
from app.formats.typesetting import _letters
from tests.features.record.test_frozen import attacked, frozen
from tests.formats.paper import parts_of


@pytest.mark.parametrize("letter", ["🕊", "⟨", "𐎀"])
def test_a_letter_no_font_draws_is_named(letter: str) -> None:
    words = f"Peace {letter} now"
    pdf = frozen(attacked(words), ("en",))["en", "summary.pdf"]

    assert f"Peace [U+{ord(letter):04X}] now" in b"".join(parts_of("summary.pdf", pdf)).decode()


def test_what_the_six_languages_write_is_left_as_it_is() -> None:
    for words in (
        *("السلام عليكم، ١٢", "维持和平行动，“一”", "Peacekeeping – “one”", "Œuvre à l’été"),
        *("Мандат № 1 «да»", "¿Cómo? ¡Así!", "a\u200fb\u2066c\u2069", "line\nline\ttab"),
    ):
        assert shown_or_named(words, _letters()) == words
