"""What the public API is asked and what it answers. Read with the schema of summary.json."""

from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.domain.attribution import Attribution
from app.domain.lifecycle import Origin
from app.domain.sentence import Kind
from app.domain.tally import Outcome

Language = Literal["ar", "zh", "en", "fr", "ru", "es"]
MISSION = "The acronym of a mission; “ALL” for what concerns none in particular."


class Paging(BaseModel):
    """No other parameter is read: a slip of the pen is told, never ignored."""

    model_config = ConfigDict(extra="forbid")

    page: int = Field(default=1, ge=1, le=1_000_000, description="From 1.")
    limit: int = Field(default=50, ge=1, le=100, description="How many on a page.")


class BriefingFilter(Paging):
    mission: str | None = Field(
        default=None, max_length=80, description="Asked about this mission, by acronym."
    )
    year: int | None = Field(
        default=None, ge=1946, le=9999, description="The meeting was in this year."
    )
    presidency: str | None = Field(
        default=None, pattern="^[A-Z0-9]{1,8}$", description="The code of the seat that presided."
    )
    language: Language | None = Field(default=None, description="Published in this language.")


class CellFilter(Paging):
    language: Language | None = Field(
        default=None, description="Of the texts; if left out, the first of the briefing."
    )
    release: int | None = Field(
        default=None, ge=1, le=10_000_000, description="A release; if left out, the newest."
    )
    question: int | None = Field(
        default=None, ge=1, le=10_000_000, description="A guiding question."
    )
    mission: str | None = Field(default=None, max_length=80, description=MISSION)


class SentenceFilter(CellFilter):
    part: Literal["I", "II"] | None = Field(
        default=None, description="I: the overview; II: the register."
    )
    kind: Kind | None = Field(default=None, description="See the schema of summary.json.")


class PublishedLine(BaseModel):
    """A published briefing, as a list shows it."""

    slug: str = Field(description="Its name in addresses.")
    title: dict[str, str] = Field(description="By language.")
    meeting_date: date | None
    presidency: str | None = Field(description="The code of the seat that presided.")
    attribution: Attribution = Field(description="The rule it opened with.")
    origin: Origin = Field(description="A demonstration or a rehearsal is no act of a presidency.")
    symbol: str | None = Field(description="As the Secretariat assigned it, once it has.")
    languages: list[Language]
    missions: list[str] = Field(description="By acronym.")
    release: int = Field(description="The number of the newest.")
    issued_at: datetime = Field(description="When the newest was issued.")
    href: str = Field(description="The address of its facts.")
    record: dict[str, str] = Field(description="The addresses of its pages, by language.")


class FrozenBytes(BaseModel):
    """One page or download of a release; its bytes never change."""

    language: Language
    path: str = Field(description="What follows the record's address; empty for its first page.")
    href: str
    type: str = Field(description="Its media type.")
    size: int = Field(description="In bytes.")
    sha256: str


class ReleaseFacts(BaseModel):
    """What was issued at once; a corrigendum is a release of its own."""

    number: int
    issued_at: datetime
    published_at: datetime
    hash: str = Field(
        description="SHA-256 over the language, path and SHA-256 of each file, as canonical JSON."
    )
    record: dict[str, str] = Field(description="Where it stands for good, by language.")


class PublishedFacts(PublishedLine):
    """A published briefing, with its releases and the files of the newest."""

    releases: list[ReleaseFacts] = Field(description="Oldest first.")
    files: list[FrozenBytes]


class Tally(BaseModel):
    """How many chose one thing in one cell, where it may be said."""

    question: int
    mission: str | None
    by: Literal["members", "invited"]
    kind: Literal["tally", "addressed", "nothing"]
    value: str | None = Field(description="A code of the question's scale, or a kind of nothing.")
    count: int | None = Field(description="Null where no exact number may be given.")
    of: int | None
    outcome: Outcome | None
    sentence: str = Field(description="The id of the sentence that says so.")


class Listed(BaseModel):
    """One page of a list; the ``Link`` header names those beside it."""

    total: int = Field(description="How many there are on all pages.")
    page: int
    limit: int


class BriefingList(Listed):
    items: list[PublishedLine]


class ReleaseList(BaseModel):
    items: list[ReleaseFacts] = Field(description="Oldest first.")


class OfText(Listed):
    """``release`` and ``language`` say which text was read."""

    briefing: str
    release: int
    language: Language


class SentenceList(OfText):
    items: list[dict[str, Any]] = Field(
        description="Sentences as summary.json has them: /api/v1/schemas/summary.json, $defs."
    )


class TallyList(OfText):
    items: list[Tally]


class Contents(BaseModel):
    """Where everything is."""

    briefings: str
    description: str = Field(description="This API, as OpenAPI 3.1.")
    summary_schema: str = Field(description="The JSON Schema of summary.json.")
