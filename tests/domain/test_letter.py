"""What a letter says in six languages, and what may be added to it."""

from dataclasses import asdict, replace
from datetime import date
from string import Formatter

import pytest

from app.data import states_by_iso3
from app.data.genitives import after_of
from app.domain.covering import word_letter
from app.domain.errors import Invalid
from app.domain.gates.letters import find_name_fault, find_opening_fault
from app.domain.gates.narrative import find_fault
from app.domain.letter import Addressee, Days, Letter, Role, check_day, read_symbol
from app.domain.position import LANGUAGES
from app.domain.proceedings import Proceedings
from app.domain.wording.letters import LETTER_WORDS, LetterWords
from app.features.summaries.queries import known_states
from tests.bundles import make_bundle, proceedings_of_bundle
from tests.domain import letter_openings

SWEDEN = {lang: after_of(states_by_iso3()["SWE"].names[lang], lang) for lang in LANGUAGES}
TITLES = {
    "ar": "رسالة مؤرخة 31 كانون الثاني/يناير 2017 موجهة إلى الأمين العام من الممثل الدائم للسويد "
    "لدى الأمم المتحدة",
    "zh": "2017年1月31日瑞典常驻联合国代表给秘书长的信",
    "en": "Letter dated 31 January 2017 from the Permanent Representative of Sweden to the United "
    "Nations addressed to the Secretary-General",
    "fr": "Lettre datée du 31 janvier 2017, adressée au Secrétaire général par le Représentant "
    "permanent de la Suède auprès de l’Organisation des Nations Unies",
    "ru": "Письмо Постоянного представителя Швеции при Организации Объединенных Наций от 31 января "
    "2017 года на имя Генерального секретаря",
    "es": "Carta de fecha 31 de enero de 2017 dirigida al Secretario General por el Representante "
    "Permanente de Suecia ante las Naciones Unidas",
}


def letter(**changes: object) -> Letter:
    facts: dict[str, object] = {
        "signatory": "Olof Skoog",
        "role": Role.PERMANENT_REPRESENTATIVE,
        "is_feminine": False,
        "addressee": Addressee.SECRETARY_GENERAL,
        "transmitted_on": date(2017, 1, 31),
        "openings": {},
        "state": SWEDEN,
    }
    return Letter(**facts | changes)  # type: ignore[arg-type]


def worded(language: str, said: Letter, symbol: str | None = None) -> dict[str, object]:
    on = date(2017, 1, 10)
    return asdict(word_letter(said, language, of={"en": "Peace"}, meeting_date=on, symbol=symbol))


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def shape(words: LetterWords) -> dict[str, object]:
    """Give every entry with what it leaves open: the same in every language."""
    return {
        "offices": {
            key: [placeholders(each) for each in both] for key, both in words.offices.items()
        },
        "addressees": set(words.addressees),
        "asks": set(words.asks),
        **{
            name: placeholders(text)
            for name, text in asdict(words).items()
            if isinstance(text, str)
        },
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_things(language: str) -> None:
    assert shape(LETTER_WORDS[language]) == shape(LETTER_WORDS["en"])
    assert set(LETTER_WORDS[language].offices) == {
        (r.value, f) for r in Role for f in (True, False)
    }
    assert set(LETTER_WORDS[language].addressees) == {each.value for each in Addressee}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_is_empty_or_another_languages(language: str) -> None:
    said = [text for text in asdict(LETTER_WORDS[language]).values() if isinstance(text, str)]
    english = [text for text in asdict(LETTER_WORDS["en"]).values() if isinstance(text, str)]

    assert all(text.strip() for text in said)
    assert language == "en" or not set(said) & set(english)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_title_is_that_of_the_united_nations(language: str) -> None:
    assert worded(language, letter())["title"] == TITLES[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_whose_responsibility_it_is_and_asks_to_be_circulated(language: str) -> None:
    words, said = LETTER_WORDS[language], worded(language, letter())

    assert words.responsibility in said["paragraphs"]  # type: ignore[operator]
    assert said["paragraphs"][-1] == words.asks[False]  # type: ignore[index]
    assert words.no_symbol in str(said["facts"])


def test_a_symbol_stands_only_once_it_was_given() -> None:
    assert "S/" not in str(worded("en", letter()))
    assert ("Document symbol", "S/2017/105") in worded("en", letter(), "S/2017/105")["facts"]  # type: ignore[operator]


def test_offices_agree_with_who_holds_them() -> None:
    she = letter(is_feminine=True, role=Role.CHARGE_DAFFAIRES)

    assert "la Chargée d’affaires" in str(worded("fr", she)["title"])
    assert "Je vous serais reconnaissante" in str(worded("fr", she)["paragraphs"])
    assert "القائمة بالأعمال" in str(worded("ar", she)["title"])
    assert "Encargada de Negocios" in str(worded("es", she)["office"])


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("USA", ["the United States of America", "des États-Unis d'Amérique",
                 "Соединенных Штатов Америки", "de los Estados Unidos de América",
                 "للولايات المتحدة الأمريكية"]),
        ("HTI", ["Haiti", "d'Haïti", "Гаити", "de Haití", "لهايتي"]),
        ("EGY", ["Egypt", "de l'Égypte", "Египта", "de Egipto", "لمصر"]),
        ("TGO", ["Togo", "du Togo", "Того", "del Togo", "لتوغو"]),
    ],
)  # fmt: skip
def test_names_of_states_stand_as_they_do_after_of(code: str, expected: list[str]) -> None:
    names = states_by_iso3()[code].names

    assert [after_of(names[lang], lang) for lang in ("en", "fr", "ru", "es", "ar")] == expected  # type: ignore[index]


