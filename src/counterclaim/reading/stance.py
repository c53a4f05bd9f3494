"""What a cue does (stance, polarity), how sure its words sound (certainty) and what the speaker offers for it (basis)."""

import functools
import re
from typing import NamedTuple

from counterclaim.knowledge.tables import language_table
from counterclaim.model import Basis, Certainty, Polarity, Span, Stance, words_of
from counterclaim.reading.attribution_drafts import Draft

_PLAIN = frozenset({"asserts", "promises"})


class _Signs(NamedTuple):
    turns: tuple[tuple[Stance, bool, re.Pattern[str]], ...]
    hedges: tuple[tuple[Certainty, re.Pattern[str]], ...]
    bases: tuple[tuple[Basis, re.Pattern[str]], ...]


@functools.cache
def _signs(language: str) -> _Signs:
    table = language_table(language, "stances")
    return _Signs(
        turns=tuple((e["stance"], e.get("opens", False), _any_of(e["words"])) for e in table["turn"]),
        hedges=tuple((e["certainty"], _any_of(e["words"])) for e in table["hedge"]),
        bases=tuple((e["basis"], _any_of(e["words"])) for e in table["basis"]),
    )


def _any_of(words: list[str]) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(w).replace("'", "['’]") for w in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)


def stance(draft: Draft, text: str, language: str = "en") -> tuple[Stance, Polarity]:
    """Returns the stance of a draft and whether its cue affirms or denies the content.

    A negated denial affirms ("did not deny"), a negated confirmation denies, and who could not confirm doubts. What the content says
    turns a plain assertion ("said it was not true"); the polarity stays the cue's own.
    """
    given: Stance = draft.cue_entry.stance if draft.cue_entry else "asserts"
    if draft.negated:
        return _negated(given, draft.able)
    if given in _PLAIN and draft.content:
        given = _turned(given, draft, text, language)
    return given, "negative" if given == "denies" and _denies(draft) else "positive"


def _denies(draft: Draft) -> bool:
    return draft.cue_entry is not None and draft.cue_entry.stance == "denies"


def _negated(given: Stance, able: bool) -> tuple[Stance, Polarity]:
    if given == "denies":
        return "asserts", "positive"
    if able or given == "confirms":
        return "doubts", "positive"
    return given, "positive"


def _turned(given: Stance, draft: Draft, text: str, language: str) -> Stance:
    content = words_of(text, draft.content)
    for meant, opens, pattern in _signs(language).turns:
        found = pattern.search(content)
        if found and (not opens or found.start() <= _lead(content)):
            return meant
    return given


def _lead(content: str) -> int:
    """How far from its start a content may hold its first words: past quote marks and a complementiser."""
    first = re.match(r"\W*(?:\w+\s+)?", content)
    return first.end() if first else 0


def certainty(draft: Draft, text: str, language: str = "en") -> Certainty:
    """Returns how sure the cue and the content's first clause sound."""
    if draft.able and _denies(draft):
        return "possible"
    cue = "" if draft.able else words_of(text, draft.cue)
    content = re.split(r"[,;]", words_of(text, draft.content), maxsplit=1)[0]
    for meant, pattern in _signs(language).hedges:
        if pattern.search(cue) or any(not _is_month(content, hedge) for hedge in pattern.finditer(content)):
            return meant
    return "probable" if draft.hearsay else "certain"


def _is_month(content: str, hedge: re.Match[str]) -> bool:
    """Tells whether a capitalised hedge within a content stands by a number or behind a small word: "12 May", "in May"."""
    before, after = content[: hedge.start()].split(), content[hedge.end() :].split()
    inside = bool(before) and hedge.group()[0].isupper()
    return inside and (before[-1].islower() or before[-1][:1].isdigit() or (bool(after) and after[0][:1].isdigit()))


def basis(draft: Draft, text: str, unit: Span, language: str = "en") -> Basis:
    """Returns what the speaker offers for it, as the source and the rest of the reporting clause `unit` say."""
    if draft.basis != "none":
        return draft.basis
    around = f"{words_of(text, draft.source)} {_outside(draft, text, unit)}"
    return next((meant for meant, pattern in _signs(language).bases if pattern.search(around)), "none")


def _outside(draft: Draft, text: str, unit: Span) -> str:
    """The words of the unit outside content and source."""
    kept, at = [], unit.start
    for span in sorted((*draft.content, *draft.source)):
        kept.append(text[at : max(at, min(span.start, unit.end))])
        at = max(at, span.end)
    return " ".join((*kept, text[at : unit.end]))
