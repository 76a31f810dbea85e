"""``migrate``: bring the database to the newest revision."""

import argparse

from app.cli.opening import open_database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take none."""


def run(_options: argparse.Namespace) -> None:
    open_database()
    print("The database is at the newest revision.")
