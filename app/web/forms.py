"""A posted form: clean data, or the raw text with an error beside each field. Nothing is lost."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar, get_origin

from fastapi import Request
from pydantic import BaseModel, ValidationError
from starlette.datastructures import FormData, UploadFile

from app.domain.errors import DomainError, Invalid

Input = TypeVar("Input", bound=BaseModel)
Data_co = TypeVar("Data_co", covariant=True)


@dataclass(frozen=True)
class Form(Generic[Data_co]):
    """``raw`` holds what was typed, by field; ``errors`` a sentence per field at fault."""

    data: Data_co | None = None
    raw: dict[str, str] = field(default_factory=dict)
    chosen: dict[str, list[str]] = field(default_factory=dict)  # of fields that take several
    errors: dict[str, str] = field(default_factory=dict)

    def accepted(self) -> Data_co:
        """Give what was typed, if all of it could be read; else name the first field at fault."""
        if self.data is None:
            name, said = next(iter(self.errors.items()), ("form", "Nothing was sent."))
            raise Invalid(said, where=name)
        return self.data

    def refused(self, error: DomainError, name: str = "form") -> "Form[Data_co]":
        """Give the same form back, the refusal beside its field, ``name`` where it names none.

        What could not be read is marked already, and says more.
        """
        if self.errors:
            return self
        where, said = name, str(error)
        if isinstance(error, Invalid):
            where, said = error.where or name, error.reason
        return Form(None, self.raw, self.chosen, {where: said})


def posted(
    model: type[Input], *, most_fields: int = 1000
) -> Callable[[Request], Awaitable[Form[Input]]]:
    """Read a form into ``model``; line ends become single ones, as they were typed."""

    async def read(request: Request) -> Form[Input]:
        async with request.form(max_fields=most_fields) as body:
            raw = _texts(body)
            chosen = {name: [str(item) for item in body.getlist(name)] for name in _lists(model)}
        try:
            return Form(model.model_validate({**raw, **chosen}), raw, chosen)
        except ValidationError as problem:
            errors = {str(error["loc"][0]): _plain(error["msg"]) for error in problem.errors()}
            return Form(None, raw, chosen, errors)

    return read


def _texts(body: FormData) -> dict[str, str]:
    return {
        name: value.replace("\r\n", "\n")
        for name, value in body.items()
        if not isinstance(value, UploadFile)
    }


def _lists(model: type[BaseModel]) -> list[str]:
    return [
        name
        for name, info in model.model_fields.items()
        if get_origin(info.annotation) in {list, tuple}
    ]


def _plain(message: str) -> str:
    return message.removeprefix("Value error, ")


@dataclass(frozen=True)
class Upload:
    name: str
    content: bytes


def uploaded(field_name: str) -> Callable[[Request], Awaitable[Upload | None]]:
    """Read one file of a form; None when no file was chosen."""

    async def read(request: Request) -> Upload | None:
        async with request.form() as body:
            file = body.get(field_name)
            if not isinstance(file, UploadFile) or not file.filename:
                return None
            return Upload(file.filename, await file.read())

    return read
