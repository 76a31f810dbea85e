"""The record as a static site: the bytes the server answers, whole or not at all."""

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.data import summary_schema
from app.db.models import Briefing, Release, ReleaseFile
from app.domain.bundle import read_bundle
from app.domain.errors import Conflict, Invalid, NotFound
from app.domain.lifecycle import BriefingState
from app.domain.proof import canonical, sha256
from app.features.positions.load import Loading, load_bundle
from app.features.record.exported_files import file_at
from app.features.record.exporting import export_record
from app.web.templating import ROOT, fill
from tests.bundles import make_bundle
from tests.features.record.exported import AFTER, export, publish, tree

SIX = ("ar", "zh", "en", "fr", "ru", "es")


def test_every_file_is_what_the_server_answers(
    client: TestClient, db: Session, tmp_path: Path
) -> None:
    publish(db, "first")
    export(db, "first", tmp_path / "site")
    site = tree(tmp_path / "site")
    lists = {f"{language}/record/index.html" for language in SIX}

    served = set(site) - lists - {"index.html", "site.json"}
    for path in served:
        answer = client.get("/" + path.removesuffix("index.html"))
        assert (answer.status_code, answer.content) == (200, site[path]), path

    frozen = {
        f"{language}/record/first/{release}{path}{'' if '.' in path else 'index.html'}"
        for language, path in db.execute(select(ReleaseFile.language, ReleaseFile.path))
        for release in ("", "releases/1/")
    }
    assert len(frozen) == 64
    assert served >= frozen | {"en/record/first/manifest.json"}
    beside = {path.partition("/")[0] for path in served - frozen}
    assert beside == {"en", "api", "static"}
    assert set(site) >= lists


def test_the_list_of_files_is_complete_and_true(kept: Session, tmp_path: Path) -> None:
    written = export(kept, "first", tmp_path / "site")
    site = tree(tmp_path / "site")
    listed = json.loads(site["site.json"])

    assert (listed["format"], listed["briefings"]) == ("horseshoe-site-1", ["first"])
    assert {each["path"] for each in listed["files"]} == set(site) - {"site.json"}
    for each in listed["files"]:
        content = site[each["path"]]
        assert (each["length"], each["sha256"]) == (len(content), sha256(content))
    assert written.files == len(site)
    assert written.length == sum(map(len, site.values()))
    assert written.hash == sha256(site["site.json"])


def test_what_the_data_is_written_to_is_there(kept: Session, tmp_path: Path) -> None:
    export(kept, "first", tmp_path / "site")
    named = json.loads((tmp_path / "site/ar/record/first/summary.json").read_bytes())["$schema"]

    assert (
        json.loads((tmp_path / "site" / named.removeprefix("/")).read_bytes()) == summary_schema()
    )


def test_a_manifest_holds_what_a_release_is_hashed_from(kept: Session, tmp_path: Path) -> None:
    export(kept, "first", tmp_path / "site")
    manifest = json.loads((tmp_path / "site/ar/record/first/manifest.json").read_bytes())

    stored = kept.scalars(select(Release.hash).order_by(Release.id)).first()
    (release,) = manifest["releases"]
    rows = [[each["language"], each["path"], each["sha256"]] for each in release["files"]]
    assert release["hash"] == stored == sha256(canonical(rows))
    assert release["issued_at"] == release["published_at"] == AFTER.isoformat()


def test_the_same_database_gives_the_same_bytes(kept: Session, tmp_path: Path) -> None:
    for name in ("one", "two"):
        export(kept, "first", tmp_path / name)
    export(kept, "first", tmp_path / "two")

    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["one", "two"]


def test_another_record_is_added_and_the_first_stays(kept: Session, tmp_path: Path) -> None:
    export(kept, "first", tmp_path / "site")
    before = tree(tmp_path / "site")
    export(kept, "second", tmp_path / "site")
    after = tree(tmp_path / "site")

    frozen = [path for path in before if "/record/first/" in path]
    assert {path: after[path] for path in frozen} == {path: before[path] for path in frozen}
    for language in SIX:
        page = after[f"{language}/record/index.html"].decode()
        own = language if language in {"en", "ar"} else "en"
        assert f'href="/{own}/record/first/"' in page
        assert 'href="/en/record/second/"' in page


