"""The summary as Akoma Ntoso 3.0 (OASIS LegalDocML), in the profile of the United Nations.

Where a letter transmits it the letter is the document, and the summary its annex. The words are
those printed, the numbers those of the summary's JSON: what the one hides the other hides.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from lxml.etree import _Element

from app.domain.corrigendum import Correction
from app.domain.covering import WordedLetter
from app.domain.summary import Summary
from app.domain.wording import wording_in
from app.formats.akn_body import body
from app.formats.akn_markup import cited, node, paragraph, spoken, written
from app.formats.akn_meta import PRESIDENCY, Identity, meta, responsibility
from app.formats.summary_blocks import PrintedSummary


def summary_akn(
    summary: Summary,
    paper: PrintedSummary,
    document: Mapping[str, Any],
    corrections: Sequence[Correction] = (),
) -> bytes:
    """Write the document; the same input gives the same bytes.

    ``document`` is the summary's JSON (summary_json), ``paper`` the same summary laid out.
    """
    identity = Identity.of(summary, document, corrections)
    whole = _letter if paper.letter else _summary
    return written(node("akomaNtoso", whole(identity, paper, document)))


def _summary(identity: Identity, paper: PrintedSummary, document: Mapping[str, Any]) -> _Element:
    return node(
        "doc",
        meta(identity, document, component="!main"),
        _cover(identity, paper),
        _preface(identity, paper),
        body(paper.blocks, document["sentences"], paper.language),
        name="summary",
        contains="originalVersion",
    )


def _letter(identity: Identity, paper: PrintedSummary, document: Mapping[str, Any]) -> _Element:
    letter = paper.letter
    if letter is None:
        raise TypeError("there is no letter")
    annex = node(
        "doc",
        meta(identity, document, component="!annex_1"),
        _preface(identity, paper),
        body(paper.blocks, document["sentences"], paper.language),
        name="annex",
        contains="originalVersion",
    )
    speaks = spoken(paper.language)
    return node(
        "doc",
        meta(identity, document, component="!main"),
        _cover(identity, paper),
        node("preface", node("p", node("docTitle", letter.title)), _facts(letter), **speaks),
        _said(letter, paper.language),
        node("conclusions", *_signed(letter), **speaks),
        node(
            "attachments",
            node("attachment", node("heading", letter.annex), annex, eId="att_1", **speaks),
        ),
        name="officialLetter",
        contains="originalVersion",
    )


def _cover(identity: Identity, paper: PrintedSummary) -> _Element:
    """Say what it is before anything else; no symbol where none was given, no emblem anywhere."""
    facts, table = identity.facts, wording_in(paper.language)
    day = identity.made_on
    lines = [
        node("docNumber", facts.symbol) if facts.symbol else None,
        node("docDate", table.date(day), date=day.isoformat()),
        node(
            "inline",
            table.languages[paper.language],
            name="akn4un:languageOfExpression",
        ),
        node("docStatus", paper.marking) if paper.marking else None,
    ]
    return node(
        "coverPage",
        *(node("p", line) for line in lines if line is not None),
        **spoken(paper.language),
    )


def _preface(identity: Identity, paper: PrintedSummary) -> _Element:
    whose = paragraph(responsibility(identity.facts, paper.language), refersTo=identity.author)
    return node(
        "preface",
        node("p", node("docTitle", *cited(paper.title))),
        node("formula", whose, name="responsibility"),
        **spoken(paper.language),
    )


def _facts(letter: WordedLetter) -> _Element:
    rows = (
        node("tr", node("th", paragraph(label)), node("td", paragraph(said)))
        for label, said in letter.facts
    )
    return node("table", *rows)


def _said(letter: WordedLetter, language: str) -> _Element:
    paragraphs = (
        node(
            "paragraph",
            node("content", paragraph(text), eId=f"para_{at}__content"),
            eId=f"para_{at}",
        )
        for at, text in enumerate(letter.paragraphs, 1)
    )
    return node("mainBody", *paragraphs, **spoken(language))


def _signed(letter: WordedLetter) -> list[_Element]:
    return [
        node("p", node("signature", letter.signed, refersTo=PRESIDENCY)),
        paragraph(letter.office),
    ]
