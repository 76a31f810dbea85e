"""Words nobody means well with: every line of tests/data/hostile is one of them."""

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "data/hostile"
PROBE = "__hit"  # what a payload calls once it runs; a page under test defines it
PRODUCT = "34571"  # what a payload makes of 191 * 181 once a template runs it
_SPELLED = re.compile(r"\\(?:u([0-9a-f]{4})|U([0-9A-F]{8})|(\\))")


@cache
def payloads(*kinds: str) -> tuple[str, ...]:
    """Give the words of some kinds, or all: each kind is a file of its name."""
    files = sorted(FOLDER.glob("*.txt"))
    lines = (
        line
        for file in files
        if not kinds or file.stem in kinds
        for line in file.read_text(encoding="utf-8").split("\n")
    )
    return tuple(_SPELLED.sub(_letter, line) for line in lines if line)


def _letter(found: re.Match[str]) -> str:
    short, long, backslash = found.groups()
    return backslash or chr(int(short or long, 16))


def all_in_one(*kinds: str) -> str:
    """Give all of them as one text, parted by what closes whatever is left open before."""
    return " ' \" --> ".join(payloads(*kinds))
