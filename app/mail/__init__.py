"""The fourth outside world, mail: the words of a letter, its message, the relay that takes it.

Nothing here knows the database, HTTP or a position: a letter is put together from plain facts.
"""
