"""What a page carries that is not the note: numbers, bar codes, rules, repeated mastheads."""

import re
import unicodedata

from app.domain.note.lettering import level
from app.domain.note.markers import mark_of
from app.domain.note.references import without_document_symbol

# The sign a word processor leaves for a bullet of its symbol fonts, and what readers expect.
_PRIVATE_BULLETS = re.compile(
    "[\uf0a7\uf0b7\uf0a8\uf0d8\uf0fc\uf076\uf0e0\uf06e\uf071\uf077\uf02d\uf0be\uf0f0\uf0f1\uf09f]"
)
_OTHER_PRIVATE = re.compile("^([ \t]*)[\ue000-\uf8ff](?=\\s)", re.MULTILINE)
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff\x00\x7f]")
_CONTROLS = re.compile("[\x01\x03-\x08\x0e-\x1f]")
_LINE_ENDS = re.compile("\r\n?|\x0b|\x85|\u2028|\u2029")
_PRESENTATION = re.compile("[\ufb50-\ufdfb\ufe70-\ufefc]+")

_BARCODE = re.compile(r"\*\d{7}\*")
_JOB = re.compile(r"(?<![\w-])\d{2}-\d{5}\*? ?(?:\([A-Z]\))?(?:[ \t]+\d{6}){0,4}(?![\w-])")
_TEMPLATE = re.compile(
    r"Error! (?:No document variable supplied|Unknown document property name"
    r"|Reference source not found)\.?",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(
    r"(?:page |страница |página |صفحة |第 ?)?\d{1,3}(?: ?(?:/|of|de|из|sur|من) ?\d{1,3})? ?页?",
    re.IGNORECASE,
)
_PAGE_OF = re.compile(r"(?:\d{2}-\d{5} )?\d{1,3}/\d{1,3}(?: \d{2}-\d{5})?")
_ONLY_ADDRESS = re.compile(r"<?(?:https?://|www\.)\S+>?")
_MASTHEAD = re.compile(
    r"(?:please recycle|distr\.? ?:? ?(?:general|générale|limited|limitada|limitée|)"
    r"|original ?: ?\w+|\[?original ?: ?\w+\]?|united nations|nations unies|naciones unidas"
    r"|организация объединенных наций|联合国|الامم المتحدة|security council|conseil de sécurité"
    r"|consejo de seguridad|совет безопасности|安全理事会|مجلس الامن)\W*",
    re.IGNORECASE,
)
_NOISE = (_PAGE_NUMBER, _PAGE_OF, _ONLY_ADDRESS, _MASTHEAD)
_FOOTNOTE_RULE = re.compile(r"[_‗─—–-]{3,}")
_FOOTNOTE = re.compile(r"(?:\(?\d{1,2}\)?|\[\d{1,2}\]|\*{1,3}|[a-z]/)\s")


def clean(text: str) -> str:
    """Drop what no reader sees, and the job numbers and bar codes wherever they stand."""
    text = _LINE_ENDS.sub("\n", text)
    text = re.sub("[\x02\ufffe]\n?", "-\n", text)
    text = _CONTROLS.sub(" ", _INVISIBLE.sub("", text))
    text = _OTHER_PRIVATE.sub("\\1•", _PRIVATE_BULLETS.sub("•", text))
    text = _PRESENTATION.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)
    for noise in (_TEMPLATE, _BARCODE, _JOB):
        text = noise.sub("", text)
    return text


def is_furniture(line: str) -> bool:
    """Tell whether the line is the page's, not the author's."""
    bare = without_document_symbol(re.sub(r"\s+", " ", level(line)).strip())
    if not any(letter.isalnum() for letter in bare):
        return mark_of(line) is None
    return any(noise.fullmatch(bare) for noise in _NOISE)


def is_footnote_rule(line: str) -> bool:
    return bool(_FOOTNOTE_RULE.fullmatch(line.strip()))


def is_footnote(line: str) -> bool:
    return bool(_FOOTNOTE.match(line.strip()))
