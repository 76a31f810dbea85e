"""Narrative: where it stands, how it is marked, and what the gate lets it say in six languages."""

from dataclasses import replace

import pytest

from app.domain.compiling import compile_summary
from app.domain.drafting import Drafting, Edit
from app.domain.gates import run_gates
from app.domain.gates.narrative import find_fault, find_source_fault
from app.domain.narrative import Narrative
from app.domain.position import LANGUAGES
from app.domain.proceedings import Proceedings
from app.domain.sentence import Kind, Part
from app.domain.summary import Summary
from app.features.summaries.queries import known_states
from tests.bundles import make_bundle, proceedings_of_bundle

SAID = "The Special Representative described the security of the capital."
STRATUM = next(
    each.sentence.key
    for each in compile_summary(
        proceedings_of_bundle(make_bundle(3, 2, 2, attribution="attributed")), "en"
    ).sentences
    if each.sentence.part is Part.REGISTER and each.sentence.mission == "UNX1"
).removeprefix("I.")
STATES = known_states()

# What a presidency writes of a briefing: none of it counts, names or takes a stand.
ALLOWED = {
    "en": [
        SAID,
        "The briefers described the situation and thanked the Council for its attention.",
        "The Secretary-General asked the Council to support the mission's transition.",
        "The discussion then turned to exit strategies.",
    ],
    "fr": [
        "Le Représentant spécial a décrit la sécurité de la capitale.",
        "Les intervenants ont remercié le Conseil de son attention.",
        "Une équipe a présenté un rapport sur la transition.",
        "Le Secrétaire général a prié le Conseil de soutenir la mission.",
    ],
    "es": [
        "El Representante Especial describió la seguridad de la capital.",
        "Los ponentes agradecieron al Consejo su atención.",
        "Un equipo presentó un informe sobre la transición.",
        "El Secretario General pidió al Consejo que apoyara a la misión.",
    ],
    "ru": [
        "Специальный представитель описал положение в области безопасности.",
        "Докладчики поблагодарили Совет за внимание.",
        "Затем обсуждение коснулось стратегий завершения работы.",
    ],
    "zh": [
        "特别代表介绍了首都的安全局势。",
        "通报人进一步说明了过渡安排，并十分感谢安理会的关注。",
        "讨论随后转向撤出战略。",
    ],
    "ar": [
        "وصف الممثل الخاص الحالة الأمنية في العاصمة.",
        "وشكر مقدمو الإحاطات المجلس على اهتمامه.",
        "ثم انتقلت المناقشة إلى استراتيجيات الخروج.",
        "وعرض فريق الأمم المتحدة القطري خطة الانتقال.",
    ],
}
REFUSED = {
    "en": [
        "Eleven statements followed.", "The meeting lasted 3 hours.", "Both briefers spoke.",
        "Half of the time went to exits.", "Most of the debate concerned exits.",
        "All spoke of exits.", "Several views were heard.", "France described the situation.",
        "The French briefer spoke.", "Members supported the mission.",
        "The Council welcomed the report.", "The report was welcomed by members.",
        "Delegations broadly agreed on the way forward.", "There was general agreement.",
        "There was broad convergence on the need for dialogue.", "No objection was raised.",
        "There was convergence of views on the exit.", "A common understanding emerged.",
        "It was generally felt that the mission should close.", "Whoever spoke was of one mind.",
    ],
    "fr": [
        "Onze déclarations ont suivi.", "La séance a duré 3 heures.", "La plupart ont parlé.",
        "Plusieurs vues ont été entendues.", "Toutes les vues ont été entendues.",
        "La France a décrit la situation.", "La briefeuse française a parlé.",
        "Les membres ont appuyé la mission.", "Le rapport a été salué par les membres.",
        "Une délégation a parlé.", "Le Conseil estime la sortie proche.",
        "Une large convergence de vues est apparue.", "Aucune objection n’a été soulevée.",
        "Une vue commune s’est dégagée.", "Il est généralement admis que la sortie approche.",
    ],
    "es": [
        "Siguieron once declaraciones.", "La sesión duró 3 horas.",
        "La mayoría habló de la salida.", "Se oyeron varias opiniones.", "Todos hablaron.",
        "Francia describió la situación.", "La ponente francesa habló.",
        "Los miembros apoyaron la misión.", "El informe fue apoyado por los miembros.",
        "Una delegación habló.", "El Consejo estima que la salida está cerca.",
        "Hubo amplia coincidencia de opiniones.", "No hubo objeciones.",
        "Surgió un entendimiento común.", "Se observó una convergencia sobre la salida.",
    ],
    "ru": [
        "Последовало одиннадцать выступлений.", "Заседание длилось 3 часа.",
        "Большинство говорило о выходе.", "Прозвучали некоторые мнения.", "Все говорили о выходе.",
        "Франция описала положение.", "Французская докладчица описала положение.",
        "Члены Совета поддержали миссию.", "Доклад одобрен членами Совета.",
        "Отмечалось сближение позиций.", "Возражений не последовало.", "Сложилось общее понимание.",
        "Мнения во многом совпали.",
    ],
    "zh": [
        "随后有十一次发言。", "会议持续3小时。", "两名通报人发言。", "大多数人谈到撤出。",
        "所有人谈到撤出。", "法国介绍了局势。", "法方介绍了局势。", "安理会成员支持特派团。",
        "安理会欢迎报告。", "一些人谈到撤出。",
        "各方意见趋于一致。", "没有人提出异议。", "形成了共同认识。", "普遍认为应当撤出。",
    ],
    "ar": [
        "وتلت ذلك إحدى عشرة كلمة، أي أحد عشر بيانا.", "استمرت الجلسة 3 ساعات.",
        "واستمرت الجلسة ٣ ساعات.", "تناول معظم الكلام الخروج.", "تناول بعض المتكلمين الخروج.",
        "تناول الجميع ذلك، أي جميع من حضر.", "وصفت فرنسا الحالة.", "وصف المتكلم الفرنسي الحالة.",
        "أيد أعضاء المجلس البعثة.", "الأعضاء يؤيدون البعثة.", "رحب المجلس بالتقرير.",
        "ظهر تقارب في الآراء.", "ومضى ذلك دون أي اعتراض.", "نشأ فهم مشترك.",
        "وكان الرأي السائد أن الوقت حان.",
    ],
}  # fmt: skip


