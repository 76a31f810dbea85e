"""How much a page of a full record weighs, with everything it loads."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html

from app.domain.compiling import compile_summary
from app.domain.drafting import Drafting
from app.features.record import downloads, freezing
from app.web.templating import ROOT
from tests.bundles import make_bundle, proceedings_of_bundle

BUDGET = 60 * 1024  # bytes, as they are: nothing compressed
LOADED = "//link[@rel='stylesheet' or @rel='icon']/@href|//img/@src"


@cache
def weight(path: str) -> int:
    return Path(ROOT / path.lstrip("/")).stat().st_size


@pytest.mark.parametrize("language", ["ru"])  # the language with the most bytes
def test_no_page_of_a_full_record_weighs_more_than_60_kb(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fifteen members, sixteen missions, five questions; all written, nothing grouped."""
    monkeypatch.setattr(downloads, "on_paper", lambda *_: b"")
    proceedings = proceedings_of_bundle(make_bundle(15, 16, 5, attribution="attributed"))
    summaries = {language: compile_summary(proceedings, language, Drafting())}
    at = datetime(2017, 4, 10, 12, tzinfo=UTC)
    heavy = {}
    for file in freezing.freeze(summaries, {language: {}}, at):
        if file.media_type == freezing.HTML:
            loaded = set(html.document_fromstring(file.content.decode()).xpath(LOADED))
            assert len(loaded) >= 6
            whole = len(file.content) + sum(weight(urlsplit(each).path) for each in loaded)
            if whole > BUDGET:
                heavy[file.path] = whole
    assert heavy == {}
