"""The shapes that `counterclaim` prints (DESIGN.md, "What `read` prints"); other programs rely on them."""

from typing import Any

from counterclaim.model.annotations import Party, Place, Quantity
from counterclaim.model.claims import Annotations, Claim, ClaimTime, Participant, Reading, Source
from counterclaim.model.document import Document, Problem
from counterclaim.model.relations import Event, Question, Relation
from counterclaim.model.spans import Role, Span

Json = dict[str, Any]


def document_json(document: Document) -> Json:
    """Returns the contract's `document` object."""
    names = ("id", "sha256", "title", "publisher", "url", "published", "language", "translated_from", "characters")
    shown = {name: getattr(document, name) for name in names}
    return shown | {"synthetic": True} if document.synthetic else shown


def reading_json(reading: Reading, relations: tuple[Relation, ...] = ()) -> Json:
    """Returns the contract's line for one document; `relations` are those within it."""
    return {
        "document": document_json(reading.document),
        "annotations": annotations_json(reading.annotations),
        "claims": [claim_json(c) for c in reading.claims],
        "relations": [relation_json(r) for r in relations],
        "problems": [problem_json(p) for p in (*reading.document.problems, *reading.problems)],
    }


def annotations_json(marks: Annotations) -> Json:
    """Returns the contract's `annotations` object."""
    return {
        "sentences": [list(s) for s in marks.sentences],
        "attributions": [
            {
                "id": a.id,
                "source": _role(a.source),
                "cue": _role(a.cue),
                "content": _role(a.content),
                "form": a.form,
                "stance": a.stance,
                "parent": a.parent,
            }
            for a in marks.attributions
        ],
        "mentions": [{"span": list(m.span), "kind": m.kind, "party": _party(m.party)} for m in marks.mentions],
        "toponyms": [{"span": list(t.span), "place": _gazetteer_entry(t.place)} for t in marks.toponyms],
        "times": [
            {"span": list(t.span), "type": t.type, "value": t.value, "mod": t.mod, "begin": t.begin, "end": t.end} for t in marks.times
        ],
        "quantities": [_quantity(q) for q in marks.quantities],
        "events": [{"span": list(e.span), "code": e.code, "polarity": e.polarity, "certainty": e.certainty} for e in marks.events],
    }


def claim_json(claim: Claim) -> Json:
    """Returns the contract's `claims` entry."""
    event, place, interest = claim.event, claim.place, claim.against_interest
    return {
        "id": claim.id,
        "document": claim.document,
        "sentence": list(claim.sentence),
        "attribution": claim.attribution,
        "form": claim.form,
        "stance": claim.stance,
        "basis": claim.basis,
        "confidence": claim.confidence,
        "source": None if claim.source is None else _source(claim.source),
        "cue": _role(claim.cue),
        "content": _role(claim.content),
        "text": claim.text,
        "event": None
        if event is None
        else {
            "code": event.code,
            "span": _span(event.span),
            "agent": _participant(event.agent),
            "recipient": _participant(event.recipient),
            "polarity": event.polarity,
            "certainty": event.certainty,
        },
        "place": None
        if place is None
        else {
            "name": place.place.name,
            "id": place.place.id,
            "latitude": place.place.latitude,
            "longitude": place.place.longitude,
            "country": place.place.country,
            "precision_km": place.place.precision_km,
            "span": _span(place.span),
        },
        "time": _time(claim.time),
        "said": _time(claim.said),
        "quantities": [_quantity(q) for q in claim.quantities],
        "against_interest": None if interest is None else {"kind": interest.kind, "side": interest.side, "why": interest.why},
    }


def relation_json(relation: Relation) -> Json:
    """Returns the contract's `relations` entry."""
    return {
        "kind": relation.kind,
        "left": relation.left,
        "right": relation.right,
        "tier": relation.tier,
        "confidence": relation.confidence,
        "because": [{"field": r.field, "agreement": r.agreement, "why": r.why} for r in relation.because],
    }


def question_json(question: Question) -> Json:
    """Returns the contract's `questions` line."""
    return {
        "id": question.id,
        "text": question.text,
        "kind": question.kind,
        "place": question.place,
        "time": question.time,
        "answers": [{"claim": a.claim, "answer": a.answer} for a in question.answers],
    }


def event_json(event: Event) -> Json:
    """Returns an `events` line: the happening and each version of it with its assessment."""
    return {
        "id": event.id,
        "code": event.code,
        "place": event.place,
        "begin": event.begin,
        "end": event.end,
        "claims": list(event.claims),
        "versions": [
            {
                "claims": list(v.claims),
                "summary": v.summary,
                "credibility": v.assessment.credibility,
                "voices": v.assessment.voices,
                "sides": v.assessment.sides,
                "because": list(v.assessment.because),
            }
            for v in event.versions
        ],
    }


def problem_json(problem: Problem) -> Json:
    """Returns the contract's `problems` entry."""
    return {"step": problem.step, "message": problem.message, "span": _span(problem.span)}


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)


def _role(role: Role) -> list[list[int]]:
    return [list(s) for s in role]


def _party(party: Party | None) -> Json | None:
    return None if party is None else {"id": party.id, "name": party.name, "side": party.side}


def _gazetteer_entry(place: Place | None) -> Json | None:
    names = ("id", "name", "latitude", "longitude", "country", "feature", "precision_km")
    return None if place is None else {name: getattr(place, name) for name in names}


def _participant(participant: Participant | None) -> Json | None:
    return None if participant is None else {"party": participant.party, "side": participant.side, "span": _span(participant.span)}


def _source(source: Source) -> Json:
    return {
        "spans": _role(source.spans),
        "text": source.text,
        "party": source.party,
        "party_id": source.party_id,
        "side": source.side,
        "anonymous": source.anonymous,
        "relayed_by": list(source.relayed_by),
    }


def _time(time: ClaimTime | None) -> Json | None:
    return None if time is None else {"value": time.value, "begin": time.begin, "end": time.end, "span": _span(time.span)}


def _quantity(quantity: Quantity) -> Json:
    return {"span": list(quantity.span), "low": quantity.low, "high": quantity.high, "unit": quantity.unit, "of": quantity.of}
