"""A small invented matter to render: two parties about one town, in one report."""

import pytest

from counterclaim.crosscheck.dossier import Matter, laid_out
from counterclaim.model import (
    Answer,
    Assessment,
    Claim,
    ClaimEvent,
    ClaimPlace,
    ClaimTime,
    Document,
    Event,
    Participant,
    Place,
    Question,
    Reason,
    Relation,
    Source,
    Span,
    Version,
    sha256_of,
)

TEXT = "Varnia said its troops held Dunmar. Ostrel denied it on Friday."
DUNMAR = Place("varnia:dunmar", "Dunmar", -40.123, -20.456, None, "town", 2.0)


def claim(id_: str, side: str, content: Span, polarity: str, **more) -> Claim:
    at = TEXT.index(side.capitalize())
    return Claim(
        id=id_,
        document="d1",
        sentence=Span(0, 35) if side == "varnia" else Span(36, 63),
        attribution=f"a-{id_}",
        form="indirect",
        stance="asserts" if polarity == "positive" else "denies",
        basis="none",
        confidence=0.8,
        source=Source((Span(at, at + len(side)),), side.capitalize(), side.capitalize(), side, side),
        cue=(Span(7, 11),) if side == "varnia" else (Span(43, 49),),
        content=(content,),
        text=content.of(TEXT),
        event=ClaimEvent("hold", Span(23, 27), Participant("Varnia", "varnia", Span(12, 22)), None, polarity, "certain"),
        place=ClaimPlace(DUNMAR, Span(28, 34)),
        published="2031-05-17",
        publisher="The Example",
        **more,
    )


@pytest.fixture
def claims() -> list[Claim]:
    said = ClaimTime("2031-05-16", "2031-05-16", "2031-05-16", Span(56, 62))
    return [claim("c1", "varnia", Span(12, 34), "positive"), claim("c2", "ostrel", Span(50, 52), "negative", said=said, answers_to="c1")]


@pytest.fixture
def document() -> Document:
    return Document(
        "d1", TEXT, sha256_of(TEXT), "Dunmar | held?", "The Example", "https://example.org/1", "2031-05-17", "en", synthetic=True
    )


@pytest.fixture
def dossier(claims, document):
    question = Question("q1", "Did Varnia hold Dunmar?", "whether", "Dunmar", "2031-05-16", (Answer("c1", "yes"), Answer("c2", "no")))
    relation = Relation("contradicts", "c1", "c2", "explicit", 0.9, (Reason("polarity", -1.0, "one denies what the other asserts"),))
    weight = Assessment(6, 1, 1, ("one voice, contradicted",))
    event = Event(
        "e1", "hold", "Dunmar", DUNMAR.id, "2031-05-16", "2031-05-17", ("c1", "c2"), (Version(("c1",), "Varnia held Dunmar", weight),)
    )
    return laid_out("Dunmar", Matter(claims, {"d1": document}, (relation,), (question,), (event,)), count_voices=len)
