"""What a corrected release says of its corrigenda: when, why, and which words changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.corrigendum import Correction
from app.features.record.routes import router
from app.formats import differences


@dataclass(frozen=True)
class ChangeView:
    """A changed sentence, word by word."""

    id: str
    number: str  # of its paragraph
    pieces: tuple[differences.Change, ...]


@dataclass(frozen=True)
class CorrectionView:
    number: int
    date: date
    reason: str
    reason_language: str
    earlier: str  # the address of the release it corrects; empty where that was never public
    changes: tuple[ChangeView, ...]


def correction_views(
    corrections: Sequence[Correction], language: str, slug: str
) -> tuple[CorrectionView, ...]:
    """Give the corrigenda of a release in one of its languages, newest first."""
    return tuple(
        CorrectionView(
            each.number,
            each.date,
            each.reason,
            each.reason_language,
            _address(language, slug, each.corrects) if each.is_public else "",
            tuple(
                ChangeView(
                    change.id,
                    change.id.removeprefix("s"),
                    differences.changes(change.before, change.after),
                )
                for change in each.changes[language]
            ),
        )
        for each in reversed(corrections)
    )


def _address(language: str, slug: str, number: int) -> str:
    where = {"lang": language, "slug": slug, "number": number, "path": ""}
    return str(router.url_path_for("record.release", **where))


def corrections_document(corrections: Sequence[Correction], language: str) -> dict[str, object]:
    """Give what the JSON of a corrected release says beside its sentences, oldest first."""
    if not corrections:
        return {}
    return {
        "corrigenda": [
            {
                "number": each.number,
                "date": each.date.isoformat(),
                "reason": each.reason,
                "changes": [
                    {"id": change.id, "before": change.before, "after": change.after}
                    for change in each.changes[language]
                ],
            }
            for each in corrections
        ]
    }
