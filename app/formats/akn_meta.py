"""Who wrote what, when, in which language, and what was corrected: the head of an AKN document."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from lxml.etree import _Element

from app.domain.corrigendum import Correction
from app.domain.proceedings import Proceedings, in_language
from app.domain.summary import Summary
from app.domain.wall_time import in_new_york
from app.domain.wording import wording_in
from app.formats.akn_markup import ISO_639_2, foreign, node

EDITOR, PRESIDENCY = "#editor", "#presidency"
ORGANIZATIONS = "/akn/ontology/organization/un"


@dataclass(frozen=True)
class Identity:
    """One summary in one language as it was issued, or as it stands in a draft."""

    facts: Proceedings
    language: str
    expressed_on: date
    corrections: Sequence[Correction]

    @classmethod
    def of(
        cls, summary: Summary, document: Mapping[str, Any], corrections: Sequence[Correction]
    ) -> "Identity":
        computed = in_new_york(datetime.fromisoformat(document["computed_at"])).date()
        return cls(summary.proceedings, summary.language, computed, corrections)

    @property
    def made_on(self) -> date:
        letter = self.facts.letter
        return letter.transmitted_on if letter else self.facts.meeting_date or self.expressed_on

    @property
    def author(self) -> str:
        """Name whose act it is: a demonstration or a rehearsal is no presidency's."""
        is_act = self.facts.presidency and not self.facts.origin.marking
        return PRESIDENCY if is_act else EDITOR

    @property
    def number(self) -> str:
        """Give the symbol as addresses write it; until one is given, the briefing's own name."""
        return (self.facts.symbol or self.facts.slug).replace("/", "-")

    @property
    def work(self) -> str:
        kind = "communication" if self.facts.letter else "summary"
        return f"/akn/un/doc/{kind}/un-sc/{self.made_on.isoformat()}/{self.number}"

    @property
    def expression(self) -> str:
        return f"{self.work}/{ISO_639_2[self.language]}@{self.expressed_on.isoformat()}"


def meta(identity: Identity, document: Mapping[str, Any], *, component: str) -> _Element:
    """Give the head of the whole, ``!main``, or of the annex it transmits."""
    is_whole = component == "!main"
    has_summary = not is_whole or identity.facts.letter is None
    parts = [_identification(identity, component)]
    if is_whole:
        parts += [_lifecycle(identity), *_modifications(identity)]
        parts.append(_references(identity))
    if has_summary:
        parts.append(_own(identity, document))
    return node("meta", *parts)


def _identification(identity: Identity, component: str) -> _Element:
    facts, language = identity.facts, identity.language
    work, expression = identity.work, identity.expression
    made, said = identity.made_on.isoformat(), identity.expressed_on.isoformat()
    symbol = facts.symbol
    number = [node("FRBRnumber", value=identity.number, showAs=symbol)] if symbol else []
    return node(
        "identification",
        node(
            "FRBRWork",
            *_level(f"{work}/{component}", work, made, "work", identity.author),
            node("FRBRcountry", value="un"),
            node("FRBRsubtype", value="communication" if facts.letter else "summary"),
            *number,
            node("FRBRname", value=in_language(facts.title, language)),
        ),
        node(
            "FRBRExpression",
            *_level(f"{expression}/{component}", expression, said, "expression", identity.author),
            node("FRBRversionNumber", value=len(identity.corrections) + 1),
            node("FRBRlanguage", language=ISO_639_2[language]),
        ),
        node(
            "FRBRManifestation",
            *_level(f"{expression}/{component}.xml", f"{expression}.xml", said, "markup", EDITOR),
            node("FRBRformat", value="xml"),
        ),
        source=EDITOR,
    )


def _level(this: str, uri: str, day: str, name: str, author: str) -> Iterator[_Element]:
    yield node("FRBRthis", value=this)
    yield node("FRBRuri", value=uri)
    yield node("FRBRdate", date=day, name=name)
    yield node("FRBRauthor", href=author)


def _lifecycle(identity: Identity) -> _Element:
    events = (
        node(
            "eventRef",
            eId=f"e_{each.number + 1}",
            date=each.date.isoformat(),
            source=f"#corr_{each.number}",
            type="amendment",
        )
        for each in identity.corrections
    )
    first = {"date": identity.made_on.isoformat(), "source": "#original", "type": "generation"}
    return node("lifecycle", node("eventRef", eId="e_1", **first), *events, source=EDITOR)


def _modifications(identity: Identity) -> Iterator[_Element]:
    """Say of every sentence that was corrected what it said before, and what it says now."""
    changed = [
        node(
            "textualMod",
            node("source", href=f"#corr_{each.number}"),
            node("destination", href=f"#{change.id}"),
            node("old", foreign("text", said=change.before)),
            node("new", foreign("text", said=change.after)),
            type="substitution",
            eId=f"mod_{each.number}_{change.id}",
        )
        for each in identity.corrections
        for change in each.changes[identity.language]
    ]
    if changed:
        yield node("analysis", node("passiveModifications", *changed), source=EDITOR)


def _references(identity: Identity) -> _Element:
    title = in_language(identity.facts.title, identity.language)
    corrected = (
        node(
            "passiveRef",
            eId=f"corr_{each.number}",
            href=f"{identity.work}/corr-{each.number}",
            showAs=each.reason,
            xml_lang=each.reason_language,
        )
        for each in identity.corrections
    )
    return node(
        "references",
        node("original", eId="original", href=identity.work, showAs=title),
        *corrected,
        *_organizations(identity),
        source=EDITOR,
    )


def _organizations(identity: Identity) -> Iterator[_Element]:
    facts = identity.facts
    council = {"href": f"{ORGANIZATIONS}/un-sc", "showAs": "Security Council"}
    yield node("TLCOrganization", eId="securityCouncil", **council)
    if facts.presidency:
        name = facts.name_of(facts.presidency, identity.language)
        where = f"{ORGANIZATIONS}/{facts.presidency.lower()}"
        yield node("TLCOrganization", eId=PRESIDENCY[1:], href=where, showAs=name)
    maker = {"href": f"{ORGANIZATIONS}/editor", "showAs": "Horseshoe"}
    yield node("TLCOrganization", eId=EDITOR[1:], **maker)


def _own(identity: Identity, document: Mapping[str, Any]) -> _Element:
    """Say what the standard has no words for: the rule, whose text it is, and what was checked."""
    facts = identity.facts
    coverage = document["coverage"]
    counts = {name: coverage[name] for name in ("revisions", "cited", "points", "points_cited")}
    gates = (
        foreign("gate", name=name, passed=gate["passed"])
        for name, gate in document["gates"].items()
    )
    return node(
        "proprietary",
        foreign(
            "about",
            attribution=facts.attribution.value,
            marking=facts.origin.marking or None,
            responsibility=responsibility(facts, identity.language),
        ),
        foreign("coverage", **counts),
        *gates,
        source=EDITOR,
    )


def responsibility(facts: Proceedings, language: str) -> str:
    """Say whose text it is, and on whose responsibility."""
    return wording_in(language).opening[facts.origin.marking or "responsibility"]
