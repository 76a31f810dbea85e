"""What the verbs share: whole files in, whole files out, one line at a time to whoever waits."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from app.domain.errors import Invalid

MEGABYTE = 1024 * 1024
LARGEST_LINES = 256 * MEGABYTE


def port(typed: str) -> int:
    number = int(typed)
    if not 0 <= number <= 65535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return number


def read(path: Path, largest: int) -> bytes:
    """Read a whole file, and only a file: a pipe or a device might never end."""
    size = path.stat().st_size
    if not path.is_file():
        raise Invalid("is not a file.", where=str(path))
    if size > largest:
        raise Invalid(f"is larger than {largest // MEGABYTE} MB.", where=str(path))
    return path.read_bytes()


def write(content: bytes, out: Path | None = None) -> None:
    """Write a whole file or none: a reader never finds half of one."""
    if out is None:
        sys.stdout.buffer.write(content)
        return
    if out.exists() and not out.is_file():
        raise Invalid("is not a file.", where=str(out))
    whole = out.resolve()  # a link stays a link
    partial = whole.with_name(f".{whole.name}.partial")
    try:
        partial.write_bytes(content)
        partial.replace(whole)
    except OSError as fault:
        raise OSError(fault.errno, fault.strerror, str(out)) from None
    finally:
        with suppress(OSError):
            partial.unlink()


def say(line: str) -> None:
    print(f"{line} …", file=sys.stderr, flush=True)


def read_lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give each JSON object of a file of lines, with the place to name in an error."""
    content = read(path, LARGEST_LINES)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise Invalid(f"not UTF-8: {fault}", where=str(path)) from None
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as fault:
            raise Invalid(f"not JSON: {fault}", where=where) from None
        if not isinstance(row, dict):
            raise Invalid("a line is one JSON object.", where=where)
        yield where, row


def write_lines(rows: Sequence[dict[str, Any]]) -> None:
    """Print one JSON object a line, all of them or none."""
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    write("".join(lines).encode())
