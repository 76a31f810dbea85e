"""Cutting a text into points: exact offsets, claims kept whole, nothing said twice."""

import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.points import LeftOut, cut, split
from app.domain.position import LANGUAGES, PointKind, check_points

GOLD = Path(__file__).resolve().parents[1] / "data/splitting"

UNCUT = {
    "We recall res. 2295 (2016) on the mission.": "en",
    "See S/2015/446 for the review.": "en",
    "Mr. X and Ms. Y spoke for us.": "en",
    "Growth of 3.5 per cent is not enough.": "en",
    "Benchmark No. 4 comes first.": "en",
    "Paras. 4 and 5 of art. 2 apply, e.g. the second.": "en",
    "U.S. and U.N. staff remain.": "en",
    "“Mr. X” is not named.": "en",
    "The Secretary-General said “Stay. Act. Leave.” and we agree.": "en",
    "Il a dit « Restez. Agissez. » et nous approuvons.": "fr",
    "Он сказал «Стойте. Ждите.» и мы согласны.": "ru",
    "Selon l’art. 5, la mission reste.": "fr",
    "Согласно рез. 2295 от 2016 г. и ст. 5, миссия остается.": "ru",
    "El párr. 3 y el núm. 4 se aplican.": "es",
    "يبلغ النمو 3.5 في المائة وفق S/2015/446.": "ar",
    "我们支持第2295（2016）号决议，增长3.5%。": "zh",
    "“我们留下。我们行动。”": "zh",
}
CUT = {
    ("en", "We stay. You go."): ["We stay.", "You go."],
    ("en", "Nobody knows! It is so…"): ["Nobody knows!", "It is so…"],
    ("en", "In phase 42. Then in 2015. Then 3."): ["In phase 42.", "Then in 2015.", "Then 3."],
    ("en", "He said “Stay.” We agree."): ["He said “Stay.”", "We agree."],
    ("en", "It ends (at last.) It begins."): ["It ends (at last.)", "It begins."],
    ("en", "1. Stay. 2. Leave."): ["Stay.", "Leave."],
    ("en", "Do this: (a) leave, (b) stay."): ["leave", "stay"],
    ("en", "The U.N. and the like, etc. Stay."): ["The U.N. and the like, etc.", "Stay."],
    ("en", "One line\nsecond line\r\nthird line"): ["One line", "second line", "third line"],
    ("zh", "我们支持撤出。基准必须明确！"): ["我们支持撤出。", "基准必须明确！"],
    ("ar", "هل نبقى؟ لا. ينبغي الانسحاب."): ["لا.", "ينبغي الانسحاب."],
    ("ru", "Нет. Уйти! В 2016 г. ушли. До 2017 г. Теперь пора."): [
        *("Нет.", "Уйти!", "В 2016 г. ушли.", "До 2017 г.", "Теперь пора.")
    ],
    ("fr", "Non. Partons !"): ["Non.", "Partons !"],
    ("es", "No hay razón. ¡Basta!"): ["No hay razón.", "¡Basta!"],
}
# What is no point, by language: courtesy, alignment, announcement, others' words, question.
LEFT = {
    "en": (
        "We thank the briefers for their remarks.",
        "We align ourselves with the statement of the group.",
        "Let me now turn to Mali.",
        "As the envoy said: “Peace is possible.”",
        "How long shall we wait?",
    ),
    "fr": (
        "Nous remercions les intervenants.",
        "Nous nous associons à la déclaration du groupe.",
        "J’en viens maintenant à la situation au Mali.",
        "Comme l’a dit l’envoyé : « La paix est possible. »",
        "Combien de temps attendrons-nous ?",
    ),
    "es": (
        "Agradecemos a los oradores sus palabras.",
        "Nos sumamos a la declaración del grupo.",
        "Paso ahora a la situación en Malí.",
        "Como dijo el enviado: «La paz es posible».",
        "¿Cuánto tiempo esperaremos?",
    ),
    "ru": (
        "Благодарим докладчиков за выступления.",
        "Мы присоединяемся к заявлению группы.",
        "Перейду к положению в Мали.",
        "Как сказал посланник: «Мир возможен».",
        "Сколько еще ждать?",
    ),
    "zh": (
        "我们感谢通报人的发言。",
        "我们赞同该集团所作的发言。",
        "下面我谈马里局势。",
        "正如特使所说：“和平是可能的。”",
        "我们还要等多久？",
    ),
    "ar": (
        "نشكر مقدمي الإحاطات.",
        "نؤيد البيان الذي أدلي به باسم المجموعة.",
        "أنتقل الآن إلى الحالة في مالي.",
        "وكما قال المبعوث: «السلام ممكن.»",
        "إلى متى ننتظر؟",
    ),
}
REASONS = (
    *(LeftOut.COURTESY, LeftOut.ALIGNMENT, LeftOut.ANNOUNCEMENT),
    *(LeftOut.OTHERS_WORDS, LeftOut.QUESTION),
)
WITHOUT = ["", " ", "\n\n", "...", "—", "“”", "。。。", "؟", "🙂"]


