"""Office packages taken apart and put together again, as no office program would."""

import zipfile
from collections.abc import Callable
from io import BytesIO

Members = dict[str, bytes]


def zipped(members: Members) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return packed.getvalue()


def members_of(data: bytes) -> Members:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def with_member(data: bytes, name: str, content: bytes) -> bytes:
    return zipped({**members_of(data), name: content})


def with_text(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """Rewrite one member; a change that changes nothing is a mistake in the test."""
    members = members_of(data)
    before = members[name].decode()
    after = change(before)
    assert after != before
    return zipped({**members, name: after.encode()})


def encrypted(data: bytes) -> bytes:
    """Say of every entry that it is encrypted."""
    marked, at = bytearray(data), 0
    while (at := marked.find(b"PK\x01\x02", at)) >= 0:
        marked[at + 8] |= 1
        at += 4
    return bytes(marked)


def lying(data: bytes, name: str) -> bytes:
    """Say of one entry that it unpacks to a hundred bytes."""
    marked = bytearray(data)
    at = marked.rfind(name.encode()) - 46
    assert marked[at : at + 4] == b"PK\x01\x02"
    marked[at + 24 : at + 28] = (100).to_bytes(4, "little")
    return bytes(marked)
