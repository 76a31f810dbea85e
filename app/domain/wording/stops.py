"""How a sentence is closed: by the stop of its language, and never by two."""

STOPS = {"zh": "。"}
ENDS = ".!?…。！？؟۔"
CLOSERS = "”’»\"')]）」』"


def closed(text: str, language: str) -> str:
    """Give the text with a stop at its end, unless it has one, inside closing marks or out."""
    bare = text.rstrip().rstrip(CLOSERS)
    return text if not bare or bare[-1] in ENDS else text.rstrip() + STOPS.get(language, ".")
