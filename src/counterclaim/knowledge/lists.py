"""Column maps of independent event lists: shipped by name, or a TOML file of the user's."""

from dataclasses import dataclass, field
from pathlib import Path

from counterclaim.knowledge.tables import ROOT, DataError, parsed

NEEDED = ("begin", "latitude", "longitude")
KNOWN = ("id", "end", "place", "precision", "deaths_low", "deaths_high", *NEEDED)


@dataclass(frozen=True, slots=True)
class ListMap:
    """How to read a list: our field to its column (a dot goes into an object), its date format, the codes that it covers."""

    name: str
    columns: dict[str, str]
    date_format: str = "%Y-%m-%d"
    codes: frozenset[str] = frozenset()
    precision_km: dict[str, float] = field(default_factory=dict)


def shipped_maps() -> tuple[str, ...]:
    """Returns the names of the maps that ship, sorted."""
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in (ROOT / "lists").iterdir() if entry.name.endswith(".toml")))


def load_map(name: str) -> ListMap:
    """Returns a map that ships, or the one in a TOML file.

    Raises:
        DataError: there is no such map, or it lacks a column or names an unknown one.
    """
    if name not in shipped_maps() and not Path(name).is_file():
        raise DataError(f"{name}: no map of that name and no such file; maps that ship: {', '.join(shipped_maps())}")
    table = parsed(ROOT / "lists" / f"{name}.toml" if name in shipped_maps() else Path(name))
    columns = table.get("columns", {})
    missing, unknown = [c for c in NEEDED if c not in columns], [c for c in columns if c not in KNOWN]
    if missing or unknown:
        told = [f"lacks {', '.join(missing)}" if missing else "", f"has unknown {', '.join(unknown)}" if unknown else ""]
        raise DataError(f"{name}: [columns] {' and '.join(filter(None, told))}; known: {', '.join(KNOWN)}")
    precision = {str(k): float(v) for k, v in table.get("precision_km", {}).items()}
    return ListMap(table.get("name", name), columns, table.get("date_format", "%Y-%m-%d"), frozenset(table.get("codes", ())), precision)
