"""The steps of the Polis family of pipelines, for the cost of them alone.

Missing votes take the mean of their column, two principal components are kept, k-means is tried for
two to five groups and the number with the best silhouette wins. The package red-dwarf itself could
not be installed where these figures were made; its steps are these. Horseshoe uses none of this: it
finds no blocs.
"""

from typing import Any

import numpy as np

GROUPS = range(2, 6)
STARTS, ROUNDS = 10, 100  # of k-means, as scikit-learn's defaults had them


def votes(people: int, statements: int, seed: int = 1) -> Any:  # noqa: ANN401 - an array
    """Draw a matrix of -1, 0, 1 in which a fifth is missing."""
    drawn = np.random.default_rng(seed)
    matrix = drawn.choice([-1.0, 0.0, 1.0], size=(people, statements))
    matrix[drawn.random(matrix.shape) < 0.2] = np.nan
    return matrix


def pipeline(matrix: Any) -> int:  # noqa: ANN401 - an array
    """Give the number of groups the pipeline would find."""
    filled = np.where(np.isnan(matrix), np.nanmean(matrix, axis=0), matrix)
    centred = filled - filled.mean(axis=0)
    _, _, components = np.linalg.svd(centred, full_matrices=False)
    points = centred @ components[:2].T
    apart = np.linalg.norm(points[:, None] - points[None], axis=2)
    return max(GROUPS, key=lambda count: _silhouette(apart, _k_means(points, count)))


def _k_means(points: Any, count: int) -> Any:  # noqa: ANN401 - arrays
    drawn = np.random.default_rng(count)
    best, least = None, np.inf
    for _ in range(STARTS):
        centres = points[drawn.choice(len(points), count, replace=False)]
        for _ in range(ROUNDS):
            distances = np.linalg.norm(points[:, None] - centres[None], axis=2)
            nearest = distances.argmin(axis=1)
            moved = np.array(
                [
                    points[nearest == one].mean(axis=0) if (nearest == one).any() else centres[one]
                    for one in range(count)
                ]
            )
            if np.allclose(moved, centres):
                break
            centres = moved
        inertia = float((distances.min(axis=1) ** 2).sum())
        if inertia < least:
            best, least = nearest, inertia
    return best


def _silhouette(apart: Any, nearest: Any) -> float:  # noqa: ANN401 - arrays
    labels = np.unique(nearest)
    means = np.stack([apart[:, nearest == one].mean(axis=1) for one in labels], axis=1)
    own = means[np.arange(len(nearest)), np.searchsorted(labels, nearest)]
    others = np.where(labels[None] == nearest[:, None], np.inf, means).min(axis=1)
    return float(((others - own) / np.maximum(others, own)).mean())
