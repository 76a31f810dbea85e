"""How the public API answers: JSON, its tag, its neighbours, and what is wrong as a problem.

Whatever a client does wrong is answered as application/problem+json (RFC 9457), naming each
parameter and what it may be. Nothing here knows of a person or a cookie.
"""

import hashlib
import json
from collections.abc import Callable, Coroutine, Mapping
from typing import Any
from urllib.parse import urlencode

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import BaseModel, Field

from app.domain.errors import NotFound

ABSENT = "There is no such published briefing."
PROBLEM = "application/problem+json"
# Readable from the pages of any other site: there is nothing here but what is public.
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Vary": "Accept-Encoding",
}
KEPT = {"Cache-Control": "public, max-age=300"}


class ParameterFault(BaseModel):
    parameter: str = Field(description="The name of the parameter.")
    problem: str = Field(description="What is wrong with it, and what it may be.")


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    type: str = Field(default="about:blank", description="Always about:blank.")
    title: str = Field(description="In a word.")
    status: int = Field(description="The status of the answer.")
    detail: str = Field(description="In a sentence.")
    errors: list[ParameterFault] = Field(default=[], description="Each parameter at fault.")


PROBLEMS: dict[int | str, dict[str, Any]] = {
    "4XX": {
        "description": "There is no such thing (404), or a parameter cannot be read (400).",
        "content": {PROBLEM: {"schema": Problem.model_json_schema()}},
    }
}
Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class ApiRoute(APIRoute):
    """A route whose refusals are problems, and whose answers carry their tag."""

    def get_route_handler(self) -> Handler:
        answer = super().get_route_handler()

        async def handle(request: Request) -> Response:
            try:
                return _tagged(request, await answer(request))
            except RequestValidationError as fault:
                return _unreadable(fault)
            except NotFound as absent:
                return problem(404, "Not found", str(absent) or ABSENT)

        return handle


def answered(
    content: BaseModel | Mapping[str, Any], links: Mapping[str, str] | None = None
) -> Response:
    """Answer with JSON; ``links`` are addresses by what they are to this one (RFC 8288)."""
    said = content.model_dump(mode="json") if isinstance(content, BaseModel) else content
    body = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    response = Response(body, media_type="application/json", headers=KEPT)
    if links:
        response.headers["Link"] = ", ".join(f'<{to}>; rel="{name}"' for name, to in links.items())
    return response


def pages(request: Request, *, page: int, limit: int, total: int) -> dict[str, str]:
    """Give the addresses of the pages beside this one, with the filters it was asked with."""
    last = max(1, -(-total // limit))
    numbers = {"first": 1, "prev": min(page - 1, last), "next": page + 1, "last": last}
    others = [(key, value) for key, value in request.query_params.items() if key != "page"]
    return {
        name: f"{request.url.path}?{urlencode([*others, ('page', number)])}"
        for name, number in numbers.items()
        if 1 <= number <= last
    }


def problem(
    status: int, title: str, detail: str, errors: list[ParameterFault] | None = None
) -> Response:
    said = Problem(title=title, status=status, detail=detail, errors=errors or [])
    content = said.model_dump_json(exclude=None if errors else {"errors"})
    return Response(content, status_code=status, media_type=PROBLEM, headers=OPEN)


def _unreadable(fault: RequestValidationError) -> Response:
    errors = [
        ParameterFault(parameter=str(each["loc"][-1]), problem=_mend(each))
        for each in fault.errors()
    ]
    detail = " ".join(f"{each.parameter}: {each.problem}." for each in errors)
    return problem(400, "A parameter cannot be read", detail, errors)


def _mend(error: Mapping[str, Any]) -> str:
    if error["type"] == "extra_forbidden":
        return "There is no such parameter here; leave it out"
    return str(error["msg"])


def _tagged(request: Request, response: Response) -> Response:
    """Tag the bytes themselves; send none that the asker has."""
    response.headers.update(OPEN)
    if response.status_code != 200:
        return response
    tag = f'"{hashlib.sha256(response.body).hexdigest()}"'
    response.headers["ETag"] = tag
    known = request.headers.get("if-none-match", "").split(",")
    if {tag, "*"} & {each.strip().removeprefix("W/") for each in known}:
        kept = {name: value for name, value in response.headers.items() if name not in _OF_BYTES}
        return Response(status_code=304, headers=kept)
    return response


_OF_BYTES = {"content-length", "content-type"}
