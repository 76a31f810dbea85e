"""Reading an upload in a child with little memory and little time: it can end only itself."""

import os
import subprocess
import sys
from pathlib import Path

from app.domain.errors import Invalid

WALL_CLOCK_SECONDS = 30
_ROOT = Path(__file__).resolve().parents[2]
# -I shuts out the environment and the working directory; the child is told where app is.
_CHILD = "import sys; sys.path.insert(0, sys.argv[1]); from app.formats.extract import main; main()"


def read_confined(reader: str, data: bytes) -> bytes:
    """Give what one of the readers of `extract` makes of the bytes, or raise its one line."""
    command = [sys.executable, "-I", "-B", "-X", "utf8", "-c", _CHILD, str(_ROOT), reader]
    try:
        child = subprocess.run(  # noqa: S603 - no shell, no word of the upload in the command
            command,
            input=data,
            capture_output=True,
            timeout=WALL_CLOCK_SECONDS,
            check=False,
            env={"PATH": os.environ.get("PATH", ""), "MALLOC_ARENA_MAX": "1"},
            cwd="/",
        )
    except subprocess.TimeoutExpired:
        raise Invalid("Reading the file took too long.") from None
    if child.returncode == 0:
        return child.stdout
    if child.returncode == 2:
        raise Invalid(_last_line(child.stderr))
    raise Invalid("The file could not be read: it is damaged or asks for too much.")


def _last_line(said: bytes) -> str:
    lines = said.decode("utf-8", errors="replace").strip().splitlines()
    return lines[-1][:300] if lines else "The file could not be read."
