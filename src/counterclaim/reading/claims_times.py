"""When a claim's event is said to have happened, and when it was said: each time expression goes to one of the two."""

from counterclaim.knowledge.tables import language_table
from counterclaim.model import Attribution, ClaimTime, Role, Span, TimeExpression, hull
from counterclaim.reading.claims_material import Material, inside, times_in, told_in
from counterclaim.reading.events_roles import Told

NEAR = 20
"""Characters before a time in which its preposition stands."""
DATED = ("DATE", "TIME", "DURATION")


def event_time(material: Material, content: Role, event: Span | None) -> ClaimTime | None:
    """Returns the time that a content gives its event: the expression nearest to the event's words."""
    found = [t for piece in content for t in times_in(material, piece) if _dates(t)]
    if not found:
        return _in_hours(material, content)
    anchor = event or content[0]
    return _timed(min(found, key=lambda t: (t.type == "DURATION", _gap(t.span, anchor), t.span.start)))


def narrated_time(material: Material, told: Told, sentence: Span) -> ClaimTime | None:
    """Returns the time that a sentence of the publisher's own voice gives an event: one outside all contents that goes with it."""
    own = [t for t in _frame_times(material, sentence) if _owner(material, t, sentence) is not None]
    if len(own) > 1:
        own = [t for t in own if _owner(material, t, sentence) == told.mention.span]
    return _timed(min(own, key=lambda t: (t.type == "DURATION", _gap(t.span, told.mention.span), t.span.start))) if own else None


def _in_hours(material: Material, content: Role) -> ClaimTime | None:
    """Returns the day of writing for hours that are counted from it: "in the coming hours", "within hours"."""
    day = (material.document.published or "")[:10]
    for time in (t for piece in content for t in times_in(material, piece)):
        if day and time.type == "DURATION" and time.value.endswith("XH"):
            words = language_table(material.language, "claim_times")["hours"]
            before = material.text[max(0, time.span.start - NEAR) : time.span.start].lower().split()
            if (before[-1:] and before[-1] in words["before"]) or not set(time.span.of(material.text).lower().split()).isdisjoint(
                words["inside"]
            ):
                return ClaimTime(day, day, day, time.span)
    return None


def _frame_times(material: Material, sentence: Span) -> list[TimeExpression]:
    """Returns the times of a sentence that stand in no content."""
    found = [t for t in times_in(material, sentence) if _dates(t)]
    return [t for t in found if not any(inside(a.content, t.span) for a in material.attributions)]


def _owner(material: Material, time: TimeExpression, sentence: Span) -> Span | None:
    """Returns the trigger of the narrated event that a time outside all contents goes with; None where it goes with a cue."""
    told = [t.mention.span for t in told_in(material, (sentence,)) if t.mood == "told"]
    told = [s for s in told if not any(inside((*a.content, *a.cue), s) for a in material.attributions)]
    nearest = min(told, key=lambda s: (_gap(s, time.span), s.start), default=None)
    cues = [piece for a in material.attributions for piece in a.cue if sentence.covers(piece)]
    cue = min((_gap(piece, time.span) for piece in cues), default=None)
    return nearest if nearest is not None and (cue is None or _gap(nearest, time.span) < cue) else None


def said_time(material: Material, attribution: Attribution, sentence: Span) -> ClaimTime | None:
    """Returns the time that goes with the cue: of those in the sentence outside all contents, one whose nearest cue it is."""
    times = [t for t in times_in(material, sentence) if t.type in ("DATE", "TIME") and _dates(t)]
    rivals = [a for a in material.attributions if times and a.cue and sentence.start <= a.cue[0].start < sentence.end]
    own = []
    for time in times:
        if any(inside(a.content, time.span) for a in rivals) or _owner(material, time, sentence) is not None:
            continue
        nearest = min((_distance(a, time.span) for a in rivals), default=None)
        if nearest is not None and _distance(attribution, time.span) <= nearest:
            own.append(time)
    return _timed(min(own, key=lambda t: (_distance(attribution, t.span), t.span.start))) if own else None


def _dates(time: TimeExpression) -> bool:
    return time.begin is not None or (time.type in ("DATE", "TIME") and not time.value.endswith("_REF"))


def _timed(time: TimeExpression) -> ClaimTime | None:
    return None if time.type not in DATED else ClaimTime(time.value, time.begin, time.end, time.span)


def _gap(left: Span, right: Span) -> int:
    return max(left.start - right.end, right.start - left.end, 0)


def _distance(attribution: Attribution, span: Span) -> int:
    """Returns how many characters lie between a span and the words of source and cue, or the end of the content."""
    frame = [*attribution.source, *attribution.cue]
    ends = hull(attribution.content)
    gaps = [_gap(piece, span) for piece in frame]
    if ends is not None and span.start >= ends.end:
        gaps.append(span.start - ends.end)
    return min(gaps, default=10_000)