def pieces(text: str, language: str = "en") -> list[str]:
    return [text[point.start : point.end] for point in split(text, language)]


def gold() -> list[dict[str, object]]:
    lines = (path.read_text().splitlines() for path in GOLD.iterdir())
    return [json.loads(line) for found in lines for line in found]


def test_texts_are_cut_where_people_cut_them() -> None:
    wanted = found = right = kinds = 0
    for row in gold():
        ours = {(each.start, each.end): each.kind for each in split(row["text"], row["lang"])}
        theirs = {(each["start"], each["end"]): each["kind"] for each in row["points"]}
        both = ours.keys() & theirs.keys()
        wanted, found, right = wanted + len(theirs), found + len(ours), right + len(both)
        kinds += sum(ours[each] == theirs[each] for each in both)
    assert right / wanted >= 0.95
    assert right / found >= 0.95
    assert kinds / right >= 0.9


@pytest.mark.parametrize("text", UNCUT)
def test_a_sentence_is_never_split(text: str) -> None:
    assert pieces(text, UNCUT[text]) == [text]


@pytest.mark.parametrize(("language", "text"), CUT)
def test_sentences_end_where_their_language_ends_them(language: str, text: str) -> None:
    assert pieces(text, language) == CUT[language, text]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_point_is_left_out_and_said_why(language: str) -> None:
    for text, why in zip(LEFT[language], REASONS, strict=True):
        cuts = cut(text, language)
        assert [each.why for each in cuts.left] == [why], text
        assert cuts.points == ()


@pytest.mark.parametrize("text", WITHOUT)
def test_a_text_without_words_has_no_points(text: str) -> None:
    assert split(text, "en") == ()


def test_offsets_count_code_points() -> None:
    text = "  🙂🙂 one. \U0001f600 second 𝔘𝔫. e\u0301 third."
    assert pieces(text) == ["🙂🙂 one.", "\U0001f600 second 𝔘𝔫.", "e\u0301 third."]


def test_a_condition_stays_with_its_claim() -> None:
    text = "We support closure, provided that police arrive, and we ask the Secretariat to report."
    assert [(text[each.start : each.end], each.kind) for each in split(text, "en")] == [
        ("We support closure, provided that police arrive", PointKind.CONDITION),
        ("we ask the Secretariat to report", PointKind.REQUEST),
    ]


def test_a_courtesy_before_a_claim_is_left_and_the_claim_kept() -> None:
    text = "We thank the briefers, and we urge the parties to talk."
    assert pieces(text) == ["we urge the parties to talk"]


TOKENS = [
    *UNCUT,
    *(text for _, text in CUT),
    *WITHOUT,
    *("“", "”", "«", "»", '"', "(", ")", ".", ";"),
]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from([*TOKENS, "。", "\n", "(a) "]), max_size=6), st.sampled_from(LANGUAGES)
)
def test_points_and_what_is_left_hold_every_word_but_marks_of_lists(
    drawn: list[str], language: str
) -> None:
    text = " ".join(drawn)
    cuts = cut(text, language)
    check_points(cuts.points, text)
    spans = sorted((each.start, each.end) for each in (*cuts.points, *cuts.left))
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)


