"""Notes in six languages and many forms, each beside what a careful reader finds in it."""

import json
from typing import Any

import pytest

from app.domain.note import Reading, read_note
from tests import notes

NAMES = sorted(path.stem for path in notes.NOTES.glob("*.json"))


def facts(reading: Reading) -> dict[str, Any]:
    found = reading.to_json()
    found["sections"] = [[section["kind"], section["heading"]] for section in found["sections"]]
    for figure in found["figures"]:
        del figure["context"]
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_note_is_read_as_a_careful_reader_would(name: str) -> None:
    expected = json.loads((notes.NOTES / f"{name}.json").read_text(encoding="utf-8"))

    assert facts(read_note(notes.note(name), notes.state_names())) == expected


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_each_language_has_at_least_four_notes(language: str) -> None:
    assert sum(name.startswith(f"{language}-") for name in NAMES) >= 4


@pytest.mark.parametrize("name", NAMES)
def test_line_ends_and_trailing_blank_lines_change_nothing(name: str) -> None:
    text = notes.note(name)
    read = read_note(text, notes.state_names())

    assert read_note(text.replace("\n", "\r\n") + "\n\n", notes.state_names()) == read


@pytest.mark.parametrize("name", NAMES)
def test_a_reading_survives_its_json(name: str) -> None:
    reading = read_note(notes.note(name), notes.state_names())

    assert Reading.from_json(json.loads(json.dumps(reading.to_json()))) == reading
