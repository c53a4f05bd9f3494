"""PDF: the text of its pages (pypdf, an extra)."""

import io

from counterclaim.ingest.making import Known, make_document
from counterclaim.ingest.plain import day_of, title_of
from counterclaim.ingest.unreadable import Archive, Unreadable
from counterclaim.model import Document


def read_pdf(name: str, data: bytes, archive: Archive, url: str | None = None) -> Document | Unreadable:
    """Returns the document of a PDF: its pages' texts, a blank line between them."""
    try:
        import pypdf  # noqa: PLC0415 (heavy and optional)
    except ImportError:
        return Unreadable(name, "reading PDF needs an extra", "pip install 'counterclaim[pdf]'")
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        text = "\n\n".join(page.extract_text().strip() for page in reader.pages).strip()
        title = reader.metadata.title if reader.metadata else None
    except (pypdf.errors.PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        return Unreadable(name, f"the PDF is damaged or locked ({error})", "print it to a new PDF, or save its text as .txt")
    if not text:
        return Unreadable(name, "the PDF holds pictures of text, no text", "run text recognition on it first (ocrmypdf)")
    known = Known(title=title or title_of(text), url=url, published=day_of(name), archived=archive(data))
    return make_document(text, known)
