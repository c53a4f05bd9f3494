"""Score floors: a file of figures that only rise."""

import tomllib
from collections.abc import Iterable
from pathlib import Path

from counterclaim.evaluation.scorers import Result

FLOORS = Path(__file__).with_name("floors.toml")


def load_floors(path: Path = FLOORS) -> dict[str, dict[str, float]]:
    """Returns the floors: by run name, by figure, the least it may be."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def below(results: Iterable[Result], floors: dict[str, dict[str, float]]) -> list[str]:
    """Returns a line for every figure that is missing or under its floor."""
    found = []
    for result in results:
        for name, floor in floors.get(result.run.name, {}).items():
            figure = result.figures.get(name)
            if figure is None:
                found.append(f"{result.run.name}: the scorer printed no {name!r}")
            elif figure < floor:
                found.append(f"{result.run.name}: {name} is {figure}, its floor {floor}")
    return found
