import pytest

from app import data
from app.domain.note.state_names import StateNames
from app.domain.placing import Asked, Proposal, Why, place
from app.domain.placing.named import Missions, question_named
from app.domain.points import cut
from app.domain.position import Cell

STATES = StateNames(data.state_names_for_reading(), data.reading_traps().phrases)
KNOWN = {each.acronym: each for each in data.missions_2017().missions}
CODES = ("MINUSMA", "UNMISS", "UNIFIL")
MISSIONS = Missions(
    {code: [*KNOWN[code].names.values(), *KNOWN[code].short.values()] for code in CODES},
    {code: KNOWN[code].hosts for code in CODES},
    STATES,
)
ASKED = Asked((1, 2, 3, 4, 5), MISSIONS)


def proposed(text: str, language: str = "en", **more: object) -> list[Proposal]:
    return list(place(text, language, cut(text, language), ASKED, **more))  # type: ignore[arg-type]  # scores


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "On your second guiding question, we hold", 2),
        ("en", "As to question No. 3:", 3),
        ("en", "Question four asks much.", 4),
        ("fr", "S’agissant de la troisième question,", 3),
        ("fr", "Question n° 2 :", 2),
        ("es", "En cuanto a la segunda pregunta,", 2),
        ("es", "Pregunta 5.", 5),
        ("ru", "По второму вопросу мы считаем", 2),
        ("ru", "Отвечая на третий вопрос,", 3),
        ("ru", "Что касается вопроса № 4,", 4),
        ("zh", "关于第二个问题，", 2),
        ("zh", "问题三：", 3),
        ("zh", "关于第4个问题", 4),
        ("ar", "وفيما يتعلق بالسؤال الثاني،", 2),
        ("ar", "السؤال رقم 3", 3),
        ("ar", "وللسؤال الأوَّل", 1),
        ("en", "There is no question one can settle today.", None),
        ("en", "Question 9 is not asked.", None),
        ("zh", "第二，问题很多。", None),
    ],
)
def test_a_question_is_named_by_its_number(language: str, text: str, number: int | None) -> None:
    assert question_named(text, language, range(1, 6)) == number


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("en", "MINUSMA must stay.", ["MINUSMA"]),
        ("en", "The United Nations Interim Force in Lebanon must stay.", ["UNIFIL"]),
        ("en", "The people of South Sudan deserve peace.", ["UNMISS"]),
        ("fr", "Au Mali, le processus stagne.", ["MINUSMA"]),
        ("es", "En Malí el proceso está estancado.", ["MINUSMA"]),
        ("ru", "Процесс в Мали застопорился.", ["MINUSMA"]),
        ("zh", "马里的政治进程停滞不前。", ["MINUSMA"]),
        ("ar", "العملية السياسية في جنوب السودان متعثرة.", ["UNMISS"]),
        ("en", "MINUSMA and UNMISS alike.", ["MINUSMA", "UNMISS"]),
        ("en", "UNMISSED chances.", []),
    ],
)
def test_a_mission_is_named_by_its_letters_its_name_or_its_host(
    language: str, text: str, codes: list[str]
) -> None:
    assert MISSIONS.named(text, language) == codes


def test_what_was_named_holds_until_something_else_is_named() -> None:
    found = proposed(
        "On the first question, MINUSMA does well. It should be kept.\n"
        "More should be done everywhere.\n"
        "On question 2, UNMISS needs a plan."
    )

    assert [each.cells for each in found] == [
        (Cell(1, "MINUSMA"),),
        (Cell(1, "MINUSMA"),),
        (Cell(1, "ALL"),),  # a new paragraph is about no mission until one is named
        (Cell(2, "UNMISS"),),
    ]


def test_a_heading_holds_for_the_paragraphs_below_it() -> None:
    found = proposed("MINUSMA:\nThe mandate should be kept.\nThe troops should stay.")

    assert [each.mission for each in found] == ["MINUSMA", "MINUSMA"]


def test_likeness_speaks_only_where_no_question_is_named() -> None:
    scores = [[0.1, 0.5, 0.4, 0.0, 0.0]] * 2
    found = proposed("The exit should be planned.\nOn question 5, we should adjust.", scores=scores)

    assert found[0] == Proposal((Cell(2), Cell(3)), "ALL", Why.LIKENESS)
    assert found[1] == Proposal((Cell(5),), "ALL", Why.NAMED)


def test_several_missions_at_once_are_a_general_point() -> None:
    assert proposed("MINUSMA and UNIFIL should be kept.")[0].mission == "ALL"
    assert proposed("MINUSMA and UNIFIL should be kept.")[0].why is Why.NOTHING
