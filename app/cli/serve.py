"""``serve``: serve the application."""

import argparse

from app import main
from app.cli.opening import open_database
from app.cli.terminal import port
from app.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=port, default=8000)
    parser.add_argument("--workers", type=int, default=1)


def run(options: argparse.Namespace) -> None:
    settings = Settings.from_env()
    open_database(settings)
    main.serve(settings, host=options.host, port=options.port, workers=options.workers)
