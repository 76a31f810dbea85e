"""Amendments to a circulated draft, and the register of what became of every proposal.

``register.py`` reads proposals of both kinds: amendments, and wordings proposed in the mirror.
``queries.py`` makes the pages of the delegation that proposes, ``desk.py`` those of the
presidency, ``service.py`` writes.
"""
