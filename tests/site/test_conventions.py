"""Rules of this codebase that no linter knows."""

import ast
import re
from pathlib import Path

import pytest

from app.web.templating import ROOT

FILE, FUNCTION = 300, 40  # lines
PAGE, PARTIAL = 120, 40
PHYSICAL = re.compile(
    r"(?:margin|padding|border)-(?:left|right)|(?<![\w-])(?:left|right)\s*:|"
    r"text-align:\s*(?:left|right)|float:\s*(?:left|right)"
)


def python_files() -> list[Path]:
    return sorted((ROOT / "app").rglob("*.py"))


def templates() -> list[Path]:
    return sorted((ROOT / "templates").rglob("*.html"))


def test_only_atomic_commits() -> None:
    committers = [path.name for path in python_files() if ".commit(" in path.read_text()]

    assert committers == ["session.py"]


def test_no_file_outgrows_a_reader() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in python_files()
    }

    assert {name: lines for name, lines in lengths.items() if lines > FILE} == {}


def test_no_function_outgrows_a_screen() -> None:
    long = [
        f"{path.name}:{node.name}"
        for path in python_files()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= FUNCTION
    ]

    assert long == []


def test_no_template_outgrows_a_reader() -> None:
    sizes = {
        str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in templates()
    }
    too_long = {
        name: lines
        for name, lines in sizes.items()
        if lines
        > (PARTIAL if name.count("/") == 2 and "/_" in name and "/_ui/" not in name else PAGE)
    }

    assert too_long == {}


def test_every_template_is_used() -> None:
    code = "".join(path.read_text() for path in [*python_files(), *templates()])
    unused = [
        name
        for name in (str(path.relative_to(ROOT / "templates")) for path in templates())
        if f'"{name}"' not in code
    ]

    assert unused == []


def test_nothing_switches_escaping_off() -> None:
    sources = [*templates(), *python_files()]
    found = [path.name for path in sources if re.search(r"\|\s*safe\b|Markup\(", path.read_text())]

    assert found == []


def test_pages_carry_no_inline_style_script_or_handler() -> None:
    inline = re.compile(
        r"<style|<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=|hx-on|javascript:|hx-vals='js"
    )
    found = [path.name for path in templates() if inline.search(path.read_text())]

    assert found == []


def test_no_template_writes_a_comma_of_its_own() -> None:
    """Arabic and Chinese have another: ``comma`` and ``list_comma`` know it."""
    translated = re.compile(r"{%-? trans.*?endtrans -?%}", re.DOTALL)
    latin = re.compile(r"(?:%}|}}|</\w+>|endtrans),\s")
    found = [
        path.name
        for path in templates()
        if latin.search(translated.sub("endtrans", path.read_text()))
    ]

    assert found == []


def test_styles_know_no_left_and_no_right() -> None:
    sheets = (ROOT / "static/css").rglob("*.css")
    found = {sheet.name: PHYSICAL.findall(sheet.read_text()) for sheet in sheets}

    assert {name: hits for name, hits in found.items() if hits} == {}


def test_every_package_says_what_belongs_in_it() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in python_files()
        if path.name == "__init__.py" and not ast.get_docstring(ast.parse(path.read_text()))
    ]

    assert silent == []


@pytest.mark.parametrize("folder", ["app", "tests", "migrations", "templates", "static"])
def test_the_readme_names_every_top_folder(folder: str) -> None:
    assert f"{folder}/" in (ROOT / "README.md").read_text()
