"""Web pages: the article with its title first; what the page says about itself."""

import pytest

from counterclaim.ingest import Unreadable
from counterclaim.ingest.html import plain, read_html
from counterclaim.model import sha256_of

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Army takes hill | The Example</title>
<meta property="og:site_name" content="The Example"><meta property="article:published_time" content="2023-03-02T08:00:00Z">
<link rel="canonical" href="https://example.org/hill"></head><body><nav><a href="/">Home</a><a href="/war">War</a></nav>
<article><h1>Army takes hill</h1><p>The army of Varnia said on Monday that it had taken the hill above the river after two days.</p>
<p>Officials of the other side denied this &amp; said that their men “still hold” the hill and the road to the town.</p></article>
<footer>Copyright. Subscribe to our letter.</footer></body></html>"""


def test_a_page_becomes_its_article():
    found = read_html("hill.html", PAGE.encode(), sha256_of)
    assert found.text == (
        "Army takes hill\n\nThe army of Varnia said on Monday that it had taken the hill above the river after two days.\n\n"
        "Officials of the other side denied this & said that their men “still hold” the hill and the road to the town."
    )
    assert (found.title, found.publisher, found.published) == ("Army takes hill", "The Example", "2023-03-02")
    assert (found.url, found.language, found.archived) == ("https://example.org/hill", "en", sha256_of(PAGE))


def test_a_page_that_tells_no_date_has_none():
    page = PAGE.replace("2023-03-02T08:00:00Z", "x").replace("og:site_name", "x")
    found = read_html("hill.html", page.encode(), sha256_of)
    assert (found.published, found.publisher) == (None, "example.org")


def test_encoding_of_the_page_is_heeded():
    page = PAGE.replace('<html lang="en-GB">', '<html><meta charset="windows-1251">').replace("hill above the river", "Гора")
    assert "Гора" in read_html("hill.html", page.encode("cp1251", "ignore"), sha256_of).text


@pytest.mark.parametrize("data", [b"<html></html>", b"<html><body><p></p></body></html>", b"<!doctype html>"])
def test_a_page_without_an_article_is_named(data):
    found = read_html("empty.html", data, sha256_of)
    assert isinstance(found, Unreadable)
    assert found.name == "empty.html"


MARKUP = [
    ("plain", "plain", "no markup"),
    ("a &amp; b &lt;c&gt;", "a & b <c>", "entities"),
    ("<p>One.</p><p>Two<br/>three.</p>", "One.\nTwo\nthree.", "paragraphs and breaks"),
    ("a <b>bold</b> word<script>x()</script>", "a bold word", "tags and scripts go"),
    ("a\xa0 \t b\n\n\nc", "a b\nc", "white space"),
    ("3 < 4 and 5 > 2", "3 < 4 and 5 > 2", "a sign is no tag"),
    ("", "", "nothing"),
    ("<!-- note -->", "", "only a comment"),
]


@pytest.mark.parametrize(("markup", "words", "why"), MARKUP)
def test_plain_words_of_markup(markup, words, why):
    assert plain(markup) == words, why