@pytest.mark.parametrize("typed", ["S/2017/105", " s/2017/105 ".upper(), "A/72/926–S/2018/669",
                                   "S/2017/105/Corr.1"])  # fmt: skip
def test_a_symbol_is_taken_as_it_was_assigned(typed: str) -> None:
    assert read_symbol(typed) == typed.strip()
    assert read_symbol("  ") is None


@pytest.mark.parametrize("typed", ["S/PRST/2017/1", "S/RES/2348 (2017)", "S/…", "105", "S/17/105"])
def test_what_no_letter_bears_is_no_symbol(typed: str) -> None:
    with pytest.raises(Invalid):
        read_symbol(typed)


FINE = {
    "ar": "أعرب عن امتناني للأمانة العامة على دعمها.",
    "zh": "谨对秘书处一贯的支持表示感谢，并对统一安排表示满意。",
    "en": "I wish to thank the Secretariat and its interpreters for their support.",
    "fr": "Je tiens à remercier le Secrétariat et toute une équipe d’interprètes.",
    "ru": "Выражаю признательность Секретариату за поддержку.",
    "es": "Deseo agradecer a la Secretaría y a todo un equipo de intérpretes.",
}
REFUSED = {
    "ar": ["أيد ثلاثة أعضاء المقترح.", "أيدت جميع الوفود المقترح.", "أيد معظم الأعضاء ذلك.",
           "في 12 نقطة."],
    "zh": ["三个代表团支持。", "所有成员同意。", "许多代表团支持。", "共12项。"],
    "en": ["Seven members agreed.", "All members agreed.", "Most delegations agreed.",
           "In 12 points.", "There was broad consensus.", "Delegation A supports this."],
    "fr": ["Sept membres ont approuvé.", "Tous les membres ont approuvé.",
           "Plusieurs délégations ont approuvé.", "En 12 points."],
    "ru": ["Семь членов согласились.", "Все члены согласились.", "Многие делегации согласились.",
           "В 12 пунктах."],
    "es": ["Siete miembros lo aprobaron.", "Todos los miembros lo aprobaron.",
           "Muchas delegaciones lo aprobaron.", "En 12 puntos."],
}  # fmt: skip
FACTS = proceedings_of_bundle(make_bundle(3, 1, 1))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_of_ones_own_may_be_a_courtesy(language: str) -> None:
    assert find_fault(FINE[language], language, FACTS) is None


@pytest.mark.parametrize(
    ("language", "text"), [(lang, text) for lang, texts in REFUSED.items() for text in texts]
)
def test_it_says_no_number_no_quantifier_and_nobodys_stance(language: str, text: str) -> None:
    assert find_fault(text, language, FACTS)


def facts() -> Proceedings:
    bundle = make_bundle(3, 1, 1, attribution="attributed")
    return replace(proceedings_of_bundle(bundle), states=known_states())


def _openings(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(language, text) for language, texts in table.items() for text in texts]


@pytest.mark.parametrize(("language", "text"), _openings(letter_openings.HOSTILE))
def test_no_opening_claims_that_members_agree(language: str, text: str) -> None:
    assert find_opening_fault(text, language, facts()), text


@pytest.mark.parametrize(("language", "text"), _openings(letter_openings.HONEST))
def test_an_opening_may_say_whose_words_these_are(language: str, text: str) -> None:
    assert find_opening_fault(text, language, facts()) is None


@pytest.mark.parametrize("line", letter_openings.NO_NAMES)
def test_whoever_signs_gives_a_name_and_no_more(line: str) -> None:
    assert find_name_fault(line)


@pytest.mark.parametrize("line", letter_openings.NAMES)
def test_a_name_is_a_name(line: str) -> None:
    assert find_name_fault(line) is None


def test_the_tables_of_openings_are_of_every_language() -> None:
    assert set(letter_openings.HOSTILE) == set(letter_openings.HONEST) == set(LANGUAGES)
    assert sum(map(len, letter_openings.HOSTILE.values())) >= 50
    assert sum(map(len, letter_openings.HONEST.values())) >= 25


MET, CLOSED, DEADLINE, TODAY = (date(2026, 3, day) for day in (2, 4, 9, 10))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 3, 1), "after its meeting"),
        (date(2026, 3, 3), "closed on 4 March 2026"),
        (date(2026, 3, 8), "until 9 March 2026"),
        (date(2026, 4, 11), "10 April 2026"),
        (date(2031, 3, 9), "10 April 2026"),
    ],
)
def test_a_letter_is_dated_in_its_time(day: date, said: str) -> None:
    days = Days(meeting=MET, closed=CLOSED, deadline=DEADLINE, today=TODAY)
    with pytest.raises(Invalid, match=said) as refusal:
        check_day(day, days)
    assert refusal.value.where == "transmitted_on"


@pytest.mark.parametrize("day", [date(2026, 3, 9), TODAY, date(2026, 4, 10)])
def test_from_the_deadline_to_a_month_from_now(day: date) -> None:
    check_day(day, Days(meeting=MET, closed=CLOSED, deadline=DEADLINE, today=TODAY))
    check_day(day, Days(meeting=None, closed=None, deadline=None, today=TODAY))
