"""Rows as CSV, safe to open in a spreadsheet; UTF-8 with its mark."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from app.formats.summary_csv import safe_cell


def csv_rows(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    out = StringIO()
    written = csv.writer(out, lineterminator="\r\n")
    written.writerow(columns)
    for row in rows:
        written.writerow([safe_cell(value) for value in row])
    return out.getvalue().encode("utf-8-sig")
