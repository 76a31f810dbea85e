"""What may be posted to the mirror, and how its pages are addressed."""

from typing import Annotated, TypeVar

from fastapi import Depends, Path
from pydantic import BaseModel, ConfigDict

from app.domain.agreement import Stance, StanceTaken
from app.domain.errors import Invalid
from app.domain.mirror import Reply, Verdict
from app.features.mirror.pages import AnswerPlace, Place
from app.features.summaries.forms import Wanted
from app.web.deps import Slug
from app.web.forms import Form, posted

Choice = TypeVar("Choice", Verdict, Stance, Reply)
SentenceId = Annotated[str, Path(pattern=r"^s[1-9][0-9]{0,6}$")]
Number = Annotated[int, Path(ge=1, le=10_000_000)]


def _place(slug: Slug, sentence: SentenceId, language: Wanted) -> Place:
    return Place(slug, sentence, language)


def _answer_place(slug: Slug, number: Number, language: Wanted) -> AnswerPlace:
    return AnswerPlace(slug, number, language)


PlacePath = Annotated[Place, Depends(_place)]
AnswerPath = Annotated[AnswerPlace, Depends(_answer_place)]


class Input(BaseModel):
    """A form that refuses fields it does not know; ``hash`` is of the draft the page showed."""

    model_config = ConfigDict(extra="forbid")


class AnswerInput(Input):
    """``reason`` goes with a sentence that is not ours, ``wording`` is what we would have."""

    hash: str
    verdict: str = ""
    reason: str = ""
    wording: str = ""

    @property
    def said(self) -> Verdict:
        return _choice(Verdict, self.verdict, "verdict")

    @property
    def words(self) -> str:
        return self.wording if self.said is Verdict.PROPOSES else self.reason


class StanceInput(Input):
    hash: str
    stance: str = ""
    text: str = ""
    along: str = ""

    def to_domain(self) -> StanceTaken:
        stance = _choice(Stance, self.stance, "stance")
        return StanceTaken(stance, self.text.strip(), self.along.strip())


class ReplyInput(Input):
    reply: str = ""
    words: str = ""
    reason: str = ""

    @property
    def given(self) -> Reply:
        return _choice(Reply, self.reply, "reply")


class ConditionsInput(Input):
    """Conditions that one acceptance would meet, by their names."""

    condition: list[str] = []


def _choice(kind: type[Choice], value: str, where: str) -> Choice:
    if value not in {each.value for each in kind}:
        raise Invalid("Choose one of these.", where=where)
    return kind(value)


AnswerForm = Annotated[Form[AnswerInput], Depends(posted(AnswerInput))]
StanceForm = Annotated[Form[StanceInput], Depends(posted(StanceInput))]
ConditionsForm = Annotated[Form[ConditionsInput], Depends(posted(ConditionsInput))]
ReplyForm = Annotated[Form[ReplyInput], Depends(posted(ReplyInput))]
