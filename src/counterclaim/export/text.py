"""A dossier for the terminal: rich renderables, plain when piped."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from counterclaim.export.marks import pieces
from counterclaim.export.sections import Block, Grid, Section, dossier_sections, unpicked_sections
from counterclaim.model import Document
from counterclaim.model.dossier import Dossier

STYLES = {"changed": "bold yellow", "disputed": "red", "note": "dim", "side": "bold", "quote": "italic", "plain": ""}
ROLES = {"source": "bold cyan", "cue": "magenta", "content": "underline", "narration": "dim underline"}


def unpicked_text(dossier: Dossier) -> RenderableType:
    """Returns one report unpicked: its text with numbered claims, then the sections."""
    texts = [marked(document, dossier) for document in dossier.documents.values()]
    return Group(_title(dossier.title), *texts, Text(), *map(rendered, unpicked_sections(dossier)))


def dossier_text(dossier: Dossier) -> RenderableType:
    """Returns a dossier, question by question."""
    return Group(_title(dossier.title), *map(rendered, dossier_sections(dossier)))


def rendered(section: Section) -> RenderableType:
    """Returns one section under its title."""
    return _grid(section) if isinstance(section, Grid) else _block(section)


def marked(document: Document, dossier: Dossier) -> Text:
    """Returns a document's text, each claim's content between ⟦number and ⟧."""
    found = Text()
    for piece in pieces(document, dossier):
        for number in piece.opens:
            found.append(f"⟦{number} ", "bold green")
        style = " ".join(dict.fromkeys(ROLES[role] for _, role in piece.roles))
        found.append(piece.text, style)
        found.append("⟧" * len(piece.closes), "bold green")
    return found


def _title(title: str) -> Text:
    return Text.assemble((title, "bold underline"), "\n")


def _grid(grid: Grid) -> RenderableType:
    table = Table(title=grid.title, title_justify="left", title_style="bold", show_lines=len(grid.header) < 7, expand=False)
    for n, name in enumerate(grid.header):
        table.add_column(Text(name), overflow="fold", ratio=2 if n == 0 and len(grid.header) < 7 else None)
    for row in grid.rows:
        table.add_row(*(Text(cell) for cell in row))
    return Padding(table, (0, 0, 1, 0))


def _block(block: Block) -> RenderableType:
    lines = [Padding(Text(line.text, STYLES.get(line.tone, "")), (0, 0, 0, 2 + 2 * line.level)) for line in block.lines]
    return Group(Text(block.title, "bold"), *lines, Text())
