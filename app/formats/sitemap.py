"""What crawlers are told: every public page with its languages, and where not to go."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
# Where nobody gets in without a name, and where every query is another page.
DESK = (
    *("/account", "/acting/", "/asks", "/briefings", "/briefs", "/calendar/", "/handover"),
    *("/invitations/", "/language", "/people", "/secretariat", "/sign-in", "/sign-out"),
    "/*/record/search",
)


@dataclass(frozen=True)
class Page:
    """A page in every language it has; ``default`` is for whoever speaks none of them."""

    addresses: Mapping[str, str]
    default: str
    changed_at: datetime | None


def sitemap(pages: Iterable[Page]) -> bytes:
    """Give every language of every page, each naming all the others (sitemaps.org, hreflang)."""
    root = etree.Element(f"{{{SITEMAP}}}urlset", nsmap={None: SITEMAP, "xhtml": XHTML})  # type: ignore[dict-item]  # None: the default
    for page in pages:
        for address in page.addresses.values():
            url = etree.SubElement(root, f"{{{SITEMAP}}}url")
            etree.SubElement(url, f"{{{SITEMAP}}}loc").text = address
            if page.changed_at:
                changed = page.changed_at.astimezone(UTC).isoformat(timespec="seconds")
                etree.SubElement(url, f"{{{SITEMAP}}}lastmod").text = changed
            for language, href in (*page.addresses.items(), ("x-default", page.default)):
                link = etree.SubElement(url, f"{{{XHTML}}}link")
                link.attrib.update({"rel": "alternate", "hreflang": language, "href": href})
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def sitemap_index(base: str, count: int) -> bytes:
    """Name the parts of a map too large for one file."""
    root = etree.Element(f"{{{SITEMAP}}}sitemapindex", nsmap={None: SITEMAP})  # type: ignore[dict-item]  # None: the default
    for number in range(1, count + 1):
        part = etree.SubElement(root, f"{{{SITEMAP}}}sitemap")
        etree.SubElement(part, f"{{{SITEMAP}}}loc").text = f"{base}/sitemap-{number}.xml"
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def robots(base: str) -> str:
    """Give robots.txt (RFC 9309): nothing of the desk, and where the map is."""
    rules = (f"Disallow: {path}" for path in DESK)
    return "\n".join(["User-agent: *", *rules, "", f"Sitemap: {base}/sitemap.xml", ""])
