"""The commands an operator types: ``python -m app VERB``. An error is one line and status 2."""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from getpass import getpass
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from sqlalchemy.exc import SQLAlchemyError

from app import demonstration, main
from app.cli.points import add_points
from app.cli.reminding import add_reminding
from app.cli.terminal import MEGABYTE, Verbs, read, say, verb, write
from app.db.migrating import migrate
from app.db.session import Sessions, open_engine, open_sessions
from app.domain.bundle import read_bundle
from app.domain.errors import DomainError, Invalid
from app.domain.gates import run_gates
from app.domain.position import LANGUAGES
from app.features.accounts.service import create_administrator
from app.features.briefings.queries import get_briefing
from app.features.grouping.previewing import preview_proposals
from app.features.positions.load import Loading, load_bundle
from app.features.record.freezing import freeze
from app.features.summaries.operating import publish_by_operator
from app.features.summaries.releasing import compile_briefing
from app.features.summaries.service import publish_issued
from app.formats.note_reading import reading_of
from app.formats.note_text import LARGEST, note_text
from app.formats.summary_blocks import printed
from app.formats.summary_csv import summary_csv
from app.formats.summary_json import encoded, summary_document
from app.formats.summary_paper import PAPER, on_paper
from app.formats.summary_text import summary_text
from app.settings import DATABASE, Settings

FORMATS = ("json", "text", "csv", *PAPER)
LARGEST_BUNDLE = 512 * MEGABYTE


def run(arguments: list[str] | None = None) -> None:
    """Run one verb; end the process with status 2 and one clear line on any error."""
    options = _parser().parse_args(arguments)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True)  # a log is read while the server runs
    verb: Callable[[argparse.Namespace], None] = options.run
    try:
        verb(options)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read the output, as `head` does, has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        _fail("stopped; nothing was kept")
    except Exception as fault:  # noqa: BLE001 - an operator reads one line, never a traceback
        _fail(_line(fault))


def _line(fault: Exception) -> str:
    match fault:
        case DomainError():
            line = str(fault)
        case OSError():
            line = f"{fault.filename or ''}: {fault.strerror or fault}".lstrip(": ")
        case SQLAlchemyError():
            line = f"database: {fault}"
        case _:
            line = str(fault) or type(fault).__name__
    return line.splitlines()[0]


def _fail(line: str) -> NoReturn:
    print(f"error: {line}", file=sys.stderr)
    sys.exit(2)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m app", description=__doc__)
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    for add in (_add_running, _add_reading, add_points, _add_summary, _add_accounts):
        add(verbs)
    add_reminding(verbs, _open)
    return parser


def _add_running(verbs: Verbs) -> None:
    demo = verb(verbs, "demo", _demo, "build the demonstration and serve it")
    demo.add_argument("--port", type=_port, default=8000)
    demo.add_argument("--data", type=Path, default=Path("var/demo"), metavar="DIR")
    demo.add_argument("--no-serve", action="store_true")
    serve = verb(verbs, "serve", _serve, "serve the application")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=_port, default=8000)
    serve.add_argument("--workers", type=int, default=1)
    verb(verbs, "migrate", _migrate, "bring the database to the newest revision")


def _port(typed: str) -> int:
    port = int(typed)
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return port


def _add_reading(verbs: Verbs) -> None:
    note = verb(verbs, "read-note", _read_note, "show what is read from a concept note")
    note.add_argument("file", type=Path)
    note.add_argument("--json", action="store_true")
    load = verb(verbs, "load", _load, "load a whole briefing with its signed positions")
    load.add_argument("bundle", type=Path)
    load.add_argument("--operator", default="operator")


def _add_summary(verbs: Verbs) -> None:
    summarise = verb(verbs, "summarise", _summarise, "compile the summary of a briefing")
    summarise.add_argument("slug")
    summarise.add_argument("--lang", choices=LANGUAGES)
    summarise.add_argument("--format", choices=FORMATS, default="text")
    summarise.add_argument(
        "--preview-proposals",
        action="store_true",
        help="count the groups a machine proposes, in this output only",
    )
    summarise.add_argument("-o", dest="out", type=Path, metavar="FILE")
    publish = verb(verbs, "publish", _publish, "freeze and publish a summary")
    publish.add_argument("slug")
    publish.add_argument("--operator", metavar="NAME")


