"""What proves who somebody is: an e-mail address and a password."""

import re
from functools import cache
from threading import BoundedSemaphore
from unicodedata import normalize

from pwdlib import PasswordHash

SHORTEST, LONGEST = 12, 200
LONGEST_EMAIL = 254
AT_ONCE = BoundedSemaphore(2)  # each takes 64 MiB and two threads' worth of a core

# Twelve letters and more that are tried first; spaces and case do not help.
_COMMON = """\
123456789012 1234567890123 12345678901234 1234567890123456 123456123456 123123123123
112233445566 987654321098 1qaz2wsx3edc 1q2w3e4r5t6y 1q2w3e4r5t6y7u qwertyuiop12 qwertyuiop123
qwertyuiop1234 qwertyqwerty qwerty123456 qwerty1234567 qwerty12345678 asdfghjkl123 zaq12wsxcde3
password1234 password12345 password123456 passwordpassword password2026 passw0rd1234
p@ssw0rd1234 administrator administrator1 iloveyou1234 iloveyouiloveyou letmeinletmein
welcome12345 welcome123456 changeme1234 changemechangeme abcdefghijkl abcdef123456 abc123abc123
correcthorsebatterystaple unitednations unitednations1 securitycouncil securitycouncil1
horseshoehorseshoe secretariat1
"""
COMMON = frozenset(_COMMON.split())
_EMAIL = re.compile(r"[^@\s\x00-\x1f\x7f]+@[^@\s\x00-\x1f\x7f]+\.[^@\s\x00-\x1f\x7f]+")


def folded_email(typed: str) -> str:
    """Give the one form an address is stored and looked up in; ValueError if it is none."""
    email = normalize("NFC", typed.strip()).lower()
    if len(email) > LONGEST_EMAIL or not _EMAIL.fullmatch(email):
        raise ValueError("Enter an e-mail address, like name@example.org.")
    return email


def good_password(typed: str) -> str:
    """Give the form a password is hashed in; ValueError with the reason if it may not be one."""
    password = normalize("NFC", typed)
    if not SHORTEST <= len(password) <= LONGEST:
        raise ValueError(f"A password has {SHORTEST} to {LONGEST} characters.")
    plain = "".join(password.casefold().split())
    if plain in COMMON or len(set(plain)) < 3:
        raise ValueError("This password is one of the first that would be tried. Choose another.")
    return password


def hash_password(password: str) -> str:
    with AT_ONCE:
        return _hasher().hash(normalize("NFC", password))


def is_password(typed: str, stored: str | None) -> bool:
    """Compare; with nothing stored do the same work in the same time and say no."""
    substitute = _nobodys()
    with AT_ONCE:
        same = _hasher().verify(normalize("NFC", typed[:LONGEST]), stored or substitute)
    return same and stored is not None and len(typed) <= LONGEST


@cache
def _hasher() -> PasswordHash:
    return PasswordHash.recommended()


@cache
def _nobodys() -> str:
    return hash_password("nobody has this password")
