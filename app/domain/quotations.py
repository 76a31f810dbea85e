"""What a text puts between quotation marks, in any of the six languages."""

import re

QUOTATIONS = re.compile(
    r"“([^”\n]*)”|«([^»\n]*)»|„([^“”\n]*)[“”]|「([^」\n]*)」|『([^』\n]*)』|‘([^’\n]*)’|\"([^\"\n]*)\""
)


def quoted(text: str) -> list[str]:
    """Give what a text puts between quotation marks, in its order."""
    return ["".join(filter(None, found)).strip() for found in QUOTATIONS.findall(text)]
