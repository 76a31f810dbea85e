"""Who is to act is read from the words, in six languages, and never guessed."""

import pytest

from app.domain.owners import Owner, owner_of

SAID = [
    ("We ask the Secretary-General to inform the Council.", Owner.SECRETARY_GENERAL),
    ("We request the Secretariat to present options.", Owner.SECRETARIAT),
    ("The Security Council should review the mandate.", Owner.COUNCIL),
    ("We call on the host Government to cooperate.", Owner.HOST),
    ("We urge the parties to resume talks.", Owner.PARTIES),
    ("Nous demandons au Secrétariat de présenter des options.", Owner.SECRETARIAT),
    ("Le Conseil de sécurité devrait réexaminer le mandat.", Owner.COUNCIL),
    ("Nous prions le Secrétaire général de faire rapport.", Owner.SECRETARY_GENERAL),
    ("Pedimos a la Secretaría que presente opciones.", Owner.SECRETARIAT),
    ("El Estado anfitrión debería cooperar.", Owner.HOST),
    ("Просим Секретариат представить варианты.", Owner.SECRETARIAT),
    ("Совету Безопасности следует пересмотреть мандат.", Owner.COUNCIL),
    ("Призываем стороны возобновить переговоры.", Owner.PARTIES),
    ("我们请秘书处提出备选方案。", Owner.SECRETARIAT),
    ("安理会应审查这项任务授权。", Owner.COUNCIL),
    ("呼吁东道国政府予以合作。", Owner.HOST),
    ("نطلب إلى الأمانة العامة تقديم خيارات.", Owner.SECRETARIAT),
    ("ينبغي لمجلس الأمن أن يستعرض الولاية.", Owner.COUNCIL),
    ("ندعو الأطراف إلى استئناف المحادثات.", Owner.PARTIES),
]


@pytest.mark.parametrize(("words", "owner"), SAID, ids=[words[:20] for words, _ in SAID])
def test_the_words_say_who(words: str, owner: Owner) -> None:
    assert owner_of(words) is owner


@pytest.mark.parametrize(
    "words",
    [
        "A report to the Council within ninety days.",
        "Report to the Council on the host Government's cooperation.",
        "Un rapport au Conseil dans les trois mois.",
        "向安理会提交报告。",
        "Доклад Совету Безопасности через три месяца.",
        "تقرير إلى مجلس الأمن خلال ثلاثة أشهر.",
        "",
    ],
)
def test_whoever_is_merely_named_is_not_asked(words: str) -> None:
    assert owner_of(words) is None


def test_of_several_the_one_asked_first_is_to_act() -> None:
    said = "We ask the Secretary-General to have the Secretariat report; the Council should decide."

    assert owner_of(said) is Owner.SECRETARY_GENERAL


def test_a_quotation_in_another_language_says_it_too() -> None:
    assert owner_of("“Nous demandons au Secrétariat d’agir.” [in French]") is Owner.SECRETARIAT
