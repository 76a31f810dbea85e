"""What every benchmark shares: alternating pairs, their medians, one small table."""

import argparse
import os
import platform
import shlex
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # so that a benchmark runs from anywhere


def is_quick(what: str | None) -> bool:
    """Read the command line: --quick is for trying a benchmark out, not for its figures."""
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument("--quick", action="store_true", help="few rounds, smaller sizes")
    return bool(parser.parse_args().quick)


def seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


@dataclass(frozen=True)
class Pair:
    """Medians of two things measured in turns, and of the ratios of their turns."""

    measured: float
    reference: float
    ratio: float


def in_turns(rounds: int, measured: Callable[[], float], reference: Callable[[], float]) -> Pair:
    """Measure both once for nothing, then in turns: what slows the machine slows both."""
    measured(), reference()
    pairs = [(measured(), reference()) for _ in range(rounds)]
    return Pair(
        statistics.median(mine for mine, _ in pairs),
        statistics.median(other for _, other in pairs),
        statistics.median(mine / other for mine, other in pairs),
    )


@dataclass
class Report:
    """One table; a budget stands beside what was measured and is never asserted."""

    title: str
    reference: str
    rows: list[tuple[str, ...]] = field(default_factory=list)

    def add(self, what: str, measured: str, reference: str, ratio: str, budget: str) -> None:
        self.rows.append((what, measured, reference, ratio, budget))

    def show(self) -> None:
        head = ("what", "measured", "reference", "ratio", "budget")
        table = [head, *self.rows]
        widths = [max(len(row[at]) for row in table) for at in range(len(head))]
        load = f"load {os.getloadavg()[0]:.1f} at the end"
        print(f"# {self.title}")
        print(f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC · {_machine()} · {load}")  # noqa: TID251 - a report says when
        print(f"$ {shlex.join(['python', *sys.argv])}")
        print(f"reference: {self.reference}")
        for row in table:
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            print("  ".join(cells).rstrip())
        print(flush=True)


def _machine() -> str:
    cores = len(os.sched_getaffinity(0))
    return f"{cores} cores, {platform.machine()}, Python {platform.python_version()}"


def ms(value: float) -> str:
    return f"{value * 1000:.1f} ms"
