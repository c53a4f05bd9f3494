"""Web pages: the article's text without the page around it, with the title first (trafilatura)."""

import re
from typing import Any

import lxml.etree
import trafilatura
from lxml import html as lxml_html

from counterclaim.ingest.making import Known, make_document
from counterclaim.ingest.unreadable import Archive, Unreadable
from counterclaim.model import Document

DATES = {"original_date": True, "extensive_search": False, "outputformat": "%Y-%m-%d"}
_SPACES = re.compile(r"[ \t\r\f\v\xa0]+")
_BREAKS = re.compile(r"\s*\n\s*")


def read_html(name: str, data: bytes, archive: Archive, url: str | None = None, id_: str | None = None) -> Document | Unreadable:
    """Returns the document of a web page.

    Args:
        name: for messages.
        data: the page's bytes.
        archive: keeps the bytes.
        url: where it was fetched; None for a file, whose own canonical address is taken.
        id_: the document's id, None to make it from the text.
    """
    tree = trafilatura.load_html(data)
    if tree is None:
        return Unreadable(name, "it is no web page that can be parsed", "save the page again, or paste its text into a .txt file")
    page: Any = trafilatura.bare_extraction(
        data, url=url, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=DATES
    )
    found: dict[str, Any] = page.as_dict() if page is not None else {}
    paragraphs = [line for line in (found.get("text") or "").split("\n") if line.strip()]
    if not paragraphs:
        return Unreadable(name, "no article can be found in the page", "paste the article's text into a .txt file")
    title = found.get("title") or None
    text = "\n\n".join(paragraphs if title in (None, paragraphs[0]) else [title, *paragraphs])
    known = Known(
        id=id_,
        title=title,
        publisher=found.get("sitename") or None,
        url=url or found.get("url") or None,
        published=found.get("date") or None,
        language=_page_language(tree),
        archived=archive(data),
    )
    return make_document(text, known)


def plain(markup: str) -> str:
    """Returns the words of a piece of HTML, without its tags; paragraphs and line breaks stay as line breaks."""
    if "<" not in markup and "&" not in markup:
        return _BREAKS.sub("\n", _SPACES.sub(" ", markup)).strip()
    try:
        tree = lxml_html.fragment_fromstring(markup, create_parent="div")
    except (lxml.etree.LxmlError, ValueError):
        return markup.strip()
    for element in tree.iter("script", "style"):
        element.text = None
    for element in tree.iter("p", "br", "div", "li", "h1", "h2", "h3", "h4", "tr", "blockquote"):
        element.tail = "\n" + (element.tail or "")
    return _BREAKS.sub("\n", _SPACES.sub(" ", tree.text_content())).strip()


def _page_language(tree: Any) -> str | None:
    """Returns the language that a page's root element names, None where it names none."""
    named = (tree.get("lang") or "").split("-")[0].lower()
    return named if re.fullmatch(r"[a-z]{2,3}", named) else None
