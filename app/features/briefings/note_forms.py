"""The forms with most fields: the corrected reading of a note, and a question's scale."""

from typing import Annotated, Any

from fastapi import Depends
from pydantic import Field, model_validator

from app.domain.errors import Invalid
from app.domain.position import LANGUAGES, SILENT
from app.domain.proceedings import ScaleValue
from app.features.briefings import defaults, entries
from app.features.briefings.forms import Input, Rows, gathered
from app.features.briefings.note_service import Correction
from app.features.briefings.setup_service import Scaling
from app.web.forms import Form, posted

FEWEST_VALUES, MOST_VALUES = 2, 7


class NoteInput(Input):
    version: str
    symbol: str = ""
    language: str = ""
    title: str = ""
    letter_date: str = ""
    letter_author: str = ""
    letter_signatory: str = ""
    meeting_date: str = ""
    presidency: str = ""
    briefers: str = ""
    references: str = ""
    questions: Rows = Field(default_factory=dict)
    figures: Rows = Field(default_factory=dict)

    _rows = model_validator(mode="before")(lambda data: gathered(data, "question", "figure"))

    def to_domain(self) -> Correction:
        rows = [(n, row) for n, row in self.questions.items() if _stays(row)]
        fields = {
            **self._plain_fields(),
            "questions": [_question(at, n, row) for at, (n, row) in enumerate(rows, 1)],
            "figures": [_figure(n, row) for n, row in self.figures.items() if _stays(row)],
        }
        kept = {at: number for at, (number, _) in enumerate(rows, 1)}
        return Correction(self.version, fields, kept)

    def _plain_fields(self) -> dict[str, Any]:
        return {
            "symbol": entries.line(self.symbol, "symbol") or None,
            "language": entries.language(self.language, "language"),
            "title": entries.line(self.title, "title") or None,
            "letter": {
                "date": _iso(self.letter_date, "letter_date"),
                "author_iso3": _state(self.letter_author, "letter_author"),
                "signatory": entries.line(self.letter_signatory, "letter_signatory") or None,
            },
            "meeting_date": _iso(self.meeting_date, "meeting_date"),
            "presidency_iso3": _state(self.presidency, "presidency"),
            "briefers": entries.lines(self.briefers, "briefers"),
            "references": entries.lines(self.references, "references"),
        }


def _stays(row: dict[str, str]) -> bool:
    return bool(row.get("text", "").strip()) and row.get("remove") != "yes"


def _question(number: int, typed: int, row: dict[str, str]) -> dict[str, Any]:
    name = f"question_{typed}"
    text = entries.passage(row["text"], f"{name}_text")
    countries = entries.words(row.get("countries", ""), f"{name}_countries")
    unknown = [code for code in countries if not defaults.is_state(code)]
    if unknown:
        raise Invalid(f"“{unknown[0]}” is not the code of a State.", where=f"{name}_countries")
    return {
        "number": number,
        "text": text,
        "prompts": entries.lines(row.get("prompts", ""), f"{name}_prompts") or [text],
        "missions": entries.words(row.get("missions", ""), f"{name}_missions"),
        "countries": countries,
    }


def _figure(typed: int, row: dict[str, str]) -> dict[str, Any]:
    name = f"figure_{typed}"
    return {
        "text": entries.line(row["text"], f"{name}_text"),
        "value": entries.number(row.get("value", ""), f"{name}_value"),
        "as_of": _iso(row.get("as_of", ""), f"{name}_as_of"),
        "context": entries.line(row.get("context", ""), f"{name}_context", longest=5_000),
    }


def _iso(text: str, where: str) -> str | None:
    found = entries.day(text, where)
    return found.isoformat() if found else None


def _state(code: str, where: str) -> str | None:
    if code and not defaults.is_state(code):
        raise Invalid(f"“{code}” is not the code of a State.", where=where)
    return code or None


class ScaleInput(Input):
    version: str
    question: int = Field(ge=1, le=999)
    values: Rows = Field(default_factory=dict)
    go: str = ""  # "next": on to the next question

    _rows = model_validator(mode="before")(lambda data: gathered(data, "value"))

    def to_domain(self) -> Scaling:
        rows = [(number, row) for number, row in self.values.items() if row.get("code", "").strip()]
        if not FEWEST_VALUES <= len(rows) <= MOST_VALUES:
            raise Invalid(f"A scale has {FEWEST_VALUES} to {MOST_VALUES} values.", where="values")
        ordered = sorted(rows, key=lambda item: (_place(*item), item[0]))
        scale = tuple(_scale_value(*item) for item in ordered)
        if len({value.code for value in scale}) < len(scale):
            raise Invalid("Two values have the same code.", where="values")
        return Scaling(self.version, self.question, scale)


def _place(number: int, row: dict[str, str]) -> float:
    typed = row.get("order", "")
    return entries.number(typed, f"value_{number}_order") if typed.strip() else number


def _scale_value(number: int, row: dict[str, str]) -> ScaleValue:
    name = f"value_{number}"
    code = entries.code(
        row["code"], f"{name}_code", r"[a-z][a-z0-9_]{0,31}", "small letters, digits and _"
    )
    if code in SILENT:
        raise Invalid("Every scale has this already; leave it out.", where=f"{name}_code")
    typed = {lang: entries.line(row.get(lang, ""), f"{name}_{lang}") for lang in LANGUAGES}
    label = {lang: text for lang, text in typed.items() if text}
    if not label:
        raise Invalid("Name this value in at least one language.", where=f"{name}_code")
    return ScaleValue(code, label)


NoteForm = Annotated[Form[NoteInput], Depends(posted(NoteInput))]
ScaleForm = Annotated[Form[ScaleInput], Depends(posted(ScaleInput))]
