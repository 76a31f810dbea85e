"""Which of the six languages a text is written in: scripts are counted first, then small words."""

import re
from collections.abc import Mapping

from app.domain.note.cues import words
from app.domain.note.lettering import WIDE

_SCRIPTS: Mapping[str, re.Pattern[str]] = {
    "ar": re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "zh": re.compile(f"[{WIDE}]"),
}
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_WORD = re.compile("[a-z\u00e0-\u024f]+")
# Only words that one of the three languages does not share with another.
_SMALL_WORDS = {
    "en": frozenset(
        words(
            "the; of; and; to; that; for; by; with; from; which; on; is; are; be; will; this; "
            "its; how; what; should; can; could; their; has; have; been; it; as; at"
        )
    ),
    "fr": frozenset(
        words(
            "le; les; des; du; et; dans; pour; par; sur; avec; qui; est; sont; une; au; aux; ces; "
            "cette; leur; il; elle; nous; être; comment; quelles; quels; quel; sera"
        )
    ),
    "es": frozenset(
        words(
            "el; los; las; del; y; para; por; con; una; se; su; sus; al; lo; como; es; son; esta; "
            "este; cómo; qué; cuál; cuáles; está; será; más"
        )
    ),
}
# A Chinese letter says about as much as two or three letters of an alphabet.
_WEIGHT = {"zh": 3}


def detect_language(text: str) -> str | None:
    """Return one of ar, en, es, fr, ru, zh, or None when the text does not show it."""
    sample = text[:200_000]
    counts = {
        language: len(script.findall(sample)) * _WEIGHT.get(language, 1)
        for language, script in _SCRIPTS.items()
    }
    script, most = max(counts.items(), key=lambda item: item[1])
    latin = len(_LATIN.findall(sample))
    if most > latin:
        return script
    return _latin_language(sample) if latin else None


def _latin_language(sample: str) -> str | None:
    scores = dict.fromkeys(_SMALL_WORDS, 0)
    for word in _WORD.findall(sample.lower()):
        for language, small in _SMALL_WORDS.items():
            scores[language] += word in small
    language, best = max(scores.items(), key=lambda item: item[1])
    runner_up = sorted(scores.values())[-2]
    return language if best > runner_up else None
