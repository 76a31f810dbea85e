"""A file of answers that came back: read in a confined child, told apart by its bytes."""

import json
from dataclasses import asdict

from app.domain.errors import Invalid
from app.formats.answer_sheet import Returned, ReturnedRow
from app.formats.confined import read_confined
from app.formats.package_gate import check_package, find_main_part

LARGEST = 25 * 1024 * 1024
# The same answer in every cell shrinks as well as a bomb does; what is read is walked, not held.
DENSE_FROM = 12 * 1024 * 1024
KINDS = {"xlsx": "workbook", "docx": "Word document"}
_WANTED = "Please send the workbook (XLSX) or the Word document (DOCX) you downloaded here."


def returned_sheet(data: bytes, file_name: str) -> Returned:
    """Give the rows of an uploaded file, or raise `Invalid` with one line that says what is wrong.

    The name never tells the type, but a name that says another one is refused.
    """
    if not data:
        raise Invalid("The file is empty.")
    if len(data) > LARGEST:
        raise Invalid("The file is larger than 25 MB.")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Invalid(
            "The file is protected by a password or of an old office format. "
            "Please save it as XLSX or DOCX without a password."
        )
    if not data.startswith(b"PK"):
        raise Invalid(f"The file is neither a workbook nor a Word document. {_WANTED}")
    found = json.loads(read_confined("answers", data))
    ending = file_name.rpartition(".")[2].lower()
    if ending in KINDS and ending != found["kind"]:
        raise Invalid(f"The file is a {KINDS[found['kind']]} but its name ends in .{ending}.")
    rows = tuple(ReturnedRow(**row) for row in found["rows"])
    return Returned(found["kind"], found["lang"], rows)


def returned_json(data: bytes) -> str:
    """Read the file, in the child; give its rows as JSON."""
    main = find_main_part(data)
    if main is None:
        raise Invalid(f"The file is an archive, not a workbook or a Word document. {_WANTED}")
    check_package(data, dense_from=DENSE_FROM)
    if main.kind == "xlsx":
        from app.formats.returned_xlsx import (  # noqa: PLC0415 - only the parser needed
            read_positions_xlsx,
        )

        return json.dumps(asdict(read_positions_xlsx(data, main)))
    from app.formats.returned_docx import read_positions_docx  # noqa: PLC0415 - as above

    return json.dumps(asdict(read_positions_docx(data, main)))
