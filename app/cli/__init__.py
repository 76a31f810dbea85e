"""The commands an operator types: ``python -m app VERB``. An error is one line and status 2.

One module a verb, loaded only when the verb is named: an operator waits for no other's libraries.
"""

import argparse
import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import NoReturn

from app.domain.errors import DomainError

VERBS = {
    "demo": "build the demonstration and serve it",
    "serve": "serve the application",
    "migrate": "bring the database to the newest revision",
    "read-note": "show what is read from a concept note",
    "load": "load a whole briefing with its signed positions",
    "split": "cut texts into points",
    "suggest": "rank for each point the groups of its cell",
    "propose-groups": "propose which points say the same",
    "summarise": "compile the summary of a briefing",
    "publish": "freeze and publish a summary",
    "export": "write a published record as a static site",
    "verify": "check a record from its own files alone",
    "create-administrator": "make an account of the Secretariat",
    "remind": "write and send the mails that are due",
}


def run(arguments: list[str] | None = None) -> None:
    """Run one verb; end the process with status 2 and one clear line on any error."""
    given = sys.argv[1:] if arguments is None else arguments
    options = _parser(given[0] if given else "").parse_args(given)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True)  # a log is read while the server runs
    try:
        options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read the output, as `head` does, has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        _fail("stopped; nothing was kept")
    except Exception as fault:  # noqa: BLE001 - an operator reads one line, never a traceback
        _fail(_line(fault))


def _parser(named: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m app", description=__doc__)
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    for name, what in VERBS.items():
        verb = verbs.add_parser(name, help=what, description=what)
        if name == named:
            module = import_module(f"app.cli.{name.replace('-', '_')}")
            module.add_arguments(verb)
            verb.set_defaults(run=module.run)
    return parser


def _line(fault: Exception) -> str:
    match fault:
        case DomainError():
            line = str(fault)
        case OSError():
            line = f"{fault.filename or ''}: {fault.strerror or fault}".lstrip(": ")
        case _ if type(fault).__module__.startswith("sqlalchemy."):  # loaded only by who needs it
            line = f"database: {fault}"
        case _:
            line = str(fault) or type(fault).__name__
    return line.splitlines()[0]


def _fail(line: str) -> NoReturn:
    print(f"error: {line}", file=sys.stderr)
    sys.exit(2)
