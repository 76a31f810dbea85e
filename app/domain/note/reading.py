"""What was read from a concept note, and its JSON form."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SECTION_KINDS = ("overview", "briefers", "questions", "background", "outcome", "other")


@dataclass(frozen=True)
class Letter:
    date: dt.date | None = None
    author_iso3: str | None = None
    signatory: str | None = None


@dataclass(frozen=True)
class Section:
    kind: str
    heading: str
    text: str


@dataclass(frozen=True)
class Question:
    number: int
    text: str
    prompts: tuple[str, ...]
    missions: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


@dataclass(frozen=True)
class Figure:
    text: str
    value: int | float
    as_of: dt.date | None
    context: str


@dataclass(frozen=True)
class Reading:
    symbol: str | None
    language: str | None
    title: str | None
    letter: Letter = field(default_factory=Letter)
    meeting_date: dt.date | None = None
    presidency_iso3: str | None = None
    briefers: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    questions: tuple[Question, ...] = ()
    references: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    warnings: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "symbol": self.symbol,
            "language": self.language,
            "title": self.title,
            "letter": {
                "date": _iso(self.letter.date),
                "author_iso3": self.letter.author_iso3,
                "signatory": self.letter.signatory,
            },
            "meeting_date": _iso(self.meeting_date),
            "presidency_iso3": self.presidency_iso3,
            "briefers": list(self.briefers),
            "sections": [
                {"kind": section.kind, "heading": section.heading, "text": section.text}
                for section in self.sections
            ],
            "questions": [_question_json(question) for question in self.questions],
            "references": list(self.references),
            "figures": [_figure_json(figure) for figure in self.figures],
            "warnings": list(self.warnings),
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Reading":
        letter = stored["letter"]
        return cls(
            symbol=stored["symbol"],
            language=stored["language"],
            title=stored["title"],
            letter=Letter(_day(letter["date"]), letter["author_iso3"], letter["signatory"]),
            meeting_date=_day(stored["meeting_date"]),
            presidency_iso3=stored["presidency_iso3"],
            briefers=tuple(stored["briefers"]),
            sections=tuple(Section(**section) for section in stored["sections"]),
            questions=tuple(_question(question) for question in stored["questions"]),
            references=tuple(stored["references"]),
            figures=tuple(
                Figure(one["text"], one["value"], _day(one["as_of"]), one["context"])
                for one in stored["figures"]
            ),
            warnings=tuple(stored["warnings"]),
        )


def _question_json(question: Question) -> dict[str, Any]:
    return {
        "number": question.number,
        "text": question.text,
        "prompts": list(question.prompts),
        "missions": list(question.missions),
        "countries": list(question.countries),
    }


def _question(stored: Mapping[str, Any]) -> Question:
    return Question(
        stored["number"],
        stored["text"],
        tuple(stored["prompts"]),
        tuple(stored["missions"]),
        tuple(stored["countries"]),
    )


def _figure_json(figure: Figure) -> dict[str, Any]:
    return {
        "text": figure.text,
        "value": figure.value,
        "as_of": _iso(figure.as_of),
        "context": figure.context,
    }


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _day(stored: str | None) -> dt.date | None:
    return dt.date.fromisoformat(stored) if stored else None
