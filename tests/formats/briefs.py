"""A briefing of fifteen members, sixteen missions and five questions, all of it filled."""

from datetime import UTC, datetime
from functools import cache
from typing import Any

from app.data import missions_2017, questions_2017, scales
from app.domain.asks import Asked, asks_of
from app.domain.brief import Brief, brief_of
from app.domain.compiling import Compiler
from app.domain.position import LANGUAGES
from app.domain.proceedings import Proceedings, in_language
from app.domain.summary import Summary
from app.formats.brief_lines import Facts
from app.formats.summary_json import summary_document
from tests.bundles import make_bundle, proceedings_of_bundle

MOMENT = datetime(2017, 4, 10, 12, tzinfo=UTC)
REQUESTS = {
    "ar": "نطلب إلى الأمين العام تقديم تقرير في غضون {n} يوما.",
    "zh": "我们请秘书长在{n}天内提出报告。",
    "en": "We request the Secretary-General to report on benchmarks within {n} days.",
    "fr": "Nous demandons au Secrétariat de présenter des options dans {n} jours.",
    "ru": "Просим Генерального секретаря представить доклад через {n} дней.",
    "es": "Pedimos al Secretario General que informe en {n} días.",
}


def filled(rule: str) -> dict[str, Any]:
    """Give every member a choice and a request in every cell, in the words of the real note."""
    document = make_bundle(15, 16, 5, attribution=rule, invited=2)
    names = {}
    for each, mission in zip(document["missions"], missions_2017().missions, strict=True):
        names[each["acronym"]] = mission.acronym
        expires = mission.mandate_expires and mission.mandate_expires.isoformat()
        each |= {"acronym": mission.acronym, "name": dict(mission.names)}
        each["mandate_expires"] = expires
    codes = {}
    for each in document["questions"]:
        scale = scales().for_question(each["number"]).values
        codes[each["number"]] = [value.code for value in scale]
        each["scale"] = [{"code": value.code, "label": dict(value.label)} for value in scale]
        each["text"] = dict(questions_2017()[each["number"] - 1].text)
    for number, each in enumerate(document["positions"]):
        each["mission"] = names[each["mission"]]
        if (each["assessment"] or "").startswith("v"):
            each["assessment"] = codes[each["question"]][int(each["assessment"][1]) - 1]
        each["text"] = REQUESTS[each["language"]].format(n=number)
    document["briefing"]["languages"] = list(LANGUAGES)
    return document


@cache
def compiled(rule: str) -> tuple[Proceedings, dict[str, Summary], list[Asked]]:
    proceedings = proceedings_of_bundle(filled(rule))
    compiler = Compiler(proceedings)
    summaries = {language: compiler.summary(language) for language in LANGUAGES}
    return proceedings, summaries, list(asks_of(summaries))


def brief(rule: str, language: str) -> tuple[Brief, Facts]:
    proceedings, summaries, asked = compiled(rule)
    document = summary_document(summaries[language], {}, computed_at=MOMENT, public=True)
    names = {seat.code: in_language(seat.names, language) for seat in proceedings.seats}
    facts = Facts(
        language=language,
        title=in_language(proceedings.title, language),
        marking="rehearsal",
        issued_at=MOMENT,
        meeting_date=proceedings.meeting_date,
        presidency=names["M1"],
        note_symbol="S/2017/287",
        symbol="",
        seats=names,
        earlier={},
    )
    return brief_of(document, proceedings.questions, proceedings.missions, asked), facts
