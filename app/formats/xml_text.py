"""Text as XML 1.0 may hold it."""

import re

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """Leave out the control letters that no XML document may hold, however they are written."""
    return _ILLEGAL.sub("", text)
