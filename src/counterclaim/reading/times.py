"""When: TIMEX3 expressions of a text, with the interval that each value means."""

from counterclaim.knowledge.tables import languages_with
from counterclaim.model import Span, TimeExpression
from counterclaim.reading.times_borrowing import borrowed_years, day_behind
from counterclaim.reading.times_calendar import NO_INTERVAL, interval
from counterclaim.reading.times_resolve import resolved
from counterclaim.reading.times_rules import Draft, drafts, grammar
from counterclaim.reading.times_scene import in_passing, scene
from counterclaim.reading.times_tokens import blocks
from counterclaim.reading.times_values import Value


def times(text: str, published: str | None, language: str = "en", since: str | None = None) -> tuple[TimeExpression, ...]:
    """Returns the time expressions of a text, sorted and without overlaps (TIMEX3; TimeML annotation guidelines 1.2.1).

    Args:
        text: the document.
        published: its ISO 8601 date or date-time, whose own zone is the text's; None where it is not known. Then relative times
            keep what they say themselves: "Friday" is XXXX-WXX-5 and has no interval.
        language: its code; a language without data yields nothing.
        since: the first day (ISO 8601) of the war whose days the text counts ("day 443").
    """
    if language not in languages_with("times"):
        return ()
    rules = grammar(language)
    candidates = [draft for block in blocks(text, rules.lexicon) for draft in drafts(block, rules)]
    candidates = borrowed_years(candidates)
    anchors = scene(candidates, published, since)
    found: list[TimeExpression] = []
    for at, draft in enumerate(candidates):
        anchors.coming = day_behind(candidates, at, anchors, rules)
        for value in resolved(draft, anchors, rules):
            found.append(_expression(draft, value))
            if value.told is not None and not in_passing(draft, anchors, rules):
                anchors.tell(value.told, draft.start)
    return tuple(found)


def _expression(draft: Draft, value: Value) -> TimeExpression:
    first, stop = value.tokens or (draft.first, draft.stop)
    span = Span(draft.block.starts[first], draft.block.ends[stop - 1])
    begin, end = value.interval or (interval(value.value, value.mod) if value.type in ("DATE", "TIME") else NO_INTERVAL)
    return TimeExpression(span, value.type, value.value, value.mod, begin, end)
