"""When a claim's event is said to have happened, and when it was said: each time expression goes to one of the two."""

from counterclaim.model import Attribution, ClaimTime, Role, Span, TimeExpression, hull
from counterclaim.reading.claims_material import Material, inside

DATED = ("DATE", "TIME", "DURATION")


def event_time(material: Material, content: Role, event: Span | None) -> ClaimTime | None:
    """Returns the time that a content gives its event: the expression nearest to the event's words."""
    found = [t for t in material.times if inside(content, t.span) and _dates(t)]
    if not found:
        return None
    anchor = event or content[0]
    return _timed(min(found, key=lambda t: (t.type == "DURATION", _gap(t.span, anchor), t.span.start)))


def said_time(material: Material, attribution: Attribution, sentence: Span) -> ClaimTime | None:
    """Returns the time that goes with the cue: of those in the sentence outside all contents, one whose nearest cue it is."""
    rivals = [a for a in material.attributions if a.cue and sentence.start <= a.cue[0].start < sentence.end]
    own = []
    for time in material.times:
        if not (sentence.start <= time.span.start < sentence.end) or time.type not in ("DATE", "TIME") or not _dates(time):
            continue
        if any(inside(a.content, time.span) for a in rivals):
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
