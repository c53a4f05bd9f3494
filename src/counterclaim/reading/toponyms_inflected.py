"""Names in languages that inflect them: from a word as it stands to the main forms that it may come from, and to Latin letters."""

import functools
import itertools
import re

from counterclaim.knowledge.tables import language_table, languages_with

_WORDS = 3
_FORMS = 12
_SPLIT = re.compile(r"([\s-]+)")


def forms_of(name: str, language: str) -> tuple[str, ...]:
    """Returns the main forms that an inflected name may come from, the name itself first; only the name where nothing is known.

    Args:
        name: one or more words, as in the text.
        language: BCP 47; its endings stand in languages/LANGUAGE/toponyms.toml.
    """
    endings = _endings(language)
    parts = _SPLIT.split(name)
    if not endings or len(parts) > 2 * _WORDS - 1:
        return (name,)
    choices = [_undone(part, endings) if i % 2 == 0 else (part,) for i, part in enumerate(parts)]
    every = itertools.islice(itertools.product(*choices), _FORMS**2)
    return tuple(dict.fromkeys("".join(form) for form in every))


def inflects(language: str) -> bool:
    """Tells whether the tables know how a language inflects names."""
    return bool(_endings(language))


def latin_of(name: str, language: str) -> str | None:
    """Returns the name in Latin letters as the language is officially romanised, or None where the language has no table."""
    letters = _letters(language)
    if not letters or not any(letter in letters for letter in name.lower()):
        return None
    return "".join(letters.get(letter, letter) for letter in name.lower())


@functools.cache
def countries_of(language: str) -> frozenset[str]:
    """Returns the countries whose places bear names of a language that inflects them."""
    known = language in languages_with("toponyms")
    return frozenset(language_table(language, "toponyms").get("countries", ()) if known else ())


def _undone(word: str, endings: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    forms = [word]
    low = word.lower()
    for length in range(min(5, len(low) - 2), 0, -1):
        for other in endings.get(low[-length:], ()):
            forms.append(word[: len(word) - length] + other)
    if low[-1:] not in "аеиіоуяюєїьй":
        forms += [word + "и", word + "а"]
    return tuple(dict.fromkeys(forms))[:_FORMS]


@functools.cache
def _endings(language: str) -> dict[str, tuple[str, ...]]:
    table = language_table(language, "toponyms").get("endings", {}) if language in languages_with("toponyms") else {}
    return {ending: tuple(others) for ending, others in table.items()} if isinstance(table, dict) else {}


@functools.cache
def _letters(language: str) -> dict[str, str]:
    return dict(language_table(language, "toponyms").get("latin", {})) if language in languages_with("toponyms") else {}
