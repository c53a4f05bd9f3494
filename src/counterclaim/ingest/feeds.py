"""RSS and Atom feeds: each item is a report, its title, a blank line and its summary without markup."""

from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import feedparser

from counterclaim.ingest.html import plain
from counterclaim.ingest.making import Known, make_document
from counterclaim.ingest.unreadable import Archive, Unreadable
from counterclaim.model import Document, short_id


def read_feed(name: str, data: bytes, archive: Archive, url: str | None = None) -> Iterator[Document | Unreadable]:
    """Yields the items of a feed; an item keeps its id when its text is edited, so that the record keeps both versions."""
    feed = feedparser.parse(data)
    if not feed.version:
        yield Unreadable(name, "it is no RSS or Atom feed", "give a feed, a web page or text")
        return
    publisher, language = feed.feed.get("title") or None, (feed.feed.get("language") or "").split("-")[0].lower() or None
    archived = archive(data)
    if not feed.entries:
        yield Unreadable(name, "the feed holds no items", "check it in a browser, or try again later")
    for number, item in enumerate(feed.entries, 1):
        text = text_of(item)
        if not text:
            yield Unreadable(f"{name} item {number}", "it has neither title nor summary", "nothing to do; the other items are done")
            continue
        link = item.get("link") or None
        known = Known(
            id=short_id(feed.feed.get("link") or url or name, item["id"]) if item.get("id") else None,
            title=plain(item.get("title") or "") or None,
            publisher=plain(publisher) if publisher else None,
            url=link,
            published=_moment(item.get("published_parsed") or item.get("updated_parsed")),
            language=language,
            archived=archived,
        )
        yield make_document(text, known)


def text_of(item: Any) -> str:
    """Returns an item's title, a blank line and its longest text: the full content where the feed has it, else the summary."""
    bodies = [item.get("summary") or "", *(c.get("value") or "" for c in item.get("content", ()))]
    title, body = plain(item.get("title") or ""), max((plain(b) for b in bodies), key=len)
    if not body or body == title:
        return title
    return f"{title}\n\n{body}" if title else body


def _moment(parsed: Any) -> str | None:
    """Returns feedparser's UTC time as ISO 8601, None where the item has no date."""
    if parsed is None:
        return None
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return None