def _add_accounts(verbs: Verbs) -> None:
    administrator = verb(
        verbs, "create-administrator", _create_administrator, "make an account of the Secretariat"
    )
    administrator.add_argument("email")
    administrator.add_argument("--name", required=True)


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - the edge


def _open(settings: Settings | None = None) -> Sessions:
    """Open the database; every verb that does so migrates it first."""
    engine = open_engine((settings or Settings.from_env()).database_url)
    migrate(engine)
    return open_sessions(engine)


def _demo(options: argparse.Namespace) -> None:
    if (options.data / DATABASE).exists():
        print(f"Using the demonstration in {options.data}; delete the folder to begin anew.")
    elif options.data.exists():
        raise Invalid("holds no demonstration; name a new folder.", where=str(options.data))
    else:
        _build_demonstration(options.data, options.port)
    settings = Settings.for_folder(options.data, port=options.port)
    sessions = _open(settings)
    demonstration.print_sign_in_links(sessions, settings.base_url, at=_now(), say=print)
    if not options.no_serve:
        main.serve(settings, host="127.0.0.1", port=options.port)


def _build_demonstration(folder: Path, port: int) -> None:
    """Build beside the folder and move it there whole: a stopped build leaves none."""
    building = folder.with_name(f".{folder.name}.partial")
    shutil.rmtree(building, ignore_errors=True)
    sessions = _open(Settings.for_folder(building, port=port))
    demonstration.build(sessions, freeze=freeze, at=_now(), say=say)
    sessions.kw["bind"].dispose()
    building.rename(folder)


def _serve(options: argparse.Namespace) -> None:
    settings = Settings.from_env()
    _open(settings)
    main.serve(settings, host=options.host, port=options.port, workers=options.workers)


def _migrate(_options: argparse.Namespace) -> None:
    _open()
    print("The database is at the newest revision.")


def _read_note(options: argparse.Namespace) -> None:
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


def _load(options: argparse.Namespace) -> None:
    content = read(options.bundle, LARGEST_BUNDLE)
    try:
        document = json.loads(content)
    except (ValueError, RecursionError) as fault:
        raise Invalid(f"not JSON: {fault}", where=str(options.bundle)) from None
    bundle = read_bundle(document)
    with _open()() as db:
        loading = Loading(options.operator)
        slug = load_bundle(db, bundle, loading, at=_now(), progress=_progress("positions"))
    print(slug)


def _summarise(options: argparse.Namespace) -> None:
    with _open()() as db:
        briefing = get_briefing(db, options.slug)
        language = options.lang or briefing.languages[0]
        say("compiling")
        drafting = preview_proposals(db, briefing) if options.preview_proposals else None
        summary = compile_briefing(db, briefing, (language,), drafting)[language]
    if options.format == "text":
        content = summary_text(summary)
    elif options.format in PAPER:
        content = on_paper(printed(summary), options.format)
    else:
        document = summary_document(summary, run_gates(summary), computed_at=_now())
        content = encoded(document) if options.format == "json" else summary_csv(document)
    write(content, options.out)


def _publish(options: argparse.Namespace) -> None:
    with _open()() as db:
        if options.operator is None:
            digest = publish_issued(db, options.slug, operator="operator", at=_now())
        else:
            say("freezing the pages")
            digest = publish_by_operator(
                db, options.slug, operator=options.operator, freeze=freeze, at=_now()
            )
    print(digest)


def _create_administrator(options: argparse.Namespace) -> None:
    password = getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    with _open()() as db:
        create_administrator(
            db, email=options.email, name=options.name, password=password, at=_now()
        )
    print(f"{options.email} can sign in.")


def _progress(what: str) -> Callable[[int, int], None]:
    def show(done: int, of: int) -> None:
        end = "\n" if done == of else ""
        print(f"\r{done} of {of} {what}", end=end, file=sys.stderr, flush=True)

    return show
