"""Refusals become pages here, and nowhere else."""

import logging
from dataclasses import dataclass
from urllib.parse import quote
from uuid import uuid4

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from app.domain.errors import Conflict, DomainError, Ended, Invalid, NotAllowed, NotFound
from app.web.deps import SignInNeeded
from app.web.security import PRIVATE, headers_of_all
from app.web.templating import is_htmx, render, see

STATUS: dict[type[DomainError], int] = {NotFound: 404, NotAllowed: 403, Conflict: 409, Invalid: 422}
TYPED = ("text", "reason")  # the fields of the desk that hold somebody's own sentences
log = logging.getLogger("horseshoe")


@dataclass(frozen=True)
class RefusalPage:
    """Why something was not possible (errors/refused.html)."""

    status: int
    reason: str | None  # None: the page is simply not there, and says no more


@dataclass(frozen=True)
class GivenBackPage:
    """What was typed at a desk where one no longer acts (errors/given_back.html)."""

    reason: str
    typed: tuple[str, ...]


def install(app: FastAPI) -> None:
    app.add_exception_handler(DomainError, _refuse)
    app.add_exception_handler(Ended, _give_back)
    app.add_exception_handler(SignInNeeded, _ask_to_sign_in)
    app.add_exception_handler(RequestValidationError, _absent)
    app.add_exception_handler(HTTPException, _refuse_http)
    app.add_exception_handler(Exception, _fail)


def _page(request: Request, status: int, reason: str | None) -> Response:
    template = "errors/_refused.html" if is_htmx(request) else "errors/refused.html"
    return render(request, template, RefusalPage(status, reason), status=status)


def _refuse(request: Request, error: Exception) -> Response:
    status = next(code for kind, code in STATUS.items() if isinstance(error, kind))
    return _page(request, status, None if status == 404 else str(error))


async def _give_back(request: Request, error: Exception) -> Response:
    """Show nothing of the desk any more, only what this very request brought."""
    if request.method == "GET":
        return _page(request, 404, None)
    body = await request.form()
    typed = tuple(each for name in TYPED if isinstance(each := body.get(name), str) and each)
    page = GivenBackPage(str(error), typed)
    template = "errors/_given_back.html" if is_htmx(request) else "errors/given_back.html"
    return render(request, template, page, status=409)


def _absent(request: Request, _error: Exception) -> Response:
    """Answer an address that cannot be read like one that does not exist."""
    return _page(request, 404, None)


def _refuse_http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    detail = str(error.detail) if isinstance(error, HTTPException) and status != 404 else None
    return _page(request, status, detail)


def _ask_to_sign_in(request: Request, _error: Exception) -> Response:
    if is_htmx(request):
        return _page(request, 401, "You have been signed out. What you typed is still here.")
    if request.method == "GET":
        return see(f"/sign-in?next={quote(request.url.path)}")
    return _page(request, 401, "Sign in first.")


def _fail(request: Request, error: Exception) -> Response:
    """Say nothing of the inside; leave a number that the log knows too.

    Starlette answers a fault outside of every layer, so the headers of all are given here.
    """
    number = uuid4().hex[:12]
    log.error("error %s on %s: %s", number, request.scope.get("path"), type(error).__name__)
    answer = _page(request, 500, f"Something went wrong on our side (number {number}).")
    answer.headers.update(headers_of_all(secure=request.app.state.secure))
    answer.headers["Cache-Control"] = PRIVATE
    return answer
