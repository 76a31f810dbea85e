"""From bytes to text: the same note in every form, and every hostile file refused in one line."""

import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
import typst
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from app.domain.errors import Invalid
from app.domain.note import Reading, read_note
from app.formats.note_text import note_text
from tests import notes
from tests.formats.packages import encrypted, lying, members_of, zipped

LETTERS = ["ar-risala", "en-letter", "es-carta", "fr-lettre", "ru-pismo", "zh-xin"]
DRAFTS = ["ar-mashru", "en-draft", "es-borrador", "fr-projet", "ru-proekt", "zh-caogao"]


def lines_of(name: str) -> list[str]:
    return [line.strip() for line in notes.note(name).splitlines() if line.strip()]


def facts(reading: Reading) -> tuple[object, ...]:
    """Give what must not depend on the form: all but the layout of running text."""
    return (
        reading.symbol,
        reading.language,
        reading.title,
        reading.letter,
        reading.meeting_date,
        reading.presidency_iso3,
        reading.briefers,
        [(section.kind, section.heading) for section in reading.sections],
        reading.questions,
        reading.references,
        [(figure.value, figure.as_of) for figure in reading.figures],
    )


def read(data: bytes) -> Reading:
    return read_note(note_text(data, "note"), notes.state_names())


@pytest.mark.parametrize("name", LETTERS + DRAFTS)
def test_docx_pdf_and_text_say_the_same(name: str) -> None:
    language = name.split("-", maxsplit=1)[0]
    from_text = facts(read(notes.note(name).encode()))

    assert facts(read(notes.as_docx(lines_of(name)))) == from_text
    assert facts(read(notes.as_pdf(lines_of(name), language))) == from_text


def test_the_real_note_reads_alike_from_every_form() -> None:
    text = notes.REAL_NOTE.read_text(encoding="utf-8")
    reading = read(text.encode())
    paragraphs = ["2017 年 4 月 4 日美利坚合众国常驻联合国代表给秘书长的信"]
    paragraphs += [
        "谨通知你，安全理事会将在美利坚合众国担任主席期间于 2017 年 4 月 6 日星期四进行通报。"
    ]
    paragraphs += ["尼基·黑利(签名)", "附件", "概念文件", "专题辩论：维持和平行动审查"]
    for section in reading.sections:
        paragraphs += [section.heading, *section.text.split("\n")]

    assert facts(read(notes.as_docx(paragraphs))) == facts(reading)
    assert facts(read(notes.as_pdf(paragraphs, "zh"))) == facts(reading)


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("zh-xin", "gb18030"),
        ("zh-xin", "utf-16"),
        ("zh-xin", "utf-8-sig"),
        ("ru-perenosy", "cp1251"),
        ("ru-perenosy", "koi8_r"),
        ("ru-perenosy", "utf-16-le"),
        ("fr-numerotee", "cp1252"),
        ("es-numerada", "cp1252"),
        ("ar-arqam", "cp1256"),
        ("en-draft", "ascii"),
        ("en-letter", "utf-16-be"),
    ],
)
def test_plain_text_is_decoded_whatever_its_encoding(name: str, encoding: str) -> None:
    text = notes.note(name).replace("–", "-").replace("٢", "2")
    for arabic, digit in zip("٠١٢٣٤٥٦٧٨٩", "0123456789", strict=True):
        text = text.replace(arabic, digit)
    data = text.encode(encoding, errors="replace")

    assert facts(read(data)) == facts(read_note(text, notes.state_names()))


def test_traditional_chinese_in_big5_is_decoded() -> None:
    text = (
        "概念文件\n\n主題辯論：維持和平行動\n\n問題\n\n安理會應如何行事？在缺乏政治進程支持的局勢下，應當怎樣做？\n"
        * 3
    )

    assert note_text(text.encode("big5"), "note.txt") == text


def test_automatic_list_marks_are_written_out() -> None:
    document = docx.Document()
    document.add_paragraph("Key questions", style="Heading 1")
    for question in ("Who keeps the lamp?", "Who pays?"):
        document.add_paragraph(question, style="List Number")
    document.add_paragraph("The oil", style="List Bullet")
    packed = BytesIO()
    document.save(packed)

    assert note_text(packed.getvalue(), "x").splitlines() == [
        "Key questions",
        "1. Who keeps the lamp?",
        "2. Who pays?",
        "• The oil",
    ]


def test_tables_heads_insertions_and_deletions_are_read_as_printed() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "S/2019/961"
    row = document.add_table(rows=1, cols=2).rows[0]
    row.cells[0].text, row.cells[1].text = "Date:", "6 April 2017"
    paragraph = document.add_paragraph("Keep ")
    for tag, text in (("w:ins", "this"), ("w:del", "not this")):
        change, run, written = (OxmlElement(one) for one in (tag, "w:r", "w:t"))
        written.text = text
        run.append(written)
        change.append(run)
        paragraph._p.append(change)  # noqa: SLF001 - tracked changes have no other door
    packed = BytesIO()
    document.save(packed)

    assert note_text(packed.getvalue(), "x").splitlines() == [
        "S/2019/961",
        "Date:\t6 April 2017",
        "Keep this",
    ]


