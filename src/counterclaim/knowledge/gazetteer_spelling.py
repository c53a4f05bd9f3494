"""The skeleton of a Slavic place name: what its English, French, German, Polish and Russian-based spellings have in common."""

import functools
import re
from collections.abc import Callable
from typing import Any

from counterclaim.knowledge.gazetteer_fold import fold, script
from counterclaim.knowledge.tables import ROOT, parsed

SHORTEST = 5
"""Shorter skeletons fall together too often to mean anything."""
_RUN = re.compile(r"i{2,}|(.)\1+")


@functools.lru_cache(maxsize=65536)
def skeletons(name: str) -> tuple[str, ...]:
    """Returns the skeletons of a name, one for each convention in which it may be written, the English first; none for a short name.

    Two spellings of one place share a skeleton; that two places do is rare, and every place that does is a candidate.
    """
    folded = fold(name)
    if script(name) != "latin" or len(folded) < SHORTEST:
        return ()
    return tuple(dict.fromkeys(s for read in _conventions() if len(s := _skeleton(folded, read)) >= SHORTEST))


@functools.lru_cache(maxsize=65536)
def skeleton(name: str) -> str | None:
    """Returns the skeleton of a name in its English spelling, under which a gazetteer files it; None for a short name."""
    folded = fold(name)
    if script(name) != "latin" or len(folded) < SHORTEST:
        return None
    found = _skeleton(folded, _conventions()[0])
    return found if len(found) >= SHORTEST else None


def _skeleton(folded: str, read: Callable[[str], str]) -> str:
    words = (_RUN.sub(lambda m: m.group()[0], _shared(read(word))) for word in folded.split())
    return " ".join(_ended(word) for word in words)


def _shared(word: str) -> str:
    return _sharing()(word)


def _ended(word: str) -> str:
    for ending, common in _endings():
        if word.endswith(ending):
            return word[: -len(ending)] + common
    return word


@functools.cache
def _sharing() -> Callable[[str], str]:
    return _replacer(tuple(_table()["shared"].items()))


@functools.cache
def _endings() -> tuple[tuple[str, str], ...]:
    return tuple(_table()["endings"].items())


@functools.cache
def _table() -> dict[str, Any]:
    return parsed(ROOT / "world" / "places_spelling.toml")


@functools.cache
def _conventions() -> tuple[Callable[[str], str], ...]:
    return tuple(_replacer(tuple(convention["sounds"].items())) for convention in _table()["convention"])


@functools.cache
def _replacer(rules: tuple[tuple[str, str], ...]) -> Callable[[str], str]:
    table = dict(rules)
    letters = re.compile("|".join(re.escape(k) for k in sorted(table, key=lambda k: (-len(k), k))))
    return lambda word: letters.sub(lambda m: table[m.group()], word)
