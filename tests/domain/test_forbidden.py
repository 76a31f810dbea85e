"""What a summary may not say of delegations, and what a point may say of the world."""

import pytest

from app.domain.attribution import Attribution
from app.domain.compiling import compile_summary
from app.domain.drafting import Drafting, Edit
from app.domain.gates import run_gates
from app.domain.gates.forbidden import find_forbidden
from app.domain.position import LANGUAGES
from app.domain.sentence import Part
from tests.bundles import make_bundle, proceedings_of_bundle, small_bundle

REFUSED = {
    "en": (
        "Most members favour benchmarks.",
        "Several of the delegations asked for more.",
        "There was broad consensus on the exit.",
        "The text enjoys wide support.",
        "The Council considers the mandate fulfilled.",
        "It was unanimously agreed.",
        "The rest of the Council agreed.",
        "Other members of the Council supported this.",
    ),
    "fr": (
        "La plupart des membres sont favorables.",
        "Plusieurs délégations ont demandé davantage.",
        "Un large consensus est apparu.",
        "Le texte bénéficie d’un large soutien.",
        "Le Conseil considère que le mandat est rempli.",
        "Le reste du Conseil en est convenu.",
        "Les autres membres y ont souscrit.",
    ),
    "es": (
        "La mayoría de los miembros está a favor.",
        "Varias delegaciones pidieron más.",
        "Hubo consenso sobre la salida.",
        "El texto goza de amplio apoyo.",
        "Se acordó por unanimidad.",
        "El resto del Consejo estuvo de acuerdo.",
        "Las demás delegaciones lo apoyaron.",
    ),
    "ru": (
        "Большинство членов выступают за показатели.",
        "Ряд делегаций просили большего.",
        "Достигнут консенсус о выводе.",
        "Текст пользуется широкой поддержкой.",
        "Решение принято единогласно.",
        "Остальные члены с этим согласны.",
        "Другие делегации также поддержали это.",
    ),
    "zh": (
        "大多数成员赞成设立基准。",
        "若干代表团要求更多。",
        "各方形成共识。",
        "案文得到广泛支持。",
        "安理会认为任务已完成。",
        "其余成员表示同意。",
        "其他代表团均支持。",
    ),
    "ar": (
        "يؤيد معظم الأعضاء وضع معايير.",
        "طلبت عدة وفود المزيد.",
        "هناك توافق عام بشأن الخروج.",
        "يحظى النص بتأييد واسع.",
        "اعتمد بالإجماع.",
        "ووافق سائر الأعضاء على ذلك.",
        "ويؤيد الأعضاء الآخرون ذلك.",
    ),
}
ALLOWED = {
    "en": (
        "Most of the population depends on aid.",
        "The Council should seek consensus.",
        "Several States of the region send arms.",
        "The other members should be consulted.",
    ),
    "fr": (
        "La plupart des habitants dépendent de l’aide.",
        "Plusieurs missions manquent de moyens.",
        "Les autres membres devraient être consultés.",
    ),
    "es": ("La mayoría de la población depende de la ayuda.", "Varias misiones carecen de medios."),
    "ru": ("Большинство населения зависит от помощи.", "Ряд миссий испытывает нехватку средств."),
    "zh": ("大多数民众依赖援助。", "若干特派团缺乏资源。"),
    "ar": ("يعتمد معظم السكان على المعونة.", "تفتقر عدة بعثات إلى الموارد."),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_count_is_no_consensus_and_no_quantifier(language: str) -> None:
    for text in REFUSED[language]:
        assert find_forbidden(text, language), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_point_may_speak_of_the_world(language: str) -> None:
    for text in ALLOWED[language]:
        assert find_forbidden(text, language) is None, text


def test_states_are_those_counted_where_a_sentence_counts() -> None:
    text = "Several States asked for benchmarks."
    assert find_forbidden(text, "en") is None
    assert find_forbidden(text, "en", of_states=True) == "several states"


def test_words_between_quotation_marks_are_a_delegations_own() -> None:
    assert find_forbidden("It was asked that “most members” be heard.", "en") is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Only one delegation holds it."),
        ("fr", "Une seule délégation y est favorable."),
        ("es", "Una sola delegación lo sostiene."),
        ("ru", "Лишь одна делегация за это."),
        ("zh", "仅一个代表团赞成。"),
        ("ar", "يؤيد ذلك وفد واحد."),
    ],
)
def test_nobody_is_said_to_be_alone_where_nobody_may_be_found_out(language: str, text: str) -> None:
    assert find_forbidden(text, language) is None
    assert find_forbidden(text, language, is_blind=True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", list(Attribution))
def test_no_computed_sentence_uses_them(rule: Attribution, language: str) -> None:
    summary = compile_summary(
        proceedings_of_bundle(make_bundle(15, 2, 2, attribution=rule.value)), language
    )
    for each in summary.sentences:
        if not each.sentence.words_points:
            assert find_forbidden(each.text, language) is None, each.text


def test_a_wording_that_claims_agreement_fails_the_gate() -> None:
    given = {"member": "M1", "text": "Benchmarks are needed."}
    proceedings = proceedings_of_bundle(small_bundle(given))
    point = next(
        each.sentence
        for each in compile_summary(proceedings, "en").of_part(Part.REGISTER)
        if each.sentence.words_points
    )
    for words, passes in (("Benchmarks are needed.", True), ("Most members want them.", False)):
        drafting = Drafting(wordings={("en", point.key): Edit(words, point.grounds)})
        gate = run_gates(compile_summary(proceedings, "en", drafting))["forbidden"]
        assert gate.passed is passes, gate.detail
