"""What may be posted about amendments, and how their pages are addressed."""

from typing import Annotated, TypeVar

from fastapi import Depends, Path
from pydantic import BaseModel, ConfigDict

from app.domain.amendments import Action, Decision, Proposal
from app.domain.errors import Invalid
from app.domain.mirror import Reply
from app.features.amendments.pages import ProposalPlace
from app.features.mirror.forms import Number, PlacePath
from app.features.summaries.forms import Wanted
from app.web.deps import Slug
from app.web.forms import Form, posted

Choice = TypeVar("Choice", Action, Reply)
# An amendment by its delegation's code and number, or a wording proposed in the mirror.
Name = Annotated[str, Path(pattern=r"^(?:[A-Z0-9]{1,8}-[1-9][0-9]{0,6}|c[1-9][0-9]{0,6})$")]
FRONT = "front"  # where a move puts a sentence before all the others

__all__ = ["DecisionForm", "Number", "PlacePath", "ProposalForm", "ProposalPath", "TextForm"]


def _proposal_place(slug: Slug, name: Name, language: Wanted) -> ProposalPlace:
    return ProposalPlace(slug, name, language)


ProposalPath = Annotated[ProposalPlace, Depends(_proposal_place)]


class Input(BaseModel):
    """A form that refuses fields it does not know; ``hash`` is of the draft the page showed."""

    model_config = ConfigDict(extra="forbid")


class ProposalInput(Input):
    """``wording`` is for a replacement, ``added`` for a new sentence, ``after`` for a move.

    Like the address, ``after`` names a sentence by its paragraph in the draft of ``hash``.
    """

    hash: str
    action: str = ""
    wording: str = ""
    added: str = ""
    after: str = ""
    reason: str = ""

    def to_domain(self) -> Proposal:
        action = _choice(Action, self.action, "action")
        text = self.added if action is Action.INSERT else self.wording
        if action is Action.MOVE and not self.after:
            raise Invalid("Choose the sentence it should follow.", where="after")
        return Proposal(action, text, None if self.after == FRONT else self.after, self.reason)


class DecisionInput(Input):
    reply: str = ""
    words: str = ""
    reason: str = ""

    def to_domain(self) -> Decision:
        return Decision(_choice(Reply, self.reply, "reply"), self.words, self.reason)


class TextInput(Input):
    """``basis`` and ``previous`` are the computed form and the edit the page showed."""

    text: str = ""
    basis: str = ""
    previous: str = ""


def _choice(kind: type[Choice], value: str, where: str) -> Choice:
    if value not in {each.value for each in kind}:
        raise Invalid("Choose one of these.", where=where)
    return kind(value)


ProposalForm = Annotated[Form[ProposalInput], Depends(posted(ProposalInput))]
DecisionForm = Annotated[Form[DecisionInput], Depends(posted(DecisionInput))]
TextForm = Annotated[Form[TextInput], Depends(posted(TextInput))]
