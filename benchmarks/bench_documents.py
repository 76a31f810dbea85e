"""Putting a summary of about thirty pages on paper: each document new, the program warm."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from measure import Report, in_turns, is_quick, ms

from app.domain.compiling import compile_summary
from app.domain.drafting import Drafting
from app.domain.letter import Addressee, Letter, Role
from app.domain.position import LANGUAGES
from app.domain.summary import Summary
from app.formats.summary_blocks import printed
from app.formats.summary_json import encoded, summary_document
from app.formats.summary_paper import PAPER, on_paper
from tests.bundles import make_bundle, proceedings_of_bundle
from tests.formats.paper import pdf_pages

MEMBERS, MISSIONS, QUESTIONS = 15, 9, 3
MOMENT = datetime(2017, 4, 10, 12, tzinfo=UTC)
LETTER = Letter(
    "The Signatory",
    Role.PERMANENT_REPRESENTATIVE,
    is_feminine=False,
    addressee=Addressee.SECRETARY_GENERAL,
    transmitted_on=date(2017, 4, 10),
    openings={},
    state=dict.fromkeys(LANGUAGES, "A"),
)


def main() -> None:
    rounds = 3 if is_quick(__doc__) else 9
    report = Report("On paper", "the same summary as JSON; processor time of both")
    for language in LANGUAGES:
        summaries = [_summary(language, seed) for seed in range(rounds + 1)]
        pages = len(pdf_pages(on_paper(printed(summaries[0]), "pdf")))
        for kind in PAPER:
            # Each in its turn and none twice: the typesetter remembers what it has set.
            turns = iter(summaries), iter(summaries)
            pair = in_turns(
                rounds,
                lambda kind=kind, turns=turns: _paper(next(turns[0]), kind),
                lambda turns=turns: _json(next(turns[1])),
            )
            report.add(
                f"{kind}, {language}, {pages} pages of A4",
                ms(pair.measured),
                ms(pair.reference),
                f"{pair.ratio:.1f}",
                "≤ 0.5 s",
            )
    report.show()


def _cpu(act: Callable[[], object]) -> float:
    """Give the processor's time on every core: who else is at work makes no difference."""
    began = time.process_time()
    act()
    return time.process_time() - began


def _paper(summary: Summary, kind: str) -> float:
    return _cpu(lambda: on_paper(printed(summary, issued_at=MOMENT), kind))


def _json(summary: Summary) -> float:
    return _cpu(lambda: encoded(summary_document(summary, {}, computed_at=MOMENT)))


def _summary(language: str, seed: int) -> Summary:
    bundle = make_bundle(MEMBERS, MISSIONS, QUESTIONS, filled=0.9)
    for each in bundle["positions"]:
        each["text"] = f"{each['text']} ({seed})"
    facts = replace(proceedings_of_bundle(bundle), letter=LETTER)
    return compile_summary(facts, language, Drafting())


if __name__ == "__main__":
    main()
