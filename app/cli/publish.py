"""``publish``: freeze and publish a summary."""

import argparse

from app.cli.opening import now, open_database
from app.cli.terminal import say
from app.features.record.freezing import freeze
from app.features.summaries.operating import publish_by_operator
from app.features.summaries.service import publish_issued


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("slug")
    parser.add_argument("--operator", metavar="NAME")


def run(options: argparse.Namespace) -> None:
    with open_database()() as db:
        if options.operator is None:
            digest = publish_issued(db, options.slug, operator="operator", at=now())
        else:
            say("freezing the pages")
            digest = publish_by_operator(
                db, options.slug, operator=options.operator, freeze=freeze, at=now()
            )
    print(digest)
