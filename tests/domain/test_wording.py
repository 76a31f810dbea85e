"""The tables say the same in six languages: same numbers, same places to fill, clean script."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import date
from string import Formatter

import pytest
from babel import Locale

from app.domain.attribution import Attribution
from app.domain.bands import band_of
from app.domain.lifecycle import Origin
from app.domain.phrasing import Speaker
from app.domain.position import GENERAL, LANGUAGES, Cell, Point, PointKind, Statement
from app.domain.proceedings import Position, Proceedings, Question, ScaleValue, Seat, Standing
from app.domain.quantity import word_of
from app.domain.sentence import Kind, Part, Sentence, Source, kind_of_point
from app.domain.tally import Outcome
from app.domain.wording import WORDINGS, wording_in
from app.domain.wording.table import POINT_KINDS, POPULATIONS, Wording, cardinal, listed

SHARES_IN_WORDS = {f"share_in_words.{number}" for number in range(5)}
each_language = pytest.mark.parametrize("language", LANGUAGES)

PLURALS = (
    "value",
    "only_value",
    "differing",
    "addressed",
    "nothing_found",
    "unnamed",
    "further",
    "further_shared",
)
NESTED_PLURALS = ("whole", "share", "everyone", "nothing", "point", "submitted")
SENTENCES = (
    *("value", "value_lone_each", "only_value", "differing", "nobody", "addressed", "nothing"),
    *("nothing_found", "further", "further_shared", "further_uncounted", "opening", "submitted"),
)
NOT_TEMPLATES = ("language", "plural", "cardinals", "cardinals_of", "list_last_before", "date")

# How a language says a number without its cardinal: a dual, "both", "the only one", "not any".
OTHER_NUMERALS: Mapping[str, Mapping[str, int]] = {
    "ar": {
        "أي من": 0,
        "الوحيد": 1,
        "عضوان": 2,
        "العضوين": 2,
        "كلا العضوين": 2,
        "كلا المدعوين": 2,
        "عنصران": 2,
    },
    "zh": {"唯一": 1},
    "en": {},
    "fr": {"unique": 1},
    "ru": {"единственный": 1, "единственного": 1, "оба": 2},
    "es": {"único": 1},
}
# What no count may be called, and no delegation be made to do.
FORBIDDEN = {
    "ar": (
        r"إجماع|توافق|أغلب|معظم|غالبية|العديد|عدة|كثير|قليل|بعض|عدد من"
        r"|تأييد|أيد|دعم|مساند|اتفق|اتفاق|قال"
    ),
    "zh": (
        r"共识|一致|多数|大多|许多|若干|一些|少数|几个|部分成员|不少|支持|赞成|赞同|普遍|广泛|说"
    ),
    "en": (
        r"\b(consensus|majority|minority|several|most|many|some|few|various|numerous|broad|wide\w*"
        r"|general agreement|agreed?|support\w*|said)\b"
    ),
    "fr": (
        r"\b(consensus|majorit\w+|minorit\w+|plusieurs|la plupart|beaucoup|certains|quelques"
        r"|nombreu\w+|divers\w*|accord général|large\w*|appui\w*|souten\w*|soutien|dit|déclar\w+)\b"
    ),
    "ru": (
        r"консенсус|большинств|меньшинств|нескольк|многи|много\b|некотор|ряд\b|немног|различные"
        r"|общее согласие|широк|поддерж|соглас(?!ие, ни)|сказал|заявил"
    ),
    "es": (
        r"\b(consenso|mayor[ií]a|minor[ií]a|varios|muchos|algun[oa]s|pocos|numeros\w+|divers\w+"
        r"|acuerdo general|ampli[oa]\w*|apoy\w+|respald\w+|dijo|declar\w+)\b"
    ),
}
SCRIPTS = {"ar": "ARABIC", "zh": "CJK", "en": "LATIN", "fr": "LATIN", "ru": "CYRILLIC"} | {
    "es": "LATIN"
}
STOPS = dict.fromkeys(LANGUAGES, ".") | {"zh": "。"}

SCALE = (
    ScaleValue("a", {"ar": "هشة", "zh": "脆弱", "en": "fragile", "ru": "шаткий", "es": "frágil"}),
    ScaleValue("b", {"ar": "نشطة", "zh": "活跃", "en": "active", "ru": "активный", "es": "activo"}),
)
FRANCE = {
    "ar": "فرنسا",
    "zh": "法国",
    "en": "France",
    "fr": "France",
    "ru": "Франция",
    "es": "Francia",
}
ITALY = {
    "ar": "إيطاليا",
    "zh": "意大利",
    "en": "Italy",
    "fr": "Italie",
    "ru": "Италия",
    "es": "Italia",
}
PROCEEDINGS = Proceedings(
    slug="briefing",
    title={"en": "Title"},
    meeting_date=date(2017, 4, 6),
    presidency="FR",
    attribution=Attribution.ATTRIBUTED,
    languages=LANGUAGES,
    seats=(Seat("FR", FRANCE), Seat("IT", ITALY)),
    missions=(),
    questions=(Question(1, {"en": "Question"}, SCALE),),
    positions=(),
    briefers=("A",),
)
ENTERED = replace(
    PROCEEDINGS, seats=(*PROCEEDINGS.seats, Seat("SN", {"en": "S"}, Standing.NOT_ENTERED))
)


def speaker(language: str, proceedings: Proceedings = PROCEEDINGS) -> Speaker:
    return Speaker.of(proceedings, language)


def tally(count: int, of: int, **facts: object) -> Sentence:
    base = Sentence(
        key="q1",
        part=Part.REGISTER,
        kind=Kind.TALLY,
        rule=Attribution.COUNTED,
        question=1,
        missions=("MINUSMA",),
        value="a",
        count=count,
        of=of,
    )
    return replace(base, **facts)


def nothing(value: str, count: int, of: int, **facts: object) -> Sentence:
    return tally(count, of, kind=Kind.NOTHING, value=value, **facts)


def differing(count: int, of: int) -> Sentence:
    spread = (("a", count - 1), ("b", 1))
    return tally(
        count, of, part=Part.OVERVIEW, value=None, spread=spread, outcome=Outcome.DIFFERING
    )


def submitted(count: int, of: int, by: Standing = Standing.MEMBER) -> Sentence:
    return tally(count, of, kind=Kind.PROCEDURAL, key=f"opening.submitted.{by}", by=by)


def opening(name: str) -> Sentence:
    return tally(0, 0, kind=Kind.PROCEDURAL, key=f"opening.{name}")


def further(count: int) -> Sentence:
    return tally(count, count, kind=Kind.PROCEDURAL, key="q1.further", pointer=("a", "b"))


def point(kind: PointKind, count: int, of: int, rule: Attribution) -> Sentence:
    statement = Statement(None, "x", "en")
    source = Source(
        Position("FR", Cell(1, "MINUSMA"), statement, "h", b"", (Point(0, 1, kind),), None, True), 0
    )
    return tally(
        count,
        of,
        kind=kind_of_point(kind),
        rule=rule,
        point_kind=kind,
        sources=(source,),
        seats=("FR",),
    )


def numbers_in(language: str, text: str) -> list[int]:
    """Read numbers back from words, longest word first, knowing nothing of the templates."""
    table = wording_in(language)
    words = {word: n for n, word in enumerate(table.cardinals)}
    words |= {word: n for n, word in enumerate(table.cardinals_of)}
    words |= OTHER_NUMERALS[language]
    inside = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    pattern = rf"\d+|{inside}" if language == "zh" else rf"(?<!\w)(?:\d+|{inside})(?!\w)"
    found = re.findall(pattern, text.casefold())
    return [int(each) if each.isdigit() else words[each] for each in found]


def templates(table: Wording) -> Iterator[tuple[str, str]]:
    """Give every string of a table with its path: "nothing.no_position.other"."""
    for field in fields(table):
        if field.name not in NOT_TEMPLATES:
            yield from _strings(field.name, getattr(table, field.name))


def _strings(path: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _strings(f"{path}.{key}", inner)
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _strings(f"{path}.{index}", inner)


def plurals(table: Wording) -> Iterator[tuple[str, Mapping[str, str]]]:
    for name in PLURALS:
        yield name, getattr(table, name)
    for name in NESTED_PLURALS:
        for key, plural in getattr(table, name).items():
            yield f"{name}.{key}", plural


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def one_number_only(table: Wording, category: str) -> bool:
    """Tell whether a key of a plural table speaks of a single number, which it may then omit."""
    if category.startswith("="):
        return True
    return sum(table.plural(number) == category for number in range(1000)) == 1


def categories(language: str) -> set[str]:
    rule = Locale(language).plural_form
    return {rule(number) for number in range(1000)}


# The tables


def test_each_language_of_the_united_nations_has_its_table() -> None:
    assert {name: table.language for name, table in WORDINGS.items()} == {
        name: name for name in LANGUAGES
    }


@each_language
def test_plurals_are_those_of_cldr(language: str) -> None:
    rule, plural = Locale(language).plural_form, wording_in(language).plural
    for number in (*range(10_000), 100_001, 100_011, 999_999):
        assert plural(number) == rule(number), number


@each_language
def test_tables_have_the_same_keys(language: str) -> None:
    def keys(table: Wording) -> set[str]:
        plural = {name for name, _ in plurals(table)}
        paths = {path for path, _ in templates(table)}
        return {path for path in paths if path.rpartition(".")[0] not in plural} | plural

    assert keys(wording_in(language)) == keys(wording_in("en"))


def test_tables_have_the_keys_the_sentences_ask_for() -> None:
    english = wording_in("en")
    for name in ("whole", "share", "everyone", "submitted"):
        assert tuple(getattr(english, name)) == POPULATIONS
    for name in ("quotation", "point", "point_unattributed"):
        assert tuple(getattr(english, name)) == POINT_KINDS


@each_language
def test_plural_keys_are_numbers_or_categories_of_the_language(language: str) -> None:
    allowed = categories(language) | {"other"}
    for name, plural in plurals(wording_in(language)):
        assert "other" in plural, name
        odd = {key for key in plural if not re.fullmatch(r"=\d", key)} - allowed
        assert not odd, name


@each_language
def test_templates_have_the_placeholders_of_english(language: str) -> None:
    table, english = wording_in(language), wording_in("en")
    wanted = dict(templates(english))
    plural_names = {name for name, _ in plurals(table)}
    for path, template in templates(table):
        parent, _, category = path.rpartition(".")
        if parent not in plural_names:
            assert placeholders(template) == placeholders(wanted[path]), path
        elif not parent.startswith("everyone"):
            of_english = placeholders(wanted[f"{parent}.other"])
            missing = of_english - placeholders(template)
            assert placeholders(template) <= of_english, path
            allowed = {"n", "of", "b"} if one_number_only(table, category) else set()
            assert missing <= allowed, path


@each_language
def test_everyone_says_how_many(language: str) -> None:
    table = wording_in(language)
    for population, plural in table.everyone.items():
        for category, template in plural.items():
            named = placeholders(template)
            assert named <= {"n", "of", "whole"}, population
            assert named & {"n", "of"} or one_number_only(table, category), (population, category)


@each_language
def test_cardinals_are_all_different(language: str) -> None:
    table = wording_in(language)
    for words in (table.cardinals, table.cardinals_of):
        assert len(words) == 31
        assert len(set(words)) == 31


# One to twenty, written a second time; the rest follow from them.
TO_TWENTY = {
    "ar": "واحد،اثنان،ثلاثة،أربعة،خمسة،ستة،سبعة،ثمانية،تسعة،عشرة،أحد عشر،اثنا عشر،ثلاثة عشر،"
    "أربعة عشر،خمسة عشر،ستة عشر،سبعة عشر،ثمانية عشر،تسعة عشر،عشرون",
    "zh": "一，两，三，四，五，六，七，八，九，十，十一，十二，十三，十四，十五，"
    "十六，十七，十八，十九，二十",
    "en": "one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve,thirteen,fourteen,"
    "fifteen,sixteen,seventeen,eighteen,nineteen,twenty",
    "fr": "un,deux,trois,quatre,cinq,six,sept,huit,neuf,dix,onze,douze,treize,quatorze,quinze,"
    "seize,dix-sept,dix-huit,dix-neuf,vingt",
    "ru": "один,два,три,четыре,пять,шесть,семь,восемь,девять,десять,одиннадцать,двенадцать,"
    "тринадцать,четырнадцать,пятнадцать,шестнадцать,семнадцать,восемнадцать,девятнадцать,двадцать",
    "es": "uno,dos,tres,cuatro,cinco,seis,siete,ocho,nueve,diez,once,doce,trece,catorce,quince,"
    "dieciséis,diecisiete,dieciocho,diecinueve,veinte",
}
OVER_TWENTY = {  # twenty-one, and how the others are made of a unit
    "ar": ("واحد وعشرون", "{} وعشرون", "ثلاثون"),
    "zh": ("二十一", "二十{}", "三十"),
    "en": ("twenty-one", "twenty-{}", "thirty"),
    "fr": ("vingt et un", "vingt-{}", "trente"),
    "ru": ("двадцать один", "двадцать {}", "тридцать"),
    "es": ("veintiuno", "veinti{}", "treinta"),
}
ACCENTED = {"veintidos": "veintidós", "veintitres": "veintitrés", "veintiseis": "veintiséis"}
RUSSIAN_GENITIVES = (
    "одного,двух,трех,четырех,пяти,шести,семи,восьми,девяти,десяти,одиннадцати,двенадцати,"
    "тринадцати,четырнадцати,пятнадцати,шестнадцати,семнадцати,восемнадцати,девятнадцати,двадцати"
)


@each_language
def test_cardinals_are_in_order(language: str) -> None:
    words = wording_in(language).cardinals
    to_twenty = re.split("[,،，]", TO_TWENTY[language])
    first, made_of, last = OVER_TWENTY[language]
    units = [word.replace("两", "二") for word in to_twenty[1:9]]
    made = [made_of.format(unit) for unit in units]
    assert list(words[1:]) == [*to_twenty, first, *(ACCENTED.get(w, w) for w in made), last]


def test_cardinals_after_of_are_in_order() -> None:
    for language in ("zh", "en", "fr"):
        assert wording_in(language).cardinals_of == wording_in(language).cardinals
    spanish = wording_in("es")
    assert spanish.cardinals_of[1:] == tuple(
        {"uno": "un", "veintiuno": "veintiún"}.get(word, word) for word in spanish.cardinals[1:]
    )
    genitives = RUSSIAN_GENITIVES.split(",")
    over = [f"двадцати {unit}" for unit in genitives[:9]]
    assert list(wording_in("ru").cardinals_of[1:]) == [*genitives, *over, "тридцати"]
    arabic = wording_in("ar")
    for plain, definite in zip(arabic.cardinals[1:], arabic.cardinals_of[1:], strict=True):
        genitive = plain.replace("اثنان", "اثنين").replace("اثنا", "اثني").replace("ون", "ين")
        assert definite == "ال" + genitive.replace(" و", " وال")


@each_language
def test_no_cardinal_means_one_number_here_and_another_there(language: str) -> None:
    table = wording_in(language)
    for number, word in enumerate(table.cardinals):
        assert word not in table.cardinals_of or table.cardinals_of.index(word) == number


# Numbers

WHOLES = [(count, of) for of in (1, 2, 3, 15, 21, 31, 101, 193) for count in range(of + 1)]


@each_language
def test_assessments_say_their_numbers(language: str) -> None:
    say = speaker(language)
    for count, of in WHOLES:
        assert _says(language, say.phrase(tally(count, of)), count, of), (count, of)


@each_language
@pytest.mark.parametrize(
    ("by", "proceedings"),
    [
        (Standing.MEMBER, PROCEEDINGS),
        (Standing.MEMBER, ENTERED),
        (Standing.INVITED, PROCEEDINGS),
    ],
    ids=POPULATIONS,
)
def test_submissions_say_their_numbers(
    language: str, by: Standing, proceedings: Proceedings
) -> None:
    say = speaker(language, proceedings)
    for count, of in WHOLES:
        text = say.phrase(submitted(count, of, by))
        assert _says(language, text, count, of), text


def _says(language: str, text: str, count: int, of: int) -> bool:
    """Tell whether a text gives both numbers and no other, or one of them where they are equal."""
    found = numbers_in(language, text)
    return set(found) == {count, of} and len(found) <= 2


@each_language
def test_spreads_say_their_numbers(language: str) -> None:
    say = speaker(language)
    for count, of in WHOLES:
        if count > 1:
            found = numbers_in(language, say.phrase(differing(count, of)))
            assert sorted(found[-2:]) == sorted([count - 1, 1]), (count, of)
            assert set(found[:-2]) == {count, of}, (count, of)


@each_language
def test_pointers_say_how_many_they_stand_for(language: str) -> None:
    say = speaker(language)
    for count in range(1, 194):
        found = numbers_in(language, say.phrase(further(count)))
        assert count in found, count
        assert set(found) <= {count, 1}, count


@each_language
@pytest.mark.parametrize("value", ["no_position", "awaiting_instructions", "nothing_submitted"])
def test_different_counts_never_read_the_same(language: str, value: str) -> None:
    say, listing = speaker(language), speaker(language, ENTERED)
    for of in (3, 15, 193):
        for each in (say, listing):
            texts = {each.phrase(nothing(value, count, of)) for count in range(of + 1)}
            assert len(texts) == of + 1


@each_language
def test_numbers_above_thirty_are_figures(language: str) -> None:
    table = wording_in(language)
    assert cardinal(table, 31) == "31"
    assert re.findall(r"(?<!\w)\d+", cardinal(table, 193, after_of=True)) == ["193"]


# Bands

BLIND = Attribution.NON_ATTRIBUTED
BANDS = [(0, range(6)), (1, range(6, 10)), (2, range(10, 16))]
THIRDS = {  # one third, two thirds
    "ar": (r"ثلث(?!ي)", r"ثلثي"),
    "zh": ("三分之一", "三分之二"),
    "en": (r"\ba third", r"two thirds"),
    "fr": (r"\bun tiers", r"deux tiers"),
    "ru": (r"одной трети", r"двух третей"),
    "es": (r"\bun tercio", r"dos tercios"),
}


@each_language
@pytest.mark.parametrize("value", ["a", "no_position", "awaiting_instructions"])
def test_a_band_reads_the_same_whatever_its_count(language: str, value: str) -> None:
    say = speaker(language)
    kind = Kind.TALLY if value == "a" else Kind.NOTHING
    seen: list[str] = []
    for _, counts in BANDS:
        texts = {
            say.phrase(tally(n, 15, kind=kind, value=value, rule=BLIND, band=band_of(n, 15)))
            for n in counts
        }
        assert len(texts) == 1
        seen += texts
    assert len(set(seen)) == 3


@each_language
def test_a_band_does_not_let_grammar_tell_the_whole(language: str) -> None:
    say = speaker(language)
    texts = {
        say.phrase(nothing("awaiting_instructions", 0, of, rule=BLIND, band=0))
        for of in (15, 17, 21, 193)
    }
    assert len(texts) == 1


@each_language
def test_bands_are_the_same_intervals(language: str) -> None:
    one, two = THIRDS[language]
    for bands in wording_in(language).band.values():
        found = [(bool(re.search(one, band)), bool(re.search(two, band))) for band in bands]
        assert found == [(True, False), (True, True), (False, True)]


# Words and script


@each_language
def test_no_table_uses_a_forbidden_word(language: str) -> None:
    for path, template in templates(wording_in(language)):
        # which says what silence is not; what stands beside a number above thirty, and is explained
        # and what a joint statement is called, whoever has or has not spoken yet
        if path not in {"opening.numbers", "opening.words", "headings.joint"} | SHARES_IN_WORDS:
            assert not re.search(FORBIDDEN[language], template.casefold()), path


@each_language
@pytest.mark.parametrize("word", ["consensus"])
def test_the_forbidden_words_would_be_found(language: str, word: str) -> None:
    consensus = {
        "ar": "توافق الآراء",
        "zh": "协商一致",
        "en": word,
        "fr": word,
        "ru": "консенсус",
        "es": "consenso",
    }
    assert re.search(FORBIDDEN[language], consensus[language])


@each_language
def test_letters_are_of_the_language(language: str) -> None:
    table = wording_in(language)
    words = [("cardinals", word) for word in (*table.cardinals, *table.cardinals_of)]
    words += [("date", table.date(date(2017, month, 1))) for month in range(1, 13)]
    for path, template in [*templates(table), *words]:
        for letter in re.sub(r"\{\w+\}", "", template):
            if letter.isalpha() and letter != "ـ":
                assert unicodedata.name(letter).startswith(SCRIPTS[language]), (path, template)


@each_language
def test_no_template_holds_a_hidden_character(language: str) -> None:
    for path, template in templates(wording_in(language)):
        assert not [c for c in template if unicodedata.category(c) in {"Cf", "Cc", "Co"}], path


@each_language
def test_sentences_end_with_a_full_stop(language: str) -> None:
    for path, template in templates(wording_in(language)):
        if path.partition(".")[0] in SENTENCES:
            assert template.endswith(STOPS[language]), path
            assert not template.endswith(STOPS[language] * 2), path


@each_language
def test_quotation_marks_and_brackets_are_balanced(language: str) -> None:
    opening_mark, closing_mark = wording_in(language).quote
    pairs = ["()", "[]", "（）", "［］", "“”", "«»", (opening_mark.strip(), closing_mark.strip())]
    for path, template in templates(wording_in(language)):
        if path.partition(".")[0] != "quote":
            for left, right in pairs:
                assert template.count(left) == template.count(right), path


@pytest.mark.parametrize(
    ("language", "quoted"),
    [
        ("ar", "«هشة»"),
        ("zh", "“脆弱”"),
        ("en", "“fragile”"),
        ("fr", "«\u00a0fragile\u00a0»"),
        ("ru", "«шаткий»"),
        ("es", "“frágil”"),
    ],
)
def test_labels_stand_in_the_quotation_marks_of_the_language(language: str, quoted: str) -> None:
    assert quoted in speaker(language).phrase(tally(2, 15))


@pytest.mark.parametrize("by", [Standing.MEMBER, Standing.INVITED])
def test_one_who_submitted_nothing_is_one(by: Standing) -> None:
    key, rule = f"opening.submitted.{by}", Attribution.COUNTED
    nobody = Sentence(key, Part.OVERVIEW, Kind.PROCEDURAL, rule, by=by, count=0, of=1)
    assert re.match("None of the one (member|delegation) ", speaker("en").phrase(nobody))


def test_french_double_marks_stand_after_a_space_that_does_not_break() -> None:
    for path, template in templates(wording_in("fr")):
        assert not re.search(r"[^\u00a0][:;?!»]|«(?!\u00a0)", template), path
        assert "'" not in template, path


def test_chinese_and_arabic_use_their_own_punctuation() -> None:
    for path, template in templates(wording_in("zh")):
        assert not re.search(r"[.,:;()\[\] ]", template), path
    for path, template in templates(wording_in("ar")):
        assert not re.search(r"[,;?]", template), path


def test_russian_is_written_without_yo() -> None:
    words = [*wording_in("ru").cardinals_of, *(text for _, text in templates(wording_in("ru")))]
    assert not [word for word in words if "ё" in word.casefold()]


# Lists and dates


@pytest.mark.parametrize(
    ("language", "items", "text"),
    [
        ("zh", ["法国", "中国", "日本"], "法国、中国和日本"),
        ("ar", ["فرنسا", "الصين"], "فرنسا، والصين"),
        ("ar", ["MINUSMA", "UNMISS"], "MINUSMA، وUNMISS"),
        ("fr", ["Chine", "France", "Italie"], "Chine, France et Italie"),
        ("ru", ["Франция", "Китай"], "Франция и Китай"),
        ("es", ["China", "Francia", "Italia"], "China, Francia e Italia"),
        ("es", ["Italia", "Francia"], "Italia y Francia"),
        (
            "es",
            ["Francia", "Irán (República Islámica del)"],
            "Francia e Irán (República Islámica del)",
        ),
        ("es", ["China", "Yemen"], "China y Yemen"),
        ("es", ["“nieve” (uno)", "“hielo” (uno)"], "“nieve” (uno) y “hielo” (uno)"),
        ("es", ["“claro” (uno)", "“inactivo” (uno)"], "“claro” (uno) e “inactivo” (uno)"),
        ("en", ["China", "Italy"], "China and Italy"),
        ("en", [], ""),
    ],
)
def test_lists_are_joined_as_the_language_does(language: str, items: list[str], text: str) -> None:
    assert listed(wording_in(language), items) == text


@pytest.mark.parametrize(
    ("language", "first", "sixth"),
    [
        ("ar", "1 نيسان/أبريل 2017", "6 نيسان/أبريل 2017"),
        ("zh", "2017年4月1日", "2017年4月6日"),
        ("en", "1 April 2017", "6 April 2017"),
        ("fr", "1er avril 2017", "6 avril 2017"),
        ("ru", "1 апреля 2017 года", "6 апреля 2017 года"),
        ("es", "1 de abril de 2017", "6 de abril de 2017"),
    ],
)
def test_dates_are_written_as_the_united_nations_does(
    language: str, first: str, sixth: str
) -> None:
    write = wording_in(language).date
    assert (write(date(2017, 4, 1)), write(date(2017, 4, 6))) == (first, sixth)


@each_language
def test_months_are_all_different(language: str) -> None:
    write = wording_in(language).date
    assert len({write(date(2017, month, 6)) for month in range(1, 13)}) == 12


def test_arabic_months_are_double() -> None:
    write = wording_in("ar").date
    assert all(write(date(2017, month, 6)).count("/") == 1 for month in range(1, 13))


# Every kind of sentence fills


@each_language
def test_every_sentence_is_filled(language: str) -> None:
    say, listing = speaker(language), speaker(language, ENTERED)
    undated = speaker(language, replace(PROCEEDINGS, meeting_date=None))
    unpresided = speaker(language, replace(PROCEEDINGS, presidency=None))
    shown = [
        say.phrase(tally(0, 15, outcome=Outcome.NOBODY)),
        say.phrase(tally(1, 15, part=Part.OVERVIEW, missions=(GENERAL, "MINUSMA", "UNMISS"))),
        say.phrase(tally(2, 15, part=Part.OVERVIEW, outcome=Outcome.ALL_EXPRESSED)),
        say.phrase(tally(2, 15, rule=Attribution.ATTRIBUTED, seats=("FR", "IT"))),
        say.phrase(tally(2, 15, missions=(GENERAL,))),
        say.phrase(tally(2, 15, kind=Kind.ADDRESSED, value=None)),
        listing.phrase(nothing("nothing_submitted", 2, 15)),
        undated.phrase(opening("briefing")),
        unpresided.phrase(opening("briefing")),
        *(listing.phrase(opening(name)) for name in ("briefing", "briefers", "not_entered")),
        *(say.phrase(opening(name)) for name in ("numbers", "responsibility")),
        *(
            speaker(language, replace(PROCEEDINGS, origin=origin)).phrase(opening("responsibility"))
            for origin in (Origin.DEMONSTRATION, Origin.REHEARSAL)
        ),
        *(say.phrase(point(kind, 2, 15, rule), "x") for kind in PointKind for rule in Attribution),
    ]
    assert len(set(shown)) == len(shown)
    for text in shown:
        assert not re.search(r"[{}]|  ", text)


@pytest.mark.parametrize(
    ("language", "begins", "each"),
    [
        (
            "ar",
            "بشأن المسائل العامة وبشأن MINURSO، ",
            "بشأن المسائل العامة وبشأن MINURSO، في كل حالة، ",
        ),
        ("zh", "关于总体情况以及MINURSO，", "分别就总体情况以及MINURSO而言，"),
        ("en", "In general and for MINURSO, ", "In general and for MINURSO, in each case, "),
        (
            "fr",
            "Concernant les questions générales ainsi que MINURSO, ",
            "Concernant les questions générales ainsi que MINURSO, dans chaque cas, ",
        ),
        (
            "ru",
            "В отношении общих вопросов и MINURSO ",
            "В отношении общих вопросов и MINURSO, в каждом случае отдельно, ",
        ),
        (
            "es",
            "En relación con las cuestiones generales y con MINURSO, ",
            "En relación con las cuestiones generales y con MINURSO, en cada caso, ",
        ),
    ],
)
def test_what_is_general_is_no_mission_among_others(language: str, begins: str, each: str) -> None:
    say = speaker(language)
    both = {"part": Part.OVERVIEW, "missions": (GENERAL, "MINURSO")}

    assert say.phrase(tally(2, 15, **both)).startswith(begins)
    assert say.phrase(tally(1, 15, **both)).startswith(each)


def test_of_several_missions_the_general_comes_first() -> None:
    text = speaker("en").phrase(
        tally(2, 15, part=Part.OVERVIEW, missions=(GENERAL, "MINURSO", "MINUSMA"))
    )

    assert text.startswith("In general and for MINURSO and MINUSMA, two of the fifteen members")


@each_language
def test_openings_say_what_a_summary_is_not(language: str) -> None:
    words = {
        speaker(language, replace(PROCEEDINGS, origin=origin)).phrase(opening("responsibility"))
        for origin in Origin
    }
    assert len(words) == 3  # live and loaded briefings are the presidency's


# Read by a précis-writer, word for word


@pytest.mark.parametrize(
    ("language", "count", "of", "text"),
    [
        ("ar", 1, 1, "قدّم العضو الوحيد مواقف موقّعة."),
        ("ar", 2, 2, "قدّم كلا العضوين مواقف موقّعة."),
        ("ar", 1, 2, "قدّم عضو واحد من العضوين مواقف موقّعة."),
        ("ar", 0, 15, "لم يقدّم أي من الأعضاء الخمسة عشر مواقف موقّعة."),
        ("ar", 2, 15, "قدّم عضوان من الأعضاء الخمسة عشر مواقف موقّعة."),
        ("ar", 3, 15, "قدّم ثلاثة من الأعضاء الخمسة عشر مواقف موقّعة."),
        ("ar", 11, 15, "قدّم أحد عشر عضوا من الأعضاء الخمسة عشر مواقف موقّعة."),
        ("ar", 15, 15, "قدّم جميع الأعضاء الخمسة عشر مواقف موقّعة."),
        ("ar", 101, 193, "قدّم 101 عضو من الأعضاء الـ\u00a0193 مواقف موقّعة."),
        ("zh", 1, 1, "唯一的成员提交了经签署的立场。"),
        ("zh", 2, 2, "两个成员提交了经签署的立场。"),
        ("zh", 0, 15, "十五个成员中无一提交经签署的立场。"),
        ("zh", 2, 15, "十五个成员中有两个提交了经签署的立场。"),
        ("zh", 15, 15, "全部十五个成员提交了经签署的立场。"),
        ("zh", 141, 193, "193个成员中有141个提交了经签署的立场。"),
        ("en", 1, 1, "The one member submitted signed positions."),
        ("en", 0, 15, "None of the fifteen members submitted signed positions."),
        ("en", 5, 15, "Five of the fifteen members submitted signed positions."),
        ("en", 15, 15, "All fifteen members submitted signed positions."),
        ("en", 141, 193, "141 of the 193 members submitted signed positions."),
        ("fr", 1, 1, "L’unique membre a présenté des positions signées."),
        ("fr", 2, 2, "Les deux membres ont présenté des positions signées."),
        ("fr", 0, 15, "Aucun des quinze membres n’a présenté de position signée."),
        ("fr", 1, 15, "Un des quinze membres a présenté des positions signées."),
        ("fr", 15, 15, "Les quinze membres ont présenté des positions signées."),
        ("fr", 21, 193, "Vingt et un des 193 membres ont présenté des positions signées."),
        ("ru", 1, 1, "Единственный член представил подписанные позиции."),
        ("ru", 2, 2, "Оба члена представили подписанные позиции."),
        ("ru", 3, 3, "Все три члена представили подписанные позиции."),
        ("ru", 0, 15, "Ни один из пятнадцати членов не представил подписанных позиций."),
        ("ru", 1, 15, "Один из пятнадцати членов представил подписанные позиции."),
        ("ru", 15, 15, "Все пятнадцать членов представили подписанные позиции."),
        ("ru", 20, 21, "Двадцать из двадцати одного члена представили подписанные позиции."),
        ("ru", 21, 193, "Двадцать один из 193 членов представил подписанные позиции."),
        ("ru", 193, 193, "Все 193 члена представили подписанные позиции."),
        ("es", 1, 1, "El único miembro presentó posiciones firmadas."),
        ("es", 2, 2, "Los dos miembros presentaron posiciones firmadas."),
        ("es", 0, 15, "Ninguno de los quince miembros presentó posiciones firmadas."),
        ("es", 1, 15, "Uno de los quince miembros presentó posiciones firmadas."),
        ("es", 21, 21, "Los veintiún miembros presentaron posiciones firmadas."),
        ("es", 21, 193, "Veintiuno de los 193 miembros presentaron posiciones firmadas."),
    ],
)
def test_counts_read_as_approved(language: str, count: int, of: int, text: str) -> None:
    assert speaker(language).phrase(submitted(count, of)) == text


@pytest.mark.parametrize(
    ("language", "count", "of", "text"),
    [
        ("ar", 1, 15, "بشأن MINUSMA، عضو واحد من الأعضاء الخمسة عشر لم يقدّم شيئا."),
        ("ar", 2, 2, "بشأن MINUSMA، كلا العضوين لم يقدّما شيئا."),
        ("ar", 15, 15, "بشأن MINUSMA، جميع الأعضاء الخمسة عشر لم يقدّموا شيئا."),
        ("zh", 1, 15, "关于MINUSMA，十五个成员中有一个未提交任何材料。"),
        ("fr", 1, 15, "Concernant MINUSMA, un des quinze membres n’a rien présenté."),
        ("ru", 2, 15, "В отношении MINUSMA два из пятнадцати членов ничего не представили."),
        ("es", 2, 15, "En relación con MINUSMA, dos de los quince miembros no presentaron nada."),
    ],
)
def test_having_submitted_nothing_reads_as_approved(
    language: str, count: int, of: int, text: str
) -> None:
    assert speaker(language).phrase(nothing("nothing_submitted", count, of)) == text


def test_names_stand_in_brackets_where_they_cannot_touch_the_grammar() -> None:
    sentence = tally(2, 15, rule=Attribution.ATTRIBUTED, seats=("FR", "IT"))
    assert "два из пятнадцати членов (Франция и Италия) представили" in speaker("ru").phrase(
        sentence
    )
    assert "dos de los quince miembros (Francia e Italia) presentaron" in speaker("es").phrase(
        sentence
    )
    assert "十五个成员中有两个（法国和意大利）给出了" in speaker("zh").phrase(sentence)


@pytest.mark.parametrize("of", [1, 15, 30, 31, 100, 193])
def test_a_word_stands_beside_a_number_above_thirty_alone(of: int) -> None:
    words = [word_of(count, of) for count in range(of + 1)]
    if of <= 30:
        assert set(words) == {None}
        return
    assert [words[0], words[1], words[of]] == [None] * 3  # nobody, one and all need none
    found = [word for word in words[2:of] if word is not None]
    assert found == sorted(found)
    assert set(found) == set(range(5))


def test_the_bounds_of_the_words_are_those_the_summary_states() -> None:
    bounds = {10: 1, 40: 2, 70: 3, 90: 4}
    for bound, word in bounds.items():
        assert word_of(bound, 100) == word
        assert word_of(bound - 1, 100) == word - 1


@each_language
def test_above_thirty_every_word_is_said_with_its_number(language: str) -> None:
    seats = tuple(Seat(f"X{number}", {"en": f"X{number}"}) for number in range(193))
    speaker = Speaker.of(replace(PROCEEDINGS, seats=seats), language)
    said = [speaker.phrase(tally(count, 193)) for count in (5, 50, 100, 160, 180)]
    for word, count, text in zip(range(5), (5, 50, 100, 160, 180), said, strict=True):
        start = wording_in(language).share_in_words[word].partition("{")[0].strip(" (（")
        assert start in text
        assert cardinal(wording_in(language), count) in text
        assert "193" in text
