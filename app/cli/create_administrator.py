"""``create-administrator``: make an account of the Secretariat."""

import argparse
import sys
from getpass import getpass

from app.cli.opening import now, open_database
from app.features.accounts.service import create_administrator


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("email")
    parser.add_argument("--name", required=True)


def run(options: argparse.Namespace) -> None:
    password = getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    with open_database()() as db:
        create_administrator(
            db, email=options.email, name=options.name, password=password, at=now()
        )
    print(f"{options.email} can sign in.")
