"""Public answers that change now and then: kept for a while by anybody, asked for again by tag."""

from hashlib import sha256

from fastapi import Request, Response

from app.web.codings import has_answer


def public(request: Request, answer: Response, *, seconds: int) -> Response:
    """Let anybody keep an answer for ``seconds``; send nothing to whoever has these very bytes."""
    tag = f'"{sha256(bytes(answer.body)).hexdigest()}"'
    headers = {"ETag": tag, "Cache-Control": f"public, max-age={seconds}"}
    if has_answer(request.headers.get("if-none-match", "").encode(), tag.encode()):
        return Response(status_code=304, headers=headers)
    answer.headers.update(headers)
    return answer
