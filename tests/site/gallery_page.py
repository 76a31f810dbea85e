"""What the gallery shows: invented delegations, in the languages that strain a page most."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from app.web.forms import Form

DATA = json.loads(Path(__file__).with_name("gallery.json").read_text())
SOURCE: dict[str, str] = DATA["source"]
WORDS: dict[str, dict[str, str]] = DATA["words"]
MISSIONS = ("MINUSMA", "MONUSCO", "UNAMID", "UNMISS", "UNIFIL", "UNFICYP")
VALUES = ((4, 9, 1, 1), (15, 0, 0, 0), (2, 5, 5, 3), (0, 6, 1, 0), (7, 7, 0, 1), (1, 0, 0, 0))
STATUSES = (
    "not_started", "in_progress", "ready", "approved", "sent_back", "signed", "late", "withdrawn",
    "draft", "open", "closed", "circulated", "issued", "published", "stale", "confirmed",
    "unconfirmed",
)  # fmt: skip


def segments(
    words: dict[str, str], counts: tuple[int, ...], members: int = 15
) -> list[dict[str, Any]]:
    """Make a tally of the four values, the rest awaiting or silent."""
    left = members - sum(counts)
    silent = (("no_position", left // 3), ("awaiting_instructions", left // 4))
    kinds = [
        *((f"v{place * 2}", count) for place, count in enumerate(counts)),
        *silent,
        ("nothing", left - sum(count for _, count in silent)),
    ]
    names = ("active", "fragile", "stalled", "absent", "no_position", "awaiting", "nothing")
    return [
        {"kind": kind, "label": words[name], "count": count}
        for (kind, count), name in zip(kinds, names, strict=True)
    ]


def key(words: dict[str, str]) -> list[dict[str, Any]]:
    """Make the key of a scale of seven values and the four kinds of nothing."""
    values = [(f"v{place}", f"{words['question']} {place + 1}") for place in range(7)]
    nothing = [
        ("no_position", words["no_position"]),
        ("awaiting_instructions", words["awaiting"]),
        ("nothing", words["nothing"]),
        ("not_eligible", words["not_eligible"]),
    ]
    return [{"kind": kind, "label": label, "count": 1} for kind, label in values + nothing]


def page_for(lang: str) -> dict[str, Any]:
    words = WORDS["en"] | WORDS[lang]
    columns = [
        {
            "label": f"{words['question']} {n}",
            "note": words["active"] + " … " + words["absent"],
            "href": f"#q{n}",
        }
        for n in range(1, 6)
    ]
    return {
        "words": words,
        "title": words["title"],
        "kicker": words["kicker"],
        "above": [
            {"label": words["facts"], "href": "#up"},
            {"label": "S/2017/287", "href": "#note"},
        ],
        "deadline": datetime(2017, 4, 3, 19, 0, tzinfo=UTC),
        "left": timedelta(days=2, hours=4),
        "wrong": Form[Any](
            raw={"text": "", "assessment": "v1"},
            errors={"assessment": words["choose"], "text": words["required"]},
        ),
        "fine": Form[Any](),
        "tasks": [
            {"label": f"{words['question']} {n}, {mission}", "status": status}
            for n, mission, status in zip(range(1, 6), MISSIONS, STATUSES, strict=False)
        ],
        "notices": [
            (kind, words["facts"] if kind != "info" else "", words["hint"])
            for kind in ("info", "success", "warning", "danger")
        ],
        "facts": [
            (words["meeting"], "6.4.2017"),
            (words["symbol"], "S/2017/287"),
            (words["count"], "2,500"),
        ],
        "statuses": STATUSES,
        "scale": key(words),
        "columns": columns,
        "rows": [
            {
                "label": mission,
                "note": words["hint"][:24],
                "cells": [{"segments": segments(words, VALUES[(row + n) % 6])} for n in range(5)],
            }
            for row, mission in enumerate(MISSIONS)
        ],
        "task_rows": [
            {"label": mission, "cells": [("", *STATUSES[:5])[(row * 2 + n) % 6] for n in range(5)]}
            for row, mission in enumerate(MISSIONS)
        ],
        "tally": segments(words, (4, 6, 1, 1)),
        "large": segments(words, (48, 71, 22, 3), 193),
        "sentences": [
            {"text": words["sentence"], "basis": "9 / 15", "stale": n == 2} for n in range(1, 4)
        ],
        "mine": {"text": SOURCE["en"], "lang": "en"},
        "theirs": {"text": SOURCE["ar"], "lang": "ar"},
        **SOURCE,
        "options": [
            ("v1", words["active"]),
            ("v2", words["fragile"], words["hint"]),
            ("v3", words["stalled"]),
            ("v4", words["absent"]),
            ("no_position", words["no_position"]),
            ("awaiting_instructions", words["awaiting"]),
        ],
        "languages": [("ar", "العربية"), ("zh", "中文"), ("en", "English"), ("fr", "Français")],
        "missions": [(mission, mission) for mission in MISSIONS],
        "table": [
            ("A", "S/2017/287", "1\u202f204"),
            ("B", "S/2017/274", "99\u202f034"),
            ("C", "S/RES/2286 (2016)", "87"),
        ],
    }
