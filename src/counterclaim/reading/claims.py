"""Claims: one for each attribution, with its event, place, times and quantities, and the publisher's own statements."""

from dataclasses import replace

from counterclaim.model import Attribution, Claim, Party, Quantity, Source, Span, holder, short_id, words_of
from counterclaim.reading.claims_answers import with_answers
from counterclaim.reading.claims_days import with_days
from counterclaim.reading.claims_events import claim_event, main_event
from counterclaim.reading.claims_material import Material, Statement, inside, times_in
from counterclaim.reading.claims_place import place_of, usable_places, with_shared_fields
from counterclaim.reading.claims_times import event_time, said_time
from counterclaim.reading.interest import against_interest
from counterclaim.reading.narration import narration


def claims(material: Material) -> tuple[Claim, ...]:
    """Returns the claims of a document, in the order of the text; those of the publisher's own voice among them."""
    material = replace(material, usable=tuple(usable_places(material)))
    sources = {a.id: _source(material, a) for a in material.attributions}
    told = [_claim(material, _statement(material, a, sources)) for a in material.attributions if a.content]
    narrated = narration(material)
    spoken = with_answers(with_shared_fields(tuple(told)), narrated, material)
    dated = with_days((*spoken, *narrated), material)
    return tuple(sorted(dated, key=lambda c: (c.content[0].start, c.cue, c.id)))


def _statement(material: Material, attribution: Attribution, sources: dict[str, Source | None]) -> Statement:
    first = min((*attribution.source, *attribution.cue, *attribution.content))
    sentence = holder(material.sentences, attribution.content[0]) or holder(material.sentences, first) or Span(0, len(material.text))
    return Statement(attribution, sources[attribution.id], sentence)


def _source(material: Material, attribution: Attribution) -> Source | None:
    """Returns who says it; `relayed_by` names the source of the attribution around this one."""
    if not attribution.source:
        return None
    speaker = material.cast.resolve(attribution.source)
    party: Party | None = speaker.party
    return Source(
        spans=attribution.source,
        text=words_of(material.text, attribution.source),
        party=party.name if party is not None else None,
        party_id=party.id if party is not None else None,
        side=speaker.side,
        faction=party.faction if party is not None else None,
        member_of=party.member_of if party is not None else None,
        anonymous=speaker.anonymous,
        relayed_by=tuple(dict.fromkeys((*_relays(material, attribution), *speaker.relayed_by))),
    )


def _relays(material: Material, attribution: Attribution) -> tuple[str, ...]:
    by_id = {a.id: a for a in material.attributions}
    names: list[str] = []
    parent = by_id.get(attribution.parent or "")
    while parent is not None and len(names) < 5:
        if parent.source:
            found = material.cast.resolve(parent.source).party
            names.append(found.name if found is not None else words_of(material.text, parent.source))
        parent = by_id.get(parent.parent or "")
    return tuple(names)


def _claim(material: Material, statement: Statement) -> Claim:
    attribution, document = statement.attribution, material.document
    content, sentence = attribution.content, statement.sentence
    told = main_event(material, attribution)
    trigger = told.mention.span if told is not None else None
    place = place_of(material, content, sentence, told.mention if told is not None else None)
    event = claim_event(material, statement, told, place)
    cue_sentence = holder(material.sentences, (attribution.cue or content)[0]) or sentence
    return Claim(
        id=short_id("claim", document.id, attribution.source, attribution.cue, content),
        document=document.id,
        sentence=sentence,
        attribution=attribution.id,
        form=attribution.form,
        stance=attribution.stance,
        basis=attribution.basis,
        confidence=attribution.confidence,
        source=statement.source,
        cue=attribution.cue,
        content=content,
        text=words_of(material.text, content),
        event=event,
        place=place,
        time=event_time(material, content, trigger),
        said=said_time(material, attribution, cue_sentence),
        quantities=_quantities(material, attribution),
        against_interest=against_interest(material, statement, event),
        published=document.published,
        publisher=document.publisher,
    )


def _quantities(material: Material, attribution: Attribution) -> tuple[Quantity, ...]:
    """Returns the quantities of a content that are no part of a time."""
    times = [t.span for piece in attribution.content for t in times_in(material, piece)]
    return tuple(q for q in material.quantities if inside(attribution.content, q.span) and not any(t.covers(q.span) for t in times))
