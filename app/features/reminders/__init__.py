"""Mails and calendars: what tells people, outside the house, that something waits for them.

``due.py`` writes the reminders whose hour has come, ``sending.py`` hands mails over one by one,
``letters.py`` says what is in each. ``calendar.py`` gives deadlines to people's own calendars.
"""
