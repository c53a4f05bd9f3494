"""The days of claims that name none: the day of the same event elsewhere in the report, or the day that the narration tells of."""

import bisect
import datetime
import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.knowledge.codes import load_codes
from counterclaim.knowledge.tables import language_table
from counterclaim.model import Claim, ClaimPlace, ClaimTime, Span
from counterclaim.reading.claims_material import Material, inside, times_in, told_in

AHEAD = frozenset({"demands", "promises", "warns"})
"""Stances of claims that tell what is to come: no day that was told is theirs."""
FULL_STOPS = ".!?…”’\"'"
NEAR = 3
"""Sentences between two tellings of one event that need not name its place."""
WIDE_KM = 50
"""Places that stand for as much are regions and countries, which hold others."""
DAYS = 31
"""A time of more days is an age, which says nothing about an event told beside it."""


@dataclass(frozen=True, slots=True)
class _Dated:
    """An event to which the report gives a day: its code, where it is, and whether the publisher's own voice tells it."""

    code: str
    start: int
    place: ClaimPlace | None
    time: ClaimTime
    narrated: bool


@dataclass(frozen=True, slots=True)
class _Page:
    """What was read in a report, and its dated events in the order of the text."""

    material: Material
    dated: tuple[_Dated, ...]


def with_days(claims: Sequence[Claim], material: Material) -> tuple[Claim, ...]:
    """Returns the claims, those without a time with the one that the report gives their event.

    A claim takes the time of the same event where the report tells only one; else the day of the narration that it goes on from (the
    sentence before, in headlines the first one dated behind them). Nothing is taken past a time of the claim's own sentence.

    Args:
        claims: those of speakers and of the publisher's own voice.
        material: what was read in the document.
    """
    dated = tuple(sorted((d for c in claims for d in _dated(c, material)), key=lambda d: d.start))
    if not dated:
        return tuple(claims)
    page = _Page(material, dated)
    return tuple(_with_day(c, page) if c.time is None and c.event is not None and c.stance not in AHEAD else c for c in claims)


def _dated(claim: Claim, material: Material) -> Iterator[_Dated]:
    """Yields the events that a claim dates: its own, and those that stand in its content with no time but the claim's."""
    if claim.time is None or not _is_day(claim.time):
        return
    codes = {claim.event.code} if claim.event is not None else set()
    if sum(len(times_in(material, piece)) for piece in claim.content) == 1:
        codes |= {t.mention.code for t in told_in(material, claim.content) if t.mood == "told"}
    for code in sorted(codes):
        yield _Dated(code, claim.content[0].start, claim.place, claim.time, claim.source is None)


def _with_day(claim: Claim, page: _Page) -> Claim:
    before = _narration_before(claim, page)
    if before is not None and _then(claim, page.material):
        return replace(claim, time=before.time, said=claim.said or before.time)
    time = _of_same_event(claim, page) or _of_narration(claim, before or _lede(claim, page), page)
    return claim if time is None else replace(claim, time=time)


def _of_same_event(claim: Claim, page: _Page) -> ClaimTime | None:
    """Returns the time of the claim's event elsewhere in the report, None where no or several days are told for such events."""
    same = [d for d in page.dated if claim.event and d.code == claim.event.code and _may_be_one(claim, d, page.material)]
    days = {_days(d.time) for d in same}
    if len(days) != 1 or _is_dated_otherwise(claim, days.pop(), page.material):
        return None
    return min(same, key=lambda d: (abs(d.start - claim.content[0].start), d.start)).time


def _of_narration(claim: Claim, told: _Dated | None, page: _Page) -> ClaimTime | None:
    """Returns the day of a narrated event that a speaker's claim goes on from; an earlier day is only for deeds, for states last."""
    if told is None or claim.event is None or claim.source is None:
        return None
    day = _days(told.time)
    lasting = not load_codes().by_code[claim.event.code].deed and day[1] != (page.material.document.published or "")[:10]
    if lasting or _is_dated_otherwise(claim, day, page.material):
        return None
    return ClaimTime(day[0], day[0], day[1], told.time.span) if day[0] == day[1] else told.time


def _narration_before(claim: Claim, page: _Page) -> _Dated | None:
    """Returns the last dated event of the narration, in the claim's sentence or the one before."""
    start, material = claim.content[0].start, page.material
    here = _sentence_of(start, material)
    near = (d for d in reversed(page.dated) if d.narrated and d.start < start)
    last = next(near, None)
    return last if last is not None and here - _sentence_of(last.start, material) <= 1 else None


def _lede(claim: Claim, page: _Page) -> _Dated | None:
    """Returns the first dated event of the narration for a claim that a headline above it makes."""
    first = next((d for d in page.dated if d.narrated), None)
    if first is None or first.start < claim.content[0].start:
        return None
    material = page.material
    lines = material.sentences[_sentence_of(claim.content[0].start, material) : _sentence_of(first.start, material)]
    return first if lines and all(material.text[s.end - 1] not in FULL_STOPS for s in lines) else None


def _sentence_of(start: int, material: Material) -> int:
    return bisect.bisect_right(material.sentences, start, key=lambda s: s.start) - 1


def _days(time: ClaimTime) -> tuple[str, str]:
    return (time.begin or "")[:10], (time.end or "")[:10]


def _is_dated_otherwise(claim: Claim, day: tuple[str, str], material: Material) -> bool:
    """Tells whether the claim or its sentence names another time: what is said on Monday need not be Saturday's."""
    first, last = day
    own = [t for piece in claim.content for t in times_in(material, piece)]
    own += [t for t in times_in(material, claim.sentence) if t.type != "DURATION"]
    for time in (t for t in own if t.type != "SET"):
        if time.begin is None or not (time.begin[:10] <= last and first <= (time.end or time.begin)[:10]):
            return True
    return False


def _may_be_one(claim: Claim, other: _Dated, material: Material) -> bool:
    """Tells whether two tellings of one kind may be of one event: near one another, or both in the place that the claim itself names."""
    if not _may_be_at(claim.place, other.place):
        return False
    apart = abs(_sentence_of(claim.content[0].start, material) - _sentence_of(other.start, material))
    named = claim.place is not None and claim.place.span is not None and claim.sentence.covers(claim.place.span)
    return apart <= NEAR or (named and other.place is not None)


def _may_be_at(left: ClaimPlace | None, right: ClaimPlace | None) -> bool:
    """Tells whether two events may be one by their places: no place, one place, or one in the country or region that the other names."""
    if left is None or right is None or left.place.id == right.place.id:
        return True
    wide = max(left.place.precision_km or 0, right.place.precision_km or 0) >= WIDE_KM
    return wide and left.place.country == right.place.country


def _is_day(time: ClaimTime) -> bool:
    if time.begin is None or time.end is None:
        return False
    first, last = (datetime.date.fromisoformat(bound[:10]) for bound in (time.begin, time.end))
    return (last - first).days < DAYS


def _then(claim: Claim, material: Material) -> bool:
    """Tells whether the frame of a claim puts its saying on the day told before: "the council at the time said"."""
    if not claim.cue or claim.source is None:
        return False
    found = _then_words(material.language).finditer(material.text, claim.sentence.start, claim.sentence.end)
    return any(not inside(claim.content, Span(m.start(), m.end())) for m in found)


@functools.cache
def _then_words(language: str) -> re.Pattern[str]:
    words = language_table(language, "claim_times")["then"]["words"]
    return re.compile("|".join(rf"\b{re.escape(w)}\b" for w in words), re.IGNORECASE)
