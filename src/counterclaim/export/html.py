"""A dossier as one offline HTML page: marks that light up, a timeline and a sketch map as SVG; nothing from outside."""

import functools
import re
from collections.abc import Sequence

from jinja2 import Environment, PackageLoader, select_autoescape
from markupsafe import Markup, escape

from counterclaim.export.marks import pieces
from counterclaim.export.phrases import quoted
from counterclaim.export.sections import Grid, Section, dossier_sections, unpicked_sections
from counterclaim.export.sketch import map_svg, timeline_svg
from counterclaim.model import Document
from counterclaim.model.dossier import Dossier

ALL_PARTIES = 1000
"""The page scrolls: its grid is never split."""
CITATION = re.compile(r"\[(\d+(?:, \d+)*)\]")


def unpicked_html(dossier: Dossier) -> str:
    """Returns the page of one report unpicked."""
    return _page(dossier, unpicked_sections(dossier, columns=ALL_PARTIES))


def dossier_html(dossier: Dossier) -> str:
    """Returns the page of a dossier, with the reports that it rests on at the end."""
    return _page(dossier, dossier_sections(dossier))


def _page(dossier: Dossier, sections: Sequence[Section]) -> str:
    titles = {n: quoted(c, dossier, cite=False) for c in dossier.claims.values() for n in (dossier.numbers[c.id],)}
    return (
        _environment()
        .get_template("page.html.jinja")
        .render(
            dossier=dossier,
            sections=sections,
            is_grid=lambda s: isinstance(s, Grid),
            linked=lambda text: linked(text, titles),
            marked=lambda document: marked(document, dossier),
            timeline=Markup(timeline_svg(dossier)),
            map=Markup(map_svg(dossier)),
            one=len(dossier.documents) == 1,
        )
    )


@functools.cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("counterclaim.export"), autoescape=select_autoescape(["html", "jinja"]), trim_blocks=True, lstrip_blocks=True
    )


def linked(text: str, titles: dict[int, str]) -> Markup:
    """Returns text with each citation `[3, 7]` as links to the claims' marks."""
    found, last = Markup(), 0
    for match in CITATION.finditer(text):
        numbers = [int(n) for n in match[1].split(", ")]
        if not all(n in titles for n in numbers):
            continue
        links = Markup(", ").join(Markup('<a href="#c{}" data-c="{}" title="{}">{}</a>').format(n, n, titles[n], n) for n in numbers)
        found += escape(text[last : match.start()]) + Markup("[") + links + Markup("]")
        last = match.end()
    return found + escape(text[last:])


def marked(document: Document, dossier: Dossier) -> Markup:
    """Returns a document's text with a span for every stretch that plays a role in a claim."""
    found = Markup()
    for piece in pieces(document, dossier):
        for number in piece.opens:
            found += Markup('<a class="number" id="c{}" data-c="{}" href="#c{}">{}</a>').format(number, number, number, number)
        if not piece.roles:
            found += escape(piece.text)
            continue
        roles = " ".join(dict.fromkeys(role for _, role in piece.roles))
        numbers = " ".join(str(n) for n in dict.fromkeys(n for n, _ in piece.roles))
        found += Markup('<span class="{}" data-c="{}">{}</span>').format(roles, numbers, piece.text)
    return found
