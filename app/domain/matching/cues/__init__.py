"""Cues by language: the turns of diplomatic prose that tell one point from its near miss.

Every language has the same cues. A cue is a pattern for what the words say, never for a topic: it
is not negation that makes two points differ, but negation that only one of them has.
"""

from collections.abc import Mapping

from app.domain.matching.cues import ar, en, es, fr, ru, zh

CUES: Mapping[str, Mapping[str, str]] = {
    "ar": ar.CUES,
    "zh": zh.CUES,
    "en": en.CUES,
    "fr": fr.CUES,
    "ru": ru.CUES,
    "es": es.CUES,
}
NUMERALS: Mapping[str, Mapping[str, int]] = {
    "ar": ar.NUMERALS,
    "zh": zh.NUMERALS,
    "en": en.NUMERALS,
    "fr": fr.NUMERALS,
    "ru": ru.NUMERALS,
    "es": es.NUMERALS,
}

# What a reader is told when a cue stands on one side only.
REASONS: Mapping[str, str] = {
    **dict.fromkeys(("not", "against"), "negation differs"),
    **dict.fromkeys(("must", "may", "should"), "strength differs"),
    **dict.fromkeys(("if", "except", "even", "only"), "condition differs"),
    **dict.fromkeys(("now", "later", "before", "after", "gradual", "date"), "time differs"),
    **dict.fromkeys(("end", "keep", "more", "less", "begin"), "action differs"),
    **dict.fromkeys(("all", "some", "one", "many"), "scope differs"),
    **dict.fromkeys(
        ("host", "council", "secretariat", "region", "group", "parties", "police", "troops"),
        "actor differs",
    ),
    **dict.fromkeys(("money", "voluntary", "assessed"), "funding differs"),
}
