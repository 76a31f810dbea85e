"""Every table. Import models from here, never from the files inside."""

from app.db.models.account import (
    Delegation,
    Invitation,
    Presidency,
    SignInAttempt,
    SignInSession,
    User,
)
from app.db.models.admission import Admission
from app.db.models.amendment import Amendment
from app.db.models.asks import Ask, AskNote, CouncilAct
from app.db.models.briefing import Briefing, ConceptNote, Mission, NamedGroup, Question, Seat
from app.db.models.corrigendum import Corrigendum
from app.db.models.grouping import GroupingAct, Vector
from app.db.models.joint import JointAnswer, JointInvitation, JointStatement, JointText
from app.db.models.log import Event
from app.db.models.mail import Mail, MailState
from app.db.models.mirror import Reflection, ReplyGiven, StanceTaken
from app.db.models.position import Draft, DraftVersion, Point, Position, Revision
from app.db.models.rehearsal import Rehearsal
from app.db.models.searched import PublishedSentence
from app.db.models.silence import Objection, Silence
from app.db.models.speakers import Delivered, SpeakersAct
from app.db.models.speech import DraftingAct, Speech
from app.db.models.standing import Acting, StandingIn
from app.db.models.summary import (
    Circulation,
    IssueAct,
    Letter,
    Narrative,
    NotReflected,
    Release,
    ReleaseCoding,
    ReleaseFile,
    SentenceEdit,
    SentenceRank,
    SummaryAct,
    Translation,
    Wording,
)
from app.db.models.unlocking import ConditionAct

__all__ = [
    "Acting",
    "Admission",
    "Amendment",
    "Ask",
    "AskNote",
    "Briefing",
    "Circulation",
    "ConceptNote",
    "ConditionAct",
    "Corrigendum",
    "CouncilAct",
    "Delegation",
    "Delivered",
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
    "Letter",
    "Mail",
    "MailState",
    "Mission",
    "NamedGroup",
    "Narrative",
    "NotReflected",
    "Objection",
    "Point",
    "Position",
    "Presidency",
    "PublishedSentence",
    "Question",
    "Reflection",
    "Rehearsal",
    "Release",
    "ReleaseCoding",
    "ReleaseFile",
    "ReplyGiven",
    "Revision",
    "Seat",
    "SentenceEdit",
    "SentenceRank",
    "SignInAttempt",
    "SignInSession",
    "Silence",
    "SpeakersAct",
    "Speech",
    "StanceTaken",
    "StandingIn",
    "SummaryAct",
    "Translation",
    "User",
    "Vector",
    "Wording",
]
