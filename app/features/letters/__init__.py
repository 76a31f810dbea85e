"""The letter a summary goes out with, the symbol it is given, and both on paper.

Delegations are not given the letter: it is no part of what is circulated. It is part of what two
people issue, so changing it voids their acts (``content_hash``); once issued it stands. A symbol
may come later: it stands on lists at once, and on paper in the next release.
"""
