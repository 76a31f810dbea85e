"""Names of States found in a text, in the order printed, the longest name first."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from app.domain.note.lettering import level

# Places whose name holds the name of a State but does not mean it.
NOT_STATES: Mapping[str, tuple[str, ...]] = {
    "en": ("Gulf of Guinea", "Lake Chad", "Niger Delta", "Congo River", "New Mexico"),
    "fr": ("golfe de Guinée", "lac Tchad", "delta du Niger", "fleuve Congo", "fleuve Niger"),
    "es": ("golfo de Guinea", "lago Chad", "delta del Níger", "río Congo", "Nuevo México"),
    "ru": ("Гвинейский залив", "озеро Чад", "дельта Нигера"),
    "zh": ("几内亚湾", "乍得湖", "尼日尔河", "尼日尔三角洲", "刚果河", "印度洋"),
    "ar": ("خليج غينيا", "بحيرة تشاد", "دلتا النيجر", "نهر الكونغو"),
}
# A name that is also a word counts only after these; "" is a name no sentence may begin with.
_COMMON_WORDS: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    "ar": {
        "مالي": re.compile(
            r"(?:^|[(,،:.؟]|(?<!\w)(?:في|من|الي|مثل|حكومة|شمال|وسط|جنوب|بين|دولة|عن|علي|و|او|شعب"
            r"|جمهورية|كذلك|داخل|السودان|سلطات|ان))\s*$"
        )
    },
    "ru": {"Того": re.compile(r"[^\s.?!]\s*$")},
}
_WORDLIKE = r"[^\W\d_]"
# Russian declines adjectives and most names; -о, -и, -у and -э stay.
_RUSSIAN_ENDINGS = (
    (
        re.compile("(ая|яя|ое|ее|ые|ие|ый|ий|ой)$"),
        "(?:ая|ую|ое|ее|ой|ей|ого|его|ому|ему|ом|ем|ым|им|ые|ие|ый|ий|ых|их|ыми|ими|яя|юю)",
    ),
    (re.compile("ия$"), "(?:ия|ии|ию|ией)"),
    (re.compile("[ая]$"), "(?:а|я|ы|и|е|у|ю|ой|ей)"),
    (re.compile("[йь]$"), "(?:й|ь|я|ю|и|е|ем|ью)"),
    (re.compile("(?<=[бвгджзклмнпрстфхцчшщ])$"), "(?:а|у|ом|ем|е|ы|ов)?"),
)


@dataclass(frozen=True)
class FoundState:
    start: int
    end: int
    iso3: str


@dataclass(frozen=True)
class StateNames:
    """Language → (form, iso3), and language → phrases that hold a name but mean no State."""

    forms: Mapping[Any, tuple[tuple[str, str], ...]]
    not_states: Mapping[Any, tuple[str, ...]] = field(default_factory=dict)

    def find(self, text: str, language: str | None) -> list[FoundState]:
        """Every State named in the text; a longer name hides the shorter ones inside it."""
        index = self._index_of(language or "")
        if not index:
            return []
        levelled = level(text)
        found: list[FoundState] = []
        position = 0
        while position < len(levelled):
            here = _longest_at(levelled, position, index, spaced=language != "zh")
            if here is None:
                position += 1
                continue
            if here.iso3 and not _is_common_word(levelled, here, language):
                found.append(here)
            position = here.end
        return found

    def iso3s(self, text: str, language: str | None) -> tuple[str, ...]:
        return tuple(dict.fromkeys(found.iso3 for found in self.find(text, language)))

    @cached_property
    def _indexes(self) -> dict[str, "_Index"]:
        return {}

    def _index_of(self, language: str) -> "_Index":
        """Make the index of a language once, when it is first asked for."""
        if language not in self._indexes:
            masks = (*NOT_STATES.get(language, ()), *self.not_states.get(language, ()))
            forms = self.forms.get(language, ())
            self._indexes[language] = _index_of(forms, masks, language) if forms else {}
        return self._indexes[language]


_Index = dict[str, list[tuple[re.Pattern[str], str]]]


def _index_of(
    forms: tuple[tuple[str, str], ...], not_states: tuple[str, ...], language: str
) -> _Index:
    index: _Index = {}
    masks = ((form, "") for form in not_states)
    for form, iso3 in sorted([*masks, *forms], key=lambda pair: -len(pair[0])):
        for spelling in _spellings(level(form).strip(), language):
            pattern = re.compile(_pattern(spelling, language))
            index.setdefault(spelling[:2], []).append((pattern, iso3))
    return index


def _spellings(form: str, language: str) -> list[str]:
    """Arabic writes one-letter words joined to the next: by, and, for, like."""
    if language != "ar":
        return [form]
    joined = [f"{prefix}{form}" for prefix in ("", "و", "ب", "ف", "ك", "وب", "فب")]
    if form.startswith("ال"):
        return joined + [f"{prefix}ل{form[1:]}" for prefix in ("", "و", "ف")]
    return joined + [f"{prefix}ل{form}" for prefix in ("", "و")]


def _pattern(form: str, language: str) -> str:
    words = [re.escape(word) for word in form.split()]
    if language == "ru":
        words = [_declined(word) for word in form.split()]
    spelled = r"\s+".join(words)
    return spelled if language == "zh" else rf"{spelled}(?![-]?{_WORDLIKE}|\$)"


def _declined(word: str) -> str:
    return "-".join(_declined_part(part) for part in word.split("-"))


def _declined_part(part: str) -> str:
    if len(part) < 3 or not part.isalpha() or part.isupper():
        return re.escape(part)
    for ending, forms in _RUSSIAN_ENDINGS:
        match = ending.search(part)
        if match:
            return re.escape(part[: match.start()]) + forms
    return re.escape(part)


def _longest_at(text: str, position: int, index: _Index, *, spaced: bool) -> FoundState | None:
    if spaced and position and text[position - 1].isalpha():
        return None
    for pattern, iso3 in index.get(text[position : position + 2], ()):
        match = pattern.match(text, position)
        if match:
            return FoundState(position, match.end(), iso3)
    return None


def _is_common_word(text: str, found: FoundState, language: str | None) -> bool:
    before = _COMMON_WORDS.get(language or "", {}).get(text[found.start : found.end])
    return before is not None and not before.search(text[max(0, found.start - 20) : found.start])
