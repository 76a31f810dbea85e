"""How a refused form comes back: whole, with the reason beside its field."""

from typing import Any, TypeVar

from fastapi import Request, Response
from pydantic import BaseModel

from app.domain.errors import Conflict, Invalid
from app.web.forms import Form
from app.web.templating import render

Data = TypeVar("Data", bound=BaseModel)


def clean(form: Form[Data]) -> Data:
    """Give the form's data; a field that cannot be read at all refuses the form."""
    if form.data is None:
        field, said = next(iter(form.errors.items()))
        raise Invalid(said, where=field)
    return form.data


def refused(
    request: Request, template: str, page: object, form: Form[Any], error: Invalid | Conflict
) -> Response:
    """Show the page again with what was typed: 422 for a fault in it, 409 for a race."""
    if isinstance(error, Conflict):
        error, status = Invalid(str(error), where="version"), 409
    else:
        status = 422
    return render(request, template, page, form=form.refused(error), status=status)
