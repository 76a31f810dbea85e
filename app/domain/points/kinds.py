"""What kind of point a clause seems to be; its owner says what it is."""

import re
from functools import cache

from app.domain.points.cues import CUES
from app.domain.position import PointKind


def kind_of(clause: str, language: str, *, is_item: bool = False) -> PointKind:
    """Propose a kind: a request only to the Secretary-General, a condition before its claim.

    An item that is no sentence hangs on what is asked for above its list.
    """
    cues = _patterns(language)
    if cues["secretariat"].search(clause) and cues["request"].search(clause):
        return PointKind.REQUEST
    if cues["condition"].search(clause):
        return PointKind.CONDITION
    if cues["concern"].search(clause):
        return PointKind.CONCERN
    is_proposal = is_item or cues["proposal"].search(clause)
    return PointKind.PROPOSAL if is_proposal else PointKind.VIEW


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    cues = CUES[language]
    names = ("secretariat", "request", "condition", "concern", "proposal")
    return {name: re.compile(getattr(cues, name), re.IGNORECASE) for name in names}
