"""Every seeded fault is seen by the tests of the domain; docs/mutation.md is the list.

`make test-long` runs it; the quick test keeps the list from going stale.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mutation.faults import FAULTS, Fault

ROOT = Path(__file__).parents[2]
RULES = ROOT / "app/domain"
REPORT = ROOT / "docs/mutation.md"
COPIED = ("app", "benchmarks", "tests", "migrations", "templates", "static", "pyproject.toml")
TESTS_FAILED = 1  # what pytest ends with then, and only then
SEEN = ("AssertionError", "assert ", "DID NOT RAISE")  # by a test, not by a crash


def suite_of(fault: Fault) -> list[str]:
    """Name the tests that should see a fault."""
    own = Path(fault.file).parts[0].removesuffix(".py")
    return [f"tests/domain/{name}" for name in (fault.tests or f"test_{own}.py").split()]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_can_still_be_seeded(fault: Fault) -> None:
    assert (RULES / fault.file).read_text().count(fault.old) == 1
    assert fault.old != fault.new
    assert all((ROOT / each).exists() for each in suite_of(fault))


def copy_of_checkout(folder: Path) -> Path:
    left_out = shutil.ignore_patterns("__pycache__", "screenshots", "browser", "node_modules")
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=left_out)
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


@pytest.mark.long
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_seen(fault: Fault, tmp_path: Path) -> None:
    checkout = copy_of_checkout(tmp_path)
    file = checkout / "app/domain" / fault.file
    file.write_text(file.read_text().replace(fault.old, fault.new))
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *suite_of(fault)],
        cwd=checkout,
        env=os.environ | {"PYTHONPATH": str(checkout)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == TESTS_FAILED, done.stdout[-2_000:]
    assert any(each in done.stdout for each in SEEN), done.stdout[-2_000:]


@pytest.mark.long
def test_the_report_lists_every_fault() -> None:
    REPORT.write_text("\n".join(_report()) + "\n")
    assert REPORT.read_text().count("| ") > len(FAULTS)


def _report() -> list[str]:
    rows = [
        f"| {fault.name} | `{fault.file}` | {', '.join(map(os.path.basename, suite_of(fault)))} |"
        for fault in FAULTS
    ]
    return [
        "# Faults seeded by hand",
        "",
        "`pytest -m long tests/mutation` seeds each of these in a copy of the checkout, and fails",
        f"if the tests named beside it do not. {len(FAULTS)} faults.",
        "",
        "| fault | seeded in | seen by |",
        "|---|---|---|",
        *rows,
    ]
