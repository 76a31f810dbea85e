"""The words of the pages in five languages: all there, and of the same shape as the English."""

import re
from functools import cache

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po

from app.data.catalogues import CATALOGUES, translations
from app.web.templating import ROOT

LATIN, CYRILLIC = "[A-Za-zÀ-ÿŒœ]", "[Ѐ-ӿ]"
LETTERS = {"ar": "[؀-ۿ]", "es": LATIN, "fr": LATIN, "ru": CYRILLIC, "zh": "[一-鿿]"}
ILL_SET = {
    "ar": r"[?;,](?!\d)",
    "es": r"[«»]|^[^¿]*\?|^[^¡]*!",
    "fr": r"[ ][:;?!»]|«[ ]|\w'",
    "ru": r"[ёЁ“”]",
    "zh": r"[,;?!](?=[一-鿿])|(?<=[一-鿿])[,;:?!]",
}
PLACEHOLDER = re.compile(r"%\(\w+\)s")
TAG = re.compile(r"<[^>]+>|&\w+;")
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}

Forms = tuple[str, ...]  # a message alone, or its singular and its plural

each_language = pytest.mark.parametrize("language", sorted(LETTERS))


@cache
def messages() -> frozenset[Forms]:
    """Extract what the pages say; Babel alone would pass over folders named like ``_ui``."""
    found = set()
    for folder, pattern, method in (("templates", "**.html", "jinja2"), ("app", "**.py", "python")):
        options = {pattern: {"trimmed": "true"}} if method == "jinja2" else {}
        for _file, _line, message, _comments, _context in extract_from_dir(
            ROOT / folder, [(pattern, method)], options, KEYWORDS, directory_filter=lambda _: True
        ):
            found.add(forms(message))
    return frozenset(found)


@cache
def catalogue(language: str) -> Catalog:
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def forms(words: str | list[str] | tuple[str, ...] | None) -> Forms:
    return (words,) if isinstance(words, str) else tuple(words or ())


def entries(language: str) -> dict[Forms, Forms]:
    return {forms(each.id): forms(each.string) for each in catalogue(language) if each.id}


def bare(words: str) -> str:
    return TAG.sub("", PLACEHOLDER.sub("", words))


def edges(words: str) -> tuple[str, str]:
    return words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]


def test_folders_with_an_underscore_are_read() -> None:
    assert {("You are here",), ("%(date)s, %(time)s New York time",)} <= messages()


@each_language
def test_every_message_is_there_and_none_besides(language: str) -> None:
    kept = set(entries(language))

    assert sorted(messages() - kept) == []
    assert sorted(kept - messages()) == []
    assert not catalogue(language).obsolete


@each_language
def test_every_plural_form_has_words(language: str) -> None:
    plurals = get_plural(language).num_plurals
    lacking = {
        source: words
        for source, words in entries(language).items()
        if len(words) != (plurals if len(source) > 1 else 1) or not all(map(str.strip, words))
    }

    assert catalogue(language).num_plurals == plurals
    assert lacking == {}
    assert not any(each.fuzzy for each in catalogue(language) if each.id)


@each_language
def test_placeholders_and_markup_are_those_of_the_source(language: str) -> None:
    differing = [
        (source, each)
        for source, words in entries(language).items()
        for each in words
        for pattern in (PLACEHOLDER, TAG)
        if sorted(pattern.findall(each)) != sorted(pattern.findall(source[-1]))
    ]

    assert differing == []


@each_language
def test_spaces_at_the_edges_are_those_of_the_source(language: str) -> None:
    differing = [
        (source, each)
        for source, words in entries(language).items()
        for each in words
        if edges(each) != edges(source[-1])
    ]

    assert differing == []


@each_language
def test_words_are_in_the_letters_of_the_language(language: str) -> None:
    foreign = [
        (source, each)
        for source, words in entries(language).items()
        for each in words
        if re.search(LATIN, bare(source[-1])) and not re.search(LETTERS[language], bare(each))
    ]

    assert foreign == []


@each_language
def test_no_word_mixes_alphabets(language: str) -> None:
    mixed = re.compile(f"{LATIN}{CYRILLIC}|{CYRILLIC}{LATIN}")
    found = [each for words in entries(language).values() for each in words if mixed.search(each)]

    assert found == []


@each_language
def test_signs_are_set_as_the_language_sets_them(language: str) -> None:
    ill_set = re.compile(ILL_SET[language])
    found = [
        each for words in entries(language).values() for each in words if ill_set.search(bare(each))
    ]

    assert found == []


@each_language
def test_the_pages_get_these_words(language: str) -> None:
    loaded = translations(language)
    counted = [source for source in entries(language) if len(source) > 1]

    assert loaded.gettext("Sign in") == entries(language)[("Sign in",)][0] != "Sign in"
    for one, many in counted:
        kept = entries(language)[(one, many)]
        assert {loaded.ngettext(one, many, number) for number in range(201)} == set(kept)
