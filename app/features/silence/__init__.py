"""Silence: members object to a draft, the presidency reads it and may give more time.

``queries.py`` makes the pages, ``redline.py`` what changed since the draft before, ``service.py``
writes. How a procedure is closed is in ``summaries/closing.py``: issuing needs its outcome.
"""
