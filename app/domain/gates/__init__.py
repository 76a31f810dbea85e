"""What must hold before a summary is released. Each gate recounts on its own and fails closed.

A gate never trusts the compiler: it goes back to the positions.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from app.domain.gates.coverage import coverage, stale, wording
from app.domain.gates.disclosure import disclosure
from app.domain.gates.edits import edits
from app.domain.gates.forbidden import forbidden
from app.domain.gates.letters import letter
from app.domain.gates.naming import attribution
from app.domain.gates.narrative import narrative
from app.domain.gates.numbers import numbers
from app.domain.gates.verbatim import verbatim
from app.domain.summary import Summary

SHOWN = 5  # faults named in the detail of a failed gate


@dataclass(frozen=True)
class Gate:
    passed: bool
    detail: str


Check = Callable[[Summary], Iterator[str]]


def run_gates(summary: Summary) -> dict[str, Gate]:
    return {name: _gate(check(summary)) for name, check in CHECKS.items()}


def _gate(faults: Iterator[str]) -> Gate:
    shown = list(islice(faults, SHOWN))
    more = sum(1 for _ in faults)
    detail = "; ".join(shown) + (f"; and {more} more" if more else "")
    return Gate(passed=not shown, detail=detail or "passed")


def _words(summary: Summary) -> Iterator[str]:
    return chain(forbidden(summary), edits(summary), letter(summary))


CHECKS: dict[str, Check] = {
    "coverage": coverage,
    "verbatim": verbatim,
    "stale": stale,
    "numbers": numbers,
    "wording": wording,
    "forbidden": _words,
    "attribution": attribution,
    "disclosure": disclosure,
    "narrative": narrative,
}
