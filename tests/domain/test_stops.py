"""A sentence somebody typed ends with the stop of its language, once."""

import pytest

from app.domain.wording.stops import closed


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "The mandate should end", "The mandate should end."),
        ("en", "The mandate should end.", "The mandate should end."),
        ("en", "Should it end?", "Should it end?"),
        ("en", "They said “end it.”", "They said “end it.”"),
        ("en", "They said “end it”", "They said “end it”."),
        ("en", "It should end (in 2027)", "It should end (in 2027)."),
        ("fr", "Le mandat devrait « finir »", "Le mandat devrait « finir »."),
        ("zh", "任务应结束", "任务应结束。"),
        ("zh", "任务应结束。", "任务应结束。"),
        ("ar", "ينبغي أن تنتهي الولاية", "ينبغي أن تنتهي الولاية."),
        ("ar", "هل تنتهي الولاية؟", "هل تنتهي الولاية؟"),
        ("ru", "Мандат следует завершить…", "Мандат следует завершить…"),
        ("es", "El mandato debería terminar", "El mandato debería terminar."),
        ("en", "", ""),
    ],
)
def test_it_is_closed_once(language: str, text: str, said: str) -> None:
    assert closed(text, language) == said
