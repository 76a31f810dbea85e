"""A summary on paper: the same words and numbers as everywhere, and nothing beside them."""

import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from itertools import pairwise

import docx
import pypdfium2
import pytest
from lxml import etree

from app.domain.compiling import compile_summary
from app.domain.drafting import Drafting
from app.domain.letter import Addressee, Letter, Role
from app.domain.lifecycle import Origin
from app.domain.position import LANGUAGES
from app.domain.summary import Summary
from app.formats.summary_blocks import PrintedSummary, Table, printed
from app.formats.summary_docx import summary_docx
from app.formats.summary_json import summary_document
from app.formats.summary_paper import PAPER, on_paper
from app.formats.summary_pdf import summary_pdf
from app.formats.summary_words import SUMMARY_WORDS
from tests.bundles import make_bundle, proceedings_of_bundle
from tests.formats.paper import (
    W,
    docx_paragraphs,
    docx_parts,
    letters,
    parts_of,
    pdf_pages,
    sorted_letters,
)

MOMENT = datetime(2017, 4, 10, 16, 30, tzinfo=UTC)
KINDS = tuple(PAPER)
LETTER = Letter(
    "Signatory Here",
    Role.PERMANENT_REPRESENTATIVE,
    is_feminine=True,
    addressee=Addressee.SECRETARY_GENERAL,
    transmitted_on=date(2017, 4, 9),
    openings={"en": "We thank the Secretariat."},
    state=dict.fromkeys(LANGUAGES, "(A)"),
)


@cache
def summary_in(language: str, rule: str = "counted", **changes: object) -> Summary:
    bundle = make_bundle(6, 2, 2, attribution=rule, invited=1, filled=0.9)
    facts = replace(proceedings_of_bundle(bundle), references=("S/2017/287",), **changes)  # type: ignore[arg-type]
    return compile_summary(facts, language, Drafting())


