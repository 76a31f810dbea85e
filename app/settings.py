"""Everything the environment may change, read once at the edge."""

import os
from dataclasses import dataclass, field
from pathlib import Path

DATABASE = "horseshoe.db"


@dataclass(frozen=True)
class Settings:
    """``base_url`` is what links in invitations start with; https turns on secure cookies."""

    database_url: str = f"sqlite:///var/{DATABASE}"
    base_url: str = "http://127.0.0.1:8000"
    trusted_hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "testserver")
    threads: int = 2  # synchronous sessions want few: measured in benchmarks/
    smtp_url: str = field(default="", repr=False)  # with mail_from: mail is sent; it has a password
    mail_from: str = ""

    @classmethod
    def from_env(cls) -> "Settings":
        default = cls()
        hosts = os.environ.get("HORSESHOE_TRUSTED_HOSTS")
        return cls(
            database_url=os.environ.get("HORSESHOE_DATABASE_URL", default.database_url),
            base_url=os.environ.get("HORSESHOE_BASE_URL", default.base_url).rstrip("/"),
            trusted_hosts=tuple(hosts.split(",")) if hosts else default.trusted_hosts,
            threads=_threads(os.environ.get("HORSESHOE_THREADS", str(default.threads))),
            smtp_url=os.environ.get("HORSESHOE_SMTP_URL", ""),
            mail_from=os.environ.get("HORSESHOE_MAIL_FROM", ""),
        )

    @classmethod
    def for_folder(cls, folder: Path, *, port: int) -> "Settings":
        return cls(
            database_url=f"sqlite:///{folder / DATABASE}",
            base_url=f"http://127.0.0.1:{port}",
        )


def _threads(typed: str) -> int:
    if not typed.isdecimal() or int(typed) < 1:
        raise ValueError("HORSESHOE_THREADS must be a whole number, 1 or more.")
    return int(typed)
