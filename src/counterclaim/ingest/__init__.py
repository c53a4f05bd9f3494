"""Ingest: text, HTML, feeds, PDF, WARC and JSON lines, from files, folders and addresses, as Documents."""

from counterclaim.ingest.documents import documents
from counterclaim.ingest.unreadable import Unreadable

__all__ = ["Unreadable", "documents"]
