"""Markdown and HTML: escaped, linked, offline."""

import re

from counterclaim.export.html import dossier_html, linked, unpicked_html
from counterclaim.export.markdown import dossier_markdown


def test_citations_become_links_and_the_rest_is_escaped():
    found = linked("<b> yes [1, 2] not [9]", {1: "one", 2: 'two "x"'})
    assert found == (
        '&lt;b&gt; yes [<a href="#c1" data-c="1" title="one">1</a>, <a href="#c2" data-c="2" title="two &#34;x&#34;">2</a>] not [9]'
    )


def test_the_page_asks_nothing_from_outside(dossier):
    page = unpicked_html(dossier)
    assert re.findall(r'(?:src|href)="(?!#)[^"]*"', page) == []
    assert "@import" not in page and "url(" not in page


def test_the_page_marks_every_claim_and_its_town(dossier):
    page = dossier_html(dossier)
    assert [n for n in (1, 2) if f'id="c{n}"' in page] == [1, 2]
    assert 'class="town" data-c="1 2"' in page
    assert "Synthetic:" in page


def test_markdown_escapes_and_cites_sources_with_characters(dossier):
    text = dossier_markdown(dossier)
    assert "- [1] The Example · Dunmar \\| held? · 2031-05-17 · https://example.org/1 (characters 12-34)" in text
