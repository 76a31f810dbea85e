"""Every kind of page, where it is found and who looks at it; and the three ways to look."""

from dataclasses import dataclass
from typing import NamedTuple

from app.demonstration import SLUG as REVIEW_2017
from tests.site.world import MADE, REFERENCE, SLUG

DEMO = "demonstration"
ANSWERED = "answered"  # a circulated draft with words of a delegation on it
CORRECTED = "corrected"  # a record with one corrigendum published, another open and told
OBJECTED = "objected"  # a second draft under silence, to which B objected
REHEARSAL, OPEN_REHEARSAL = "/briefings/rehearsal", "/briefings/rehearsal-open"
BRIEFING = f"/briefings/{SLUG}"
SUMMARY = f"{BRIEFING}/summary"


class View(NamedTuple):
    """How somebody looks at a page."""

    lang: str
    scheme: str
    width: int

    @property
    def direction(self) -> str:
        return "rtl" if self.lang == "ar" else "ltr"

    @property
    def label(self) -> str:
        return f"{self.lang}-{self.scheme}-{self.width}"


VIEWS = (View("en", "light", 1440), View("ar", "dark", 360))  # between them: every rule of style


@dataclass(frozen=True)
class Kind:
    """A kind of page. ``house`` is the demonstration or the state a world's briefing is in."""

    name: str
    house: str
    person: str  # empty: a visitor
    path: str  # of a public record, without its language
    status: int = 200

    @property
    def is_record(self) -> bool:
        return self.path.startswith("/record/")

    def address(self, lang: str) -> str:
        return f"/{lang}{self.path}" if self.is_record else self.path


