"""What may be posted to a briefing. Numbered fields (question_2_text) are gathered by number."""

from typing import Annotated, Any

from fastapi import Depends, Query
from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.domain.attribution import Attribution
from app.domain.errors import Invalid
from app.domain.position import LANGUAGES
from app.domain.proceedings import Mission, Seat, Standing
from app.domain.slug import check_slug
from app.domain.wall_time import from_new_york
from app.features.briefings import defaults, entries
from app.features.briefings.completeness import Shown
from app.features.briefings.setup_service import (
    Declaring,
    Listing,
    OwnList,
    Ruling,
    Seating,
    Titling,
    Translating,
)
from app.features.briefings.upload import NoteFile, read_file
from app.web.forms import Form, Upload, posted, uploaded

Rows = dict[int, dict[str, str]]


class Input(BaseModel):
    """A form that refuses fields it does not know."""

    model_config = ConfigDict(extra="forbid")


def gathered(data: Any, *prefixes: str) -> Any:  # noqa: ANN401 - whatever was posted
    """Replace numbered fields by one field of rows per prefix; their names may be any number."""
    plain = dict(data)
    for prefix in prefixes:
        rows = entries.numbered(plain, prefix)
        for number, row in rows.items():
            for field in row:
                plain.pop(f"{prefix}_{number}_{field}", None)
        plain[f"{prefix}s"] = rows
    return plain


def _shown(
    status: Annotated[str, Query(max_length=20)] = "",
    group: Annotated[str, Query(max_length=80)] = "",
) -> Shown:
    return Shown(status, group)


ShownRows = Annotated[Shown, Depends(_shown)]


class NewInput(Input):
    slug: str = ""
    start: str = ""  # "blank": without a note


def read_upload(file: Upload | None) -> NoteFile:
    if file is None:
        raise Invalid("Choose the file of the concept note.", where="file")
    return read_file(file.name, file.content)


class TitleInput(Input):
    version: str
    slug: str
    languages: list[str] = []
    title_ar: str = ""
    title_zh: str = ""
    title_en: str = ""
    title_fr: str = ""
    title_ru: str = ""
    title_es: str = ""

    def to_domain(self) -> Titling:
        chosen = tuple(lang for lang in LANGUAGES if lang in self.languages)
        if not chosen:
            raise Invalid("Choose at least one language.", where="languages")
        typed = {
            lang: entries.line(getattr(self, f"title_{lang}"), f"title_{lang}")
            for lang in LANGUAGES
        }
        titles = {lang: title for lang, title in typed.items() if title}
        return Titling(self.version, check_slug(self.slug.strip()), titles, chosen)


class TranslationsInput(Input):
    version: str
    questions: Rows = Field(default_factory=dict)

    _rows = model_validator(mode="before")(lambda data: gathered(data, "question"))

    def to_domain(self) -> Translating:
        texts = {
            number: {
                lang: entries.passage(text, f"question_{number}_{lang}")
                for lang, text in row.items()
                if lang in LANGUAGES
            }
            for number, row in self.questions.items()
        }
        return Translating(self.version, texts)


class MembersInput(Input):
    """One of: the fifteen of a year; States ticked; a participant typed; a seat given up."""

    council: int | None = None
    state: list[str] = []
    standing: Standing = Standing.MEMBER
    code: str = ""
    name: str = ""
    language: str = "en"
    remove: str = ""
    free: str = ""
    find: str = ""

    def to_domain(self) -> Seating:
        return Seating(self._added(), frozenset({self.remove} - {""}))

    def _added(self) -> tuple[Seat, ...]:
        if self.council is not None:
            return defaults.council_seats(self.council)
        if self.free:
            return (self._participant(),)
        if self.state or not self.remove:
            return self._states()
        return ()

    def _states(self) -> tuple[Seat, ...]:
        if not self.state:
            raise Invalid("Tick at least one State.", where="state")
        return tuple(defaults.state_seat(code, self.standing) for code in dict.fromkeys(self.state))

    def _participant(self) -> Seat:
        code = entries.code(self.code, "code", r"[A-Z0-9]{1,8}", "1 to 8 capital letters or digits")
        if defaults.is_state(code):
            raise Invalid("This is the code of a State: choose it from the States.", where="code")
        name = entries.line(self.name, "name")
        if not name:
            raise Invalid("Write the name.", where="name")
        return Seat(
            code, {entries.language(self.language, "language") or "en": name}, self.standing
        )


