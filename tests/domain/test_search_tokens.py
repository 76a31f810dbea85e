"""How texts of six languages are cut into what they are found by."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.position import LANGUAGES
from app.domain.search_arabic import light_stem
from app.domain.search_query import index_tokens, mark_found, read_phrases
from app.domain.search_tokens import LONGEST, search_tokens, search_words

SAME = {  # words that are found together
    "en": [
        "withdrawal withdrawals Withdrawal’s WITHDRAWALS",
        "benchmark benchmarks",
        "naive naïve",
    ],
    "fr": ["accord l'accord d’accord L’ACCORDS", "retrait retraits", "déployé déployer Deploies"],
    "es": ["misión misiones MISION", "reunión reunion reuniones", "operación operaciones"],
    "ru": ["вывод вывода выводе ВЫВОДОМ", "операция операций операциями", "чёткий четкие"],
    "ar": [
        "استراتيجيات استراتيجية الاستراتيجية",
        "الموافقة والموافقة موافقة بالموافقة",
        "وِلَايَة ولاية ولايــة الولاية",
        "أمن إمن آمن الأمن",
        "المدنيين مدنيون المدني",
    ],
}
APART = {  # and words that are not
    "en": ["mission missile", "member remember"],
    "fr": ["accord cordial", "sécurité secourir"],
    "es": ["misión emisión"],
    "ru": ["мир миграция", "совет советник"],
    "ar": ["ولاية لا", "وفد فد", "قوة قوات"],
}


@pytest.mark.parametrize("language", SAME)
def test_forms_of_a_word_are_one_token(language: str) -> None:
    for words in SAME[language]:
        assert len(set(search_tokens(words, language))) == 1, search_tokens(words, language)


@pytest.mark.parametrize("language", APART)
def test_different_words_stay_apart(language: str) -> None:
    for words in APART[language]:
        assert len(set(search_tokens(words, language))) == 2, search_tokens(words, language)


def test_chinese_is_cut_into_pairs_and_lone_characters() -> None:
    assert search_tokens("撤出", "zh") == ("撤出",)
    assert search_tokens("应撤出，核", "zh") == ("应撤", "撤出", "核")
    assert search_tokens("the 撤出 plan", "en") == ("the", "撤出", "plan")


def test_a_chinese_word_is_found_within_a_sentence() -> None:
    said = "撤出应与第3阶段的明确基准挂钩。"
    for word in ("撤出", "基准", "明确基准", "阶段的", "第3阶段", "钩", "撤", "3"):
        assert any(each.is_found for each in mark_found(said, "zh", read_phrases(word, "zh")))
    for word in ("准基", "出撤", "应第"):
        assert not any(each.is_found for each in mark_found(said, "zh", read_phrases(word, "zh")))


def test_arabic_keeps_three_letters_and_a_bare_waw() -> None:
    assert light_stem("ولاية") == "ولا"
    assert light_stem("وفد") == "وفد"
    assert light_stem("الله").endswith("ل")
    for word in ("ال", "لل", "ات", "هي", "قوة", "واليه", "كالات"):
        assert len(light_stem(word)) >= min(3, len(word))


def test_symbols_and_numbers_are_found_whole_and_by_parts() -> None:
    assert search_tokens("S/RES/2286 (2016)", "en") == ("s", "res", "2286", "2016")
    assert read_phrases("S/RES/2286 (2016)", "en") == (("s", "res", "2286"), ("2016",))
    assert search_tokens("٢٠١٧ ２０１７ 2017", "ar") == ("2017",) * 3


def test_quotations_in_another_script_are_cut_by_their_own_rules() -> None:
    for language in LANGUAGES:
        assert search_tokens("вывода", language) == search_tokens("вывод", language)
        assert search_tokens("الموافقة", language) == search_tokens("موافقة", language)
        assert search_tokens("撤出应", language) == ("撤出", "出应")


def test_letters_written_in_two_ways_are_the_same() -> None:
    assert search_tokens("e\u0301te\u0301 ﬁn ＵＮ", "fr") == search_tokens("été fin un", "fr")
    assert search_tokens("with\u00addrawal", "en") == search_tokens("withdrawal", "en")


def test_quotation_marks_hold_words_together() -> None:
    for query in ('"clear benchmarks"', "“clear benchmarks”", "«clear benchmarks»", '"clear bench'):
        (phrase,) = read_phrases(query, "en")
        assert phrase[0] == "clear"
        assert len(phrase) == 2
    assert read_phrases("clear benchmarks clear", "en") == (("clear",), ("benchmark",))
    assert read_phrases('"" ?? _ «»', "en") == ()


TEXTS = st.text(max_size=80) | st.text("aZé é撤出应وِلاية'’\u00ad\u0640٢2ёй/_ﬁ½", max_size=40)


@given(text=TEXTS, language=st.sampled_from(LANGUAGES))
def test_every_token_knows_its_place(text: str, language: str) -> None:
    words = search_words(text, language)
    assert search_tokens(text, language) == tuple(each.token for each in words)
    for word in words:
        assert 0 <= word.start < word.end <= len(text)
        assert 0 < len(word.token) <= LONGEST * 4
        assert not any(each.isspace() for each in word.token)
    assert all(one.start <= other.start for one, other in pairwise(words))
    assert index_tokens(text, language)[: len(words)] == search_tokens(text, language)


@given(text=TEXTS, query=TEXTS, language=st.sampled_from(LANGUAGES))
def test_marks_change_no_letter(text: str, query: str, language: str) -> None:
    pieces = mark_found(text, language, read_phrases(query, language))
    assert "".join(each.text for each in pieces) == text
    assert all(one.is_found != other.is_found for one, other in pairwise(pieces))


@given(text=TEXTS, language=st.sampled_from(LANGUAGES))
def test_a_text_is_found_by_itself(text: str, language: str) -> None:
    for phrase in read_phrases(text.replace("'", " "), language):
        assert any(
            each.is_found for each in mark_found(text.replace("'", " "), language, [phrase])
        ), phrase
