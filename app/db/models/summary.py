from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db.base import Base, Names
from app.db.models.briefing import Briefing
from app.domain import summary_acts
from app.domain.letter import Addressee, Role
from app.domain.summary_acts import ActKind


class SentenceEdit(Base):
    """A sentence in the presidency's own words, with the computed form it was made from."""

    __tablename__ = "sentence_edit"
    __table_args__ = (UniqueConstraint("briefing_id", "language", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"))
    language: Mapped[str]
    key: Mapped[str]
    text: Mapped[str]
    basis: Mapped[str]
    edited_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    edited_at: Mapped[datetime]


class Wording(Base):
    """The presidency's words for what a point says, confirmed by a person."""

    __tablename__ = "wording"
    __table_args__ = (UniqueConstraint("briefing_id", "language", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"))
    language: Mapped[str]
    key: Mapped[str]
    text: Mapped[str]
    basis: Mapped[str]  # the grounds of the sentence: which points it was confirmed for
    beside: Mapped[str]  # a mark of the words it renders in another language; empty: the original
    confirmed_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))  # None: an operator
    confirmed_at: Mapped[datetime]


class SentenceRank(Base):
    """Where the presidency moved a sentence within its block."""

    __tablename__ = "sentence_rank"
    __table_args__ = (UniqueConstraint("briefing_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"))
    key: Mapped[str]
    rank: Mapped[int]


class NotReflected(Base):
    """A revision whose words the summary leaves out, and the presidency's reason."""

    __tablename__ = "not_reflected"
    __table_args__ = (UniqueConstraint("briefing_id", "revision"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"))
    revision: Mapped[str]  # its hash
    reason: Mapped[str]
    registered_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    registered_at: Mapped[datetime]


class Narrative(Base):
    """A sentence the presidency added; its words are wordings under its key."""

    __tablename__ = "narrative"
    __table_args__ = (UniqueConstraint("briefing_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"))
    number: Mapped[int]  # within the briefing: its key
    question: Mapped[int | None]
    mission: Mapped[str | None]
    after: Mapped[str]  # key of the sentence it was put after
    source: Mapped[str]
    address: Mapped[str]  # of the source: a symbol or an URL
    stands: Mapped[bool]  # False: taken out again


class SummaryAct(Base):
    """One change of the draft: who, when, what was there before and after. Only ever added."""

    __tablename__ = "summary_act"
    __table_args__ = (UniqueConstraint("briefing_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"))
    number: Mapped[int]  # within the briefing, from 1
    kind: Mapped[ActKind]
    language: Mapped[str]  # empty where it concerns all
    key: Mapped[str]  # of a sentence, or the hash of a revision
    before: Mapped[str]
    after: Mapped[str]
    takes_back: Mapped[int | None]  # the number of the act it undoes
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    by: Mapped[str]  # the person's name then
    at: Mapped[datetime]

    def to_domain(self) -> summary_acts.Act:
        return summary_acts.Act(
            self.number,
            self.kind,
            self.language,
            self.key,
            self.before,
            self.after,
            self.by,
            self.at,
            self.takes_back,
        )


class Translation(Base):
    """What a revision says in another language, unofficially: words of the desk, for the desk.

    Only ever added: the last of a revision and a language stands, none at all where it is empty.
    """

    __tablename__ = "translation"
    __table_args__ = (UniqueConstraint("briefing_id", "revision", "language", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"))
    revision: Mapped[str]  # its hash: whoever restates has said something else
    language: Mapped[str]
    number: Mapped[int]  # from 1
    text: Mapped[str]
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    by: Mapped[str]  # the person's name then
    at: Mapped[datetime]


class Letter(Base):
    """The letter that letter and summary go out with; it stands as it was once they are issued."""

    __tablename__ = "letter"

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"), unique=True)
    signatory: Mapped[str]
    role: Mapped[Role]
    is_feminine: Mapped[bool]
    addressee: Mapped[Addressee]
    transmitted_on: Mapped[date]
    openings: Mapped[Names]  # the presidency's own sentences
    written_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    written_at: Mapped[datetime]


class Circulation(Base):
    """The draft as delegations were given it, and until when they may correct it."""

    __tablename__ = "circulation"
    __table_args__ = (UniqueConstraint("briefing_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"))
    number: Mapped[int]
    circulated_at: Mapped[datetime]
    deadline: Mapped[datetime]
    hash: Mapped[str]
    texts: Mapped[dict[str, Any]]  # language -> the summary as JSON, as circulated
    bands: Mapped[dict[str, Any]]  # cell -> the bands it was said in, and what they rested on
    grounds: Mapped[dict[str, Any]]  # what each sentence rests on; no page shows it whole
    asked: Mapped[list[str]]  # keys of the sentences on which members are asked for a stance


class IssueAct(Base):
    """One officer's act of issuing exactly this text. Two different people's acts issue it."""

    __tablename__ = "issue_act"
    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"), index=True)
    hash: Mapped[str]
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]


class Release(Base):
    """The frozen bytes of one issue of a summary. Never rendered again, never changed."""

    __tablename__ = "release"
    __table_args__ = (UniqueConstraint("briefing_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"))
    number: Mapped[int]
    hash: Mapped[str]  # over the names and hashes of its files
    issued_at: Mapped[datetime]
    published_at: Mapped[datetime | None]

    briefing: Mapped[Briefing] = relationship(lazy="raise")
    files: Mapped[list["ReleaseFile"]] = relationship(lazy="raise", order_by="ReleaseFile.path")


class ReleaseFile(Base):
    """One page or download as bytes; ``path`` is what follows /{lang}/record/{slug}/."""

    __tablename__ = "release_file"
    __table_args__ = (UniqueConstraint("release_id", "language", "path"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    release_id: Mapped[int] = mapped_column(ForeignKey("release.id"))
    language: Mapped[str]
    path: Mapped[str]
    media_type: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    sha256: Mapped[str]


class ReleaseCoding(Base):
    """A released file in one content coding of HTTP, kept beside the bytes, which stay as frozen.

    ``content`` is None where the coding would save nothing.
    """

    __tablename__ = "release_coding"
    __table_args__ = (UniqueConstraint("file_id", "coding"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    file_id: Mapped[int] = mapped_column(ForeignKey("release_file.id"))
    coding: Mapped[str]  # as Content-Encoding names it
    content: Mapped[bytes | None] = mapped_column(LargeBinary)
