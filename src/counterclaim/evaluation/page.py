"""The scores as docs/scores.md: a generated part between two marks; what people write around it stays."""

from collections.abc import Iterable
from pathlib import Path

from counterclaim.evaluation.scorers import Result

BEGIN, END = "<!-- scores: begin (make scores) -->", "<!-- scores: end -->"
FIELDS = ("party", "side", "stance", "form", "code", "polarity", "agent", "place", "time", "said", "quantities")
RELATIONS = ("contradicts", "updates", "corroborates", "echoes", "repeats", "by question")


def scores_page(results: Iterable[Result], path: Path) -> str:
    """Returns the text of docs/scores.md with its generated part made anew."""
    old = path.read_text(encoding="utf-8") if path.exists() else f"# Scores\n\n{BEGIN}\n{END}\n"
    before, _, rest = old.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{generated(list(results))}\n{END}{after}"


def generated(results: list[Result]) -> str:
    """Returns the tables of all results, in Markdown."""
    stories = [r for r in results if r.run.scorer == "claims.py"]
    others = [r for r in results if r.run.scorer != "claims.py"]
    found = ("claims found", "claims found P", "claims found R", "claims found, strict", "all fields", "publisher's own voice")
    parts = [
        "## Claims\n\n" + _table(stories, found),
        "## Fields of matched claims (% right)\n\n" + _table(stories, FIELDS),
        "## Relations (F1; precision for contradicts; mean recall by question)\n\n" + _table(stories, ("contradicts P", *RELATIONS)),
    ]
    for scorer in dict.fromkeys(r.run.scorer for r in others):
        chosen = [r for r in others if r.run.scorer == scorer]
        names = tuple(dict.fromkeys(n for r in chosen for n in r.figures if not n.endswith((" P", " R"))))
        parts.append(f"## {scorer.removesuffix('.py').capitalize()}\n\n" + _table_down(chosen, names))
    return "\n\n".join(parts)


def _table(results: list[Result], names: Iterable[str]) -> str:
    columns = list(names)
    rows = [f"| {r.run.name} | " + " | ".join(_shown(r.figures.get(n)) for n in columns) + " |" for r in results]
    return "\n".join(["| | " + " | ".join(columns) + " |", "|---|" + "---:|" * len(columns), *rows])


def _table_down(results: list[Result], names: Iterable[str]) -> str:
    rows = [f"| {n} | " + " | ".join(_shown(r.figures.get(n)) for r in results) + " |" for n in names]
    return "\n".join(["| | " + " | ".join(r.run.name for r in results) + " |", "|---|" + "---:|" * len(results), *rows])


def _shown(figure: float | None) -> str:
    return "" if figure is None else f"{figure:.1f}"
