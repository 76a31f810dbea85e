"""How a refused form comes back: whole, with the reason beside its field."""

from typing import Any

from fastapi import Request, Response

from app.domain.errors import Conflict, Invalid
from app.web.errors import STATUS
from app.web.forms import Form
from app.web.templating import render


def refused(
    request: Request,
    template: str,
    page: object,
    form: Form[Any],
    error: Invalid | Conflict,
    name: str = "version",
) -> Response:
    """Show the page again with what was typed: 422 for a fault in it, 409 for a race.

    ``name`` is the field that a refusal concerns which names none.
    """
    return render(
        request, template, page, form=form.refused(error, name), status=STATUS[type(error)]
    )
