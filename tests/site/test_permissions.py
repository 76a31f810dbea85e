"""Every route × every kind of person × every state of a briefing.

A new route fails here until it has a row. Read a row as: who gets in, and in which states. Whoever
does not get in is answered like somebody asking for what does not exist (404), unless they know of
the briefing at their own desk and it is the act that is refused (403, or the form itself).
"""

import shutil
import sqlite3
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from zlib import crc32

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from sqlalchemy import Engine

from app.db.session import open_engine, open_sessions
from app.domain.lifecycle import BriefingState
from tests.client import Client
from tests.site.world import MADE, REFERENCE, SLUG, STATES, World, build

DRAFT, OPEN, CLOSED, CIRCULATED, ISSUED, PUBLISHED, WITHDRAWN = STATES
ALWAYS = frozenset(STATES)
OPENED = ALWAYS - {DRAFT}
SHOWN = frozenset({CIRCULATED, ISSUED, PUBLISHED})
COMPILED = frozenset({CLOSED, CIRCULATED, ISSUED, PUBLISHED})
DRAFTED = frozenset({CLOSED, CIRCULATED})
HELD = OPENED - {WITHDRAWN}
RELEASED = frozenset({ISSUED, PUBLISHED})

PRESIDENCY = ("officer", "president")
A_DESK = ("a_focal", "a_drafter", "a_signatory")
SEATED = (*A_DESK, "b_drafter", "b_signatory", "x_signatory")
KNOWING = (*PRESIDENCY, *SEATED)
WRITERS = ("a_drafter", "a_signatory", "b_drafter", "b_signatory", "x_signatory")
SIGNATORIES = ("a_signatory", "b_signatory", "x_signatory")
KEEPERS = ("administrator", "stand_in", "officer", "president", "other_president")
FOLLOWERS = ("administrator", "stand_in", "officer", "president")  # the other one presides in 2100
MANAGERS = ("a_focal", "c_focal", "president", "other_president")
PEOPLE = (
    "visitor", "administrator", "stand_in", "briefer", "officer", "president", "other_president",
    "a_focal", "a_drafter", "a_signatory", "b_drafter", "b_signatory", "c_focal", "x_signatory",
)  # fmt: skip
SIGNED_IN = PEOPLE[1:]
ADMINISTRATORS = ("administrator", "stand_in")  # A lets the second act at its desk
BRIEFING = f"/briefings/{SLUG}"
CELL = f"{BRIEFING}/positions/1/UNX1"
REHEARSAL = f"/briefings/{MADE}"
SENTENCE = f"{BRIEFING}/summary/sentences/opening.briefing"
NOTE = f"{BRIEFING}/note"
JOINT = f"{BRIEFING}/joint"
STATEMENT = f"{JOINT}/{REFERENCE}"  # A tabled it, and named B
SPEAKERS = f"{BRIEFING}/speakers"
DELIVERED = f"{SPEAKERS}/A/statement"  # A has spoken
ASKED = (*A_DESK, "b_drafter", "b_signatory")


@dataclass(frozen=True)
class Row:
    """``who`` gets in while the briefing is in one of the states ``when``; see ``answers``."""

    route: str
    method: str
    url: str
    who: tuple[str, ...]
    when: frozenset[BriefingState] = ALWAYS
    knows: tuple[str, ...] = ()  # who is told 403, having the briefing at their own desk
    data: dict[str, str] = field(default_factory=dict)
    public: bool = False  # nobody is asked to sign in
    acting: bool = False  # at the desk of A, for the Secretariat

    def answers(self, person: str, state: BriefingState) -> tuple[int, ...]:
        if person == "visitor" and not self.public:
            return (303,) if self.method == "GET" else (401,)
        sits = person == "stand_in" and state is OPEN
        if self.acting and person in ADMINISTRATORS and not sits and self.method == "POST":
            return (409,)  # what was typed is given back
        unseen = state is DRAFT and person in SEATED and self.url.startswith(BRIEFING)
        if person in self.knows and not unseen:
            return (403, 404, 422)  # 404: not there yet; 422: the form itself is at fault
        return (404,)


def get(route: str, url: str, who: tuple[str, ...], **more: object) -> Row:
    return Row(route, "GET", url, who, **more)  # type: ignore[arg-type]  # fields of Row


def post(route: str, url: str, who: tuple[str, ...], **more: object) -> Row:
    return Row(route, "POST", url, who, **more)  # type: ignore[arg-type]  # fields of Row


EVERYBODY = PEOPLE
ENTERED = (200, 303, 409, 422)  # let in: answered, done, or told what is wrong with the form


