"""The list of speakers: its order, the floor and its timer, statements as they were delivered.

``queries.py`` makes the pages of the meeting, ``service.py`` writes the acts, ``statements.py``
keeps what was delivered and shows it.
"""
