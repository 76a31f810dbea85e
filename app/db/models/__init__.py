"""Every table. Import models from here, never from the files inside."""

from app.db.models.account import (
    Delegation,
    Invitation,
    Presidency,
    SignInAttempt,
    SignInSession,
    User,
)
from app.db.models.briefing import Briefing, ConceptNote, Mission, Question, Seat
from app.db.models.grouping import GroupingAct, Vector
from app.db.models.log import Event
from app.db.models.position import Draft, DraftVersion, Point, Position, Revision
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
    "Briefing",
    "Circulation",
    "ConceptNote",
    "Delegation",
    "Draft",
    "DraftVersion",
    "Event",
    "GroupingAct",
    "Invitation",
    "IssueAct",
    "Mission",
    "NotReflected",
    "Point",
    "Position",
    "Presidency",
    "Question",
    "Release",
    "ReleaseFile",
    "Revision",
    "Seat",
    "SentenceEdit",
    "SentenceRank",
    "SignInAttempt",
    "SignInSession",
    "User",
    "Vector",
    "Wording",
]
