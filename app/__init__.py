"""Horseshoe: from a presidency's concept note to a checkable public summary."""
