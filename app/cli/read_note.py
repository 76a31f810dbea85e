"""``read-note``: show what is read from a concept note."""

import argparse
import json
from pathlib import Path

from app.cli.terminal import read, write
from app.domain.errors import Invalid
from app.formats.note_reading import reading_of
from app.formats.note_text import LARGEST, note_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path)
    parser.add_argument("--json", action="store_true")


def run(options: argparse.Namespace) -> None:
    content = read(options.file, LARGEST)
    try:
        reading = reading_of(note_text(content, options.file.name)).to_json()
    except Invalid as fault:
        raise Invalid(fault.reason, where=str(options.file)) from None
    if options.json:
        shown = json.dumps(reading, ensure_ascii=False, indent=1)
    else:
        rows = ((name, json.dumps(value, ensure_ascii=False)) for name, value in reading.items())
        shown = "\n".join(f"{name}: {value}" for name, value in rows)
    write(f"{shown}\n".encode())
