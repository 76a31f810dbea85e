"""``export``: write the whole record of a briefing as a static site."""

import argparse
from pathlib import Path

from app.cli.opening import open_database
from app.features.record.exporting import export_record
from app.web.templating import ROOT, fill


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = (
        "DIR is new, empty, or an earlier export: then the site is made anew, whole, with the"
        " records it held and this one. What was exported before is never replaced by other bytes."
    )
    parser.add_argument("slug", help="of a published briefing")
    parser.add_argument("folder", type=Path, metavar="DIR")


def run(options: argparse.Namespace) -> None:
    with open_database()() as db:
        written = export_record(db, options.slug, options.folder, static=ROOT / "static", fill=fill)
    print(f"{written.files} files, {written.length} bytes in {options.folder}")
    print(f"site.json sha256 {written.hash}")
