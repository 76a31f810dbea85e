"""What kind of point a clause seems to be; its owner says what it is."""

import re
from functools import cache

from app.domain.points.cues import CUES
from app.domain.position import PointKind


def kind_of(clause: str, language: str) -> PointKind:
    """Propose a kind: a request only to the Secretary-General, a condition before its claim."""
    cues = _patterns(language)
    if cues["secretariat"].search(clause) and cues["request"].search(clause):
        return PointKind.REQUEST
    if cues["condition"].search(clause):
        return PointKind.CONDITION
    if cues["concern"].search(clause):
        return PointKind.CONCERN
    return PointKind.PROPOSAL if cues["proposal"].search(clause) else PointKind.VIEW


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    cues = CUES[language]
    names = ("secretariat", "request", "condition", "concern", "proposal")
    return {name: re.compile(getattr(cues, name), re.IGNORECASE) for name in names}
