"""Every file is as its hash says, every release as its own; and nothing else lies there."""

from collections.abc import Iterator, Sequence

from app.domain.proof import sha256
from app.features.record.verifying.releases import Found, OpenRelease, address_of
from app.formats.record_manifest import SITE


def site_faults(found: Found) -> Iterator[str]:
    """Compare an exported site with its list of files, both ways."""
    if found.site is None:
        return
    listed = {each.path: each for each in found.site.files}
    for path, each in listed.items():
        content = found.source.find(f"/{path}")
        if content is None:
            yield f"{path}: is listed and not there"
        elif (len(content), sha256(content)) != (each.length, each.sha256):
            yield f"{path}: is not as its hash says"
    for name in found.source.names() or ():
        if name not in listed and name != SITE:
            yield f"{name}: is there and not listed"
    missing = set(found.site.briefings) - {each.briefing for each in found.records}
    yield from (f"{each}: has no manifest" for each in sorted(missing))


def release_faults(release: OpenRelease, found: Found) -> Iterator[str]:
    """Compare a release with its manifest: each file where it lies, then all by name."""
    listed = release.listed
    if not listed.files:
        yield f"{release.name}: lists no file"
    for each in listed.files:
        addresses = [address_of(release.briefing, each.language, each.path, listed.number)]
        if release.is_newest:
            addresses.append(address_of(release.briefing, each.language, each.path))
        for address in addresses:
            content = found.source.find(address)
            if content is None:
                yield f"{address}: is listed and not there"
            elif (len(content), sha256(content)) != (each.length, each.sha256):
                yield f"{address}: is not as its hash says"
    if listed.computed_hash != listed.hash:
        yield f"{release.name}: its hash does not fit its files"


def earlier_faults(old: Sequence[OpenRelease], new: Sequence[OpenRelease]) -> Iterator[str]:
    """Look for every release and every byte of an earlier export in a later one."""
    now = {(each.briefing, each.listed.number): each for each in new}
    for before in old:
        after = now.get((before.briefing, before.listed.number))
        if after is None:
            yield f"{before.name}: was published and is gone"
            continue
        if after.listed.hash != before.listed.hash:
            yield f"{before.name}: has another hash than before"
        for at, content in before.files.items():
            if after.files.get(at) != content:
                yield f"{before.name}: {'/'.join(at)} has other bytes than before"
