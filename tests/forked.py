"""Verbs in processes of their own, forked from one that has imported the whole application.

Importing it takes a new process longer than most verbs take, and tests start hundreds.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import NamedTuple

from app.cli import VERBS, run

APP = (sys.executable, "-m", "app")
_IMPORTED = get_context("forkserver")
_IMPORTED.set_forkserver_preload(
    [__name__, "app.main", *(f"app.cli.{verb.replace('-', '_')}" for verb in VERBS)]
)


class Streams(NamedTuple):
    """Files, so that whoever writes never waits for a reader."""

    given: Path
    said: Path
    complained: Path


def start(
    verb: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    streams: Streams,
    by: Sequence[str] = (),
) -> ForkServerProcess:
    """Start a verb in a folder; ``by`` another program, as a new one whose memory is its own."""
    command = [*by, *APP, *verb] if by else []
    given = ([*verb], command, folder, dict(environment), streams)
    process = _IMPORTED.Process(target=_become, args=given)
    process.start()
    return process


def _become(
    verb: list[str],
    command: list[str],
    folder: Path,
    environment: dict[str, str],
    streams: Streams,
) -> None:
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for number, path in enumerate(streams):
        os.dup2(os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND), number)
    if command:
        os.execv(command[0], command)  # noqa: S606 - our own command
    sys.stdin = open(0, errors="surrogateescape")  # noqa: SIM115 - a number, for good
    sys.stdout = open(1, "w", errors="surrogateescape")  # noqa: SIM115 - likewise
    sys.stderr = open(2, "w", buffering=1, errors="backslashreplace")  # noqa: SIM115 - likewise
    run(verb)
