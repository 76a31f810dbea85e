"""What stands around every sentence's check, filled once a language: there are thousands of them.

The shell is an ordinary page with marks where sentences differ. A mark stands between control
characters, which no text of a record may hold (``find_hidden``).
"""

import re
from collections.abc import Callable

from markupsafe import escape

from app.features.record.pages import GapPage, RecordFrame, SentencePage

MARK = "\x01{}\x01"
_GAP = re.compile("\x01(.+?)\x01")
DESCRIBED = 150  # characters of a sentence that describe its page


class SentenceShell:
    """``fill`` renders record/sentence.html for a path."""

    def __init__(self, fill: Callable[[str, GapPage], str], frame: RecordFrame) -> None:
        gaps = GapPage(frame, *(MARK.format(name) for name in ("number", "description", "body")))
        self.parts = _GAP.split(fill(f"sentences/{MARK.format('id')}/", gaps))

    def around(self, page: SentencePage, body: str) -> str:
        """Put a sentence's check, which is HTML, where it belongs."""
        sentence = page.sentence
        said = f"{sentence.before}{sentence.quote}{sentence.after}"
        filling = {
            "id": sentence.id,
            "number": str(sentence.number),
            "description": str(escape(said[:DESCRIBED])),
            "body": body,
        }
        parts = [filling[part] if at % 2 else part for at, part in enumerate(self.parts)]
        return "".join(parts)
