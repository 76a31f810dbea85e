"""Two pages, whatever is filled in; nothing leaves without its paragraph; same bytes twice."""

import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from app.domain.owners import Owner
from app.domain.position import LANGUAGES
from app.formats.brief_cut_words import CUT_WORDS
from app.formats.brief_docx import brief_docx
from app.formats.brief_lines import PrintedBrief
from app.formats.brief_pdf import PAGES, brief_pdf, fitted_brief, page_count
from app.formats.brief_print import printed_brief
from app.formats.brief_rooms import ROOMS, Room, clipped
from app.formats.brief_words import BRIEF_WORDS
from app.formats.summary_words import SUMMARY_WORDS
from tests.formats.briefs import MOMENT, brief
from tests.formats.paper import docx_parts, letters, pdf_pages

ARABIC = re.compile("[\u0600-\u06ff]")


def texts(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def named(printed: PrintedBrief) -> set[int]:
    """Give every paragraph a brief points to, those inside a run too."""
    found: set[int] = set()
    pointers = [cell for part in printed.tables for row in part.rows for cell in row.cells]
    pointers += [each.source for group in printed.requests for each in group.lines]
    pointers += [text for _, text in printed.further]
    for said in pointers:
        for first, last in re.findall(r"(\d+)(?:–(\d+))?", said):
            found.update(range(int(first), int(last or first) + 1))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_full_briefing_fits_two_pages_in_every_language(language: str) -> None:
    printed, pdf = fitted_brief(*brief("attributed", language), MOMENT)

    assert page_count(pdf) == PAGES
    text = texts(pdf)
    assert all(acronym in text for acronym in ("MINUSMA", "UNTSO"))
    if language != "ar":  # whose letters a PDF keeps in the order they are drawn
        assert printed.words.title in text
    assert brief_docx(printed) == brief_docx(printed)


def test_the_same_brief_is_the_same_bytes() -> None:
    found, facts = brief("attributed", "fr")
    printed = printed_brief(found, facts, ROOMS[-2])

    assert brief_pdf(printed, MOMENT) == brief_pdf(printed, MOMENT)


def test_what_is_small_is_printed_whole_and_large() -> None:
    found, facts = brief("attributed", "en")
    few = tuple(replace(one, requests=one.requests[:1]) for one in found.missions[:2])

    printed, pdf = fitted_brief(replace(found, missions=few), facts, MOMENT)

    assert page_count(pdf) <= PAGES
    assert printed.size == ROOMS[0].size
    assert not any("Shortened" in note for note in printed.notes)


@pytest.mark.parametrize("room", ROOMS, ids=range(len(ROOMS)))
def test_nobody_alone_in_a_view_is_dropped_silently(room: object) -> None:
    found, facts = brief("attributed", "en")
    printed = printed_brief(found, facts, room)  # type: ignore[arg-type]  # a Room
    pointed = named(printed)

    for one, row in zip(found.missions, printed.tables[0].rows, strict=True):
        for question, cell in one.cells.items():
            shown = row.cells[question - 1]
            for choice in cell.choices:
                if choice.is_lone:
                    name = facts.seats[choice.seats[0]]
                    assert f"({name})" in shown or choice.paragraph in pointed
    requests = {each.paragraph for one in found.missions for each in one.requests}
    assert requests <= pointed


@pytest.mark.parametrize("room", ROOMS[2:], ids=range(2, len(ROOMS)))
def test_every_rule_that_took_something_away_is_stated(room: object) -> None:
    found, facts = brief("attributed", "en")

    notes = " ".join(printed_brief(found, facts, room).notes)  # type: ignore[arg-type]  # a Room

    whole = room == ROOMS[2]
    assert ("Shortened to fit two pages" in notes) is not whole


@pytest.mark.parametrize("rule", ["counted", "non_attributed"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_nobody_is_named_where_the_rule_names_nobody(rule: str, language: str) -> None:
    found, facts = brief(rule, language)
    facts = replace(facts, presidency="")

    printed = repr(printed_brief(found, facts))

    assert "Delegation M" not in printed


def test_bands_stand_where_numbers_may_not() -> None:
    found, facts = brief("non_attributed", "en")

    cells = [
        cell
        for part in printed_brief(found, facts).tables
        for row in part.rows
        for cell in row.cells
    ]

    assert any("⅓" in cell for cell in cells)
    assert not any(re.search(r"\d", cell.partition("para")[0]) for cell in cells)


def test_every_number_is_that_of_its_sentence() -> None:
    found, _ = brief("counted", "en")
    from tests.formats.briefs import compiled  # noqa: PLC0415 - beside what it is compared with

    said = {each.number: each for each in compiled("counted")[1]["en"].sentences}
    for one in found.missions:
        for cell in one.cells.values():
            for choice in cell.choices:
                sentence = said[choice.paragraph].sentence
                assert (choice.value, choice.count) == (sentence.value, sentence.count)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_word_document_names_nobody_and_turns_with_its_language(language: str) -> None:
    found, facts = brief("counted", language)
    content = brief_docx(printed_brief(found, facts, ROOMS[-2]))

    with zipfile.ZipFile(BytesIO(content)) as package:
        body = package.read("word/document.xml").decode()
        core = package.read("docProps/core.xml").decode()
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}
    assert BRIEF_WORDS[language].requests in body
    assert "python-docx" not in core
    assert ("<w:bidi/>" in body and "<w:bidiVisual/>" in body) is (language == "ar")


def test_what_xml_cannot_hold_is_seen_to_have_been_there() -> None:
    found, facts = brief("counted", "en")
    printed = replace(printed_brief(found, facts), title="Title\x0b" * 64, changed_note="A\ufffe.")

    with zipfile.ZipFile(BytesIO(brief_docx(printed))) as package:
        body = package.read("word/document.xml").decode()
        core = package.read("docProps/core.xml").decode()
    assert "Title\ufffdTitle" in body
    assert "A\ufffd." in body
    assert "Title\ufffdTitle" in core


def test_no_name_of_a_mission_stands_in_its_neighbours_cell() -> None:
    """A name as wide as its column once ran into the figures beside it."""
    found, facts = brief("counted", "en")

    for room in ROOMS[:3]:
        printed = printed_brief(found, facts, room)
        lines = texts(brief_pdf(printed, MOMENT)).splitlines()
        for row in printed.tables[0].rows:
            assert not any(re.match(rf"{row.label}\w", line) for line in lines)


@pytest.mark.parametrize("size", [9.1, 8.6, 8.1, 7.7, 7.4, 7.1])
def test_no_heading_is_the_last_of_its_page(size: float) -> None:
    found, facts = brief("counted", "en")
    printed = replace(printed_brief(found, facts, ROOMS[5]), size=size)
    printed = replace(printed, changed_note="Compared.", changed=(("UNTSO", "1. active 1 → 2"),))

    headings = {printed.words.changed, *(group.title for group in printed.requests)}
    for page in pdf_pages(brief_pdf(printed, MOMENT)):
        *_, last, _foot = [line.strip() for line in page.splitlines() if line.strip()]
        assert last not in {*headings, "Compared."}


def test_a_question_is_headed_in_the_language_of_the_brief_or_by_its_number() -> None:
    found, facts = brief("counted", "en")
    first, second, *rest = found.questions
    questions = (first, replace(second, text={"zh": "哪些特派团？"}), *rest)

    columns = printed_brief(replace(found, questions=questions), facts).tables[0].columns

    assert columns[0].startswith("1. How")
    assert columns[1] == "Question 2"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_page_says_that_it_is_a_rehearsal_and_a_draft(language: str) -> None:
    found, facts = brief("counted", language)
    printed = printed_brief(found, replace(facts, issued_at=None), ROOMS[5])

    marks = SUMMARY_WORDS[language]
    said = (marks.draft, marks.markings["rehearsal"])
    pages = pdf_pages(brief_pdf(printed, MOMENT))
    assert len(pages) > 1
    for page in pages:
        assert all(letters(mark) in letters(page) for mark in said)
    foot = docx_parts(brief_docx(printed))["word/footer1.xml"].decode()
    assert all(mark in foot for mark in said)
    assert "PAGE" in foot


def test_what_was_issued_of_a_real_briefing_has_no_mark() -> None:
    found, facts = brief("counted", "en")

    assert printed_brief(found, replace(facts, marking="")).marking == ""


def test_whom_the_presidency_invited_is_no_part_of_the_members() -> None:
    found, facts = brief("attributed", "en")
    asked = found.missions[1].requests[0]
    one = replace(found.missions[1], requests=(replace(asked, count=1, of=1),))
    invited = replace(found, missions=(one,), invited=(asked.paragraph,))

    def said(room: Room) -> str:
        groups = printed_brief(invited, facts, room).requests
        return "".join(line.text for group in groups for line in group.lines)

    assert said(ROOMS[0]).endswith(f"(invited – {facts.seats[asked.seats[0]]})")
    assert said(ROOMS[6]).endswith("(invited)")
    assert "1/1" not in said(ROOMS[0]) + said(ROOMS[6])


def test_missions_nobody_assessed_are_named_in_one_line() -> None:
    found, facts = brief("counted", "en")
    empty = replace(found.missions[2].cells[1], choices=())
    none = dict.fromkeys(found.missions[2].cells, empty)
    some = {**found.missions[3].cells, 1: empty}
    missions = list(found.missions)
    missions[1:4] = [
        replace(missions[1], cells=none),
        replace(missions[2], cells=none),
        replace(missions[3], cells=some),
    ]

    printed = printed_brief(replace(found, missions=tuple(missions)), facts)

    names = [missions[1].acronym, missions[2].acronym]
    assert printed.unassessed == f"Assessed by nobody: {', '.join(names)}."
    rows = {row.label: row.cells for row in printed.tables[0].rows}
    assert rows[missions[3].acronym][0] == "–"
    assert not set(names) & set(rows)
    assert "A dash means that nobody gave an assessment." in printed.notes
    assert not re.search(r"\b0/15", repr(printed))


def test_requests_stand_under_whom_they_are_addressed_to() -> None:
    found, facts = brief("attributed", "en")
    his = found.missions[1].requests[0]
    asked = [
        replace(his, owner=owner)
        for owner in (Owner.SECRETARY_GENERAL, Owner.COUNCIL, Owner.SECRETARIAT)
    ]
    few = (replace(found.missions[1], requests=tuple(asked)),)

    groups = printed_brief(replace(found, missions=few), facts).requests

    assert [group.title for group in groups] == [
        "Requests addressed to the Secretary-General",
        "Requests addressed to others",
    ]
    owners = [[line.owner for line in group.lines] for group in groups]
    assert owners == [[""], ["Security Council", "Secretariat"]]


def test_where_nothing_is_asked_of_him_the_brief_says_so() -> None:
    found, facts = brief("attributed", "en")
    asked = replace(found.missions[1].requests[0], owner=Owner.COUNCIL)
    few = (replace(found.missions[1], requests=(asked,)),)

    his, others = printed_brief(replace(found, missions=few), facts).requests

    assert (his.is_empty, his.lines) == (True, ())
    assert len(others.lines) == 1


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
@pytest.mark.parametrize("language", ["es", "zh"])  # the two that once took three pages
def test_the_word_document_opens_at_two_pages_too(tmp_path: Path, language: str) -> None:
    printed, _ = fitted_brief(*brief("counted", language), MOMENT)
    (tmp_path / "brief.docx").write_bytes(brief_docx(printed))

    office = [shutil.which("soffice") or "", f"-env:UserInstallation={tmp_path.as_uri()}/office"]
    command = [*office, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "brief.docx")], check=True, capture_output=True)

    assert page_count((tmp_path / "brief.pdf").read_bytes()) <= PAGES


def test_rules_speak_of_one_as_of_one() -> None:
    found, facts = brief("attributed", "en")

    notes = " ".join(printed_brief(found, facts, ROOMS[7]).notes)

    assert "At most one request a mission is printed, the one most widely shared" in notes
    for words in CUT_WORDS.values():
        for each in (words.few_names, words.few_requests):
            assert "{n}" not in each["=1"]


def test_words_are_kept_whole_when_a_request_is_shortened() -> None:
    assert clipped("Report within ninety days, please.", 26, "en") == "Report within ninety days…"
    assert clipped("我们请秘书长在三十天内提出报告。", 20, "zh") == "我们请秘书长在三十天…"
    assert clipped("Short.", 26, "en") == "Short."


def test_the_words_of_every_language_are_all_there() -> None:
    english = BRIEF_WORDS["en"]
    for language, words in BRIEF_WORDS.items():
        for name, text in vars(words).items():
            fields = re.compile(r"\{\w+\}")
            assert fields.findall(text) == fields.findall(getattr(english, name)), name
            assert bool(ARABIC.search(text)) is (language == "ar"), name
