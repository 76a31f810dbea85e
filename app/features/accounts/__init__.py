"""Who people are: invitations, passwords, sessions, the people of a desk.

Reads: ``queries`` gives the page objects of ``pages``, and the actor behind a cookie.
Writes: ``service`` signs in and out, ``inviting`` makes and accepts invitations, ``people`` changes
roles, ``secretariat`` makes delegations and presidencies.
Shared: ``desks`` (who may manage whom), ``sessions``, ``attempts``, ``credentials``.
"""
