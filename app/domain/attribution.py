"""How openly a position may be used: chosen when a briefing opens, only ever tightened."""

from collections.abc import Iterable
from enum import StrEnum


class Attribution(StrEnum):
    ATTRIBUTED = "attributed"
    COUNTED = "counted"
    NON_ATTRIBUTED = "non_attributed"


LOOSE_TO_STRICT = tuple(Attribution)


def strictest(rules: Iterable[Attribution]) -> Attribution:
    return max(rules, key=LOOSE_TO_STRICT.index)


def is_looser(rule: Attribution, than: Attribution) -> bool:
    return LOOSE_TO_STRICT.index(rule) < LOOSE_TO_STRICT.index(than)
