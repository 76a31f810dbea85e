"""Corrigenda: words of an issued summary corrected, told to delegations, issued as a release.

The rule is in ``app.domain.corrigendum``. ``comparing.py`` sets the text of now against the issued
bytes, ``queries.py`` makes the pages, ``service.py`` writes. The words themselves are changed where
they always are: at the page of their sentence, in ``summaries``.
"""
