"""The one real note kept with the product: S/2017/287, in Chinese, as extracted."""

from datetime import date

import pytest

from app.domain.note import Reading, read_note
from tests import notes


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_note(notes.REAL_NOTE.read_text(encoding="utf-8"), notes.state_names())


def test_the_letter_is_the_united_states_of_4_april(reading: Reading) -> None:
    assert reading.language == "zh"
    assert reading.letter.date == date(2017, 4, 4)
    assert reading.letter.author_iso3 == "USA"
    assert reading.letter.signatory == "尼基·黑利"


def test_the_meeting_is_announced_for_6_april(reading: Reading) -> None:
    assert reading.meeting_date == date(2017, 4, 6)
    assert reading.presidency_iso3 == "USA"
    assert reading.title == "专题辩论：维持和平行动审查"
    assert len(reading.briefers) == 1
    assert "安东尼奥·古特雷斯" in reading.briefers[0]


def test_the_sections_come_in_order(reading: Reading) -> None:
    assert [section.kind for section in reading.sections] == [
        "overview",
        "briefers",
        "questions",
        "background",
        "outcome",
    ]
    assert [section.heading for section in reading.sections] == [
        "概览",
        "通报人",
        "关键问题",
        "背景",
        "成果",
    ]


def test_five_bullets_hold_twelve_questions(reading: Reading) -> None:
    assert [len(question.prompts) for question in reading.questions] == [2, 2, 3, 3, 2]
    assert reading.questions[2].prompts == (
        "在未得到东道国政府战略认可的情况下开展特派任务是否可取或可能？",
        "安全理事会授权特派团时，东道国政府需要同意作出哪些承诺？",
        (
            "当联合国帮助其和平行动的东道国(如马里、刚果民主共和国、中非共和国或索马里)"
            "政府在全国建立权威时，安理会应期望这些国家作出哪些承诺？"
        ),
    )
    for question in reading.questions:
        assert "".join(question.prompts) == question.text


def test_countries_stand_in_the_order_printed(reading: Reading) -> None:
    assert [question.countries for question in reading.questions] == [
        (),
        (),
        ("MLI", "COD", "CAF", "SOM"),
        (),
        (),
    ]


def test_figures_carry_their_day(reading: Reading) -> None:
    assert [figure.value for figure in reading.figures] == [
        16,
        99034,
        85408,
        12786,
        7_870_000_000,
    ]
    assert {figure.as_of for figure in reading.figures} == {date(2017, 1, 31)}


def test_its_own_symbol_is_missed_and_said_so(reading: Reading) -> None:
    assert reading.symbol is None
    assert reading.references == ("S/PRST/2009/24", "S/2015/446")
    assert [warning.split(":")[0] for warning in reading.warnings] == ["symbol"]


def test_nothing_depends_on_the_blanks_at_line_ends() -> None:
    text = notes.REAL_NOTE.read_text(encoding="utf-8")
    stripped = "\n".join(line.rstrip() for line in text.splitlines())
    single = "\n".join(line for line in stripped.splitlines() if line)
    whole = read_note(text, notes.state_names())

    for variant in (stripped, single):
        read = read_note(variant, notes.state_names())
        assert read.questions == whole.questions
        assert read.figures == whole.figures
        assert read.letter == whole.letter