def prepare(route: str, url: str, method: str = "POST") -> Row:
    """Give a row of preparing: it ends when the briefing opens; what it made stays readable."""
    when = ALWAYS if method == "GET" else frozenset({DRAFT})
    return Row(route, method, url, PRESIDENCY, when, PRESIDENCY)


#          route                       url                                who
TABLE = (
    get("accounts.sign_in", "/sign-in", EVERYBODY),
    post("accounts.enter", "/sign-in", EVERYBODY),
    post("accounts.sign_out", "/sign-out", EVERYBODY),
    post("accounts.sign_out_everywhere", "/sign-out-everywhere", SIGNED_IN),
    get("accounts.show", "/account", SIGNED_IN),
    post("accounts.change_password", "/account/password", SIGNED_IN),
    post("accounts.end_session", "/account/sessions/0000000000000000/end", ()),
    post("accounts.language", "/language", EVERYBODY, data={"language": "fr", "next": "/"}),
    get("accounts.invitation", "/invitations/unknown", (), public=True),
    post("accounts.accept", "/invitations/unknown", (), public=True),
    get("accounts.people", "/people", MANAGERS, knows=SIGNED_IN),
    post("accounts.invite", "/people", MANAGERS, knows=SIGNED_IN),
    post("accounts.withdraw_invitation", "/people/invitations/0000000000000000/withdraw", ()),
    post("accounts.change_roles", "/people/0000000000000000/roles", ()),
    post("accounts.disable", "/people/0000000000000000/disable", ()),
    post("accounts.enable", "/people/0000000000000000/enable", ()),
    get("accounts.secretariat", "/secretariat", ADMINISTRATORS, knows=SIGNED_IN),
    post("accounts.create_delegation", "/secretariat/delegations", ADMINISTRATORS,
         knows=SIGNED_IN),
    post("accounts.create_presidency", "/secretariat/presidencies", ADMINISTRATORS,
         knows=SIGNED_IN),
    post("accounts.invite_to_desk", "/secretariat/invitations", ADMINISTRATORS,
         knows=SIGNED_IN),
    get("briefings.index", "/briefings", SIGNED_IN),
    get("briefings.new", "/briefings/new", (*PRESIDENCY, "other_president"), knows=SIGNED_IN),
    post("briefings.create", "/briefings/new", (*PRESIDENCY, "other_president"), knows=SIGNED_IN),
    get("briefings.show", BRIEFING, (*PRESIDENCY,)),
    get("briefings.board", f"{BRIEFING}/board", PRESIDENCY),
    get("briefings.note", NOTE, PRESIDENCY),
    post("briefings.correct", NOTE, PRESIDENCY, when=frozenset({DRAFT}), knows=PRESIDENCY),
    get("briefings.note_file", f"{NOTE}/file", ()),  # convened without a note: there is no file
    get("briefings.glossary", "/glossary", EVERYBODY),
    prepare("briefings.check", f"{BRIEFING}/open", "GET"),
    prepare("briefings.open", f"{BRIEFING}/open"),
    post("briefings.close", f"{BRIEFING}/close", PRESIDENCY, when=frozenset({OPEN}),
         knows=PRESIDENCY),
    post("briefings.withdraw", f"{BRIEFING}/withdraw", ("president",),
         when=frozenset({DRAFT, OPEN, CLOSED, CIRCULATED}), knows=PRESIDENCY,
         data={"reason": "Postponed."}),
    prepare("briefings.setup", f"{BRIEFING}/setup", "GET"),
    *(
        prepare(f"briefings.{name}", f"{BRIEFING}/setup/{name}", "GET")
        for name in ("title", "questions", "members", "missions", "groups", "scales", "rule")
    ),
    prepare("briefings.set_title", f"{BRIEFING}/setup/title"),
    prepare("briefings.set_translations", f"{BRIEFING}/setup/questions"),
    prepare("briefings.set_members", f"{BRIEFING}/setup/members"),
    prepare("briefings.set_missions", f"{BRIEFING}/setup/missions"),
    prepare("briefings.set_groups", f"{BRIEFING}/setup/groups"),
    Row("briefings.set_scale", "POST", f"{BRIEFING}/setup/scales", PRESIDENCY, frozenset({DRAFT}),
        PRESIDENCY, {"version": "0", "question": "1"}),
    prepare("briefings.set_rule", f"{BRIEFING}/setup/rule"),
    get("admissions.show", f"{BRIEFING}/late", PRESIDENCY),
    post("admissions.admit", f"{BRIEFING}/late", PRESIDENCY, when=DRAFTED, knows=PRESIDENCY),
    post("admissions.stop", f"{BRIEFING}/late/stop", PRESIDENCY, when=DRAFTED, knows=PRESIDENCY),
    get("standing.show", f"{BRIEFING}/standing-in", SEATED, when=OPENED),
    post("standing.allow", f"{BRIEFING}/standing-in", ("b_signatory", "a_focal", "a_signatory",
         "x_signatory"), when=frozenset({OPEN}), knows=SEATED, data={"reason": "Note verbale."}),
    post("standing.take_back", f"{BRIEFING}/standing-in/end", ("b_signatory", "a_focal",
         "a_signatory", "x_signatory"), when=frozenset({OPEN}), knows=SEATED),
    get("standing.index", "/secretariat/desks", ADMINISTRATORS, knows=SIGNED_IN),
    post("standing.stop", "/secretariat/desks/leave", ADMINISTRATORS, knows=SIGNED_IN),
    post("standing.begin", "/secretariat/desks/{acting}/act", ADMINISTRATORS,
         when=frozenset({OPEN}), knows=SIGNED_IN),
    get("grouping.index", f"{BRIEFING}/groups", PRESIDENCY, when=COMPILED, knows=PRESIDENCY),
    get("grouping.show", f"{BRIEFING}/groups/1/UNX1", PRESIDENCY, when=COMPILED, knows=PRESIDENCY),
    post("grouping.decide", f"{BRIEFING}/groups/1/UNX1", PRESIDENCY, when=DRAFTED,
         knows=PRESIDENCY, data={"seen": "0", "act": "undo"}),
    get("joint.index", JOINT, SEATED, when=OPENED),
    get("joint.new", f"{JOINT}/new", SEATED, when=OPENED),
    post("joint.table", f"{JOINT}/new", SIGNATORIES, when=frozenset({OPEN}), knows=SEATED,
         data={"question": "1", "missions": "UNX1", "named": "B", "text": "Ours.",
               "language": "en"}),
    get("joint.show", STATEMENT, ASKED, when=OPENED),
    *(
        post(f"joint.{name}", f"{STATEMENT}/{name}", ("a_signatory", "b_signatory"),
             when=frozenset({OPEN}), knows=ASKED, data={"number": "1"})
        for name in ("restate", "withdraw", "align", "decline")
    ),
    get("positions.index", f"{BRIEFING}/positions", SEATED, when=OPENED),
    get("positions.receipts", f"{BRIEFING}/positions/receipts", SEATED, when=OPENED),
    get("positions.copying", f"{CELL}/copy", SEATED, when=OPENED),
    post("positions.copy", f"{CELL}/copy", WRITERS, when=frozenset({OPEN}), knows=SEATED,
         data={"part": "both", "seen": "0.1"}),
    get("positions.earlier", f"{BRIEFING}/positions/last-time", SEATED, when=OPENED),
    post("positions.reuse", f"{BRIEFING}/positions/last-time", WRITERS, when=frozenset({OPEN}),
         knows=SEATED),
    get("positions.drafted", f"{BRIEFING}/positions/drafted/1", ()),
    post("positions.undo_drafted", f"{BRIEFING}/positions/drafted/1/undo", (), knows=SEATED),
    get("positions.speeches", f"{BRIEFING}/positions/speeches", SEATED, when=OPENED),
    post("positions.add_speech", f"{BRIEFING}/positions/speeches", WRITERS,
         when=frozenset({OPEN}), knows=SEATED,
         data={"text": "We ask for clear benchmarks.", "language": "en"}),
    get("positions.speech", f"{BRIEFING}/positions/speeches/1", ()),  # nothing has been pasted
    post("positions.place_point", f"{BRIEFING}/positions/speeches/1/points/1", (), knows=SEATED,
         data={"choice": "leave"}),
    get("positions.gathering", f"{BRIEFING}/positions/speeches/1/drafts", ()),
    post("positions.gather", f"{BRIEFING}/positions/speeches/1/drafts", (), knows=SEATED),
    post("positions.discard_speech", f"{BRIEFING}/positions/speeches/1/discard", (),
         knows=SEATED),
    get("positions.speaking", f"{BRIEFING}/positions/speaking-draft", SEATED, when=OPENED),
    get("positions.review", f"{BRIEFING}/positions/sign", SEATED, when=OPENED),
    post("positions.sign_all", f"{BRIEFING}/positions/sign", SIGNATORIES,
         when=frozenset({OPEN}), knows=SEATED),
    get("positions.sheet", f"{BRIEFING}/positions/sheet", SEATED, when=OPENED),
    get("positions.download", f"{BRIEFING}/positions/sheet/xlsx", SEATED, when=OPENED),
    post("positions.preview", f"{BRIEFING}/positions/sheet", WRITERS, when=frozenset({OPEN}),
         knows=SEATED),
    post("positions.save_sheet", f"{BRIEFING}/positions/sheet/save", WRITERS,
         when=frozenset({OPEN}), knows=SEATED),
    get("positions.show", CELL, SEATED, when=OPENED),
    post("positions.save", f"{CELL}/draft", WRITERS, when=frozenset({OPEN}), knows=SEATED),
    post("positions.sign", f"{CELL}/sign", SIGNATORIES, when=frozenset({OPEN}), knows=SEATED),
    post("positions.withdraw", f"{CELL}/withdraw", SIGNATORIES, when=frozenset({OPEN}),
         knows=SEATED),
    post("positions.cut", f"{CELL}/points", WRITERS, when=frozenset({OPEN}), knows=SEATED),
    get("positions.check", f"{CELL}/sign", SEATED, when=OPENED),
    post("positions.send_back", f"{CELL}/return", SIGNATORIES, when=frozenset({OPEN}),
         knows=SEATED),
    get("positions.history", f"{CELL}/history", SEATED, when=OPENED),
    post("positions.restore", f"{CELL}/restore", WRITERS, when=frozenset({OPEN}), knows=SEATED),
    get("positions.receipt", f"{CELL}/receipts/1", SEATED, when=OPENED),
    get("positions.receipt_pdf", f"{CELL}/receipts/1/receipt.pdf", SEATED, when=OPENED),
    get("summaries.show", f"{BRIEFING}/summary", PRESIDENCY, when=COMPILED, knows=PRESIDENCY),
    get("summaries.tallies", f"{BRIEFING}/summary/tallies", PRESIDENCY, when=COMPILED,
        knows=PRESIDENCY),
    get("summaries.sentence", SENTENCE, PRESIDENCY, when=COMPILED, knows=PRESIDENCY),
    post("summaries.edit", SENTENCE, PRESIDENCY, when=DRAFTED, knows=PRESIDENCY),
    post("summaries.word", f"{SENTENCE}/wording", PRESIDENCY, when=DRAFTED, knows=PRESIDENCY),
    post("summaries.move", f"{SENTENCE}/move", PRESIDENCY, when=DRAFTED, knows=PRESIDENCY,
         data={"direction": "up"}),
    get("summaries.new_narrative", f"{BRIEFING}/summary/narrative", PRESIDENCY, when=COMPILED,
        knows=PRESIDENCY),
    post("summaries.add_narrative", f"{BRIEFING}/summary/narrative", PRESIDENCY, when=DRAFTED,
         knows=PRESIDENCY, data={"after": "opening.briefing", "text": "The briefers spoke."}),
    post("summaries.withdraw_narrative", f"{BRIEFING}/summary/sentences/narrative.1/withdraw", (),
         knows=PRESIDENCY),  # no narrative has been added
    post("summaries.return_narrative", f"{BRIEFING}/summary/sentences/narrative.1/return", (),
         knows=PRESIDENCY),
    get("summaries.history", f"{BRIEFING}/summary/history", PRESIDENCY, when=COMPILED,
        knows=PRESIDENCY),
    get("summaries.sentence_history", f"{SENTENCE}/history", PRESIDENCY, when=COMPILED,
        knows=PRESIDENCY),
    post("summaries.undo", f"{BRIEFING}/summary/undo", PRESIDENCY, when=DRAFTED,
         knows=PRESIDENCY, data={"seen": "0"}),
    get("summaries.languages", f"{BRIEFING}/summary/languages", PRESIDENCY, when=COMPILED,
        knows=PRESIDENCY),
    get("summaries.renderings", f"{SENTENCE}/languages", PRESIDENCY, when=COMPILED,
        knows=PRESIDENCY),
    post("summaries.sign_off", f"{SENTENCE}/sign-off?language=en", PRESIDENCY, when=DRAFTED,
         knows=PRESIDENCY, data={"original": "a", "rendering": "b"}),
    get("summaries.translation", f"{BRIEFING}/summary/revisions/{{revision}}/translation",
        PRESIDENCY, when=COMPILED, knows=PRESIDENCY),
    post("summaries.translate", f"{BRIEFING}/summary/revisions/{{revision}}/translation",
         PRESIDENCY, when=DRAFTED, knows=PRESIDENCY, data={"text": "A translation."}),
    get("summaries.ask_reason", f"{BRIEFING}/summary/not-reflected?revision={{revision}}",
        PRESIDENCY, when=COMPILED, knows=PRESIDENCY),
    post("summaries.leave_out", f"{BRIEFING}/summary/not-reflected", PRESIDENCY, when=DRAFTED,
         knows=PRESIDENCY, data={"revision": "{revision}", "reason": "Off the subject."}),
    post("summaries.restore", f"{BRIEFING}/summary/reflected", (), knows=PRESIDENCY,
         data={"revision": "{revision}"}),  # nothing has been left out that could be restored
    get("summaries.ask_deadline", f"{BRIEFING}/summary/circulate", PRESIDENCY, when=COMPILED,
        knows=PRESIDENCY),
    post("summaries.circulate", f"{BRIEFING}/summary/circulate", PRESIDENCY, when=DRAFTED,
         knows=PRESIDENCY),
    get("summaries.ask_issue", f"{BRIEFING}/summary/issue", PRESIDENCY,
        when=frozenset({CIRCULATED}), knows=PRESIDENCY),
    post("summaries.issue", f"{BRIEFING}/summary/issue", PRESIDENCY,
         when=frozenset({CIRCULATED}), knows=PRESIDENCY),
    get("summaries.ask_publish", f"{BRIEFING}/summary/publish", ("president",),
        when=frozenset({ISSUED}), knows=PRESIDENCY),
    post("summaries.publish", f"{BRIEFING}/summary/publish", ("president",),
         when=frozenset({ISSUED}), knows=PRESIDENCY),
    get("letters.show", f"{BRIEFING}/letter", PRESIDENCY, when=COMPILED, knows=PRESIDENCY),
    post("letters.write", f"{BRIEFING}/letter", PRESIDENCY, when=DRAFTED, knows=PRESIDENCY),
    post("letters.give_symbol", f"{BRIEFING}/letter/symbol", PRESIDENCY, when=COMPILED,
         knows=PRESIDENCY, data={"symbol": "S/2017/105"}),
    get("letters.document", f"{BRIEFING}/letter/en/summary.docx", PRESIDENCY, when=COMPILED,
        knows=PRESIDENCY),
    get("mirror.show", f"{BRIEFING}/mirror", SEATED, when=SHOWN),
    get("mirror.sentence", f"{BRIEFING}/mirror/s9", A_DESK, when=SHOWN),  # it counts A alone
    post("mirror.answer", f"{BRIEFING}/mirror/s9", SIGNATORIES, when=frozenset({CIRCULATED}),
         knows=SEATED, data={"hash": "another draft's", "verdict": "reflects"}),
    post("mirror.take_stance", f"{BRIEFING}/mirror/s9/stance", ("a_signatory", "b_signatory"),
         when=frozenset({CIRCULATED}), knows=SEATED,
         data={"hash": "another draft's", "stance": "support"}),
    get("mirror.corrections", f"{BRIEFING}/corrections", PRESIDENCY, when=SHOWN, knows=PRESIDENCY),
    get("mirror.correction", f"{BRIEFING}/corrections/1", (), knows=PRESIDENCY),  # none was asked
    post("mirror.reply", f"{BRIEFING}/corrections/1", (), knows=PRESIDENCY,
         data={"reply": "accepted"}),
    get("speakers.show", SPEAKERS, KNOWING, when=HELD, knows=KNOWING),
    get("speakers.now", f"{SPEAKERS}/now", KNOWING, when=HELD, knows=KNOWING),
    post("speakers.prepare", f"{SPEAKERS}/order", PRESIDENCY, when=HELD, knows=PRESIDENCY,
         data={"seen": "4", "order": "drawn", "minutes": "2"}),
    post("speakers.lead", f"{SPEAKERS}/floor", PRESIDENCY, when=HELD, knows=PRESIDENCY,
         data={"seen": "4", "act": "pause", "speaker": "B"}),
    post("speakers.ask", f"{SPEAKERS}/ask", SEATED, when=HELD, knows=SEATED,
         data={"wants": "no"}),
    get("speakers.statement", DELIVERED, (*PRESIDENCY, *A_DESK), when=HELD),
    post("speakers.attach", DELIVERED, A_DESK, when=HELD, knows=(*PRESIDENCY, *A_DESK),
         data={"text": "As delivered.", "language": "en"}),
    get("speakers.file", f"{DELIVERED}/1", ()),  # nothing has been attached
    get("rehearsals.new", f"{BRIEFING}/rehearse", PRESIDENCY),
    post("rehearsals.begin", f"{BRIEFING}/rehearse", PRESIDENCY, data={"seed": "again"}),
    get("rehearsals.show", f"{REHEARSAL}/rehearsal", PRESIDENCY),
    post("rehearsals.let_answer", f"{REHEARSAL}/rehearsal/answers", PRESIDENCY),
    post("rehearsals.let_check", f"{REHEARSAL}/rehearsal/checks", (), knows=PRESIDENCY),
    post("rehearsals.end_corrections", f"{REHEARSAL}/rehearsal/corrections/end", (),
         knows=PRESIDENCY),
    get("mirror.unlocking", f"{BRIEFING}/unlocking", PRESIDENCY, when=SHOWN, knows=PRESIDENCY),
    post("mirror.mark_met", f"{BRIEFING}/unlocking", PRESIDENCY, when=frozenset({CIRCULATED}),
         knows=PRESIDENCY),
    post("mirror.take_back", f"{BRIEFING}/unlocking/1/undo", (), knows=PRESIDENCY),  # none stands
    post("reminders.remind", f"{BRIEFING}/reminders", (), knows=PRESIDENCY),  # no mail is sent
    get("amendments.index", f"{BRIEFING}/proposals", SEATED, when=SHOWN),
    get("amendments.sentence", f"{BRIEFING}/proposals/s1", SEATED, when=SHOWN),
    post("amendments.propose", f"{BRIEFING}/proposals/s1", SIGNATORIES,
         when=frozenset({CIRCULATED}), knows=SEATED,
         data={"hash": "another draft's", "action": "insert", "added": "More."}),
    post("amendments.withdraw", f"{BRIEFING}/proposals/7/withdraw", (), knows=SEATED),
    get("amendments.register", f"{BRIEFING}/amendments", PRESIDENCY, when=SHOWN, knows=PRESIDENCY),
    get("amendments.download", f"{BRIEFING}/amendments/register.csv", PRESIDENCY, when=SHOWN,
        knows=PRESIDENCY),
    get("amendments.show", f"{BRIEFING}/amendments/B-1", (), knows=PRESIDENCY),  # none was made
    post("amendments.decide", f"{BRIEFING}/amendments/B-1", (), knows=PRESIDENCY,
         data={"reply": "accepted"}),
    post("amendments.put", f"{BRIEFING}/amendments/B-1/text", (), knows=PRESIDENCY,
         data={"text": "Ours."}),
    get("corrigenda.show", f"{BRIEFING}/corrigendum", PRESIDENCY, when=frozenset({ISSUED,
        PUBLISHED}), knows=PRESIDENCY),
    post("corrigenda.open", f"{BRIEFING}/corrigendum", PRESIDENCY, when=frozenset({ISSUED,
         PUBLISHED}), knows=PRESIDENCY, data={"reason": "A name.", "said_in": "en"}),
    *(
        post(f"corrigenda.{act}", f"{BRIEFING}/corrigendum/{act}", (), knows=PRESIDENCY,
             data={"hash": "none is open"})
        for act in ("tell", "issue", "abandon")
    ),
    get("silence.show", f"{BRIEFING}/silence", PRESIDENCY, when=SHOWN, knows=PRESIDENCY),
    get("silence.objection", f"{BRIEFING}/silence/objection", SEATED, when=SHOWN),
    *(
        post(name, f"{BRIEFING}/silence/objection{path}", ("a_signatory", "b_signatory"),
             when=frozenset({CIRCULATED}), knows=SEATED,
             data={"hash": "another draft's", "paragraph": "1", "reason": "No."})
        for name, path in (("silence.check", "/check"), ("silence.break", ""))
    ),
    get("silence.receipt", f"{BRIEFING}/silence/objections/000000000000", ()),  # nobody objected
    post("silence.extend", f"{BRIEFING}/silence/extend", PRESIDENCY,
         when=frozenset({CIRCULATED}), knows=PRESIDENCY),
    get("silence.redline", f"{BRIEFING}/silence/redline", (), knows=PRESIDENCY),  # the first draft
    get("reminders.settings", "/account/mail", SIGNED_IN),
    post("reminders.choose", "/account/mail", SIGNED_IN, data={"language": "fr"}),
    post("reminders.make_calendar", "/account/calendar", SIGNED_IN),
    post("reminders.revoke_calendar", "/account/calendar/revoke", SIGNED_IN),
    get("reminders.calendar", "/calendar/unknown.ics", (), public=True),
    get("reminders.deadline", f"{BRIEFING}/deadline.ics", SEATED, when=OPENED),
    get("reminders.index", "/secretariat/mail", ADMINISTRATORS, knows=SIGNED_IN),
    post("reminders.try_again", "/secretariat/mail/0000000000000000/retry", (), knows=SIGNED_IN),
    get("asks.briefs", "/briefs", ("briefer",)),
    get("asks.brief", f"{BRIEFING}/brief", PRESIDENCY, when=COMPILED, knows=PRESIDENCY),
    get("asks.brief_file", f"{BRIEFING}/brief.docx", PRESIDENCY, when=COMPILED, knows=PRESIDENCY),
    get("asks.index", "/asks?status=open&mission=UNX1", KEEPERS),
    get("asks.show", "/asks/{ask}", KEEPERS, when=RELEASED),
    post("asks.set_status", "/asks/{ask}/status", FOLLOWERS, when=RELEASED, knows=KEEPERS,
         data={"status": "in_hand", "note": "Under way.", "source": "https://un.org/x"}),
    post("asks.add_act", "/asks/{ask}/acts", FOLLOWERS, when=RELEASED, knows=KEEPERS,
         data={"symbol": "S/RES/2350 (2017)", "day": "2017-04-13", "line": "Ends the mission.",
               "act_source": "https://undocs.org/S/RES/2350(2017)"}),
    get("asks.handover", "/handover", KEEPERS),
    get("asks.pack", "/handover.zip", KEEPERS),
    get("asks.reviews", "/missions", EVERYBODY),
    get("asks.conditions", "/missions/UNX1", EVERYBODY, when=frozenset({PUBLISHED}), public=True),
    get("asks.review", "/missions/UNX1/review.ics", EVERYBODY, when=frozenset({PUBLISHED}),
        public=True),
    get("record.home", "/", EVERYBODY),
    get("record.health", "/healthz", EVERYBODY),
    get("record.index", "/en/record/", EVERYBODY),
    get("record.search", "/en/record/search?q=withdrawal&mission=UNX1", EVERYBODY),
    get("record.feed", "/en/record/feed.atom", EVERYBODY),
    get("record.sitemap", "/sitemap.xml", EVERYBODY),
    get("record.sitemap_part", "/sitemap-1.xml", EVERYBODY),
    get("record.robots", "/robots.txt", EVERYBODY),
    get("record.show", f"/en/record/{SLUG}/", EVERYBODY, when=frozenset({PUBLISHED}), public=True),
    get("record.manifest", f"/en/record/{SLUG}/manifest.json", EVERYBODY,
        when=frozenset({PUBLISHED}), public=True),
    get("record.release", f"/en/record/{SLUG}/releases/1/", EVERYBODY,
        when=frozenset({PUBLISHED}), public=True),
    *(
        get(name, f"/api/v1{path}", EVERYBODY, public=True)
        for name, path in (
            ("record.api", ""), ("record.api_briefings", "/briefings"),
            ("record.api_schema", "/schemas/summary.json"),
            ("record.api_description", "/openapi.json"),
        )
    ),
    *(
        get(name, f"/api/v1/briefings/{SLUG}{path}", EVERYBODY, when=frozenset({PUBLISHED}),
            public=True)
        for name, path in (
            ("record.api_briefing", ""), ("record.api_sentences", "/sentences"),
            ("record.api_tallies", "/tallies"), ("record.api_releases", "/releases"),
        )
    ),
    get("record.api_absent", "/api/v1/anything", (), public=True),
)  # fmt: skip

