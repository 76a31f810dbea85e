"""The short name of a briefing in its addresses: one rule for the desk, bundles and commands."""

import re

from app.domain.errors import Invalid

LONGEST = 80
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{1,78}[a-z0-9]")
_TAKEN_BY_PAGES = frozenset({"new", "search"})


def check_slug(slug: str) -> str:
    """Return the slug if a briefing may bear it, else raise Invalid."""
    if not _SLUG.fullmatch(slug) or slug in _TAKEN_BY_PAGES:
        raise Invalid(
            f"Use 3 to {LONGEST} small letters a–z, digits and hyphens inside; "
            "not “new”, not “search”.",
            where="slug",
        )
    return slug
