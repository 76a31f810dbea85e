"""The shape of a language's table: templates by plural category, filled by phrasing.py.

A plural table may also hold exact numbers ("=0", "=2"), which come before categories. Banded
sentences always take "other", so that grammar gives nothing away.

Placeholders: ``{n}`` a number as words, ``{of}`` the denominator as words in the form it takes
after "of the", ``{whole}`` a filled phrase of ``whole``, ``{who}`` a filled phrase of ``share`` or
``everyone``, ``{where}`` a filled phrase of ``about`` (it ends with its own space), ``{value}`` the
label of a scale value in quotation marks, ``{text}`` words of a delegation or of the presidency.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

Plural = Mapping[str, str]  # "=2", or CLDR category ("one", "few", …, always "other") -> template

# How a kind of point is introduced; keys are Kind/PointKind values.
POINT_KINDS = ("view", "proposal", "condition", "concern", "request")
POPULATIONS = ("member", "entered", "invited")


@dataclass(frozen=True)
class Wording:
    language: str
    plural: Callable[[int], str]  # CLDR cardinal category of a number
    cardinals: tuple[str, ...]  # 0 to 30 as the subject: "one", "один", "一"
    cardinals_of: tuple[str, ...]  # 0 to 30 after "of the": "fifteen", "пятнадцати"
    figures_of: str  # a number above 30 after "of the": "{of}", "الـ {of}"
    whole: Mapping[str, Plural]  # population -> "the {of} members", by the category of the whole
    share: Mapping[str, Plural]  # population -> "{n} of {whole}", by the category of the count
    share_in_words: tuple[str, str, str, str, str]  # "most ({n}) of {whole}", by quantity.py
    everyone: Mapping[str, Plural]  # population -> "all {of} members", by the category of the whole
    band: Mapping[str, tuple[str, str, str]]  # population -> what is said for each of bands.py
    about: str  # "For {missions}, "
    about_each: str  # "For each of {missions}, ", where who it was may differ from one to the next
    about_general: str  # "In general and for {missions}, "
    about_general_each: str  # likewise, where who it was may differ
    in_general: str  # "In general, "
    general: str  # "General" within {missions}, beside missions
    value: Plural  # "{where}{who} gave the assessment {value}."
    value_lone_each: str  # "{where}{who} gave the assessment {value}." for several missions at once
    pooled: str  # the same, in bands, of missions of which nothing may be said one by one
    apart: str  # "{where}the assessments are not given by themselves …"
    only_value: Plural  # "{where}{who} gave an assessment, each of them {value}."
    differing: Plural  # "{where}{who} gave an assessment, and these differed: {spread}."
    spread_item: str  # "{n} {value}"
    nobody: str  # "{where}no member gave an assessment."
    addressed: Plural  # "{where}{who} submitted a text without an assessment."
    nothing: Mapping[str, Plural]  # no_position, awaiting_instructions, nothing_submitted
    nothing_found: Plural  # for a briefing compiled from public sources, where nobody submitted
    found: Mapping[str, str]  # likewise: value, differing, addressed, nobody, point
    names: str  # " ({names})", put after who
    unnamed: Plural  # "{n} not named", where a position may not carry its author
    quotation: Mapping[str, str]  # point kind -> "{where}{name} submitted: {text}"
    point: Mapping[str, Plural]  # point kind -> "{where}{who} made this point: {text}"
    point_unattributed: Mapping[str, str]  # point kind -> "{where}this point was made: {text}"
    in_words_of: Mapping[str, str]  # named, unnamed: " In the words of {name}: {text}"
    pending: str  # "(wording pending)"
    in_original: str  # " [original: {language}]"
    languages: Mapping[str, str]  # language -> its name in this language
    quote: tuple[str, str]  # quotation marks
    list_comma: str
    list_last: str  # before the last of a list
    list_last_before: tuple[str, str] | None  # (pattern, joiner): what it is before some words
    colon: str
    further: Plural  # "{n} further points, each of one delegation: part II, paragraphs {a}–{b}."
    further_shared: Plural  # likewise, where several delegations share some of them
    further_uncounted: str  # the same where no number may be given
    opening: Mapping[str, str]  # briefing, briefing_undated, briefers, not_entered, numbers, …
    submitted: Mapping[str, Plural]  # population -> "{who} submitted positions."
    headings: Mapping[str, str]  # part_one, part_two, question, general, register, …
    date: Callable[[date], str]


def cardinal(wording: Wording, number: int, *, after_of: bool = False) -> str:
    """Give a number in words up to thirty, in figures above."""
    words = wording.cardinals_of if after_of else wording.cardinals
    if number < len(words):
        return words[number]
    return wording.figures_of.format(of=number) if after_of else str(number)


def form(wording: Wording, template: Plural, number: int) -> str:
    """Choose the template for a number: its own if it has one, else that of its category."""
    exact = template.get(f"={number}")
    return exact or template.get(wording.plural(number)) or template["other"]


def listed(wording: Wording, items: list[str]) -> str:
    if len(items) < 2:
        return "".join(items)
    last = wording.list_last
    if wording.list_last_before:
        pattern, joiner = wording.list_last_before
        last = joiner if re.match(pattern, items[-1]) else last
    return wording.list_comma.join(items[:-1]) + last + items[-1]


def quoted(wording: Wording, text: str) -> str:
    return f"{wording.quote[0]}{text}{wording.quote[1]}"


def one_or_other(number: int) -> str:
    """Give the CLDR category in English, and in Spanish for whole numbers."""
    return "one" if number == 1 else "other"
