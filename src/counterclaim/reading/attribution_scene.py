"""What the constructions of one unit share: its words, its reporting verbs and where other cues begin."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from counterclaim.reading.attribution_contents import Opening
from counterclaim.reading.attribution_cues import Cue
from counterclaim.reading.attribution_ends import content_end
from counterclaim.reading.attribution_subjects import Phrase, has_finite
from counterclaim.reading.attribution_verbs import Verb
from counterclaim.reading.clauses import Unit, Word

_DATELINE = 10


class Report(NamedTuple):
    """A reporting verb with its subject and its content: `left`, words before it, or `right`, where it begins after it.

    `gap` is what a relative clause speaks of ("the blast that X blamed on Y"), before `right`; `anonymous`: nobody is the subject.
    """

    verb: Verb
    cue: Cue
    subject: Phrase
    left: Phrase | None
    right: Opening | None
    gap: Phrase | None = None
    anonymous: bool = False


class Scene(NamedTuple):
    """What the constructions of one unit share: its words, the places of finite cues and of other cues' beginnings."""

    unit: Unit
    finite: frozenset[int]
    stops: Mapping[int, str]

    @property
    def words(self) -> tuple[Word, ...]:
        """The unit's words."""
        return self.unit.words

    def end_of(self, begin: Opening, subordinate: bool = False) -> int:
        """Where a content ends; that of a subordinate reporting clause at the comma before the main clause."""
        later = {p: k for p, k in self.stops.items() if p > begin.start + 1 or (p > begin.start and k != "clause")}
        end = content_end(self.words, begin, later, self.finite)
        if not subordinate:
            return end
        return next(
            (i for i in range(begin.start + 1, end) if self.words[i].has("comma") and _opens_main(self.words, i + 1, end, self.finite)), end
        )


def left_start(unit: Unit, end: int, finite: frozenset[int], taken: int = 0) -> int:
    """Returns where a content that ends at `end` begins: at the unit's start, after a semicolon, after a headline's topic."""
    words = unit.words
    start = taken = max(taken, after_dateline(words, end))
    for i in range(taken, end):
        if (
            (words[i].has("open") and not any(words[k].has("close") for k in range(i, end)))
            or words[i].has("semicolon")
            or (words[i].has("colon") and unit.headline and i < 7 and not has_finite(words, 0, i, finite))
            or (words[i].has("colon") and not unit.headline and any(start < v < i for v in finite))
        ):
            start = i + 1
        elif words[i].has("comma") and _tells_anew(words, i + 1, start, end, finite):
            start = i + 2
    while start < end and words[start].tags & {"pause"}:
        start += 1
    return start


def _tells_anew(words: Sequence[Word], i: int, start: int, end: int, finite: frozenset[int]) -> bool:
    """Tells whether "and" at `i` leaves what another cue before it reports for a clause of its own."""
    reported = next((v for v in sorted(finite) if start < v < i), None)
    if reported is None or not words[i].has("joining") or any(i < v < end for v in finite):
        return False
    return has_finite(words, i + 1, end, finite)


def _opens_main(words: Sequence[Word], start: int, end: int, finite: frozenset[int]) -> bool:
    """Tells whether a main clause begins at `start`."""
    if start >= len(words) or (
        words[start].tags & {"relative", "coordinator", "participle", "preposition", "subordinator"} and not words[start].has("determiner")
    ):
        return False
    return has_finite(words, start, end, finite) or any(w.has("past") for w in words[start:end])


def after_dateline(words: Sequence[Word], end: int) -> int:
    """Returns where the words after a dateline begin ("KYIV, March 3 (agency) — ..."), 0 without one."""
    for i in range(1, min(end, _DATELINE)):
        if words[i].tags & {"dash", "colon"}:
            return i + 1 if words[0].text.isupper() and len(words[0].text) > 2 else 0
    return 0
