"""Which points may say the same. The machine ranks and proposes; only a person brings together.

``field.py`` holds the points of a cell side by side; ``profile.py`` reads the cues that tell a
point from its near miss (``cues/`` by language); ``ranking.py`` and ``proposing.py`` answer.
"""