def docx_with(change: Callable[[dict[str, bytes]], None]) -> bytes:
    members = members_of(notes.as_docx(["Concept note", "Questions", "• Why?"]))
    change(members)
    return zipped(members)


def adding(name: str, content: bytes) -> bytes:
    return docx_with(lambda members: members.update({name: content}))


def replacing(name: str, old: bytes, new: bytes) -> bytes:
    def change(members: dict[str, bytes]) -> None:
        assert old in members[name]
        members[name] = members[name].replace(old, new, 1)

    return docx_with(change)


def related(kind: str, target: str) -> bytes:
    relation = (
        f'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    )
    return replacing("word/_rels/document.xml.rels", b"</Relationships>", relation.encode())


def entity_bomb() -> bytes:
    steps = "".join(f'<!ENTITY b{n + 1} "{f"&b{n};" * 10}">' for n in range(9))
    declared = f'<!DOCTYPE w [<!ENTITY b0 "ha">{steps}]>'
    return docx_with(
        lambda members: members.update(
            {
                "word/document.xml": members["word/document.xml"].replace(
                    b"<w:document", declared.encode() + b"<w:document", 1
                )
            }
        )
    )


def encrypted_pdf() -> bytes:
    """Give a PDF whose text is locked by the standard handler with an unknown password."""
    trailer = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n"
        b"4 0 obj<</Filter/Standard/V 1/R 2/O<"
        + b"ab" * 32
        + b">/U<"
        + b"cd" * 32
        + b">/P -4>>endobj\n"
    )
    at = [trailer.index(b"%d 0 obj" % number) for number in range(1, 5)]
    table = b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % one for one in at)
    end = b"trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\nstartxref\n%d\n%%%%EOF"
    return trailer + table + end % len(trailer)


def scan() -> bytes:
    return bytes(typst.compile(b"#rect(width: 5cm, height: 5cm, fill: gray)"))


PDF = notes.as_pdf(["Concept note", "Questions", "Why?"], "en")
DOCX = notes.as_docx(["Concept note", "Questions", "Why?"])
PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)

