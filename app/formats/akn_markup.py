"""Elements of Akoma Ntoso 3.0, and text with the documents it cites as references.

Beside its own names stand two others: ``hs``, what this product counts (the standard lets foreign
attributes in), and ``its``, the W3C's Internationalization Tag Set, for the direction of text,
which the standard has no word for.
"""

import re
from collections.abc import Iterator
from urllib.parse import quote

from lxml import etree
from lxml.etree import _Element

from app.formats.xml_letters import fit

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
HS = "urn:horseshoe:summary:1"
ITS = "http://www.w3.org/2005/11/its"
NAMES = {None: AKN, "hs": HS, "its": ITS}
XML = "http://www.w3.org/XML/1998/namespace"
RIGHT_TO_LEFT = "ar"
ISO_639_2 = {"ar": "ara", "zh": "zho", "en": "eng", "fr": "fra", "ru": "rus", "es": "spa"}
_SPACES = {"xml": XML, "hs": HS, "its": ITS}
_CITED = re.compile(
    r"(?<![A-Za-z0-9_/])(?:A/\d{1,3}/\d{1,4}[–-])?"
    r"(?:S/(?:RES/\d{1,4}(?: ?\(\d{4}\))?|(?:PRST/)?\d{4}/\d{1,4}|PV\.\d{1,5})"
    r"|A/(?:RES/)?\d{1,3}/\d{1,4})"
    r"(?:/(?:Add|Corr|Rev)\.\d{1,2})?(?![A-Za-z0-9_/])"
    r"|https?://[^\s<>«»“”\"']+[^\s<>«»“”\"'.,;:)]"
)
_MIXED = {f"{{{AKN}}}{name}" for name in ("p", "heading", "num", "caption")}

Child = str | _Element


def node(name: str, /, *children: Child, **about: object) -> _Element:
    """Make an element; attributes that are None are left out, ``hs_count`` is ``hs:count``."""
    made = etree.Element(f"{{{AKN}}}{name}", nsmap=NAMES)  # type: ignore[arg-type]  # the stubs know no default namespace
    for key, value in about.items():
        if value is not None:
            space, _, rest = key.partition("_")
            full = f"{{{_SPACES[space]}}}{rest}" if space in _SPACES else key
            made.set(full, _written(value))
    for child in children:
        if not isinstance(child, str):
            made.append(child)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + fit(child)
        else:
            made.text = (made.text or "") + fit(child)
    return made


def foreign(name: str, /, **about: object) -> _Element:
    """Make an element of our own names, for the block the standard keeps for such."""
    made = node(name, **about)
    made.tag = f"{{{HS}}}{name}"
    return made


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else fit(str(value))


def spoken(language: str) -> dict[str, str]:
    """Give the attributes of what is said in a language: its name, and its direction."""
    return {"xml_lang": language, "its_dir": "rtl" if language == RIGHT_TO_LEFT else "ltr"}


def cited(text: str) -> Iterator[Child]:
    """Part a text into plain stretches and references to the documents it cites."""
    reached = 0
    for found in _CITED.finditer(text):
        if found.start() > reached:
            yield text[reached : found.start()]
        yield node("ref", found.group(), href=address(found.group()))
        reached = found.end()
    if reached < len(text):
        yield text[reached:]


def address(cited_as: str) -> str:
    """Give where a document of the United Nations is found by its symbol, or an address itself."""
    if cited_as.startswith("http"):
        return quote(fit(cited_as), safe=":/?#[]@!$&()*+,;=%~")
    symbol = re.split("[–-]", cited_as)[-1].replace(" ", "")
    return f"https://undocs.org/{quote(symbol, safe='/().')}"


def paragraph(text: str, **about: object) -> _Element:
    return node("p", *cited(text), **about)


def written(root: _Element) -> bytes:
    """Give the bytes, indented only where a space more says nothing."""
    _indent(root, "\n")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _indent(parent: _Element, margin: str) -> None:
    if parent.tag in _MIXED or not len(parent) or (parent.text or "").strip():
        return
    parent.text = margin + " "
    for child in parent:
        _indent(child, margin + " ")
        child.tail = margin + " "
    parent[-1].tail = margin
