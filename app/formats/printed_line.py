"""A line of a page and where it stands."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PrintedLine:
    text: str
    left: float
    right: float
    bottom: float
    top: float
