"""What was chosen in each cell, taken from a summary's JSON alone: it can say no more than that."""

from collections.abc import Iterator, Mapping
from typing import Any

KINDS = ("tally", "addressed", "nothing")
FACTS = ("question", "mission", "by", "kind", "value", "count", "of", "outcome")


def tallies(document: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Give one row for each stratum of each cell, in reading order, with its sentence's id."""
    for each in document["sentences"]:
        if each["part"] == "II" and each["kind"] in KINDS and each["question"] is not None:
            yield {name: each[name] for name in FACTS} | {"sentence": each["id"]}
