"""The rehearsal room: a briefing gone through with invented delegations, before the real one.

Of the real briefing only what its presidency prepared is read: note, questions, scales, missions,
rule, how many are seated. ``script.py`` reads the sentences written for rehearsals, ``queries.py``
makes the pages, ``cloning.py`` makes a rehearsal, ``service.py`` lets its delegations act.
"""
