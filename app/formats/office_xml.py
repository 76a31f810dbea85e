"""Walking the XML of an office file without holding all of it: no entity, no network, an end."""

from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from app.domain.errors import Invalid

MOST_ELEMENTS = 500_000
_DAMAGED = "The file is damaged and cannot be opened."


def elements(content: bytes) -> Iterator[etree._Element]:
    """Yield every element as it ends; whoever has read one may `free` it."""
    walk = etree.iterparse(
        BytesIO(content), resolve_entities=False, no_network=True, huge_tree=False, recover=False
    )
    try:
        for count, (_, element) in enumerate(walk):
            if count >= MOST_ELEMENTS:
                raise Invalid("The file holds far more than it can honestly hold.")
            yield element
    except etree.XMLSyntaxError:
        raise Invalid(_DAMAGED) from None


def free(element: etree._Element) -> None:
    """Give back the memory of an element that has been read, and of those before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def name_of(element: etree._Element) -> str:
    """Give the name without its namespace: strict and transitional files differ in that alone."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
