"""Documents cited, each with the address the Organization keeps it at, where it has one."""

import re
from dataclasses import dataclass
from urllib.parse import quote

KEEPER = "https://docs.un.org"
# Of a double symbol the first names the document. Other bodies' symbols stay text.
_KEPT = re.compile(r"[SA](?!.*\.\.)/[\w.()/-]*[\w)](?: ?\([\w.-]+\))?(?=$| ?[–—])")


@dataclass(frozen=True)
class Reference:
    symbol: str
    href: str  # empty where no address is known


def reference(symbol: str, language: str) -> Reference:
    found = _KEPT.match(symbol)
    if found is None:
        return Reference(symbol, "")
    path = quote(found.group().replace(" ", ""), safe="/()")
    return Reference(symbol, f"{KEEPER}/{language}/{path}")
