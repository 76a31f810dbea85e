"""From positions to frozen bytes: compiling in every language, the gates, one release.

Nothing here opens a transaction; services do.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import ParamSpec

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Ask, Briefing, Release, ReleaseFile
from app.domain.asks import asks_of
from app.domain.compiling import Compiler
from app.domain.drafting import Drafting
from app.domain.errors import Conflict
from app.domain.gates import Gate, run_gates
from app.domain.gates.published import published
from app.domain.pools import what_is_shown
from app.domain.proof import canonical, sha256
from app.domain.summary import Summary
from app.domain.wording import wording_in
from app.features.summaries.decisions import drafting_of
from app.features.summaries.queries import proceedings_of
from app.formats.summary_json import summary_document

Summaries = Mapping[str, Summary]  # by language
Gates = Mapping[str, Mapping[str, Gate]]  # by language, by name
_IN_ENGLISH = wording_in("en").languages
_PARAGRAPH = re.compile(r"\bs(\d+): ")  # a sentence as gates name it, to those who number them


@dataclass(frozen=True)
class FrozenFile:
    """A page or a download of a release; ``path`` is what follows /{language}/record/{slug}/."""

    language: str
    path: str
    media_type: str
    content: bytes


# Renders a release; given by whoever puts the application together, since pages are HTTP's.
Freeze = Callable[[Summaries, Gates, datetime], list[FrozenFile]]
Asked = ParamSpec("Asked")


def compile_briefing(
    db: Session,
    briefing: Briefing,
    languages: tuple[str, ...] = (),
    drafting: Drafting | None = None,
) -> dict[str, Summary]:
    """Compile once, word in each language of the briefing (or those asked for)."""
    proceedings = proceedings_of(db, briefing)
    drafting = drafting or drafting_of(db, briefing)
    compiler = Compiler(proceedings, drafting)
    return {language: compiler.summary(language) for language in languages or proceedings.languages}


def all_gates(summaries: Summaries) -> dict[str, dict[str, Gate]]:
    return {language: run_gates(summary) for language, summary in summaries.items()}


def are_open(gates: Gates) -> bool:
    return all(gate.passed for results in gates.values() for gate in results.values())


def check_gates(gates: Gates) -> None:
    """Raise Conflict naming the first gate that does not let the summary out, and what shuts it."""
    for language, results in gates.items():
        for name, gate in results.items():
            if not gate.passed:
                text, detail = _IN_ENGLISH[language], _PARAGRAPH.sub(r"paragraph \1: ", gate.detail)
                raise Conflict(f"The {text} text is not ready (gate “{name}”): {detail}.")


def check_published(files: Iterable[FrozenFile | ReleaseFile]) -> None:
    """Raise Conflict unless the bytes themselves say the same bands in every language."""
    documents = {
        file.language: json.loads(file.content) for file in files if file.path == "summary.json"
    }
    for fault in published(documents):
        raise Conflict(f"Gate “disclosure”: {fault}.")


def content_hash(summaries: Summaries) -> str:
    """Hash what two people issue: every language's text and sources, nothing of the moment.

    The letter is theirs, too, though delegations were not given it; so is a symbol given by then.
    """
    no_moment = datetime.min.replace(tzinfo=UTC)
    documents: dict[str, object] = {
        language: summary_document(summary, {}, computed_at=no_moment)
        for language, summary in summaries.items()
    }
    facts = next(iter(summaries.values())).proceedings
    if facts.letter:
        documents["letter"] = facts.letter.to_json()
    if facts.symbol:
        documents["symbol"] = facts.symbol
    return sha256(canonical(documents))


def stored_bands(summaries: Summaries) -> dict[str, object]:
    """Give the bands of a text as they are kept beside it, the same in every language."""
    summary = next(iter(summaries.values()))
    shown = what_is_shown(summary.proceedings, summary.seen)
    return {key: [seen.bands, dict(seen.basis)] for key, seen in shown.items()}


def frozen_ahead(
    freeze: Callable[Asked, list[FrozenFile]], *asked: Asked.args, **named: Asked.kwargs
) -> Callable[Asked, list[FrozenFile]]:
    """Freeze now, which takes seconds; whoever asks for the same later is given these files."""
    files = freeze(*asked, **named)

    def give(*again: Asked.args, **named_again: Asked.kwargs) -> list[FrozenFile]:
        same = (again, named_again) == (asked, named)
        return files if same else freeze(*again, **named_again)

    return give


def add_release(
    db: Session,
    briefing: Briefing,
    summaries: Summaries,
    files: list[FrozenFile],
    *,
    at: datetime,
) -> Release:
    """Keep the bytes of a release, looked at once more, and what it asks for.

    Its hash covers every file by name.
    """
    check_published(files)
    rows = [
        ReleaseFile(
            language=file.language,
            path=file.path,
            media_type=file.media_type,
            content=file.content,
            sha256=sha256(file.content),
        )
        for file in sorted(files, key=lambda file: (file.language, file.path))
    ]
    earlier = db.scalar(
        select(func.count()).select_from(Release).where(Release.briefing_id == briefing.id)
    )
    release = Release(
        briefing_id=briefing.id,
        number=(earlier or 0) + 1,
        hash=sha256(canonical([[row.language, row.path, row.sha256] for row in rows])),
        issued_at=at,
        files=rows,
    )
    db.add(release)
    db.flush()
    db.add_all(_asks(release, summaries))
    return release


def _asks(release: Release, summaries: Summaries) -> Iterator[Ask]:
    """Enter the requests, proposals and conditions of a release in the register of asks."""
    for asked in asks_of(summaries):
        facts = {**asdict(asked), "seats": list(asked.seats)}
        yield Ask(release_id=release.id, briefing_id=release.briefing_id, **facts)
