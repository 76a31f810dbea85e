"""The names of States: a wrong one is an incident."""

import json
import re

import pytest

from app.data import (
    HERE,
    LANGUAGES,
    Language,
    State,
    reading_traps,
    state_names_for_reading,
    states,
    states_by_iso3,
)

SCRIPT = {
    "ar": re.compile(r"[\u0621-\u064a]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "en": re.compile(r"[A-Za-z]"),
    "fr": re.compile(r"[A-Za-z]"),
    "es": re.compile(r"[A-Za-z]"),
}
FOREIGN = {
    "ar": re.compile(r"[A-Za-z\u0400-\u04ff\u4e00-\u9fff\u064b-\u0652\u0660-\u0669\u200e\u200f]"),
    "zh": re.compile(r"[A-Za-z\u0400-\u04ff\u0621-\u064a\s]"),
    "ru": re.compile(r"[A-Za-z\u4e00-\u9fff\u0621-\u064a]"),
    "en": re.compile(r"[\u0370-\u04ff\u0600-\u06ff\u3000-\u9fff]"),
    "fr": re.compile(r"[\u0370-\u04ff\u0600-\u06ff\u3000-\u9fff]"),
    "es": re.compile(r"[\u0370-\u04ff\u0600-\u06ff\u3000-\u9fff]"),
}

SHORT = [
    ("BOL", "en", "Bolivia (Plurinational State of)"),
    ("BOL", "fr", "Bolivie (État plurinational de)"),
    ("BOL", "es", "Bolivia (Estado Plurinacional de)"),
    ("BOL", "ru", "Боливия (Многонациональное Государство)"),
    ("BOL", "zh", "多民族玻利维亚国"),
    ("BOL", "ar", "بوليفيا (دولة - المتعددة القوميات)"),
    ("IRN", "en", "Iran (Islamic Republic of)"),
    ("IRN", "fr", "Iran (République islamique d')"),
    ("VEN", "en", "Venezuela (Bolivarian Republic of)"),
    ("FSM", "en", "Micronesia (Federated States of)"),
    ("NLD", "en", "Netherlands (Kingdom of the)"),
    ("NLD", "ar", "هولندا (مملكة -)"),
    ("TUR", "en", "Türkiye"),
    ("TUR", "ru", "Турция"),
    ("CIV", "en", "Côte d'Ivoire"),
    ("CIV", "ru", "Кот-д'Ивуар"),
    ("CZE", "en", "Czechia"),
    ("SWZ", "en", "Eswatini"),
    ("MKD", "en", "North Macedonia"),
    ("MKD", "fr", "Macédoine du Nord"),
    ("VNM", "en", "Viet Nam"),
    ("LAO", "en", "Lao People's Democratic Republic"),
    ("SYR", "en", "Syrian Arab Republic"),
    ("SYR", "zh", "阿拉伯叙利亚共和国"),
    ("KOR", "en", "Republic of Korea"),
    ("KOR", "zh", "大韩民国"),
    ("PRK", "en", "Democratic People's Republic of Korea"),
    ("PRK", "zh", "朝鲜民主主义人民共和国"),
    ("PRK", "ar", "جمهورية كوريا الشعبية الديمقراطية"),
    ("COD", "en", "Democratic Republic of the Congo"),
    ("COG", "en", "Congo"),
    ("COG", "zh", "刚果"),
    ("CPV", "fr", "Cabo Verde"),
    ("MDA", "en", "Republic of Moldova"),
    ("TZA", "en", "United Republic of Tanzania"),
    ("RUS", "fr", "Fédération de Russie"),
    ("RUS", "ar", "الاتحاد الروسي"),
    ("RUS", "zh", "俄罗斯联邦"),
    ("USA", "fr", "États-Unis d'Amérique"),
    ("USA", "ru", "Соединенные Штаты Америки"),
    ("USA", "zh", "美利坚合众国"),
    ("GBR", "en", "United Kingdom of Great Britain and Northern Ireland"),
    ("GBR", "ru", "Соединенное Королевство Великобритании и Северной Ирландии"),
    ("GBR", "zh", "大不列颠及北爱尔兰联合王国"),
    ("CHN", "zh", "中国"),
    ("MMR", "en", "Myanmar"),
    ("TLS", "zh", "东帝汶"),
    ("NRU", "en", "Naoero"),
    ("VAT", "fr", "Saint-Siège"),
    ("PSE", "en", "State of Palestine"),
    ("PSE", "ar", "دولة فلسطين"),
    ("SSD", "es", "Sudán del Sur"),
    ("MLI", "es", "Malí"),
]

FORMAL = [
    ("CHN", "en", "People's Republic of China"),
    ("CHN", "zh", "中华人民共和国"),
    ("CHN", "fr", "République populaire de Chine"),
    ("JPN", "zh", "日本国"),
    ("FRA", "ru", "Французская Республика"),
    ("NLD", "en", "Kingdom of the Netherlands"),
    ("TUR", "fr", "République de Türkiye"),
    ("LBY", "en", "State of Libya"),
    ("MMR", "en", "Republic of the Union of Myanmar"),
    ("URY", "es", "República Oriental del Uruguay"),
    ("EGY", "zh", "阿拉伯埃及共和国"),
    ("KGZ", "en", "Kyrgyz Republic"),
    ("ZAF", "fr", "République sud-africaine"),
]

READ_AS = [
    ("en", "Swaziland", "SWZ"),
    ("en", "Turkey", "TUR"),
    ("en", "Czech Republic", "CZE"),
    ("en", "the former Yugoslav Republic of Macedonia", "MKD"),
    ("en", "Cape Verde", "CPV"),
    ("en", "Nauru", "NRU"),
    ("en", "Côte d’Ivoire", "CIV"),
    ("fr", "du Mali", "MLI"),
    ("fr", "des États-Unis d’Amérique", "USA"),
    ("fr", "de l'Uruguay", "URY"),
    ("es", "del Uruguay", "URY"),
    ("ru", "Соединенных Штатов Америки", "USA"),
    ("ru", "Российской Федерации", "RUS"),
    ("ru", "Многонационального Государства Боливия", "BOL"),
    ("ru", "Демократической Республики Конго", "COD"),
    ("ru", "Центральноафриканской Республике", "CAF"),
    ("ru", "Сомали", "SOM"),
    ("ru", "Швеции", "SWE"),
    ("zh", "刚果(金)", "COD"),
    ("zh", "马里", "MLI"),
    ("ar", "الولايات المتحدة", "USA"),
]


def forms(state: State, lang: Language) -> list[str]:
    names = state.names[lang]
    return [names.short, names.formal, *names.also]


def test_all_193_members_and_the_two_observer_states() -> None:
    assert sum(state.status == "member" for state in states()) == 193
    assert [s.iso3 for s in states() if s.status == "observer"] == ["VAT", "PSE"]


def test_codes_are_unique_and_well_formed() -> None:
    for pattern, codes in (
        ("[A-Z]{2}", [s.iso2 for s in states()]),
        ("[A-Z]{3}", [s.iso3 for s in states()]),
        ("[0-9]{3}", [s.m49 for s in states()]),
    ):
        assert len(set(codes)) == 195
        assert all(re.fullmatch(pattern, code) for code in codes)


@pytest.mark.parametrize("iso3", ["TWN", "XKX", "ESH", "HKG", "COK", "NIU", "PRI"])
def test_no_other_territory_is_listed_as_a_state(iso3: str) -> None:
    assert iso3 not in states_by_iso3()


def test_no_form_names_taiwan_or_kosovo_as_a_state() -> None:
    text = (HERE / "states.json").read_text(encoding="utf-8")
    for word in ("Taiwan", "台湾", "Тайван", "تايوان", "Kosovo", "科索沃", "Косово", "كوسوفو"):
        assert word not in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_name_is_there_in_its_own_script(lang: Language) -> None:
    for state in states():
        for form in forms(state, lang):
            assert form == form.strip() != "", state.iso3
            assert "  " not in form, form
            if not re.fullmatch(r"[A-Z.]+", form):
                assert SCRIPT[lang].search(form), form
            assert not FOREIGN[lang].search(form), form
            assert "’" not in form, "apostrophes are stored as U+0027"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_form_belongs_to_two_states(lang: Language) -> None:
    owner: dict[str, str] = {}
    for state in states():
        for form in forms(state, lang):
            assert owner.setdefault(form.casefold(), state.iso3) == state.iso3, form


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_form_is_listed_twice_for_one_state(lang: Language) -> None:
    for state in states():
        names = state.names[lang]
        assert len(set(names.also)) == len(names.also)
        assert not {names.short, names.formal} & set(names.also)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ranks_run_from_1_to_195(lang: Language) -> None:
    assert sorted(state.sort[lang] for state in states()) == list(range(1, 196))


def test_file_order_is_the_english_order() -> None:
    assert [state.sort["en"] for state in states()] == list(range(1, 196))
    names = [state.names["en"].short for state in states()]
    assert names.index("Côte d'Ivoire") == names.index("Costa Rica") + 1
    assert names[-1] == "Zimbabwe"


@pytest.mark.parametrize(
    ("lang", "ordered"),
    [
        ("fr", ["DZA", "EGY", "CAF", "ZMB"]),
        ("es", ["AFG", "DEU", "ZMB"]),
        ("zh", ["ALB", "GBR", "URY", "CHN"]),
        ("ar", ["RUS", "BHR", "CHN", "YEM"]),
        ("ru", ["AUS", "KAZ", "JPN"]),
    ],
)
def test_ranks_follow_each_alphabet(lang: Language, ordered: list[str]) -> None:
    ranks = [states_by_iso3()[iso3].sort[lang] for iso3 in ordered]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize(("iso3", "lang", "name"), SHORT)
def test_delicate_short_names(iso3: str, lang: Language, name: str) -> None:
    assert states_by_iso3()[iso3].names[lang].short == name


@pytest.mark.parametrize(("iso3", "lang", "name"), FORMAL)
def test_delicate_formal_names(iso3: str, lang: Language, name: str) -> None:
    assert states_by_iso3()[iso3].names[lang].formal == name


@pytest.mark.parametrize(("lang", "form", "iso3"), READ_AS)
def test_other_forms_are_read(lang: Language, form: str, iso3: str) -> None:
    assert dict(state_names_for_reading()[lang])[form] == iso3


def test_former_and_popular_names_are_never_shown() -> None:
    shown = {n for s in states() for lang in LANGUAGES for n in (s.names[lang].short,)}
    assert not shown & {"Swaziland", "Turkey", "Russia", "North Korea", "Nauru", "Burma", "韩国"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_forms_for_reading_come_longest_first(lang: Language) -> None:
    lengths = [len(form) for form, _ in state_names_for_reading()[lang]]
    assert lengths == sorted(lengths, reverse=True)


def test_common_words_among_the_traps_are_forms_of_states() -> None:
    for lang, words in reading_traps().also_common_words.items():
        assert set(words) <= set(dict(state_names_for_reading()[lang]))


def test_the_file_says_where_it_comes_from() -> None:
    data = json.loads((HERE / "states.json").read_text(encoding="utf-8"))
    assert data["as_of"] == "2026-10-31"
    assert "UNTERM" in data["source"]
    assert "pinyin" in data["source"]
