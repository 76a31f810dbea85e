"""``demo``: build the demonstration and serve it."""

import argparse
import shutil
from pathlib import Path

from app import demonstration, main
from app.cli.opening import now, open_database
from app.cli.terminal import port, say
from app.domain.errors import Invalid
from app.features.record.freezing import freeze
from app.settings import DATABASE, Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=port, default=8000)
    parser.add_argument("--data", type=Path, default=Path("var/demo"), metavar="DIR")
    parser.add_argument("--no-serve", action="store_true")


def run(options: argparse.Namespace) -> None:
    if (options.data / DATABASE).exists():
        print(f"Using the demonstration in {options.data}; delete the folder to begin anew.")
    elif options.data.exists():
        raise Invalid("holds no demonstration; name a new folder.", where=str(options.data))
    else:
        _build(options.data, options.port)
    settings = Settings.for_folder(options.data, port=options.port)
    sessions = open_database(settings)
    demonstration.print_sign_in_links(sessions, settings.base_url, at=now(), say=print)
    if not options.no_serve:
        main.serve(settings, host="127.0.0.1", port=options.port)


def _build(folder: Path, port: int) -> None:
    """Build beside the folder and move it there whole: a stopped build leaves none."""
    building = folder.with_name(f".{folder.name}.partial")
    shutil.rmtree(building, ignore_errors=True)
    sessions = open_database(Settings.for_folder(building, port=port))
    demonstration.build(sessions, freeze=freeze, at=now(), say=say)
    sessions.kw["bind"].dispose()
    building.rename(folder)
