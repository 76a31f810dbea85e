"""Words beside numbers, for populations above thirty: fixed bounds, locked in code.

At thirty and below a cardinal says it all, and a word would mislead: of fifteen, "almost all" would
mean fourteen. Above, a word stands beside the number, never instead of it.
"""

LARGEST_IN_CARDINALS = 30
BOUNDS = (10, 40, 70, 90)  # per cent: a few, some, many, most, almost all


def word_of(count: int, of: int) -> int | None:
    """Say which word a count takes, 0 for the lowest; None where the number stands alone."""
    if of <= LARGEST_IN_CARDINALS or not 1 < count < of:
        return None
    return sum(100 * count >= bound * of for bound in BOUNDS)
