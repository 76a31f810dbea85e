"""The ways a request can be refused; web/errors.py turns each into a page, cli.py into a line."""


class DomainError(Exception):
    """Base of every refusal a user may read."""


class NotFound(DomainError):
    """There is no such thing, or none this person may know of: the two look the same."""


class NotAllowed(DomainError):
    """The person may see it and may not do this."""


class Ended(DomainError):
    """The person no longer acts at this desk; what they typed goes back to them alone."""


class Conflict(DomainError):
    """Somebody else was faster."""


class Invalid(DomainError):
    """What was given cannot be accepted; ``where`` is the path or field of the fault."""

    def __init__(self, message: str, *, where: str = "") -> None:
        super().__init__(f"{where}: {message}" if where else message)
        self.where = where
        self.reason = message
