"""Whatever a page refers to is there, or lies at a whole address elsewhere."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urljoin, urlsplit

from app.features.record.verifying.releases import Found, OpenRelease, Page, address_of, parsed

ELSEWHERE = {"http", "https", "mailto"}
_STYLE = re.compile(rb"""url\(\s*["']?([^"')]+)""")


@dataclass
class Links:
    """Follows links from page to page; what was seen once is not asked for again."""

    found: Found
    followed: int = 0
    outside: int = 0
    _places: dict[str, frozenset[str] | None] = field(default_factory=dict)

    def faults(self, pages: Mapping[str, Page]) -> Iterator[str]:
        for address, page in pages.items():
            self._places[address] = _ids(page)
        sheets: set[str] = set()
        for address, page in pages.items():
            for reference in page.xpath("//@href | //@src"):
                if fault := self._fault(address, reference):
                    yield f"{address}: {fault}"
            sheets |= {urlsplit(urljoin(address, each)).path for each in page.xpath("//link/@href")}
        for sheet in sorted(each for each in sheets if each.endswith(".css")):
            for reference in _STYLE.findall(self.found.source.find(sheet) or b""):
                if fault := self._fault(sheet, reference.decode(errors="replace")):
                    yield f"{sheet}: {fault}"

    def schema_faults(self, releases: Iterable[OpenRelease]) -> Iterator[str]:
        """Follow what the data says it is written to; data older than any schema does not say."""
        for each in releases:
            for language, document in each.documents.items():
                address = address_of(each.briefing, language, "summary.json", each.listed.number)
                named = document.get("$schema")
                if named is not None and (fault := self._fault(address, named)):
                    yield f"{address}: {fault}"

    def _fault(self, address: str, reference: str) -> str | None:
        try:
            parts = urlsplit(urljoin(address, reference))
        except ValueError:
            return f"refers to {reference!r}, which is no address"
        if parts.scheme or parts.netloc:
            self.outside += 1
            whole = parts.scheme in ELSEWHERE
            return None if whole else f"refers to {reference!r}, which is not to be followed"
        self.followed += 1
        target = unquote(parts.path)
        places = self._at(target)
        if places is None:
            return f"refers to {reference}, which is not there"
        if parts.fragment and target.endswith("/") and unquote(parts.fragment) not in places:
            return f"refers to {reference}, which has no such place"
        return None

    def _at(self, address: str) -> frozenset[str] | None:
        """Give the places one can go to at an address; None where nothing is there."""
        if address not in self._places:
            content = self.found.source.find(address)
            known = None if content is None else frozenset[str]()
            if content and address.endswith("/"):
                known = _ids(parsed(content))
            self._places[address] = known
        return self._places[address]


def _ids(page: Page) -> frozenset[str]:
    return frozenset(page.xpath("//@id"))


def pages_of(found: Found, releases: list[OpenRelease]) -> dict[str, Page]:
    """Give every page by its address: those of releases where they lie, and a site's own lists."""
    pages = {
        address_of(each.briefing, language, path, number): page
        for each in releases
        for (language, path), page in each.pages.items()
        for number in ([each.listed.number, None] if each.is_newest else [each.listed.number])
    }
    for file in found.site.files if found.site else ():
        address = f"/{file.path}".removesuffix("index.html")
        if file.path.endswith("index.html") and address not in pages:
            content = found.source.find(address)
            if content:
                pages[address] = parsed(content)
    return pages
