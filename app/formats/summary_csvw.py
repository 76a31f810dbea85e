"""What the columns of the summary's CSV hold, as metadata of CSV on the Web (W3C, 2015).

Found by programs without being told: it stands beside ``summary.csv`` under the name the standard
gives such a file. https://www.w3.org/TR/tabular-metadata/
"""

from collections.abc import Mapping
from typing import Any

from app.domain.sentence import Kind
from app.domain.tally import Outcome
from app.formats.summary_csv import COLUMNS
from app.formats.summary_json import encoded
from app.formats.table_words import TABLE_WORDS

NAME = "summary.csv-metadata.json"
MEDIA_TYPE = "application/csvm+json"
_NOTE = (
    "One row a sentence. A text that begins with =, +, - or @ is preceded by an apostrophe, so "
    "that no spreadsheet takes it for a formula. Missions and delegations are parted by spaces."
)


def _one_of(values: list[str]) -> dict[str, str]:
    return {"base": "string", "format": "|".join(values)}


_TYPES: dict[str, object] = {
    "id": {"base": "string", "format": "s[1-9][0-9]*"},
    "part": _one_of(["I", "II"]),
    "question": {"base": "integer", "minimum": 1},
    "by": _one_of(["members", "invited"]),
    "kind": _one_of([each.value for each in Kind]),
    "count": {"base": "integer", "minimum": 0},
    "of": {"base": "integer", "minimum": 0},
    "outcome": _one_of([each.value for each in Outcome]),
    "stale": "boolean",
    "confirmed": "boolean",
}
_ALWAYS = ("id", "part", "by", "kind", "text", "stale", "confirmed")
_LISTS = ("missions", "members")


def summary_csvw(document: Mapping[str, Any], title: str) -> bytes:
    """Describe the CSV of a summary's document (summary_json)."""
    return encoded(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": document["language"]}],
            "url": "summary.csv",
            "dc:title": title,
            "dc:language": document["language"],
            "dc:description": {"@value": _NOTE, "@language": "en"},
            "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
            "tableSchema": {
                "columns": [_column(name) for name in COLUMNS],
                "primaryKey": "id",
            },
        }
    )


def _column(name: str) -> dict[str, object]:
    titles = {language: words.columns[name] for language, words in TABLE_WORDS.items()}
    column: dict[str, object] = {
        "name": name,
        "titles": {"und": name, **titles},  # as the file has it, and as people read it
        "datatype": _TYPES.get(name, "string"),
        "required": name in _ALWAYS,
        "null": "",
    }
    return column | ({"separator": " "} if name in _LISTS else {})
