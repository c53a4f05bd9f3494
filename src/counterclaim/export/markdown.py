"""A dossier as Markdown."""

import re

from counterclaim.export.sections import Block, Grid, dossier_sections
from counterclaim.model.dossier import Dossier

SPECIAL = re.compile(r"([\\`*_<>#|])")


def dossier_markdown(dossier: Dossier) -> str:
    """Returns the dossier's sections as Markdown, claims cited by number and listed with their sources at the end."""
    parts = [
        f"# {_escaped(dossier.title)}",
        *(_grid(s) if isinstance(s, Grid) else _block(s) for s in dossier_sections(dossier)),
        _sources(dossier),
    ]
    return "\n\n".join(parts) + "\n"


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _block(block: Block) -> str:
    lines = [f"{'  ' * line.level}- {_toned(_escaped(line.text), line.tone)}" for line in block.lines]
    return "\n".join([f"## {_escaped(block.title)}", "", *lines])


def _toned(text: str, tone: str) -> str:
    if tone in ("changed", "disputed", "side"):
        return f"**{text}**"
    return f"*{text}*" if tone == "quote" else text


def _grid(grid: Grid) -> str:
    rows = [grid.header, tuple("---" for _ in grid.header), *grid.rows]
    return "\n".join(
        [f"## {_escaped(grid.title)}", "", *(f"| {' | '.join(c if c == '---' else _escaped(c) for c in row)} |" for row in rows)]
    )


def _sources(dossier: Dossier) -> str:
    lines = ["## Sources", ""]
    for claim in dossier.claims.values():
        document = dossier.documents[claim.document]
        spans = ", ".join(f"{s.start}-{s.end}" for s in claim.content)
        named = " · ".join(_escaped(part) for part in (document.publisher, document.title, document.published, document.url) if part)
        lines.append(f"- [{dossier.numbers[claim.id]}] {named or _escaped(document.id)} (characters {spans})")
    return "\n".join(lines)
