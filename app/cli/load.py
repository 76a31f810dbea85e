"""``load``: load a whole briefing with its signed positions."""

import argparse
import json
import sys
from pathlib import Path

from app.cli.opening import now, open_database
from app.cli.terminal import MEGABYTE, read
from app.domain.bundle import read_bundle
from app.domain.errors import Invalid
from app.features.positions.load import Loading, load_bundle

LARGEST = 512 * MEGABYTE


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--operator", default="operator")


def run(options: argparse.Namespace) -> None:
    content = read(options.bundle, LARGEST)
    try:
        document = json.loads(content)
    except (ValueError, RecursionError) as fault:
        raise Invalid(f"not JSON: {fault}", where=str(options.bundle)) from None
    bundle = read_bundle(document)
    with open_database()() as db:
        loading = Loading(options.operator)
        slug = load_bundle(db, bundle, loading, at=now(), progress=_show_progress)
    print(slug)


def _show_progress(done: int, of: int) -> None:
    end = "\n" if done == of else ""
    print(f"\r{done} of {of} positions", end=end, file=sys.stderr, flush=True)