def test_a_folder_with_anything_else_is_left_alone(kept: Session, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/mine.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")

    with pytest.raises(Invalid, match="is not empty and no earlier export"):
        export(kept, "first", tmp_path / "notes")
    with pytest.raises(Invalid, match="is not a folder"):
        export(kept, "first", tmp_path / "file")

    assert tree(tmp_path) == {"notes/mine.txt": b"mine", "file": b"mine"}


def test_an_export_that_fails_leaves_what_was_there(kept: Session, tmp_path: Path) -> None:
    export(kept, "first", tmp_path / "site")
    before = tree(tmp_path)
    calls: list[str] = []

    def fails_midway(template: str, *given: object, **more: object) -> str:
        calls.append(template)
        if len(calls) > 4:
            raise OSError(28, "No space left on device")
        return fill(template, *given, **more)  # type: ignore[arg-type]  # as it was called

    for folder in ("site", "other"):
        calls.clear()
        with pytest.raises(OSError, match="No space"):
            export_record(
                kept, "first", tmp_path / folder, static=ROOT / "static", fill=fails_midway
            )
    assert tree(tmp_path) == before


@pytest.mark.parametrize(
    ("state", "who"),
    [
        (BriefingState.DRAFT, "has not closed it yet"),
        (BriefingState.OPEN, "has not closed it yet"),
        (BriefingState.CLOSED, "its presidency circulates"),
        (BriefingState.CIRCULATED, "two people of its presidency issue"),
        (BriefingState.ISSUED, "its president publishes"),
        (BriefingState.WITHDRAWN, "was withdrawn"),
    ],
)
def test_what_is_not_public_is_not_exported(
    kept: Session, tmp_path: Path, state: BriefingState, who: str
) -> None:
    load_bundle(kept, read_bundle(make_bundle(2, 1, 1)), Loading("operator"), at=AFTER)
    kept.execute(update(Briefing).values(state=state))
    kept.commit()

    with pytest.raises(Conflict, match=who):
        export(kept, "filled", tmp_path / "site")
    with pytest.raises(NotFound):
        export(kept, "unknown", tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


def test_a_release_not_yet_published_stays_at_home(kept: Session, tmp_path: Path) -> None:
    first = kept.scalars(select(Release).order_by(Release.id)).first()
    assert first
    secret = ReleaseFile(
        language="en", path="", media_type="text/html", content=b"later", sha256=sha256(b"later")
    )
    kept.add(
        Release(
            briefing_id=first.briefing_id, number=2, hash="c" * 64, issued_at=AFTER, files=[secret]
        )
    )
    kept.commit()
    export(kept, "first", tmp_path / "site")

    assert b"later" not in tree(tmp_path / "site").values()
    assert not [path for path in tree(tmp_path / "site") if "releases/2" in path]


def test_what_was_exported_is_never_replaced_by_other_bytes(kept: Session, tmp_path: Path) -> None:
    export(kept, "first", tmp_path / "site")
    before = tree(tmp_path)
    kept.execute(update(Release).values(hash="d" * 64))
    kept.commit()

    with pytest.raises(Invalid, match="release 1 of “first” in other bytes"):
        export(kept, "first", tmp_path / "site")
    assert tree(tmp_path) == before


def test_bytes_that_changed_in_the_database_are_not_exported(kept: Session, tmp_path: Path) -> None:
    kept.execute(update(ReleaseFile).where(ReleaseFile.path == "").values(content=b"altered"))
    kept.commit()

    with pytest.raises(Invalid, match="not the bytes that were issued"):
        export(kept, "first", tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", ["../../../../out/", "/etc/x/", "members/../../../../x", "a\\b/"])
def test_no_name_leads_out_of_the_folder(kept: Session, tmp_path: Path, path: str) -> None:
    kept.execute(update(ReleaseFile).where(ReleaseFile.path == "questions/1/").values(path=path))
    kept.commit()

    with pytest.raises(Invalid, match="is no name for a file"):
        export(kept, "first", tmp_path / "in/site")
    assert tree(tmp_path) == {}


@pytest.mark.parametrize(
    "address",
    [
        *("/..", "/../x", "/en/../x", "/en/./x", "/en//x", "//host/x", "/en/a\\b", "/en/a\0b"),
        *("/en/C:/x", "/en/.hidden", "/en/-x", "/en/x./", "/en/a b", "/en/ä", "/en/" + "x" * 101),
    ],
)
def test_a_name_that_might_lie_elsewhere_is_refused(address: str) -> None:
    with pytest.raises(Invalid):
        file_at(address)


def test_an_address_lies_where_static_servers_look() -> None:
    assert file_at("/en/record/a/") == "en/record/a/index.html"
    assert file_at("/en/record/a/summary.json") == "en/record/a/summary.json"
