"""A second count of a bundle: dictionaries in, dictionaries out, nothing of the app."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

Bundle = Mapping[str, Any]
Key = tuple[int, str, str, str | None]  # question, mission, kind, value
SILENT = ("no_position", "awaiting_instructions")


def seats(bundle: Bundle, *, members: bool = True) -> list[str]:
    return [each["code"] for each in bundle["members"] if each["council_member"] is members]


def strata(bundle: Bundle, *, members: bool = True) -> dict[Key, int]:
    """Count every stratum of every cell for the members, or for the invited States."""
    counted = set(seats(bundle, members=members))
    found: Counter[Key] = Counter()
    spoke: Counter[tuple[int, str]] = Counter()
    for position in bundle["positions"]:
        if position["member"] in counted:
            cell = (position["question"], position["mission"])
            found[*cell, *_stratum(position)] += 1
            spoke[cell] += 1
    if members:
        for cell in _cells(bundle, spoke):
            if len(counted) > spoke[cell]:
                found[*cell, "nothing", "nothing_submitted"] = len(counted) - spoke[cell]
    return dict(found)


def _stratum(position: Mapping[str, Any]) -> tuple[str, str | None]:
    value = position["assessment"]
    if value is None:
        return "addressed", None
    return ("nothing" if value in SILENT else "tally"), value


def _cells(bundle: Bundle, spoke: Mapping[tuple[int, str], int]) -> set[tuple[int, str]]:
    asked = {(q["number"], m["acronym"]) for q in bundle["questions"] for m in bundle["missions"]}
    return asked | set(spoke)


def outcomes(bundle: Bundle) -> dict[tuple[int, str], str]:
    """Say what came of each cell, in the four words of the product."""
    chosen: dict[tuple[int, str], Counter[str]] = defaultdict(Counter)
    for (question, mission, kind, value), count in strata(bundle).items():
        chosen[question, mission][value or ""] += count if kind == "tally" else 0
    return {cell: _outcome(+counts, len(seats(bundle))) for cell, counts in chosen.items()}


def _outcome(counts: Counter[str], of: int) -> str:
    if not counts:
        return "nobody"
    if len(counts) > 1:
        return "differing"
    everybody = counts.total() == of
    return "all members the same" if everybody else "all who expressed themselves the same"


def register(document: Mapping[str, Any], by: str = "members") -> list[Mapping[str, Any]]:
    """Give the sentences of part II that count strata."""
    kinds = {"tally", "addressed", "nothing"}
    said: Sequence[Mapping[str, Any]] = document["sentences"]
    return [s for s in said if s["part"] == "II" and s["by"] == by and s["kind"] in kinds]


def said_strata(document: Mapping[str, Any], by: str = "members") -> dict[Key, int]:
    """Give what a summary counts; a stratum said twice is an error of its own."""
    found: dict[Key, int] = {}
    for sentence in register(document, by):
        key = (sentence["question"], sentence["mission"], sentence["kind"], sentence["value"])
        if key in found:
            raise AssertionError(f"{key} is said twice")
        found[key] = sentence["count"]
    return found
