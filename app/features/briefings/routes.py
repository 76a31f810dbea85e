"""The addresses of a briefing's preparation and life."""

from fastapi import APIRouter, Response

from app.domain.errors import NotFound
from app.features.briefings.queries import NO_BRIEFING
from app.web.deps import SignedIn

router = APIRouter(prefix="/briefings")


def _soon(_actor: SignedIn) -> Response:
    raise NotFound(NO_BRIEFING)


for _name, _path in {
    "index": "",
    "new": "/new",
    "show": "/{slug}",
    "note": "/{slug}/note",
    "note_file": "/{slug}/note/file",
    "setup": "/{slug}/setup",
    "open": "/{slug}/open",
}.items():
    router.add_api_route(_path, _soon, methods=["GET"], name=f"briefings.{_name}")
