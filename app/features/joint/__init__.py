"""Joint statements: one delegation tables a text, others it named sign it, each for itself.

Only the delegation that tabled a statement and those it named find it; for everybody else, the
presidency too, there is none. ``queries`` finds, ``pages`` shows, ``service`` writes; an alignment
is a revision of the aligning delegation, so that counting knows nothing of this feature.
"""
