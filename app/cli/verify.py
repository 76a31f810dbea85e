"""``verify``: check an exported or a live record from its own files alone."""

import argparse
import sys

from app.features.record.verifying.checks import verify

SHOWN = 50  # faults of one check


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = (
        "Status 0: all holds. 1: something does not, one line each. 2: nothing to check."
    )
    parser.add_argument(
        "place",
        metavar="DIR_OR_URL",
        help="an exported site, or the address of a record: https://host/en/record/SLUG/",
    )
    parser.add_argument(
        "--against", metavar="DIR", help="an earlier export, all of which must still be there"
    )


def run(options: argparse.Namespace) -> None:
    faults = 0
    for check in verify(options.place, options.against):
        faults += len(check.faults)
        print(f"{'FAULT' if check.faults else 'ok':5}  {check.name}: {check.figures}")
        for fault in check.faults[:SHOWN]:
            print(f"       {check.name}: {fault}")
        if len(check.faults) > SHOWN:
            print(f"       {check.name}: and {len(check.faults) - SHOWN} more")
    print("none   log proofs: there is no transparency log yet, so none is present to check")
    if faults:
        print(f"{faults} faults")
        sys.exit(1)
