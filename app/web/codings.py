"""Which content codings a client takes (RFC 9110, 12.5.3), and which answers it has (13.1.2)."""

import re
from functools import lru_cache

IDENTITY = "identity"
_OURS = ("br", "gzip", IDENTITY)  # the shortest first
_ALIASES = {"x-gzip": "gzip"}
_WEIGHT = re.compile(r"q\s*=\s*(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)", re.IGNORECASE)
_TAG = re.compile(rb'"[^"]*"')


@lru_cache(512)
def codings_taken(header: bytes) -> tuple[str, ...]:
    """Give our codings that an Accept-Encoding takes, the best first; () where it takes none."""
    weights = dict(map(_weighed, filter(str.strip, header.decode("latin-1").split(","))))
    others = weights.get("*")

    def weight(coding: str) -> float:
        unnamed = 0.0 if coding != IDENTITY else 0.0001  # taken, but after whatever is named
        return weights.get(coding, unnamed if others is None else others)

    taken = [coding for coding in _OURS if weight(coding) > 0]
    return tuple(sorted(taken, key=weight, reverse=True))


def _weighed(item: str) -> tuple[str, float]:
    name, _, parameter = item.partition(";")
    coding = name.strip().lower()
    found = _WEIGHT.fullmatch(parameter.strip()) if parameter.strip() else None
    weight = float(found[1]) if found else float(not parameter.strip())  # unreadable: not wanted
    return _ALIASES.get(coding, coding), weight


def has_answer(header: bytes, tag: bytes) -> bool:
    """Tell whether an If-None-Match names the answer of this tag; weak or strong is the same."""
    return header == tag or tag in _TAG.findall(header) or header.strip() == b"*"
