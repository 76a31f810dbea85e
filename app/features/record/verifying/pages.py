"""Every page shows the sentences of the data that belong there, word for word and in order.

A sentence stands as ``ol.said > li#s12``: its number, then a paragraph of its words, and in bold
at their end what it counts. Where the summary has no room for the words, an empty ``#s12`` stands
behind a link to the page that has them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import urljoin

from app.domain.position import GENERAL
from app.domain.sentence import Kind, Part
from app.features.record.verifying.releases import OpenRelease, Page

Said = Mapping[str, Any]  # one sentence as summary.json gives it
SUMMARY, CHANGES = "", "changes/"
_ID = re.compile(r"s[1-9]\d*")
_NUMBER = re.compile(r"\d+")


class Shown(NamedTuple):
    """What a page shows: its sentences by id, and everything that bears a sentence's id."""

    page: Page
    sentences: dict[str, Page]
    places: list[Page]


def page_faults(release: OpenRelease) -> Iterator[str]:
    """Compare every page with the data of its language; name the pages that are not there."""
    for language, document in release.documents.items():
        pages = {
            path: _shown(page) for (its, path), page in release.pages.items() if its == language
        }
        said = {each["id"]: each for each in document["sentences"]}
        belonging = _belonging(said, pages)
        own = {name: _own(name, pages) for name in said}
        for path in sorted({SUMMARY, *belonging, *pages}):
            where = f"{language}/{path}"
            if path not in pages:
                yield f"{where}: there is no such page"
                continue
            shown = pages[path]
            yield from (f"{where}{each}" for each in _of_page(path, shown, said, own))
            if path == SUMMARY:
                yield from (f"{where}{each}" for each in _of_summary(shown, said, belonging))
            elif path != CHANGES and list(shown.sentences) != belonging.get(path, []):
                yield f"{where}: does not show the sentences that belong there, in order"


def _shown(page: Page) -> Shown:
    """Read a page; what stands as a sentence without an id is named by its place, which is none."""
    items = page.xpath("//ol[@class='said']/li")
    return Shown(
        page,
        {each.get("id", f"{at}. sentence"): each for at, each in enumerate(items, 1)},
        [each for each in page.xpath("//*[@id]") if _ID.fullmatch(each.get("id"))],
    )


def _own(name: str, pages: Mapping[str, Shown]) -> str:
    shown = pages.get(f"sentences/{name}/")
    item = shown and shown.sentences.get(name)
    return "" if item is None else _words(item).text_content()


def _belonging(said: Mapping[str, Said], pages: Container[str]) -> dict[str, list[str]]:
    """Give the ids of the sentences of each page but the summary, in order."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, each in said.items():
        for path in _paths(each, pages):
            found[path].append(name)
    return found


def _paths(said: Said, pages: Container[str]) -> Iterator[str]:
    question, missions = said["question"], said["missions"]
    yield f"sentences/{said['id']}/"
    if said["part"] == Part.OVERVIEW.value:
        if question is not None:
            yield f"questions/{question}/"
        yield from (f"missions/{acronym}/" for acronym in missions if acronym != GENERAL)
        return
    yield f"questions/{question}/{missions[0]}/"
    for code in said["members"] if said["kind"] != Kind.NOTHING.value else ():
        below = f"members/{code}/{question}/"  # of one named often
        yield below if below in pages else f"members/{code}/"


def _of_page(
    path: str, shown: Shown, said: Mapping[str, Said], own: Mapping[str, str]
) -> Iterator[str]:
    for name, item in () if path == CHANGES else shown.sentences.items():
        if name not in said:
            yield f"#{name}: is no sentence of the data"
            continue
        yield from (f"#{name}: {fault}" for fault in _of_sentence(path, item, said[name]))
        if _even(_words(item).text_content()) != _even(own[name]):
            yield f"#{name}: does not say what its own page says"
    for place in shown.places:
        name = place.get("id")
        if place is not shown.sentences.get(name) and (
            path != SUMMARY or place.text_content().strip()
        ):
            yield f"#{name}: is no sentence of the data"
    if path.startswith("sentences/") and (of := said.get(path.split("/")[1])):
        yield from (f": {fault}" for fault in _of_check(shown.page, of))


def _of_sentence(path: str, item: Page, said: Said) -> Iterator[str]:
    """Compare words letter by letter, spaces aside, and the numbers at their end."""
    number = "".join(item.xpath("./a[1]//text()"))
    link = "".join(item.xpath("./a[1]/@href"))
    if (f"s{number}", urljoin(f"/{path}", link)) != (said["id"], f"/sentences/{said['id']}/"):
        yield "has another number than the data, or does not lead to its own page"
    words = _words(item)
    bold = words.xpath("./b[last()][not(following-sibling::node())]")
    beside = "".join(each.text_content() for each in bold)
    if _even(words.text_content().removesuffix(beside)) != _even(said["text"]):
        yield "has other words than the data"
    yield from _of_numbers(beside, said)


def _words(item: Page) -> Page:
    return next(iter(item.xpath("./p[1]")), item)


def _of_numbers(shown: str, said: Said) -> Iterator[str]:
    numbers = [int(each) for each in _NUMBER.findall(shown)]
    if sorted(numbers) != sorted(_counted(said)):
        yield f"gives {numbers} where the data counts {said['count']} of {said['of']}"


def _counted(said: Said) -> list[int]:
    """Give count and whole, of a sentence that gives both."""
    return [said["count"], said["of"]] if said["count"] is not None and said["of"] else []


def _of_check(page: Page, said: Said) -> Iterator[str]:
    """Compare what a sentence's own page says of itself, and draws and lists below its words."""
    described = _even("".join(page.xpath("//meta[@name='description']/@content")))
    if not described or not _even(said["text"]).startswith(described):
        yield "is described in other words than the data"
    drawn = [len(each.text_content()) for each in page.xpath("//*[@class='strip']/b")]
    counted = _counted(said)
    if drawn != (counted and [counted[0], counted[1] - counted[0]]):
        yield f"draws {drawn} where the data counts {said['count']} of {said['of']}"
    yield from _of_numbers("".join(page.xpath("//*[@class='strip']/span//text()")), said)
    if page.xpath("//*[@class='hashes']/li/text()") != said["revisions"]:
        yield "lists other revisions than the data"


def _of_summary(
    shown: Shown, said: Mapping[str, Said], belonging: Mapping[str, list[str]]
) -> Iterator[str]:
    """See that each sentence has one place, with its words or behind the link to them."""
    found = Counter(each.get("id") for each in shown.places)
    for name in {**said, **found}:
        if found[name] != 1 or name not in said:
            yield f": has {found[name]} places for {name}"
    if list(shown.sentences) != [each for each in said if each in shown.sentences]:
        yield ": does not show its sentences in order"
    for place in shown.places:
        name = place.get("id")
        link = "".join(place.xpath("preceding-sibling::a[1]/@href"))
        words = belonging.get(urljoin("/", link).removeprefix("/"), ())
        if name not in shown.sentences and name not in words:
            yield f"#{name}: does not stand behind a link to its words"


def _even(text: str) -> str:
    return " ".join(text.split())
