"""What a statement says that is no point: courtesies, alignments, announcements, others' words."""

import re
from enum import StrEnum
from functools import cache

from app.domain.points.cues import CUES

_QUOTED_END = re.compile(r"[“«„\"「][^“«„\"「]*[”»“\"」][\s.。]*$")
_QUOTED_START = re.compile(
    r"[“«„\"「][^“”«»„\"「」]*[”»“\"」]\s?[,，،]?(?P<rest>[^.。]{0,60})[.。]?$"
)
_QUESTION = re.compile(r"[?؟？][\s\"'”’»)\]]*$")
_LEAD_IN = re.compile(r"[:：]\s*$")
_FEW = 4  # words that only name a subject; of Chinese, twice as many characters
_OF = re.compile(
    r"(?:the|our|la|le|les|l['’]|el|los|las)\s?\S+ (?:of|de|du|des|del|to|and|et|y)\b"
    r"(?!.* (?:is|are|was|has|have|est|sont|es|son|ha|a) )",
    re.IGNORECASE,
)  # "the duty to account for it": longer, and still a name


class LeftOut(StrEnum):
    COURTESY = "courtesy"
    ALIGNMENT = "alignment"
    ANNOUNCEMENT = "announcement"
    OTHERS_WORDS = "others_words"
    QUESTION = "question"


def why_left(sentence: str, language: str) -> LeftOut | None:
    """Say why a sentence is no point of its own, if it is none."""
    cues = _patterns(language)
    opening = cues["vocative"].match(sentence)
    said = sentence[opening.end() :] if opening else sentence
    if _QUESTION.search(said):
        return LeftOut.QUESTION
    if cues["alignment"].search(said):
        return LeftOut.ALIGNMENT
    if cues["courtesy"].match(said) or not said.strip():
        return LeftOut.COURTESY
    if (
        _LEAD_IN.search(said)
        or cues["announcement"].match(said)
        or _names_a_subject(said, language)
    ):
        return LeftOut.ANNOUNCEMENT
    return LeftOut.OTHERS_WORDS if _are_others_words(said, cues["said"]) else None


def _are_others_words(sentence: str, said: re.Pattern[str]) -> bool:
    """Tell "“Peace cannot wait”, the envoy said." from a sentence that takes up a word."""
    if first := _QUOTED_START.match(sentence):
        return said.search(first["rest"]) is not None
    last = _QUOTED_END.search(sentence)
    if last is None or not said.search(sentence[: last.start()]):
        return False
    return sentence[: last.start()].rstrip().endswith((":", "：", ",", "，", "،"))


def _names_a_subject(said: str, language: str) -> bool:
    """Tell "First, financing." from a sentence that begins so."""
    ordinal = _patterns(language)["ordinal"].match(said)
    if ordinal is None:
        return False
    rest = said[ordinal.end() :]
    if not rest.strip(" .。"):
        return True
    if rest.lstrip()[:1] not in set(",،，:：–—"):
        return False
    rest = rest.strip(" ,،，.。:：–—")
    if language == "zh":
        return len(rest) <= 2 * _FEW and not _patterns(language)["proposal"].search(rest)
    few = 2 * _FEW if _OF.match(rest) else _FEW
    return len(rest.split()) <= few and not _patterns(language)["proposal"].search(rest)


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    cues = CUES[language]
    vocative, connective = f"(?:{cues.vocative})?", f"(?:{cues.connective})?"
    return {
        "vocative": re.compile(vocative, re.IGNORECASE),
        "courtesy": re.compile(f"{connective}{vocative}(?:{cues.courtesy})", re.IGNORECASE),
        "alignment": re.compile(cues.alignment, re.IGNORECASE),
        "announcement": re.compile(f"{connective}(?:{cues.announcement})", re.IGNORECASE),
        "ordinal": re.compile(cues.ordinal, re.IGNORECASE),
        "said": re.compile(cues.said, re.IGNORECASE),
        "proposal": re.compile(cues.proposal, re.IGNORECASE),
    }
