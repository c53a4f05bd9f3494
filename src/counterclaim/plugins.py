"""The doors, on one page: what another package may add, and how it is found.

A package adds a reader, an ingester, an exporter or an engine by naming it under the group's entry points; see docs/adding/.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.metadata import EntryPoint, entry_points
from typing import Any, Protocol

from counterclaim.model import Claim, Document, Reading

READERS = "counterclaim.readers"
INGESTERS = "counterclaim.ingesters"
EXPORTERS = "counterclaim.exporters"
ENGINES = "counterclaim.engines"


class Reader(Protocol):
    """Reads one document; named in a recipe (`reader`). Pure: the same document and recipe give the same reading."""

    def __call__(self, document: Document, recipe: Any) -> Reading:
        """Returns the annotations, claims and problems of a document; every span slices the document's text."""


class Ingester(Protocol):
    """Makes documents of the bytes of one kind of file; named by the file's suffix without the full stop ("docx")."""

    def __call__(self, name: str, data: bytes, archive: Callable[[bytes], str]) -> Iterable[Any]:
        """Yields a Document or an Unreadable for each report; `archive` keeps the raw bytes and returns their SHA-256."""


class Exporter(Protocol):
    """Writes claims in one form; named by the form ("geojson")."""

    def __call__(self, claims: Iterable[Claim], documents: Mapping[str, Document]) -> Iterator[str]:
        """Yields the export piece by piece; `documents` by id."""


class Engine(Protocol):
    """Maps a pure function over items, in order; named in `mapped`."""

    def __call__(self, function: Callable[[Any], Any], items: Iterable[Any], workers: int) -> Iterator[Any]:
        """Yields `function(item)` for each item, in the order of the items, with few items in memory at once."""


class PluginError(LookupError):
    """No plugin has the name, or it cannot be loaded; the message names those there are."""


def names(group: str) -> tuple[str, ...]:
    """Returns the names of the plugins of a group that are installed, sorted."""
    return tuple(sorted({point.name for point in entry_points(group=group)}))


def plugin(group: str, name: str, own: Mapping[str, Any] | None = None) -> Any:
    """Returns the plugin with a name: one of this program's own, else one that an installed package adds.

    Args:
        group: READERS, INGESTERS, EXPORTERS or ENGINES.
        name: the plugin's name.
        own: this program's, which no other package may replace.

    Raises:
        PluginError: there is none of that name, or it cannot be loaded.
    """
    if own and name in own:
        return own[name]
    found: list[EntryPoint] = sorted(entry_points(group=group, name=name), key=lambda point: point.value)
    kind = group.rpartition(".")[2].removesuffix("s")
    if not found:
        known = ", ".join(sorted({*(own or ()), *names(group)})) or "none"
        raise PluginError(f"no {kind} {name!r}; there are: {known}")
    try:
        return found[0].load()
    except (ImportError, AttributeError) as error:
        raise PluginError(f"the {kind} {name!r} ({found[0].value}) cannot be loaded: {error}; reinstall its package") from error
