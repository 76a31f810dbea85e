"""Every table. Import models from here, never from the files inside."""

from app.db.models.account import (
    Delegation,
    Invitation,
    Presidency,
    SignInAttempt,
    SignInSession,
    User,
)
from app.db.models.briefing import Briefing, ConceptNote, Mission, NamedGroup, Question, Seat
from app.db.models.grouping import GroupingAct, Vector
from app.db.models.joint import JointAnswer, JointInvitation, JointStatement, JointText
from app.db.models.log import Event
from app.db.models.mail import Mail, MailState
from app.db.models.mirror import Reflection, ReplyGiven, StanceTaken
from app.db.models.position import Draft, DraftVersion, Point, Position, Revision
from app.db.models.silence import Objection, Silence
from app.db.models.speech import DraftingAct, Speech
from app.db.models.standing import Acting, StandingIn
from app.db.models.summary import (
    Circulation,
    IssueAct,
    NotReflected,
    Release,
    ReleaseFile,
    SentenceEdit,
    SentenceRank,
    Wording,
)

__all__ = [
    "Acting",
    "Briefing",
    "Circulation",
    "ConceptNote",
    "Delegation",
    "Draft",
    "DraftVersion",
    "DraftingAct",
    "Event",
    "GroupingAct",
    "Invitation",
    "IssueAct",
    "JointAnswer",
    "JointInvitation",
    "JointStatement",
    "JointText",
    "Mail",
    "MailState",
    "Mission",
    "NamedGroup",
    "NotReflected",
    "Objection",
    "Point",
    "Position",
    "Presidency",
    "Question",
    "Reflection",
    "Release",
    "ReleaseFile",
    "ReplyGiven",
    "Revision",
    "Seat",
    "SentenceEdit",
    "SentenceRank",
    "SignInAttempt",
    "SignInSession",
    "Silence",
    "Speech",
    "StanceTaken",
    "StandingIn",
    "User",
    "Vector",
    "Wording",
]