NOT_LENT = ("positions.earlier", "positions.reuse")  # leave is given for one briefing
AT_DESK = tuple(
    replace(
        row,
        url=f"/acting/{{acting}}{row.url}",
        who=("stand_in",) if "a_signatory" in row.who and row.route not in NOT_LENT else (),
        when=row.when & {OPEN},
        knows=("stand_in",) if "a_signatory" in row.knows else (),
        acting=True,
    )
    for row in TABLE
    if row.route.startswith("positions.")
)

# A delegation's desk sees what the presidency's does not, and the other way round.
ALSO = {
    "briefings.show": {(person, state) for person in SEATED for state in OPENED},
    "summaries.show": {(person, state) for person in SEATED for state in SHOWN},
    **{
        name: {("briefer", state) for state in RELEASED}
        for name in ("asks.brief", "asks.brief_file")
    },
    **{
        name: {(person, ISSUED) for person in (*KEEPERS, "briefer", *SEATED)}
        for name in ("asks.conditions", "asks.review")
    },
    "silence.show": {(person, state) for person in SEATED for state in SHOWN},
}


def test_every_route_has_its_row_and_every_row_its_route(app: FastAPI) -> None:
    walked = {
        context.name
        for context in iter_route_contexts(app.routes)
        if context.name and context.name != "static"
    }

    assert len(walked) == len(TABLE)
    assert walked == {row.route for row in TABLE}