def facts(**options: object) -> Proceedings:
    bundle = make_bundle(3, 2, 2, attribution="attributed", **options)  # type: ignore[arg-type]
    return replace(proceedings_of_bundle(bundle), states=STATES)


def drafted(*added: Narrative, text: str = SAID, **more: object) -> Drafting:
    wordings = {("en", each.key): Edit(text, _grounds()) for each in added}
    return Drafting(narratives=added, wordings=wordings, **more)  # type: ignore[arg-type]


def _grounds() -> str:
    return Narrative("narrative.1", None, None, "").sentence(facts().attribution).grounds


def keys(summary: Summary) -> list[str]:
    return [each.sentence.key for each in summary.sentences]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_briefing_can_be_told(language: str) -> None:
    found = {text: find_fault(text, language, facts()) for text in ALLOWED[language]}

    assert {text: fault for text, fault in found.items() if fault} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_quantifiers_states_and_stands_are_refused(language: str) -> None:
    passed = [text for text in REFUSED[language] if not find_fault(text, language, facts())]

    assert passed == []


def test_a_source_may_have_numbers_and_names_no_state() -> None:
    assert find_source_fault("Statement to the Council, S/PV.7918", facts()) is None
    assert "France" in (find_source_fault("Lettre de la France, S/2017/1", facts()) or "")


@pytest.mark.parametrize(
    ("narrative", "before"),
    [
        (Narrative("narrative.1", None, None, "opening.briefing"), "opening.briefing"),
        (Narrative("narrative.1", 2, None, "q2.gone"), None),
        (Narrative("narrative.1", 1, "UNX1", STRATUM), STRATUM),
        (Narrative("narrative.1", 9, "UNX9", "gone"), None),
    ],
)
def test_it_stands_where_it_was_put_and_is_never_lost(
    narrative: Narrative, before: str | None
) -> None:
    proceedings = facts()
    before_keys = keys(compile_summary(proceedings, "en"))
    summary = compile_summary(proceedings, "en", drafted(narrative))

    found = keys(summary)
    assert sorted(found) == sorted([*before_keys, "narrative.1"])
    assert before is None or found[found.index("narrative.1") - 1] == before
    assert [each.number for each in summary.sentences] == list(range(1, len(found) + 1))


def test_it_stays_where_the_presidency_moved_it() -> None:
    narrative = Narrative("narrative.1", 1, "UNX1", STRATUM)
    ranks = {"narrative.1": 0, STRATUM: 1}
    found = keys(compile_summary(facts(), "en", drafted(narrative, ranks=ranks)))

    assert found.index("narrative.1") + 1 == found.index(STRATUM)


def test_every_language_marks_it_as_the_presidencys_and_pends_until_worded() -> None:
    narrative = Narrative("narrative.1", None, None, "opening.briefing", "Statement", "S/PV.7918")
    for language in LANGUAGES:
        summary = compile_summary(facts(), language, drafted(narrative))
        each = next(each for each in summary.sentences if each.sentence.is_narrative)
        assert each.text.endswith(("]", "］"))
        assert "S/PV.7918" in each.text
        assert each.is_confirmed == (language == "en")
        assert each.sentence.kind is Kind.PROCEDURAL
        assert each.sentence.part is Part.OVERVIEW


def test_a_rendering_goes_stale_with_its_original() -> None:
    narrative = Narrative("narrative.1", None, None, "opening.briefing")
    drafting = drafted(narrative)
    drafting = replace(
        drafting,
        wordings={**drafting.wordings, ("fr", "narrative.1"): Edit("Texte.", _grounds(), "old")},
    )
    summary = compile_summary(facts(), "fr", drafting)

    assert next(each for each in summary.sentences if each.sentence.is_narrative).is_stale


def test_the_gate_names_the_sentence_and_lets_clean_narrative_pass() -> None:
    narrative = Narrative("narrative.1", None, None, "opening.briefing")
    clean = run_gates(compile_summary(facts(), "en", drafted(narrative)))
    bad = drafted(narrative, text="Several members supported it.")
    gate = run_gates(compile_summary(facts(), "en", bad))["narrative"]

    assert clean["narrative"].passed
    assert not gate.passed
    assert gate.detail.startswith("s2: ")


def test_narrative_that_lost_its_mark_does_not_pass() -> None:
    narrative = Narrative("narrative.1", None, None, "opening.briefing")
    drafting = drafted(narrative, edits={("en", "narrative.1"): Edit("Ours.", "")})

    assert not run_gates(compile_summary(facts(), "en", drafting))["narrative"].passed


def test_part_one_makes_room_for_it() -> None:
    narrative = Narrative("narrative.1", 1, None, "")
    long = " ".join(["exit"] * 2_450)
    with_it = compile_summary(facts(), "en", drafted(narrative, text=long))
    without = compile_summary(facts(), "en")

    shown = [
        sum(each.sentence.words_points for each in summary.of_part(Part.OVERVIEW))
        for summary in (with_it, without)
    ]
    assert shown[0] < shown[1]
