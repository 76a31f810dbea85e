"""A summary as a PDF: tagged for screen readers (PDF/UA-1), made to last (PDF/A-2a)."""

from app.formats.summary_blocks import Block, Heading, Listed, PrintedSummary, Said, Table, Text
from app.formats.typesetting import typeset


def summary_pdf(summary: PrintedSummary) -> bytes:
    """Set a summary; the same summary gives the same bytes, dated as it was issued."""
    letter = summary.letter
    data = {
        "language": summary.language,
        "title": summary.title,
        "marking": summary.marking,
        "foot": summary.foot,
        "page": summary.page.format(n="\0", m="\0").split("\0"),
        "letter": letter
        and {
            "title": letter.title,
            "facts": letter.facts,
            "paragraphs": letter.paragraphs,
            "signed": letter.signed,
            "office": letter.office,
            "annex": letter.annex,
        },
        "blocks": [_block(each) for each in summary.blocks],
    }
    return typeset("summary.typ", data, ["a-2a", "ua-1"], summary.issued_at)


def _block(block: Block) -> dict[str, object]:
    match block:
        case Heading(text, level):
            return {"kind": "heading", "text": text, "level": level}
        case Said(number, runs, notes):
            return {"kind": "said", "number": number, "runs": runs, "notes": notes}
        case Table(caption, head, rows, widths):
            return {
                "kind": "table",
                "caption": caption,
                "head": head,
                "cells": [cell.split("\n") for row in rows for cell in row],
                "widths": widths,
            }
        case Listed(lines):
            return {"kind": "list", "lines": lines}
        case Text(text):
            return {"kind": "text", "text": text}