def test_an_open_quotation_mark_does_not_swallow_the_text() -> None:
    assert pieces("He said “stay. We go.\nThey stay. Yes.") == [
        *("He said “stay.", "We go.", "They stay.", "Yes.")
    ]


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "((((",
            "“a. ",
            "a. ",
            "1. ",
            "; we ask that ",
            ", and we ask ",
            "«. ",
            "....",
            ".; ",
            "“ ”. ",
        ),
        *(
            '"a. ',
            '"" ',
            "a: ",
            "? ?",
            "; go on to it",
            "» »",
            "\n- ",
            ", and it",
            "(a) ",
            "a b c; ",
        ),
    ],
)
def test_twice_the_text_takes_no_more_than_a_few_times_as_long(piece: str) -> None:
    def seconds(times: int) -> float:
        text = (piece * 2 * times)[: 5 * times]
        started = time.process_time()  # of this process alone, whatever else runs
        split(text, "en")
        return time.process_time() - started

    seconds(1_000)
    assert min(seconds(4_000) for _ in range(2)) < 12 * max(0.005, seconds(1_000))


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("现在谈论撤出会助长那些等待特派团离开的人。", "zh", 1),
        ("下面我谈谈筹资问题。", "zh", 0),
        ("We turn to the host State for the land it promised.", "en", 1),
        ("We now turn to financing.", "en", 0),
    ],
)
def test_a_claim_that_begins_like_an_announcement_is_kept(
    text: str, language: str, count: int
) -> None:
    assert len(split(text, language)) == count


# Clauses with a demand or concern of their own, with what parts them left out.
OWN = {
    ("en", "The parties must leave Aden, and those who arm them should stop doing so."): [
        *("The parties must leave Aden", "those who arm them should stop doing so")
    ],
    ("en", "The truce in Aden holds but we are concerned at the shelling of Taiz."): [
        *("The truce in Aden holds", "we are concerned at the shelling of Taiz")
    ],
    ("fr", "La trêve doit être étendue et nous demandons une enquête sur Taëz."): [
        *("La trêve doit être étendue", "nous demandons une enquête sur Taëz")
    ],
    ("es", "La tregua debe extenderse, y urge abrir las carreteras de Taiz."): [
        *("La tregua debe extenderse", "urge abrir las carreteras de Taiz")
    ],
    ("ru", "Перемирие следует продлить, и сторонам необходимо открыть дороги."): [
        *("Перемирие следует продлить", "сторонам необходимо открыть дороги")
    ],
    ("zh", "停火协议必须延长，各方应立即开放通往塔伊兹的道路。"): [
        *("停火协议必须延长", "各方应立即开放通往塔伊兹的道路")
    ],
    ("ar", "يجب تمديد الهدنة فورا، ويتعين على الطرفين فتح الطرق."): [
        *("يجب تمديد الهدنة فورا", "ويتعين على الطرفين فتح الطرق")
    ],
}
# What leads to a claim is not cut from it.
LEADING = {
    "en": "If the parties agree and we urge them to, the mission should stay in Aden.",
    "fr": "Si les parties y consentent, la mission doit rester à Aden.",
    "es": "Si las partes lo aceptan, la misión debe permanecer en Adén.",
    "ru": "Если стороны согласятся, миссию следует оставить в Адене.",
    "zh": "在任期延长之前，安理会应当听取各方的意见。",
    "ar": "وعلاوة على ذلك، ينبغي أن تبقى البعثة في عدن.",
}


@pytest.mark.parametrize(("language", "text"), OWN)
def test_a_clause_with_a_claim_of_its_own_is_a_point(language: str, text: str) -> None:
    assert pieces(text, language) == OWN[language, text]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_only_leads_to_a_claim_stays_with_it(language: str) -> None:
    assert pieces(LEADING[language], language) == [LEADING[language]]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Climate change multiplies the risks that every\nmission in the Sahel faces today.", "en"),
        ("Las sanciones han dado ya algunos frutos en el\r\nterreno, como dice el informe.", "es"),
        ("لجنة بناء السلام جسر يربط بين مجلس الأمن\nوالجمعية العامة للأمم المتحدة.", "ar"),
        ("建设和平委员会是联系安全理事会与联合国大会\n的桥梁。", "zh"),
    ],
)
def test_a_line_broken_for_its_width_is_one_sentence(text: str, language: str) -> None:
    assert pieces(text, language) == [text]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Japan thanks the envoy for her briefing.", "en"),
        ("Allow me, before anything else, to congratulate you.", "en"),
        ("Denmark speaks on behalf of the Nordic countries.", "en"),
        ("“Peace cannot wait”, the envoy told us.", "en"),
        ("La Côte d’Ivoire fait sienne la déclaration prononcée par le Gabon.", "fr"),
        ("Sr. Presidente: Permítame comenzar dando las gracias al enviado.", "es"),
        ("Рады приветствовать министра в этом зале.", "ru"),
        ("日本欢迎外交部长主持今天的会议。", "zh"),
        ("تؤيد الجزائر البيان الذي أدلى به ممثل أوغندا.", "ar"),
    ],
)
def test_courtesies_are_known_whoever_speaks(text: str, language: str) -> None:
    assert pieces(text, language) == []
