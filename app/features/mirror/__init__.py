"""The mirror: each delegation sees the sentences that count it, answers, and takes stances.

``draft.py`` reads a circulated draft with what its sentences rest on, ``words.py`` what was said
of it, ``queries.py`` makes the delegation's pages, ``desk.py`` the presidency's, ``service.py``
writes.
"""
