"""A State's name as it stands after "of": of Sweden, de la Suède, Швеции, للسويد, 瑞典."""

from app.data.shapes import StateNames

_FRENCH = {"le": "du ", "les": "des ", "la": "de la ", "l'": "de l'"}
_SPANISH = {"el": "del ", "": "de "}
_VOWELS = tuple("aàâeéèêiîïoôuhAÀÂEÉÈÊIÎÏOÔUH")
_ARABIC_ARTICLE = "ال"


def after_of(names: StateNames, language: str) -> str:
    """Give the short name with its preposition and article, or in its case."""
    name, article = names.short, names.article
    if language == "en":
        return f"{article} {name}".lstrip()
    if language == "fr":
        bare = "d'" if name.startswith(_VOWELS) else "de "
        return _FRENCH.get(article, bare) + name
    if language == "es":
        return _SPANISH.get(article, f"de {article} ") + name
    if language == "ar":
        stem = name.removeprefix(_ARABIC_ARTICLE)
        return f"ل{name}" if stem == name else f"لل{stem}"
    return _russian(names) if language == "ru" else name


def _russian(names: StateNames) -> str:
    """Take the first other form if it is the short name word for word: the genitive comes first."""
    first = names.also[0] if names.also else names.short
    pairs = list(zip(names.short.split(), first.split(), strict=False))
    same_length = len(names.short.split()) == len(first.split())
    declined = same_length and all(one[:2] == other[:2] for one, other in pairs)
    return first if declined else names.short
