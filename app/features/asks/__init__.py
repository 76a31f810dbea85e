"""What an issued summary leaves to be done, and who carries it on.

``briefs`` is the Secretary-General's brief; ``queries`` and ``service`` the register of asks over
all presidencies; ``handover`` what one presidency gives to the next; ``conditions`` what members
set down for a mission's next review. Nothing here knows more than a release or, for its own
presidency, the draft of one.
"""
