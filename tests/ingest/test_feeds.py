"""Feeds: each item is a report."""

from counterclaim.ingest import Unreadable
from counterclaim.ingest.feeds import read_feed
from counterclaim.model import sha256_of, short_id

RSS = b"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>The Example</title><link>https://example.org/</link>
<language>en-gb</language>
<item><title>Army takes hill</title><link>https://example.org/1</link><guid>1</guid><pubDate>Sun, 02 Mar 2031 10:00:00 +0200</pubDate>
<description>&lt;p&gt;The army &lt;b&gt;said&lt;/b&gt; so.&lt;/p&gt;&lt;img src="x.png"/&gt;</description></item>
<item><title>No date &amp;amp; no text</title><link>https://example.org/2</link></item>
<item><link>https://example.org/3</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Beispiel</title><id>urn:f</id><entry><title>Gefecht</title><id>urn:1</id>
<updated>2031-03-02T08:00:00Z</updated><summary>Kurz.</summary><content type="html">&lt;p&gt;Das Heer teilte mit, es habe den
Hügel genommen.&lt;/p&gt;</content></entry></feed>"""


def test_items_of_an_rss_feed():
    first, second, third = read_feed("feed.xml", RSS, sha256_of)
    assert (first.text, first.title) == ("Army takes hill\n\nThe army said so.", "Army takes hill")
    assert (first.publisher, first.url, first.published) == ("The Example", "https://example.org/1", "2031-03-02T08:00:00Z")
    assert (first.language, first.archived, first.id) == ("en", sha256_of(RSS), short_id("https://example.org/", "1"))
    assert (second.text, second.published) == ("No date & no text", None)
    assert third == Unreadable("feed.xml item 3", "it has neither title nor summary", "nothing to do; the other items are done")


def test_an_edited_item_keeps_its_id():
    before, *_ = read_feed("feed.xml", RSS, sha256_of)
    after, *_ = read_feed("feed.xml", RSS.replace(b"takes hill", b"holds hill"), sha256_of)
    assert (before.id == after.id, before.sha256 == after.sha256) == (True, False)


def test_items_of_an_atom_feed_take_the_longest_text():
    (item,) = read_feed("feed.atom", ATOM.encode(), sha256_of)
    assert item.text == "Gefecht\n\nDas Heer teilte mit, es habe den\nHügel genommen."
    assert (item.published, item.language) == ("2031-03-02T08:00:00Z", "de")


def test_other_xml_is_named():
    (found,) = read_feed("a.xml", b"<?xml version='1.0'?><orders><order/></orders>", sha256_of)
    assert (found.name, found.why) == ("a.xml", "it is no RSS or Atom feed")


def test_an_empty_feed_says_so():
    (found,) = read_feed("a.xml", b'<rss version="2.0"><channel><title>T</title></channel></rss>', sha256_of)
    assert found.why == "the feed holds no items"
