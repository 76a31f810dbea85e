"""The child that reads what somebody uploaded: bytes in, UTF-8 out.

It is started by `confined`, limits itself before it looks at the first byte, and ends with
status 2 and one line on its error stream when it must refuse.
"""

import contextlib
import resource
import sys

from app.domain.errors import Invalid

MEMORY = 512 * 1024 * 1024
CPU_SECONDS = 20


def main() -> None:
    _limit()
    reader = sys.argv[-1]
    data = sys.stdin.buffer.read()
    try:
        said = _read(reader, data)
    except Invalid as refusal:
        _refuse(str(refusal))
    except MemoryError:
        _refuse("The file asks for too much memory to be read.")
    except RecursionError:
        _refuse("The file is nested too deeply to be read.")
    except Exception:  # noqa: BLE001 - whatever a parser trips over, the answer is one line
        _refuse("The file is damaged and cannot be read.")
    else:
        sys.stdout.buffer.write(said.encode("utf-8", errors="replace"))


def _read(reader: str, data: bytes) -> str:
    # Imported late: a limit must hold before a parser loads.
    if reader == "pdf":
        from app.formats.pdf_text import pdf_text  # noqa: PLC0415 - only the parser needed

        return pdf_text(data)
    if reader == "docx":
        from app.formats.word_text import word_text  # noqa: PLC0415 - only the parser needed

        return word_text(data)
    from app.formats.returned_sheet import returned_json  # noqa: PLC0415 - only the parser needed

    return returned_json(data)


def _limit() -> None:
    with contextlib.suppress(ValueError, OSError):  # a lower limit may already hold
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it writes no file


def _refuse(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()
    sys.exit(2)


if __name__ == "__main__":
    main()
