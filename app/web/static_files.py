"""Style sheets, scripts and drawings: kept by browsers for as long as their address stands."""

from os import PathLike, stat_result
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from app.web.templating import ROOT, static_url

FOLDER = ROOT / "static"
FOR_GOOD = "public, max-age=31536000, immutable"  # other bytes have another address
ASKED_AGAIN = "public, no-cache"


class MarkedFiles(StaticFiles):
    """Files whose addresses carry a mark of their bytes, as ``static_url`` makes them."""

    def __init__(self) -> None:
        super().__init__(directory=FOLDER)

    def file_response(
        self,
        full_path: PathLike[str] | str,
        stat_result: stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        answer = super().file_response(full_path, stat_result, scope, status_code)
        _, _, mark = static_url(Path(full_path).relative_to(FOLDER).as_posix()).partition("?")
        stands = scope["query_string"] == mark.encode()
        answer.headers["Cache-Control"] = FOR_GOOD if stands else ASKED_AGAIN
        return answer
