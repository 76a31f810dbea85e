"""Small records published without a presidency, and the site exported from them."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from app.domain.bundle import read_bundle
from app.features.positions.load import Loading, load_bundle
from app.features.record.exporting import Written, export_record
from app.features.record.freezing import freeze
from app.features.summaries.operating import publish_by_operator
from app.web.templating import ROOT, fill
from tests.bundles import make_bundle

AFTER = datetime(2017, 4, 7, 12, tzinfo=UTC)


def publish(db: Session, slug: str, languages: tuple[str, ...] = ("en",), **options: Any) -> str:  # noqa: ANN401 - JSON
    """Publish a bundle of three members, a mission and a question, or what ``options`` make it."""
    sizes = {"members": 3, "missions": 1, "questions": 1, "attribution": "attributed"}
    bundle = make_bundle(**{**sizes, **options}, slug=slug)
    bundle["briefing"]["languages"] = list(languages)
    load_bundle(db, read_bundle(bundle), Loading("operator"), at=AFTER)
    digest = publish_by_operator(db, slug, operator="operator", freeze=freeze, at=AFTER)
    db.rollback()
    return digest


def export(db: Session, slug: str, folder: Path) -> Written:
    return export_record(db, slug, folder, static=ROOT / "static", fill=fill)


def tree(folder: Path) -> dict[str, bytes]:
    """Give every file under a folder by its path in it."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
