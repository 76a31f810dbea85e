"""Convening: the concept note and its reading, seats, missions, scales, opening and closing.

Reads: ``queries`` gives rows and is where a briefing, and one's seat in it, are found or not found;
``board`` a briefing in being, ``pages`` the list and the note, ``setup_pages`` the preparation,
``opening`` what is still missing before it can be opened.
Writes: ``note_service`` convenes and corrects the reading, ``setup_service`` prepares section by
section, ``service`` opens, closes, withdraws; ``preparing`` is what they share, ``convening`` the
rows that the loader adds too.
Forms: ``forms`` and ``note_forms`` by way of ``entries`` (one field at a time); ``refusals`` sends
them back. Small: ``defaults`` (scales, States, missions to start from), ``figures`` (the note's
arithmetic), ``slugs``, ``upload``.
"""
