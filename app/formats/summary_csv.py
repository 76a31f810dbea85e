"""The summary as CSV, one row a sentence, safe to open in a spreadsheet."""

import csv
import re
from collections.abc import Mapping
from io import StringIO
from typing import Any

COLUMNS = (
    "id", "part", "question", "mission", "missions", "by", "kind", "value",
    "text", "count", "of", "members", "outcome", "stale", "confirmed",
)  # fmt: skip
# Behind spaces, controls and what nobody sees, too: some programs drop them, then compute.
_FORMULA = re.compile(
    r"[\s\x00-\x1f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]*[=+\-@＝＋－＠]"
)


def summary_csv(document: Mapping[str, Any]) -> bytes:
    """Write the sentences of a summary's document (summary_json); UTF-8 with its mark."""
    out = StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for sentence in document["sentences"]:
        rows.writerow([safe_cell(sentence[column]) for column in COLUMNS])
    return out.getvalue().encode("utf-8-sig")


def safe_cell(value: object) -> str:
    """Write a value as text that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    text = " ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"'{text}" if _FORMULA.match(text) else text
