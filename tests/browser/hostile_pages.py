"""Hostile words wherever a person may type, and a browser that tells whether they ran."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from shutil import copy
from typing import Any
from urllib.parse import urlsplit

from fastapi import FastAPI
from fastapi.testclient import TestClient
from lxml import html
from playwright.sync_api import BrowserContext, Request, Route
from sqlalchemy import JSON, Enum, String, Table, select, update

from app.db.base import Base
from app.db.session import open_engine, open_sessions
from app.domain.position import LANGUAGES, find_hidden
from app.web.templating import ROOT
from tests.cast import PASSWORD
from tests.client import Client
from tests.hostile import PROBE, PRODUCT, payloads

SITE = "http://horseshoe.test"
# What nobody types: names of things, hashes, codes from a list, and what a program wrote.
NOT_TYPED = {
    *("code", "slug", "seed", "language", "languages", "roles", "declined", "hash", "key", "act"),
    *("password_hash", "calendar_hash", "token_hash", "told_hash", "text_hash", "public_id"),
    *("sha256", "path", "media_type", "reference", "revision", "previous", "cuts", "cuts_of"),
    *("bands", "asked", "grounds", "basis", "beside", "acronym", "mission", "missions", "model"),
    *("assessment", "joint", "members", "speakers", "speaker", "seats", "points", "others"),
    *("proposed", "decided", "cells", "kind", "conditions", "subject", "presiding", "email"),
    *("original", "group", "address", "corrected", "before", "told"),
}
ADDRESSES = {("revision", "source"), ("ask_note", "source"), ("council_act", "source")}
WORDS = {"text", "label", "name", "note", "title", "heading", "symbol", *LANGUAGES}
TYPED_INTO = {None, "", "text", "search", "url", "email", "tel", "number", "date", "datetime-local"}

LOOK = """() => {
  const bad = [...(window.__hits || [])], risky = /^[\\s\\0-\\x20]*(javascript|vbscript|data):/i;
  for (const each of document.querySelectorAll('*')) {
    for (const {name, value} of each.attributes) {
      if (/^(on|hx-on|data-hx-on)/i.test(name)) bad.push(`${each.tagName} ${name}`);
      if (/(href|src|srcset|action|data|poster)$/i.test(name) && risky.test(value))
        bad.push(`${each.tagName} ${name}=${value}`);
      if (value.includes('evil.example') && /^(style|href|src|action|hx-)/i.test(name)
          && !each.matches('a.url'))
        bad.push(`${each.tagName} ${name}=${value}`);
    }
    if (/^(i?frame|frameset|object|embed|base|applet|style|marquee|xss)$/i.test(each.tagName))
      bad.push(each.tagName);
    const ours = (each.src || '').startsWith(location.origin + '/static/');
    if (/^script$/i.test(each.tagName) && !ours) bad.push('SCRIPT');
    if (/^meta$/i.test(each.tagName) && each.httpEquiv) bad.push('META');
  }
  if (document.documentElement.textContent.includes('PRODUCT')) bad.push('a template ran');
  return bad;
}""".replace("PRODUCT", PRODUCT)
PREPARE = f"""window.__hits = []; window.{PROBE} = () => window.__hits.push('ran');
for (const each of ['alert', 'confirm', 'prompt', 'print', 'open'])
  window[each] = () => {{ window.__hits.push(each); return false; }};"""


class Watch:
    """One page of a real browser, Content-Security-Policy off, that is given documents to show."""

    def __init__(self, context: BrowserContext) -> None:
        self._document, self.asked = "", list[str]()
        context.add_init_script(PREPARE)
        context.route("**/*", self._answer)
        self._page = context.new_page()
        self._page.on("dialog", lambda dialog: (self.asked.append("dialog"), dialog.dismiss()))

    def hits(self, document: str, path: str = "/") -> list[str]:
        """Show a document; give whatever ran, was asked for, or could run if it were touched."""
        self._document, self.asked = document, []
        self._page.goto(SITE + path, wait_until="load")
        found: list[str] = self._page.evaluate(LOOK)
        return [*self.asked, *found]

    def _answer(self, route: Route, request: Request) -> None:
        parts = urlsplit(request.url)
        file = ROOT / parts.path.lstrip("/")
        if f"{parts.scheme}://{parts.netloc}" != SITE:
            self.asked.append(request.url)
            route.abort()
        elif request.is_navigation_request() and request.frame.parent_frame is None:
            headers = {"content-type": "text/html; charset=utf-8"}
            route.fulfill(body=self._document.encode("utf-8", "replace"), headers=headers)
        elif parts.path.startswith("/static/") and file.is_file():
            route.fulfill(path=file)
        else:
            if request.resource_type not in {"fetch", "xhr", "eventsource", "other"}:
                self.asked.append(request.url)
            route.fulfill(status=204)


def typeable(*kinds: str) -> tuple[str, ...]:
    """Give the payloads that are let in at all: what hides is refused wherever it is typed."""
    return tuple(
        each for each in payloads(*kinds) if find_hidden(each) is None and "\0" not in each
    )


def joined(words: tuple[str, ...]) -> str:
    return " ' \" --> ".join(words)


def hostile_bundle(document: dict[str, Any], words: str) -> dict[str, Any]:
    """Put hostile words wherever a bundle has words; what was said stays before them."""
    document["briefing"]["title"] = {"en": f"Review {words}"}
    for each in (*document["members"], *document["missions"]):
        each["name"] = {language: f"{text} {words}" for language, text in each["name"].items()}
    for question in document["questions"]:
        question["text"] = {"en": f"{question['text']['en']} {words}"}
        for value in question["scale"]:
            value["label"] = {"en": f"{value['label']['en']} {words}"}
    for position in document["positions"]:
        position["text"] = f"{position['text']} {words}".strip()
    return document


def poison(database: Path, words: str, *, but: str = "") -> list[str]:
    """Append hostile words to every text a person may have typed; give the columns that had one.

    ``but`` is a table to leave as it is: what was signed no longer gives its hash when changed.
    """
    engine = open_engine(f"sqlite:///{database}")
    reached: list[str] = []
    with open_sessions(engine)() as db:
        for table in Base.metadata.sorted_tables:
            for name in () if table.name == but else typed_columns(table):
                key, column = table.primary_key.columns[0], table.c[name]
                rows = db.execute(select(key, column)).all()
                changed = [(row[0], hostile(row[1], words)) for row in rows if row[1]]
                for at, value in changed:
                    db.execute(update(table).where(key == at).values({name: value}))
                reached += [f"{table.name}.{name}"] if changed else []
        db.commit()
    engine.dispose()
    return reached


def typed_columns(table: Table) -> list[str]:
    return [
        column.name
        for column in table.columns
        if isinstance(column.type, String | JSON)
        and not isinstance(column.type, Enum)
        and column.name not in NOT_TYPED
        and (table.name, column.name) not in ADDRESSES
    ]


def hostile(value: object, words: str, *, inside: bool = True) -> object:
    """Append the words to a text; in a document, to texts under a name that stands for words."""
    if isinstance(value, str):
        return f"{value} {words}" if inside else value
    if isinstance(value, Mapping):
        return {key: hostile(each, words, inside=key in WORDS) for key, each in value.items()}
    if isinstance(value, list):
        return [hostile(each, words, inside=inside) for each in value]
    return value


@contextmanager
def visiting(app: FastAPI, database: Path, token: str) -> Iterator[TestClient]:
    """Visit a database as a person; an empty token is a visitor."""
    engine = open_engine(f"sqlite:///{database}")
    app.state.sessions = open_sessions(engine)
    app.state.secure, app.state.mails = False, False
    client = Client(app)
    if token:
        client.cookies.set("session", token)
    yield client
    engine.dispose()


def after_typing(
    app: FastAPI, database: Path, token: str, page: str, words: str
) -> Iterator[tuple[str, str]]:
    """Type the words into every field of every form of a page; give what each form leads to.

    Every form is sent on a copy of its own, once for each of its buttons.
    """
    for form in html.document_fromstring(page).forms:
        if (form.method or "GET").upper() != "POST":
            continue
        buttons = form.xpath(".//button[@name]|.//input[@type='submit'][@name]")[:4] or [None]
        for button in buttons:
            own = database.with_name("typed.db")
            copy(database, own)
            fields = [*filled(form, words)]
            if button is not None:
                fields.append((button.get("name"), button.get("value", "")))
            target = (button is not None and button.get("formaction")) or form.action
            with visiting(app, own, token) as client:
                answer = client.post(target, data=_lists(fields))
                if answer.status_code == 303:
                    answer = client.get(answer.headers["location"])
                if answer.headers.get("content-type", "").startswith("text/html"):
                    yield f"{target} {answer.status_code}", answer.text


def filled(form: html.FormElement, words: str) -> Iterator[tuple[str, str]]:
    for name, value in form.form_values():
        field = form.xpath(".//*[@name=$name]", name=name)[0]
        kind = field.get("type")
        if field.tag == "textarea" or (field.tag == "input" and kind in TYPED_INTO):
            yield name, words
        elif kind == "password":
            yield name, PASSWORD
        else:
            yield name, value
    for field in form.xpath(".//input[@type='password'][not(@value)]"):
        yield field.get("name"), PASSWORD


def _lists(fields: list[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in fields:
        found.setdefault(name, []).append(value)
    return found
