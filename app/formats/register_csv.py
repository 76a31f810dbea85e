"""The register of proposals as CSV, one row a proposal, safe to open in a spreadsheet."""

import csv
from collections.abc import Iterable, Mapping
from io import StringIO

from app.formats.summary_csv import safe_cell

COLUMNS = (
    "proposal", "delegation", "paragraphs", "draft", "language", "action", "sentence", "proposed",
    "after", "reason", "proposed_at", "stale", "disposition", "accepted_words", "decision_reason",
    "decided_at",
)  # fmt: skip


def register_csv(rows: Iterable[Mapping[str, object]]) -> bytes:
    """Write rows by their columns; UTF-8 with its mark."""
    out = StringIO()
    lines = csv.writer(out, lineterminator="\r\n")
    lines.writerow(COLUMNS)
    lines.writerows([safe_cell(row[column]) for column in COLUMNS] for row in rows)
    return out.getvalue().encode("utf-8-sig")
