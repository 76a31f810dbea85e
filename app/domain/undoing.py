"""Which change of a draft undoing would take back."""

from collections.abc import Collection
from dataclasses import dataclass

from app.domain.summary import Summary, block
from app.domain.summary_acts import Act, ActKind, standing


@dataclass(frozen=True, slots=True)
class Undoing:
    """``act`` is what would be taken back, if anything; ``passed`` are later ones that cannot be.

    What an act changed may be gone: its sentence, once points are grouped otherwise, or the order
    it gave, once a sentence came or went.
    """

    act: Act | None
    passed: tuple[Act, ...] = ()
    paragraph: int | None = None  # of the sentence the act changed, where it changed one


def find_undoing(acts: Collection[Act], summary: Summary, *, since: int = 0) -> Undoing:
    """Look for the last act after number ``since`` that still changes something."""
    passed: list[Act] = []
    numbers = {each.sentence.key: each.number for each in summary.sentences}
    for act in standing(acts):
        if act.number <= since:
            break
        if _is_there(act, summary, numbers):
            return Undoing(act, tuple(passed), numbers.get(act.key))
        passed.append(act)
    return Undoing(None, tuple(passed))


def _is_there(act: Act, summary: Summary, keys: Collection[str]) -> bool:
    match act.kind:
        case ActKind.LEAVE_OUT:
            return any(each.hash == act.key for each in summary.proceedings.positions)
        case ActKind.NARRATE:
            return True
        case ActKind.MOVE:
            return act.key in keys and stretch_of(summary, act.key) == act.after.split("\n")
        case _:
            return act.key in keys


def stretch_of(summary: Summary, key: str) -> list[str]:
    """Give the keys of the stretch a sentence may be moved within, as they stand."""
    here = next(each.sentence for each in summary.sentences if each.sentence.key == key)
    mine = block(here)
    return [each.sentence.key for each in summary.sentences if block(each.sentence) == mine]
