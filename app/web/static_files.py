"""Style sheets, scripts and drawings: kept by browsers for as long as their address stands."""

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

    async def get_response(self, path: str, scope: Scope) -> Response:
        answer = await super().get_response(path, scope)  # raises where there is no such file
        _, _, mark = static_url(path).partition("?")
        stands = scope["query_string"] == mark.encode()
        answer.headers["Cache-Control"] = FOR_GOOD if stands else ASKED_AGAIN
        return answer
