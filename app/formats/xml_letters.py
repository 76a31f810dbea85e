"""Which characters XML can hold, whatever the document it stands in."""

import re

_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def fits_xml(text: str) -> bool:
    return not _NOT_XML.search(text)


def fit(text: str) -> str:
    """Give a text as XML can hold it: what it cannot hold is seen to have been there."""
    return _NOT_XML.sub("\ufffd", text)