def with_letter(language: str) -> PrintedSummary:
    found = summary_in(language)
    return printed(replace(found, proceedings=replace(found.proceedings, letter=LETTER)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_says_the_sentences_of_the_summary(language: str) -> None:
    summary = summary_in(language)
    pages = pdf_pages(summary_pdf(printed(summary)))

    said = letters("".join(pages))
    if language == "ar":  # lines of two directions are read in an order of their own
        told = Counter(letters("".join(each.text for each in summary.sentences)))
        assert told <= Counter(said)
        return
    for each in summary.sentences:
        words = f"{each.number}{letters(each.text)}"
        assert words in said or _across_pages(words, pages)


def _across_pages(words: str, pages: list[str]) -> bool:
    """Find what begins on one page, before its foot, and ends on the next, after its head."""
    cut = range(1, len(words))
    sides = [letters(page) for page in pages]
    return any(
        words[:at] in before and words[at:] in after
        for before, after in pairwise(sides)
        for at in cut
    )


def test_arabic_can_be_copied_from_a_pdf() -> None:
    """A font whose dots are glyphs of their own would double every other letter."""
    words = "\n".join(pdf_pages(summary_pdf(printed(summary_in("ar")))))

    assert "موجز أعدته الرئاسة على مسؤوليتها الخاصة" in words
    assert "سجل جميع المواقف" in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_document_says_the_sentences_of_the_summary(language: str) -> None:
    summary = summary_in(language)
    said = [each for each in docx_paragraphs(summary_docx(printed(summary))) if "\t" in each]

    assert said == [f"{each.number}.\t{each.text}" for each in summary.sentences]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_same_summary_gives_the_same_bytes(kind: str, language: str) -> None:
    assert on_paper(with_letter(language), kind) == on_paper(with_letter(language), kind)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_is_tagged_and_says_its_language_and_title(language: str) -> None:
    """The typesetter itself refuses what PDF/UA-1 and PDF/A-2a would not have."""
    content = summary_pdf(with_letter(language))
    document = pypdfium2.PdfDocument(content)

    assert pypdfium2.raw.FPDFCatalog_IsTagged(document.raw)
    assert b"pdfuaid:part>1<" in content
    assert re.search(rb"pdfaid:part>2<", content)
    assert document.get_metadata_dict()["Title"] == printed(summary_in(language)).title
    assert re.search(rf"/Lang ?\({language}".encode(), content)


def test_numbers_agree_on_paper_and_in_json() -> None:
    summary = summary_in("en")
    document = summary_document(summary, {}, computed_at=MOMENT, public=True)
    on_word = docx_paragraphs(summary_docx(printed(summary)))
    on_pdf = letters("".join(pdf_pages(summary_pdf(printed(summary)))))

    for each in document["sentences"]:
        line = f"{each['id'].removeprefix('s')}.\t{each['text']}"
        assert line in on_word
        assert letters(line) in on_pdf
    glance = next(each for each in printed(summary).blocks if isinstance(each, Table))
    counted = {
        (each["mission"], each["question"], each["count"])
        for each in document["sentences"]
        if each["part"] == "II" and each["kind"] == "tally"
    }
    for mission, *cells in glance.rows:
        for number, cell in enumerate(cells, 1):
            for count in re.findall(r"“?v\d.*:\s(\d+)", cell):
                assert (mission, number, int(count)) in counted


def test_every_phrase_of_a_number_is_explained() -> None:
    summary = summary_in("en")
    table = [each for each in printed(summary).blocks if isinstance(each, Table)][-1]

    assert ("two of the six members", "2", "6") in table.rows
    for phrase, number, of in table.rows:
        assert any(phrase.casefold() in each.text.casefold() for each in summary.sentences)
        assert 0 <= int(number) <= int(of)


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_says_so_on_every_page_and_an_issue_does_not(kind: str) -> None:
    summary = summary_in("en")
    draft, final = (on_paper(printed(summary, issued_at=at), kind) for at in (None, MOMENT))

    if kind == "pdf":
        assert all("Draft" in page for page in pdf_pages(draft))
        assert not any("Draft" in page for page in pdf_pages(final))
        assert all(
            "Issued 10 April 2017, 12:30, New York time" in page for page in pdf_pages(final)
        )
        pages = pdf_pages(final)
        assert all(f"Page {n} of {len(pages)}" in page for n, page in enumerate(pages, 1))
    else:
        assert b"Draft" in docx_parts(draft)["word/header1.xml"]
        assert "word/header1.xml" not in docx_parts(final)
        assert b"12:30, New York time" in docx_parts(final)["word/footer1.xml"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rehearsal_says_so_on_every_page(language: str) -> None:
    summary = summary_in(language, origin=Origin.REHEARSAL)
    mark = SUMMARY_WORDS[language].markings["rehearsal"]
    paper = printed(summary, issued_at=MOMENT)

    assert all(
        sorted_letters(mark) == sorted_letters(page.strip().splitlines()[0])
        for page in pdf_pages(summary_pdf(paper))
    )
    assert mark.encode() in docx_parts(summary_docx(paper))["word/header1.xml"]


def test_arabic_is_set_from_right_to_left_in_word() -> None:
    root = etree.fromstring(docx_parts(summary_docx(with_letter("ar")))["word/document.xml"])
    tables = root.findall(f".//{W}tbl")
    spoken = root.findall(f".//{W}r[{W}t]")

    assert tables
    assert all(each.find(f"{W}tblPr/{W}bidiVisual") is not None for each in tables)
    assert all(each.find(f"{W}pPr/{W}bidi") is not None for each in root.iter(f"{W}p"))
    arabic = [each for each in spoken if each.find(f"{W}rPr/{W}lang").get(f"{W}bidi") == "ar-SA"]
    assert all(each.find(f"{W}rPr/{W}rtl") is not None for each in arabic)
    assert root.find(f".//{W}sectPr/{W}bidi") is not None


def test_a_quotation_keeps_its_own_language_in_word() -> None:
    root = etree.fromstring(docx_parts(summary_docx(printed(summary_in("en", "attributed"))))
                            ["word/document.xml"])  # fmt: skip
    languages = {each.get(f"{W}val") for each in root.iter(f"{W}lang")}

    assert {"en-GB", "fr-FR", "zh-CN"} <= languages


def test_word_opens_it_with_headings_of_its_own_and_heads_of_tables() -> None:
    document = docx.Document(BytesIO(summary_docx(with_letter("en"))))
    styles = [each.style.name for each in document.paragraphs]

    assert {"Title", "Heading 1", "Heading 2", "Heading 3", "Sentence"} <= set(styles)
    assert document.paragraphs[0].text.startswith("Letter dated 9 April 2017")
    heads = document.element.body.findall(f".//{W}tblHeader")
    assert len(heads) == len(document.tables) - 1  # the letter's facts are no table of data


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_said_of_who_made_it_or_when(kind: str) -> None:
    read = b"\n".join(parts_of(f"x.{kind}", on_paper(with_letter("en"), kind))).decode()

    assert not re.search(r"python-docx|generated by|Normal\.dotm|rsid|w:(?:ins|del|vanish)\b", read)
    assert not re.search(r"(?:19[89]|20[2-9])\d-\d\d-\d\dT(?!00:00:00)", read)
    if kind == "docx":
        names = set(docx_parts(on_paper(with_letter("en"), kind)))
        strange = r"thumbnail|custom|comments|people|app\.xml|media|embeddings|attachedTemplate"
        assert not [name for name in names if re.search(strange, name, re.IGNORECASE)]
        about = docx.Document(BytesIO(on_paper(with_letter("en"), kind))).core_properties
        assert (about.author, about.last_modified_by, about.comments) == ("", "", "")


@pytest.mark.parametrize("rule", ["counted", "non_attributed"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_in_the_file_that_is_not_in_the_summary(kind: str, rule: str) -> None:
    bundle = make_bundle(6, 2, 2, attribution=rule, invited=1, filled=0.9)
    for at, position in enumerate(bundle["positions"]):
        position["text"] = f"Canary{at:03} was signed and may not be quoted."
    facts = proceedings_of_bundle(bundle)
    content = on_paper(printed(compile_summary(facts, "en", Drafting())), kind)
    read = b"\n".join(parts_of(f"x.{kind}", content)).decode()

    assert "Canary" not in read
    assert not [each.hash for each in facts.positions if each.hash[:16] in read]
    assert set(re.findall(r"Delegation M\d+", read)) <= {"Delegation M1"}  # presides


def test_a_member_is_told_from_a_source_where_it_was_read_in_public() -> None:
    bundle = make_bundle(3, 1, 1, attribution="attributed")
    for each in bundle["positions"]:
        each["source"] = "https://example.org/statement"
    summary = compile_summary(proceedings_of_bundle(bundle), "en", Drafting())

    assert "Source: https://example.org/statement" in "\n".join(
        docx_paragraphs(summary_docx(printed(summary)))
    )
    assert letters("Source: https://example.org/statement") in letters(
        "".join(pdf_pages(summary_pdf(printed(summary))))
    )


@pytest.mark.parametrize(
    "text", ["#let x = 1", "$x^2$ @ref <w:p>&amp;", "*a* _b_ `c` // d", "\\ #[x]"]
)
def test_no_text_becomes_markup(text: str) -> None:
    found = summary_in("en")
    paper = printed(replace(found, proceedings=replace(found.proceedings, title={"en": text})))

    assert "".join(text.split()) in "".join("".join(pdf_pages(summary_pdf(paper))).split())
    assert text in docx_paragraphs(summary_docx(paper))


def test_what_xml_cannot_hold_stops_no_word_document() -> None:
    found = summary_in("en")
    facts = replace(found.proceedings, title={"en": "Title\x0b\ufffe, of two kinds"})
    content = summary_docx(printed(replace(found, proceedings=facts)))

    assert "Title\ufffd\ufffd, of two kinds" in docx_paragraphs(content)


def test_a_script_no_font_has_stops_no_pdf_and_is_named_letter_by_letter() -> None:
    found = summary_in("en")
    title = {"en": "ภาษาไทย ☐ and Đà Nẵng 和平 السلام \ufffe"}
    paper = printed(replace(found, proceedings=replace(found.proceedings, title=title)))
    said = " ".join(pdf_pages(summary_pdf(paper))).replace("\r\n", " ")

    assert "[U+0E20]" in said
    assert "[U+2610] and Đà Nẵng 和平" in said
    assert summary_pdf(paper) == summary_pdf(paper)


def test_arabic_is_as_large_as_the_rest_in_word_and_its_letters_are_joined() -> None:
    """Word has a size of its own for Arabic; and letters set apart are no words any more."""
    root = etree.fromstring(docx_parts(summary_docx(with_letter("ar")))["word/styles.xml"])
    styles = {each.get(f"{W}styleId"): each.find(f"{W}rPr") for each in root.iter(f"{W}style")}

    for name in ("Normal", "Note", "Cell", "Title", "Heading1"):
        about = styles[name]
        assert about.find(f"{W}szCs").get(f"{W}val") == about.find(f"{W}sz").get(f"{W}val")
        assert about.find(f"{W}spacing") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cell_of_the_matrix_may_break_before_its_number(language: str) -> None:
    """A long word kept with its number would run out of the cell."""
    glance = next(each for each in printed(summary_in(language)).blocks if isinstance(each, Table))

    assert not [cell for row in glance.rows for cell in row if re.search(r"\u00a0\d", cell)]
