"""The publisher's own voice: main-clause assertions with an event code that stand in no attribution."""

from counterclaim.model import Claim, ClaimEvent, Role, Span, holder, short_id
from counterclaim.reading.claims_events import narrated_event
from counterclaim.reading.claims_material import Material, inside
from counterclaim.reading.claims_place import place_of
from counterclaim.reading.claims_times import event_time, narrated_time
from counterclaim.reading.events_roles import Told


def narration(material: Material) -> tuple[Claim, ...]:
    """Returns the claims of the publisher's own voice, in the order of the text."""
    spoken: list[Span] = [span for a in material.attributions for span in (*a.source, *a.cue, *a.content)]
    taken = bytearray(len(material.text))
    for span in spoken:
        taken[span.start : span.end] = b"\1" * (span.end - span.start)
    claims = []
    for told in material.told:
        if told.mood != "told" or told.depth > 1 or not _says(told) or any(taken[told.mention.span.start : told.mention.span.end]):
            continue
        sentence = holder(material.sentences, told.mention.span)
        if sentence is not None:
            claims.append(_claim(material, told, sentence, spoken))
    return tuple(claims)


def _says(told: Told) -> bool:
    """Tells whether the words assert the event: a verb or participle does, a bare noun does not."""
    return told.asserted or (told.rank == 1 and told.mention.recipient is not None and told.subject is not None)


def _claim(material: Material, told: Told, sentence: Span, spoken: list[Span]) -> Claim:
    document = material.document
    content: Role = (_extent(told, sentence, spoken),)
    place = place_of(material, content, sentence, told.mention)
    event: ClaimEvent = narrated_event(material, told, None if place is None else place.place)
    return Claim(
        id=short_id("narration", document.id, told.mention.span, event.code),
        document=document.id,
        sentence=sentence,
        attribution=None,
        form="narration",
        stance="asserts",
        basis="none",
        confidence=0.5,
        source=None,
        cue=(),
        content=content,
        text=content[0].of(document.text),
        event=event,
        place=place,
        time=event_time(material, content, told.mention.span) or narrated_time(material, told, sentence),
        quantities=tuple(q for q in material.quantities if inside(content, q.span)),
        published=document.published,
        publisher=document.publisher,
    )


def _extent(told: Told, sentence: Span, spoken: list[Span]) -> Span:
    """Returns the words of the statement: from its agent, recipient or trigger to the sentence's end or the next spoken words."""
    mention = told.mention
    parts = [s for s in (told.doer, mention.agent, mention.recipient, mention.span) if s is not None and sentence.covers(s)]
    start, end = min(span.start for span in parts), max(span.end for span in parts)
    return Span(start, end)