def test_the_secretariat_finds_positions_alone_at_a_desk_lent_to_it(app: FastAPI) -> None:
    lent = {
        context.name or ""
        for context in iter_route_contexts(app.routes)
        if "acting" in (context.path or "")
    }

    assert lent == {row.route for row in AT_DESK}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[BriefingState], World]:
    """Give the world of a state, built when it is first asked for."""
    folder = tmp_path_factory.mktemp("worlds")
    return cache(lambda state: build(folder / f"{state}.db", state))


@pytest.fixture
def world(state: BriefingState, built: Callable[[BriefingState], World]) -> World:
    return built(state)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Open the place of the copies, once: an engine remembers what it compiled."""
    return open_engine(f"sqlite:///{tmp_path_factory.mktemp('copies') / 'copy.db'}")


def _expects_entry(row: Row, person: str, state: BriefingState) -> bool:
    entering = person in row.who and state in row.when
    return entering or (person, state) in ALSO.get(row.route, ())


def _asked_of() -> Iterator[object]:
    """Ask of each row in the states on both sides of every change of what is answered to whom.

    One more is drawn; what is between them is for ``make test-long``.
    """
    for row in (*TABLE, *AT_DESK):
        name = f"{'acting.' * row.acting}{row.route}"
        expected = [[_expected(row, who, state) for who in PEOPLE] for state in STATES]
        asked = {crc32(f"{name} {row.method}".encode()) % len(STATES)}
        for at in range(1, len(STATES)):
            if expected[at - 1] != expected[at]:
                asked |= {at - 1, at}
        for at, state in enumerate(STATES):
            later = () if at in asked else pytest.mark.long
            yield pytest.param(state, row, id=f"{state}-{name}", marks=later)


def _expected(row: Row, person: str, state: BriefingState) -> tuple[int, ...]:
    return ENTERED if _expects_entry(row, person, state) else row.answers(person, state)


@pytest.mark.parametrize(("state", "row"), list(_asked_of()))
def test_access(row: Row, world: World, state: BriefingState, app: FastAPI, engine: Engine) -> None:
    entering = [person for person in PEOPLE if _expects_entry(row, person, state)]
    outside = {person: row.answers(person, state) for person in PEOPLE if person not in entering}

    with _copied(world, app, engine) as copy:
        refused = {person: _ask(app, world, person, row) for person in outside}
        trace = _contents(copy) != _contents_before(world.path)
    let_in = {}
    for batch in [[each] for each in entering] if row.method == "POST" else [entering]:
        with _copied(world, app, engine):
            let_in |= {person: _ask(app, world, person, row) for person in batch}

    assert {who: code for who, code in let_in.items() if code not in ENTERED} == {}
    assert {who: code for who, code in refused.items() if code not in outside[who]} == {}
    assert not trace, "a refused request left something behind"


@contextmanager
def _copied(world: World, app: FastAPI, engine: Engine) -> Generator[Path]:
    """Let the application work on a copy, so that what is changed is gone afterwards."""
    copy = Path(engine.url.database or "")
    shutil.copy(world.path, copy)
    app.state.sessions = open_sessions(engine)
    yield copy
    engine.dispose()


def _ask(app: FastAPI, world: World, person: str, row: Row) -> int:
    client = Client(app)
    token = world.tokens[person]
    if token:
        client.cookies.set("session", token)
    known = {"{revision}": world.revision, "{acting}": world.acting, "{ask}": world.ask}
    url = row.url
    for name, value in known.items():
        url = url.replace(name, value)
    data = {name: text.replace("{revision}", world.revision) for name, text in row.data.items()}
    return client.request(row.method, url, data=data or None).status_code


@cache
def _contents_before(database: Path) -> list[object]:
    return _contents(database)


def _contents(database: Path) -> list[object]:
    """Everything the database says, but for who is signed in and who merely read."""
    with closing(sqlite3.connect(database)) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type='table' ORDER BY name"
        ).fetchall()
        return [
            (name, connection.execute(f'SELECT * FROM "{name}"').fetchall())  # noqa: S608 - our own tables
            for (name,) in tables
            if name not in {"sign_in_session", "sign_in_attempt", "release_file"}
        ]
