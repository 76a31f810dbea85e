"""The six languages by code."""

from collections.abc import Mapping

from app.domain.note.cues import Cues, ar, en, es, fr, ru, zh

LANGUAGES: Mapping[str, Cues] = {
    cues.language: cues for cues in (ar.CUES, en.CUES, es.CUES, fr.CUES, ru.CUES, zh.CUES)
}


def cues_for(language: str | None) -> Cues:
    """English stands in for a language that could not be told."""
    return LANGUAGES.get(language or "en", en.CUES)
