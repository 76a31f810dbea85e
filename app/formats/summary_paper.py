"""The two ways a summary is put on paper, by the end of the file's name."""

from app.formats.summary_blocks import PrintedSummary
from app.formats.summary_docx import summary_docx
from app.formats.summary_pdf import summary_pdf

PAPER = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def on_paper(summary: PrintedSummary, kind: str) -> bytes:
    return summary_pdf(summary) if kind == "pdf" else summary_docx(summary)