class MissionsInput(Input):
    """One of: the sixteen of January 2017; a mission typed; one taken off the list."""

    sixteen: str = ""
    free: str = ""
    acronym: str = ""
    name: str = ""
    language: str = "en"
    mandate_expires: str = ""
    remove: str = ""

    def to_domain(self) -> Listing:
        return Listing(self._added(), frozenset({self.remove} - {""}))

    def _added(self) -> tuple[Mission, ...]:
        if self.sixteen:
            return defaults.missions_of_january_2017()
        if not self.free:
            return ()
        acronym = entries.code(
            self.acronym, "acronym", r"[A-Z][A-Z0-9-]{1,15}", "2 to 16 capital letters, digits, -"
        )
        if acronym == "ALL":
            raise Invalid(
                "ALL stands for every mission; use the mission's acronym.", where="acronym"
            )
        name = entries.line(self.name, "name") or acronym
        expires = entries.day(self.mandate_expires, "mandate_expires")
        lang = entries.language(self.language, "language") or "en"
        return (Mission(acronym, {lang: name}, expires),)


class GroupsInput(Input):
    """One of: groups ticked; a list typed; a group taken back."""

    shipped: list[str] = []
    free: str = ""
    name: str = ""
    language: str = "en"
    members: str = ""
    source: str = ""
    as_of: str = ""
    remove: str = ""

    def to_domain(self) -> Declaring:
        if self.free:
            return Declaring(own=self._own())
        if not (self.shipped or self.remove):
            raise Invalid("Tick at least one group.", where="shipped")
        return Declaring(tuple(dict.fromkeys(self.shipped)), None, frozenset({self.remove} - {""}))

    def _own(self) -> OwnList:
        codes = tuple(dict.fromkeys(entries.words(self.members.upper(), "members")))
        if not codes:
            raise Invalid("Write at least one code.", where="members")
        source = entries.line(self.source, "source")
        if not source:
            raise Invalid("Say where this list comes from.", where="source")
        as_of = entries.day(self.as_of, "as_of")
        if as_of is None:
            raise Invalid("Give the date at which the list held.", where="as_of")
        name = entries.line(self.name, "name")
        lang = entries.language(self.language, "language") or "en"
        return OwnList({lang: name} if name else {}, codes, source, as_of)


class RuleInput(Input):
    version: str
    attribution: Attribution
    deadline_date: str = ""
    deadline_time: str = ""

    def to_domain(self) -> Ruling:
        day = entries.day(self.deadline_date, "deadline_date")
        clock = entries.clock(self.deadline_time, "deadline_time")
        if (day is None) != (clock is None):
            where = "deadline_date" if day is None else "deadline_time"
            raise Invalid("A deadline needs both a date and a time.", where=where)
        deadline = from_new_york(day, clock) if day and clock else None
        return Ruling(self.version, self.attribution, deadline)


class WithdrawInput(Input):
    reason: str = ""

    def to_domain(self) -> str:
        reason = entries.line(self.reason, "reason")
        if not reason:
            raise Invalid("Say why; delegations will read it.", where="reason")
        return reason


NewForm = Annotated[Form[NewInput], Depends(posted(NewInput))]
NoteUpload = Annotated[Upload | None, Depends(uploaded("file"))]
TitleForm = Annotated[Form[TitleInput], Depends(posted(TitleInput))]
TranslationsForm = Annotated[Form[TranslationsInput], Depends(posted(TranslationsInput))]
MembersForm = Annotated[Form[MembersInput], Depends(posted(MembersInput))]
MissionsForm = Annotated[Form[MissionsInput], Depends(posted(MissionsInput))]
GroupsForm = Annotated[Form[GroupsInput], Depends(posted(GroupsInput))]
RuleForm = Annotated[Form[RuleInput], Depends(posted(RuleInput))]
WithdrawForm = Annotated[Form[WithdrawInput], Depends(posted(WithdrawInput))]
