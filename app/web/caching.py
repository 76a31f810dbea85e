"""Public answers that change now and then: kept for a while by anybody, asked for again by tag."""

from hashlib import sha256

from fastapi import Request, Response


def public(request: Request, answer: Response, *, seconds: int) -> Response:
    """Let anybody keep an answer for ``seconds``; send nothing to whoever has these very bytes."""
    tag = f'"{sha256(bytes(answer.body)).hexdigest()}"'
    headers = {"ETag": tag, "Cache-Control": f"public, max-age={seconds}"}
    if is_known(request, tag):
        return Response(status_code=304, headers=headers)
    answer.headers.update(headers)
    return answer


def is_known(request: Request, tag: str) -> bool:
    known = request.headers.get("if-none-match", "").split(",")
    return bool({tag, "*"} & {each.strip().removeprefix("W/") for each in known})
