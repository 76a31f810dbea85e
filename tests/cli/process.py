"""One verb in a process of its own, as an operator types it, and what came of it."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

from tests import forked
from tests.forked import Streams

ROOT = Path(__file__).parents[2]
LONGEST = 35  # seconds that reading a hostile file may take
LARGEST = 512 * 1024  # kilobytes that it may hold, in the largest of its processes

# A process begins with the memory of the one that started it, and that is counted as its own: it
# is measured by starting it from a small one.
MEASURED = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[2:])
_, status, used = os.wait4(process.pid, 0)
open(sys.argv[1], "w").write(str(used.ru_maxrss))
sys.exit(os.waitstatus_to_exitcode(status))
"""


@dataclass(frozen=True)
class Ended:
    status: int
    out: bytes
    err: str
    kilobytes: int | None  # of the largest of its processes, where it was measured
    seconds: float

    @property
    def text(self) -> str:
        return self.out.decode()

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever was printed
        return json.loads(self.out)


@dataclass(frozen=True)
class Started:
    process: ForkServerProcess
    out: Path
    err: Path
    held: Path
    began: float

    def end(self) -> Ended:
        """Wait for it, and give what it said."""
        self.process.join()
        status = self.process.exitcode or 0
        said = self.err.read_bytes().decode(errors="replace")
        held = int(self.held.read_text()) if self.held.exists() else None
        return Ended(status, self.out.read_bytes(), said, held, time.monotonic() - self.began)


@dataclass(frozen=True)
class Operator:
    """Somebody at a shell: ``folder`` is theirs, ``database_url`` is set in its environment."""

    folder: Path
    database_url: str

    @property
    def environment(self) -> dict[str, str]:
        mine = {"HORSESHOE_DATABASE_URL": self.database_url, "PYTHONPATH": str(ROOT)}
        kept = {name: value for name, value in os.environ.items() if "HORSESHOE" not in name}
        return kept | mine

    def start(
        self, *arguments: object, stdin: bytes = b"", measured: bool = False, **environment: str
    ) -> Started:
        """Start a verb; what it says goes to files."""
        given, out, err, held = (
            self.folder / f".{time.monotonic_ns()}.{name}" for name in ("in", "out", "err", "held")
        )
        given.write_bytes(stdin)
        by = [sys.executable, "-c", MEASURED, str(held)] if measured else []
        began = time.monotonic()
        verb = [str(each) for each in arguments]
        streams = Streams(given, out, err)
        process = forked.start(verb, self.folder, self.environment | environment, streams, by)
        return Started(process, out, err, held, began)

    def shell(self, command: str) -> Ended:
        """Run a line of shell, in which $APP is the program."""
        began = time.monotonic()
        environment = self.environment | {"APP": f"{sys.executable} -m app"}
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            check=False,
        )
        said = done.stderr.decode(errors="replace")
        return Ended(done.returncode, done.stdout, said, 0, time.monotonic() - began)

    def run(
        self, *arguments: object, stdin: bytes = b"", measured: bool = False, **environment: str
    ) -> Ended:
        return self.start(*arguments, stdin=stdin, measured=measured, **environment).end()

    def write(self, name: str, content: object) -> Path:
        """Put a file into the folder; whatever is not bytes becomes JSON."""
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path


def is_refused(run: Ended, *words: str) -> bool:
    """Tell whether it ended with status 2, nothing said but one clear line with these words."""
    lines = run.err.splitlines()
    assert run.status == 2, run
    assert run.out == b"", run
    assert len(lines) == 1, run
    assert lines[0].startswith("error: "), run
    assert all(word in lines[0] for word in words), run
    return True
