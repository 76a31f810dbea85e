"""``summarise``: compile the summary of a briefing."""

import argparse
from pathlib import Path

from app.cli.opening import now, open_database
from app.cli.terminal import say, write
from app.domain.gates import run_gates
from app.domain.position import LANGUAGES
from app.domain.summary import Summary
from app.features.briefings.queries import get_briefing
from app.features.grouping.previewing import preview_proposals
from app.features.summaries.releasing import compile_briefing
from app.formats.summary_akn import summary_akn
from app.formats.summary_blocks import printed
from app.formats.summary_csv import summary_csv
from app.formats.summary_json import encoded, summary_document
from app.formats.summary_paper import PAPER, on_paper
from app.formats.summary_text import summary_text
from app.formats.summary_xlsx import summary_xlsx

FORMATS = ("json", "text", "csv", *PAPER, "akn", "xlsx")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("slug")
    parser.add_argument("--lang", choices=LANGUAGES)
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument(
        "--preview-proposals",
        action="store_true",
        help="count the groups a machine proposes, in this output only",
    )
    parser.add_argument("-o", dest="out", type=Path, metavar="FILE")


def run(options: argparse.Namespace) -> None:
    with open_database()() as db:
        briefing = get_briefing(db, options.slug)
        language = options.lang or briefing.languages[0]
        say("compiling")
        drafting = preview_proposals(db, briefing) if options.preview_proposals else None
        summary = compile_briefing(db, briefing, (language,), drafting)[language]
    write(_written(summary, options.format), options.out)


def _written(summary: Summary, kind: str) -> bytes:
    if kind == "text":
        return summary_text(summary)
    paper = printed(summary)
    if kind in PAPER:
        return on_paper(paper, kind)
    document = summary_document(summary, run_gates(summary), computed_at=now())
    if kind == "akn":
        return summary_akn(summary, paper, document)
    if kind == "xlsx":
        return summary_xlsx(summary, paper, document)
    return encoded(document) if kind == "json" else summary_csv(document)