RECORD = f"/record/{REVIEW_2017}/"
KINDS = (
    Kind("record-index", DEMO, "", "/record/?year=2017"),
    Kind("record-search", DEMO, "", "/record/search?q=MINUSMA&year=2017"),
    Kind("record-search-nothing", DEMO, "", "/record/search?q=zxqv"),
    Kind("record-search-unknown", DEMO, "", "/record/search?q=MINUSMA&year=1900"),
    Kind("record-search-too-long", DEMO, "", f"/record/search?q={'a' * 201}", 422),
    Kind("record-summary", DEMO, "", RECORD),
    Kind("record-question", DEMO, "", f"{RECORD}questions/1/"),
    Kind("record-glance", DEMO, "", f"{RECORD}matrix/"),
    Kind("record-cell", DEMO, "", f"{RECORD}questions/5/ALL/"),
    Kind("record-sentence", DEMO, "", f"{RECORD}sentences/s8/"),
    Kind("record-mission", DEMO, "", f"{RECORD}missions/MINUSMA/"),
    Kind("record-member", DEMO, "", f"{RECORD}members/FRA/"),
    Kind("record-member-not-entered", DEMO, "", f"{RECORD}members/EGY/"),
    Kind("sign-in", DEMO, "", "/sign-in"),
    Kind("invitation", DEMO, "", "/invitations/{invitation}"),
    Kind("not-found", DEMO, "", "/nowhere", 404),
    Kind("rehearsal-briefings", DEMO, "demo_president", "/briefings"),
    Kind("rehearsal-board", DEMO, "demo_president", OPEN_REHEARSAL),
    Kind("rehearsal-summary", DEMO, "demo_president", f"{REHEARSAL}/summary"),
    Kind("rehearsal-matrix", DEMO, "demo_delegation", f"{OPEN_REHEARSAL}/positions"),
    Kind("rehearsal-signed", DEMO, "demo_delegation", f"{REHEARSAL}/positions"),
    Kind("rehearsal-facts", DEMO, "demo_delegation", OPEN_REHEARSAL),
    Kind("account", "draft", "president", "/account"),
    Kind("people", "draft", "president", "/people"),
    Kind("mails", "open", "b_drafter", "/account/mail"),
    Kind("outgoing-mail", "draft", "administrator", "/secretariat/mail"),
    Kind("secretariat", "draft", "administrator", "/secretariat"),
    Kind("briefings", "draft", "officer", "/briefings"),
    Kind("briefings-none", "draft", "c_focal", "/briefings"),
    Kind("new", "draft", "officer", "/briefings/new"),
    Kind("note", "draft", "officer", f"{BRIEFING}/note"),
    Kind("setup", "draft", "officer", f"{BRIEFING}/setup"),
    Kind("setup-title", "draft", "officer", f"{BRIEFING}/setup/title"),
    Kind("setup-questions", "draft", "officer", f"{BRIEFING}/setup/questions"),
    Kind("setup-members", "draft", "officer", f"{BRIEFING}/setup/members?find=fr"),
    Kind("setup-missions", "draft", "officer", f"{BRIEFING}/setup/missions"),
    Kind("setup-groups", "draft", "officer", f"{BRIEFING}/setup/groups"),
    Kind("setup-scales", "draft", "officer", f"{BRIEFING}/setup/scales"),
    Kind("setup-rule", "draft", "officer", f"{BRIEFING}/setup/rule"),
    Kind("check", "draft", "officer", f"{BRIEFING}/open"),
    Kind("board", "open", "officer", BRIEFING),
    Kind("matrix", "open", "b_drafter", f"{BRIEFING}/positions"),
    Kind("receipts", "open", "b_signatory", f"{BRIEFING}/positions/receipts"),
    Kind("copy", "open", "b_signatory", f"{BRIEFING}/positions/1/UNX1/copy"),
    Kind("last-time", "open", "b_signatory", f"{BRIEFING}/positions/last-time"),
    Kind("speeches", "open", "b_signatory", f"{BRIEFING}/positions/speeches"),
    Kind("speech", "open", "b_signatory", f"{BRIEFING}/positions/speeches/1"),
    Kind("gather", "open", "b_signatory", f"{BRIEFING}/positions/speeches/1/drafts"),
    Kind("speaking", "open", "b_signatory", f"{BRIEFING}/positions/speaking-draft"),
    Kind("glossary", "open", "b_signatory", "/glossary"),
    Kind("cell", "open", "b_signatory", f"{BRIEFING}/positions/1/UNX1"),
    Kind("cell-general", "open", "b_drafter", f"{BRIEFING}/positions/1/ALL"),
    Kind("sheet", "open", "b_drafter", f"{BRIEFING}/positions/sheet"),
    Kind("joint", "open", "b_drafter", f"{BRIEFING}/joint"),
    Kind("joint-new", "open", "a_signatory", f"{BRIEFING}/joint/new"),
    Kind("joint-asked", "open", "b_signatory", f"{BRIEFING}/joint/{REFERENCE}"),
    Kind("joint-tabled", "open", "a_signatory", f"{BRIEFING}/joint/{REFERENCE}"),
    Kind("cell-cut", "open", "b_signatory", f"{BRIEFING}/positions/2/UNX2?cut=1"),
    Kind("cell-check", "open", "b_signatory", f"{BRIEFING}/positions/2/UNX2/sign"),
    Kind("cell-history", "open", "b_signatory", f"{BRIEFING}/positions/2/UNX2/history"),
    Kind("review", "open", "b_signatory", f"{BRIEFING}/positions/sign"),
    Kind("receipt", "open", "b_signatory", f"{BRIEFING}/positions/1/UNX1/receipts/1"),
    Kind("leave-given", "open", "a_signatory", f"{BRIEFING}/standing-in"),
    Kind("leave-to-give", "open", "b_signatory", f"{BRIEFING}/standing-in"),
    Kind("desks", "open", "stand_in", "/secretariat/desks"),
    Kind("desks-none", "closed", "stand_in", "/secretariat/desks"),
    Kind("acting-matrix", "open", "stand_in", f"/acting/{{acting}}{BRIEFING}/positions"),
    Kind("acting-cell", "open", "stand_in", f"/acting/{{acting}}{BRIEFING}/positions/1/UNX1"),
    Kind("speakers", "open", "officer", f"{BRIEFING}/speakers"),
    Kind("speakers-list", "open", "b_drafter", f"{BRIEFING}/speakers"),
    Kind("statement-delivered", "open", "a_drafter", f"{BRIEFING}/speakers/A/statement"),
    Kind("rehearse", "open", "officer", f"{BRIEFING}/rehearse"),
    Kind("rehearsal", "open", "officer", f"/briefings/{MADE}/rehearsal"),
    Kind("groups", "closed", "officer", f"{BRIEFING}/groups"),
    Kind("groups-cell", "closed", "officer", f"{BRIEFING}/groups/1/UNX1"),
    Kind("summary-desk", "closed", "officer", SUMMARY),
    Kind("tallies", "closed", "officer", f"{SUMMARY}/tallies"),
    Kind("rehearsal-tallies", DEMO, "demo_president", f"{REHEARSAL}/summary/tallies"),
    Kind("sentence", "closed", "officer", f"{SUMMARY}/sentences/{{sentence}}"),
    Kind("narrative", "closed", "officer", f"{SUMMARY}/narrative"),
    Kind("history", "closed", "officer", f"{SUMMARY}/history"),
    Kind("sentence-history", "closed", "officer", f"{SUMMARY}/sentences/{{sentence}}/history"),
    Kind("languages", "closed", "officer", f"{SUMMARY}/languages"),
    Kind("renderings", "closed", "officer", f"{SUMMARY}/sentences/{{sentence}}/languages"),
    Kind("not-reflected", "closed", "officer", f"{SUMMARY}/not-reflected?revision={{revision}}"),
    Kind(
        "translation",
        "closed",
        "officer",
        f"{SUMMARY}/revisions/{{revision}}/translation?language=fr",
    ),
    Kind("late", "closed", "officer", f"{BRIEFING}/late"),
    Kind("cell-restated", "circulated", "a_signatory", f"{BRIEFING}/positions/1/UNX1"),
    Kind("letter", "circulated", "officer", f"{BRIEFING}/letter"),
    Kind("circulate", "closed", "officer", f"{SUMMARY}/circulate"),
    Kind("delegation-draft", "circulated", "b_drafter", SUMMARY),
    Kind("mirror", ANSWERED, "b_signatory", f"{BRIEFING}/mirror"),
    Kind("mirror-sentence", ANSWERED, "b_signatory", f"{BRIEFING}/mirror/{{ours}}"),
    Kind("corrections", ANSWERED, "officer", f"{BRIEFING}/corrections"),
    Kind("unlocking", ANSWERED, "officer", f"{BRIEFING}/unlocking"),
    Kind("correction", ANSWERED, "officer", f"{BRIEFING}/corrections/3"),
    Kind("proposals", ANSWERED, "b_signatory", f"{BRIEFING}/proposals"),
    Kind("proposal-sentence", ANSWERED, "b_signatory", f"{BRIEFING}/proposals/s1"),
    Kind("register", ANSWERED, "officer", f"{BRIEFING}/amendments"),
    Kind("proposal-to-decide", ANSWERED, "officer", f"{BRIEFING}/amendments/B-2"),
    Kind("proposal-accepted", ANSWERED, "officer", f"{BRIEFING}/amendments/B-1"),
    Kind("corrigendum-none", "issued", "officer", f"{BRIEFING}/corrigendum"),
    Kind("corrigendum", CORRECTED, "officer", f"{BRIEFING}/corrigendum"),
    Kind("corrigendum-told", CORRECTED, "b_drafter", f"{BRIEFING}/corrigendum"),
    Kind("record-corrected", CORRECTED, "", f"/record/{SLUG}/"),
    Kind("record-changes", CORRECTED, "", f"/record/{SLUG}/changes/"),
    Kind("record-superseded", CORRECTED, "", f"/record/{SLUG}/releases/1/"),
    Kind("record-index-corrected", CORRECTED, "", "/record/"),
    Kind("silence", OBJECTED, "b_signatory", f"{BRIEFING}/silence"),
    Kind("silence-objection", OBJECTED, "b_signatory", f"{BRIEFING}/silence/objection"),
    Kind("silence-receipt", OBJECTED, "b_signatory", f"{BRIEFING}/silence/objections/{{receipt}}"),
    Kind("silence-desk", OBJECTED, "officer", f"{BRIEFING}/silence"),
    Kind("silence-redline", OBJECTED, "b_signatory", f"{BRIEFING}/silence/redline"),
    Kind("issue", "circulated", "officer", f"{SUMMARY}/issue"),
    Kind("publish", "issued", "president", f"{SUMMARY}/publish"),
    Kind("brief-draft", "closed", "officer", f"{BRIEFING}/brief"),
    Kind("brief", "issued", "briefer", f"{BRIEFING}/brief"),
    Kind("briefs", "issued", "briefer", "/briefs"),
    Kind("asks", "issued", "administrator", "/asks"),
    Kind("ask", "issued", "officer", "/asks/{ask}"),
    Kind("handover", "issued", "president", "/handover"),
    Kind("reviews", "issued", "a_signatory", "/missions"),
    Kind("conditions", "issued", "a_signatory", "/missions/UNX1"),
    Kind("withdrawn", "withdrawn", "b_drafter", BRIEFING),
)
