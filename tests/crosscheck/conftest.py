"""Claims for the tests of the cross-check, on an invented war between North and South around Varnia."""

import itertools

import pytest

from counterclaim.model import AgainstInterest, Claim, ClaimEvent, ClaimPlace, ClaimTime, Participant, Place, Quantity, Source, Span

VARNIA = Place("p:varnia", "Varnia", 50.0, 20.0, "XA", "town", 3.0)
TEREMIN = Place("p:teremin", "Teremin", 50.08, 20.05, "XA", "town", 3.0)
LOCK = Place("p:lock", "Varnia Lock", 50.03, 20.02, "XA", "dam", 1.0)
KESTEN = Place("text:kesten", "Kesten", None, None)
STRIP = Place("p:strip", "The Strip", 50.5, 20.5, "XA", "region", 20.0)
ISLANDS = Place("p:islands", "Islands", 51.0, 21.0, "XA", "region", 80.0)
PLACES = {"Kesten": KESTEN, "Islands": ISLANDS, "Strip": STRIP, "Varnia": VARNIA, "Teremin": TEREMIN, "Lock": LOCK, None: None}


@pytest.fixture
def claim():
    """Returns a maker of claims: `claim("South", "south", "capture", agent="north", positive=False, day="2031-06-02")`."""
    numbers = itertools.count(1)

    def made(party, side, code, agent=None, positive=True, day="2031-06-02", place="Varnia", **more):
        number = next(numbers)
        span = Span(0, 10)
        source = Source(
            (Span(number * 100, number * 100 + 5),),
            party or "a source",
            party,
            party,
            side,
            more.get("faction"),
            more.get("member_of"),
            party is None,
        )
        event = ClaimEvent(
            code,
            span,
            Participant(None, agent, more.get("agent_span", Span(number * 100, number * 100 + 10))) if agent else None,
            None,
            "positive" if positive else "negative",
            more.get("certainty", "certain"),
        )
        where = PLACES[place]
        time = more.get("time")
        low, high, of = more.get("count", (None, None, None))
        quantities = (Quantity(span, low, high, None, of),) if "count" in more else ()
        interest = AgainstInterest("admission", side, "it costs its own side") if more.get("admission") else None
        return Claim(
            id=more.get("id") or f"c{number:03}",
            document=more.get("document", f"d{number:03}"),
            sentence=Span(number * 100, number * 100 + 50),
            attribution=None if more.get("own_voice") else f"a{number}",
            form="narration" if more.get("own_voice") else "indirect",
            stance=more.get("stance", "asserts" if positive else "denies"),
            basis="none",
            confidence=0.9,
            source=None if more.get("own_voice") else source,
            cue=(Span(6, 9),),
            content=(more.get("content", Span(number * 100 + 10, number * 100 + 50)),),
            text=more.get("text", code),
            event=event,
            place=ClaimPlace(where, None) if where else None,
            time=ClaimTime(time, time, time, None) if time else None,
            quantities=quantities,
            against_interest=interest,
            published=day,
            publisher=more.get("publisher", "The Gazette"),
            answers_to=more.get("answers_to"),
        )

    return made
