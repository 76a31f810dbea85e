"""``remind``: silence is closed, what is due written and sent. Safe on every replica at once."""

import argparse

from app import main
from app.cli.opening import open_database
from app.domain.errors import DomainError
from app.features.reminders.due import write_reminders
from app.features.reminders.sending import send_waiting
from app.features.summaries.closing import settle_all
from app.mail.relay import Line
from app.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take none."""


def run(_options: argparse.Namespace) -> None:
    settings = Settings.from_env()
    relay = main.relay_of(settings)
    with open_database(settings)() as db:
        settle_all(db)
        write_reminders(db)
        if relay is None:
            print("Mail is off: HORSESHOE_SMTP_URL and HORSESHOE_MAIL_FROM are not set.")
            return
        with Line(relay) as line:
            tally = send_waiting(db, line, main.whole_addresses(settings))
    print(f"{tally.sent} sent, {tally.dropped} no longer needed, {tally.waiting} waiting")
    if tally.failed:
        raise DomainError(f"{tally.failed} not handed over; the Secretariat's page says why")
