"""The addresses of a summary's drafting, circulation, issue and publication."""

from fastapi import APIRouter, Response

from app.domain.errors import NotFound
from app.features.briefings.queries import NO_BRIEFING
from app.web.deps import SignedIn

router = APIRouter(prefix="/briefings/{slug}/summary")


def _soon(_actor: SignedIn) -> Response:
    raise NotFound(NO_BRIEFING)


router.add_api_route("", _soon, methods=["GET"], name="summaries.show")
