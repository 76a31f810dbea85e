"""How a speaker names a guiding question by its number, by language.

In ``numbered`` and ``worded`` the braces stand for the number: first in digits, then in words.
"""

from typing import NamedTuple


class Cue(NamedTuple):
    numbered: str
    worded: tuple[str, ...]
    ordinals: tuple[str, ...]  # first, second, …


CUES = {
    "ar": Cue(
        r"(?:ال)?سؤال\s+(?:(?:رقم|التوجيهي)\s+)*{}",
        (r"(?:ال|لل)سؤال\s+(?:التوجيهي\s+)?{}",),
        (
            "الأول|الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس",
            "السابع", "الثامن", "التاسع", "العاشر",
        ),
    ),
    "zh": Cue(
        r"(?:问题\s*|第\s*(?=\d{{1,2}}\s*个?\s*(?:指导性?)?问题)){}",
        (r"第{}个?(?:指导性?)?问题", r"问题{}(?![一二三四五六七八九十])"),
        ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十"),
    ),
    "en": Cue(
        r"\b(?:question\s+(?:(?:number|no\.?)\s+)?|q\.?\s?){}",
        (r"\b{}\s+(?:guiding\s+)?question\b", r"\bquestion\s+{}\b"),
        (
            "first", "second|two", "third|three", "fourth|four", "fifth|five", "sixth|six",
            "seventh|seven", "eighth|eight", "ninth|nine", "tenth|ten",
        ),
    ),
    "fr": Cue(
        r"\b(?:question\s+(?:(?:numéro|n[o°º]\.?)\s*)?|q\.?\s?){}",
        (r"\b{}\s+question\b", r"\bquestion\s+{}\b"),
        (
            "première", "deuxième|seconde|deux", "troisième|trois", "quatrième|quatre",
            "cinquième|cinq", "sixième|six", "septième|sept", "huitième|huit", "neuvième|neuf",
            "dixième|dix",
        ),
    ),
    "ru": Cue(
        r"\bвопрос\w{{0,2}}\s+(?:(?:номер|№)\s*)?{}",
        (r"\b{}\w{{0,3}}\s+(?:направляющ\w+\s+)?вопрос\w{{0,2}}\b",),
        (
            "перв", "втор", "трет[ьи]", "четв[её]рт", "пят", "шест", "седьм", "восьм", "девят",
            "десят",
        ),
    ),
    "es": Cue(
        r"\b(?:pregunta\s+(?:(?:n[úu]mero|n[úu]m\.?|n\.?º)\s*)?|p\.?\s?){}",
        (r"\b{}\s+pregunta\b", r"\bpregunta\s+{}\b"),
        (
            "primera", "segunda|dos", "tercera|tres", "cuarta|cuatro", "quinta|cinco",
            "sexta|seis", "s[ée]ptima|siete", "octava|ocho", "novena|nueve", "d[ée]cima|diez",
        ),
    ),
}  # fmt: skip