HOSTILE = {
    "no byte": (lambda: b"", "empty"),
    "only blanks": (lambda: b" \n\x00\n", "empty"),
    "26 MB": (lambda: b"a" * (26 * 1024 * 1024), "larger than 25 MB"),
    "PNG named .pdf": (lambda: PNG, "an image"),
    "HTML named .docx": (lambda: b"<!DOCTYPE html><html><body>x</body></html>", "web page"),
    "SVG with script": (lambda: b"<svg><script>alert(1)</script></svg>", "web page"),
    "bare XML with entities": (
        lambda: b'\xef\xbb\xbf<?xml version="1.0"?><!DOCTYPE a []><a/>',
        "web page",
    ),
    "program": (lambda: b"MZ" + bytes(200), "a program"),
    "old Word": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old or protected"),
    "rich text": (lambda: b"{\\rtf1 Concept note}", "rich text"),
    "random bytes": (lambda: bytes(range(256)) * 40, "not text"),
    "controls in text": (lambda: b"Concept note\x01\x02\x03\x04" * 50, "not text"),
    "truncated PDF": (lambda: PDF[: len(PDF) // 3], "damaged"),
    "PDF head alone": (lambda: b"%PDF-1.7\n", "damaged"),
    "PDF after other content": (lambda: b"junk\n" + PDF, "damaged"),
    "encrypted PDF": (encrypted_pdf, "encrypted"),
    "scan": (scan, "This PDF is a scan without text."),
    "PDF and archive": (lambda: PDF + zipped({"a.txt": b"x"}), "archive at once"),
    "PDF and web page": (lambda: b"%PDF-1.7\n<html><script>1</script>" + PDF, "web page at once"),
    "truncated DOCX": (lambda: DOCX[: len(DOCX) // 2], "damaged"),
    "encrypted archive": (lambda: encrypted(notes.as_docx(["Concept note"])), "encrypted"),
    "archive of text": (lambda: zipped({"note.txt": b"Concept note"}), "an archive"),
    "archive in an archive": (lambda: zipped({"note.docx": DOCX}), "an archive"),
    "no content types": (
        lambda: docx_with(lambda members: members.pop("[Content_Types].xml") and None),
        "an archive",
    ),
    "sheet named .docx": (
        lambda: replacing(
            "[Content_Types].xml", b"wordprocessingml.document.main", b"spreadsheetml.sheet.main"
        ),
        "an archive",
    ),
    "macros by type": (
        lambda: replacing(
            "[Content_Types].xml",
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"application/vnd.ms-word.document.macroEnabled.main+xml",
        ),
        "macros",
    ),
    "macros by part": (lambda: adding("word/vbaProject.bin", b"\xd0\xcf"), "macros"),
    "bomb of one member": (lambda: adding("word/media/a.xml", b"0" * 25_000_000), "unpacks"),
    "bomb by ratio": (lambda: adding("word/media/a.bin", b"0" * 5_000_000), "unpacks"),
    "bomb of many entries": (
        lambda: docx_with(
            lambda members: members.update({f"word/m/{n}.x": b"" for n in range(2100)})
        ),
        "unpacks",
    ),
    "sizes that lie": (
        lambda: lying(adding("word/media/a.xml", b"0" * 25_000_000), "word/media/a.xml"),
        "unpacks|damaged",
    ),
    "external template": (
        lambda: related("attachedTemplate", "https://evil.example/a.dotm"),
        "elsewhere",
    ),
    "external image": (lambda: related("image", "https://evil.example/a.png"), "elsewhere"),
    "link to a file share": (lambda: related("hyperlink", "file://host/share"), "elsewhere"),
    "entity bomb": (entity_bomb, "entities"),
    "external behind a quoted bracket": (
        lambda: related("image", 'https://evil.example/a.png" Note="a>b'),
        "elsewhere",
    ),
    "external spelled by references": (
        lambda: replacing(
            "word/_rels/document.xml.rels",
            b"</Relationships>",
            b'<Relationship Id="rId99" Type="x/image" Target="https://evil.example/a.png" '
            b'TargetMode="&#69;xternal"/></Relationships>',
        ),
        "elsewhere",
    ),
    "entities behind another encoding": (
        lambda: replacing(
            "word/document.xml",
            b"encoding='UTF-8' standalone='yes'?>",
            b"encoding='UTF-7'?>+ADwAIQ-DOCTYPE w [+ADwAIQ-ENTITY b +ACI-ha+ACIAPgBdAD4-",
        ),
        "damaged",
    ),
    "path upwards": (lambda: adding("../../evil.xml", b"<a/>"), "damaged"),
    "absolute path": (lambda: adding("/etc/evil.xml", b"<a/>"), "damaged"),
    "broken XML": (lambda: replacing("word/document.xml", b"<w:body>", b"<w:body"), "damaged"),
    "no text in it": (lambda: notes.as_docx([" "]), "no text"),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_refused_in_one_line(case: str) -> None:
    build, said = HOSTILE[case]

    with pytest.raises(Invalid, match=said) as refused:
        note_text(build(), "note.pdf")

    line = str(refused.value)
    assert "\n" not in line
    assert "Traceback" not in line
    assert line.endswith(".")


@pytest.mark.parametrize(
    "name",
    ["", "a" * 4096, "../../etc/passwd", "CON.pdf", "a\u202efdp.exe", "-rf", "a\x00b", "`id`.docx",
     "note.exe"],
)  # fmt: skip
def test_the_name_decides_nothing(name: str) -> None:
    assert note_text(DOCX, name) == note_text(DOCX, "note.docx")
    assert "Concept note" in note_text(PDF, name)


def test_a_plain_link_is_no_danger() -> None:
    assert "Why?" in note_text(related("hyperlink", "https://undocs.org/S/2015/446"), "x")


def test_hidden_runs_are_not_read() -> None:
    document = docx.Document()
    run = document.add_paragraph("Seen ").add_run("unseen")
    run._r.get_or_add_rPr().append(OxmlElement("w:vanish"))  # noqa: SLF001
    assert run._r.rPr.find(qn("w:vanish")) is not None  # noqa: SLF001
    packed = BytesIO()
    document.save(packed)

    assert note_text(packed.getvalue(), "x").strip() == "Seen"


GREEDY = """
import resource, sys
sys.path.insert(0, sys.argv[1])
from app.formats import extract
extract._limit()
assert resource.getrlimit(resource.RLIMIT_AS)[0] == 512 * 1024 * 1024
assert resource.getrlimit(resource.RLIMIT_CPU)[0] == 20
try:
    bytearray(600 * 1024 * 1024)
except MemoryError:
    print("held")
"""


def test_the_child_holds_itself_to_its_memory() -> None:
    root = Path(__file__).resolve().parents[2]
    child = subprocess.run(
        [sys.executable, "-I", "-c", GREEDY, str(root)], capture_output=True, text=True, check=True
    )

    assert child.stdout == "held\n"


def test_a_large_honest_document_passes_within_the_limits() -> None:
    paragraphs = [
        "Concept note",
        "Questions",
        *(f"• Why {n}? " + "word " * 40 for n in range(3000)),
    ]

    assert "Why 2999?" in note_text(notes.as_docx(paragraphs), "x")


def test_too_much_wall_clock_is_one_line_and_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("app.formats.confined.WALL_CLOCK_SECONDS", 1)
    monkeypatch.setattr("app.formats.confined._CHILD", "import time; time.sleep(60)")
    before = children()

    with pytest.raises(Invalid, match="too long"):
        note_text(DOCX, "x")

    assert children() <= before


@pytest.mark.parametrize("case", ["entity bomb", "scan", "truncated PDF", "broken XML"])
def test_no_process_is_left_over(case: str) -> None:
    before = children()
    with pytest.raises(Invalid):
        note_text(HOSTILE[case][0](), "x")

    assert children() <= before


def children() -> set[str]:
    """Give the processes begun here that still run, as the kernel lists them."""
    listed = Path("/proc/self/task").glob("*/children")
    return {pid for one in listed for pid in one.read_text().split()}
