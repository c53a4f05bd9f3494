"""A claim reduced to what it affirms and what it rules out, when, where and in whose voice: what comparisons need, worked out once."""

import functools
from dataclasses import dataclass
from datetime import UTC, datetime

from counterclaim.knowledge.codes import Codes, Link
from counterclaim.model import Claim, ClaimTime, Place

Literal = tuple[str, str | None]
"""A code and whose: a side, "!side" for an opponent of it, "=NAME" for a party of no known side, None for anybody's."""

HOUR = 3600.0
DAY = 24.0
VOWELS = frozenset("aeiouy")
JOINING = frozenset({"of", "the", "and"})
SILENT = frozenset({"background", "released", "attempted", "intended"})
"""Degrees of what is taken for granted (the war itself), is over, or is not done yet: it affirms nothing and rules nothing out."""
POSSESSION = frozenset({"capture", "control", "hold"})


@dataclass(frozen=True, slots=True, eq=False)
class Stand:
    """One claim, ready to be compared. Times are hours since 1970; `begin` and `end` bound what it speaks of, when the text says so."""

    claim: Claim
    code: str
    family: str
    positive: bool
    agent: str | None
    yes: tuple[Literal, ...]
    no: tuple[Literal, ...]
    degree: str
    party: str | None
    side: str | None
    said: float | None
    begin: float | None
    end: float | None
    things: frozenset[str]
    unlisted: tuple[str, ...]
    kinds: frozenset[tuple[str, str]] = frozenset()

    @property
    def place(self) -> Place | None:
        """Where it is said to have happened."""
        return self.claim.place.place if self.claim.place else None

    @property
    def known(self) -> bool:
        """Tells whether anything is known of whose voice it is."""
        return self.party is not None or self.side is not None


def stand(claim: Claim, codes: Codes) -> Stand:
    """Returns what a claim stands for; one that tells of nothing coded affirms nothing, but its own words may still be answered."""
    event, source = claim.event, claim.source
    code = event.code if event else ""
    agent, degree = _doer(claim, codes), _degree(claim, code, codes)
    yes, no = _affirmed(claim, agent, degree, codes)
    begin, end = _interval(claim.time)
    return Stand(
        claim=claim,
        code=code,
        family=codes.family(code),
        positive=event is None or event.polarity == "positive",
        agent=agent,
        yes=yes,
        no=no,
        degree="all" if degree == "whole" else degree,
        party=(source.party_id or source.party) if source else None,
        side=source.side if source else None,
        said=said_at(claim),
        begin=begin,
        end=end,
        things=things_of(claim, codes),
        unlisted=unlisted_places(claim, codes),
        kinds=codes.kinds_named(claim.text) if event else frozenset(),
    )


def _degree(claim: Claim, code: str, codes: Codes) -> str:
    """Returns how much of the place the words speak of: a plant in the town is a part of it, and the whole where it is itself the place."""
    degree = codes.degree(code, claim.text)
    if degree != "facility":
        return degree
    feature = (claim.place.place.feature or "").casefold() if claim.place else ""
    return "all" if feature in codes.settings["places"]["facilities"] or not feature else "part"


def agent_of(claim: Claim, codes: Codes) -> str | None:
    """Returns the side that does it (or whose state it is), "=NAME" for a party of no known camp, or None."""
    agent = claim.event.agent if claim.event else None
    if agent is None:
        return None
    if agent.side and agent.side not in codes.settings["neutral_sides"]:
        return agent.side
    return f"={agent.party}" if agent.party else None


def _doer(claim: Claim, codes: Codes) -> str | None:
    """Returns whose deed it is; a speaker that seems to name its own side without clear words was misread, so that nobody is named.

    Nobody denies its own gains either: what a side denies so is another's.
    """
    event, source = claim.event, claim.source
    entry = codes.get(event.code) if event else None
    agent = event.agent if event else None
    if event is None or agent is None or entry is None or source is None or agent.side is None:
        return agent_of(claim, codes)
    if agent.side in codes.settings["observers"] and (entry.family == "ground" or entry.deed):
        return agent_of(claim, codes) if agent.side in codes.settings["neutral_sides"] and agent.span is not None else None
    if agent.side != source.side:
        supposed = agent.span is None and source.side is not None and event.polarity == "positive" and claim.stance == "asserts"
        return None if supposed and entry.family == "ground" and entry.favours == "agent" else agent_of(claim, codes)
    if event.polarity == "negative" and claim.stance == "denies" and entry.family == "ground" and entry.favours == "agent":
        return None
    if not entry.deed or event.polarity == "negative" or claim.stance == "confirms" or claim.against_interest is not None:
        return agent_of(claim, codes)
    itself = agent.party in (None, source.party)
    return None if agent.span is None or entry.blamed or (itself and claim.stance == "accuses") else agent_of(claim, codes)


def named(agent: str | None) -> str:
    """Returns a side or party as a name: "Ukraine", "RSF", "Republic of the Congo"; a party's own name as it is."""
    if agent is None:
        return "anybody"
    if agent[0] == "=":
        return agent[1:]
    words = agent.lstrip("!").split("-")
    if len(words) == 1 and (len(agent) <= 3 or not VOWELS & set(agent)):
        return agent.lstrip("!").upper()
    return " ".join(w if i and w in JOINING else w[:1].upper() + w[1:] for i, w in enumerate(words))


def things_of(claim: Claim, codes: Codes) -> frozenset[str]:
    """Returns the things that a claim of a deed names, by its own words or by its place, as far as they can be struck or destroyed."""
    entry = codes.get(claim.event.code) if claim.event else None
    if entry is None or not entry.deed:
        return frozenset()
    place = claim.place.place if claim.place else None
    return codes.things(claim.text if place is None else f"{claim.text} {place.name} {place.feature or ''}")


def unlisted_places(claim: Claim, codes: Codes) -> tuple[str, ...]:
    """Returns the name of a place that no list has, or names that the words give as the place where only a region, or none, is known."""
    event, place = claim.event, claim.place.place if claim.place else None
    if event is None:
        return ()
    if place is not None and place.point is None:
        return (place.name.replace("|", " "),)
    if place is not None and not codes.is_region(place.precision_km, place.feature):
        return ()
    source, agent = claim.source, event.agent
    words = (place and place.name, source and source.text, source and source.party, agent and agent.party)
    known = " ".join(w for w in words if w).casefold()
    return tuple(name for name in codes.places_named(claim.text) if name.casefold() not in known)[:2]


def denies_own_deed(claim: Claim, codes: Codes) -> bool:
    """Tells whether a claim denies, of no one place, what its own side is said to have done."""
    event, source = claim.event, claim.source
    entry = codes.get(event.code) if event else None
    if event is None or source is None or entry is None or not entry.deed or claim.place is not None or event.polarity == "positive":
        return False
    return event.agent is not None and event.agent.side is not None and event.agent.side == source.side


def accuses_outright(claim: Claim, codes: Codes) -> bool:
    """Tells whether a claim accuses another side of a deed in so many words."""
    event = claim.event
    entry = codes.get(event.code) if event else None
    positive = event is not None and event.polarity == "positive" and event.agent is not None and event.agent.side is not None
    return positive and entry is not None and entry.deed and claim.stance == "accuses"


def said_at(claim: Claim) -> float | None:
    """Returns the hour at which a claim became known: its report's, else the time at which it was said."""
    return hours(claim.published) if claim.published else hours(claim.said.begin if claim.said else None)


@functools.lru_cache(maxsize=65536)
def hours(moment: str | None) -> float | None:
    """Returns an ISO 8601 date or date-time as hours since 1970 (UTC; a bare date is its noon), or None."""
    if not moment:
        return None
    try:
        at = datetime.fromisoformat(moment)
    except ValueError:
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return at.timestamp() / HOUR + (12.0 if len(moment) <= 10 else 0.0)


def day_of(moment: float) -> str:
    """Returns the ISO date of an hour."""
    return _day(int(moment // DAY))


@functools.lru_cache(maxsize=4096)
def _day(number: int) -> str:
    return datetime.fromtimestamp(number * DAY * HOUR, UTC).date().isoformat()


def _interval(time: ClaimTime | None) -> tuple[float | None, float | None]:
    if time is None or not time.begin:
        return None, None
    begin, end = hours(time.begin), hours(time.end or time.begin)
    if begin is None or end is None:
        return None, None
    return (begin - 12.0 if len(time.begin) <= 10 else begin), (end + 11.99 if len(time.end or time.begin) <= 10 else end)


def _affirmed(claim: Claim, agent: str | None, degree: str, codes: Codes) -> tuple[tuple[Literal, ...], tuple[Literal, ...]]:
    """Returns what is affirmed and what is ruled out; "most" and "part" of a place is neither a yes nor a no about the whole."""
    event = claim.event
    if event is None:
        return (), ()
    entry = codes.get(event.code)
    if entry is not None and entry.agentless:
        agent = None
    if degree in SILENT:
        return (), ()
    positive = event.polarity == "positive"
    if positive and event.code not in POSSESSION and degree == "contested":
        side = claim.source.side if claim.source else None
        return ((event.code, None),), (("capture", None), *((("control", f"!{side}"),) if side else ()))
    said, excluded = codes.consequences(event.code, event.polarity)
    yes, no = _literals(said, agent), _literals(excluded, agent)
    if positive and event.code in POSSESSION and degree != "all":
        if degree != "whole":
            return (*(literal for literal in yes if literal[0] not in POSSESSION), ("partly", agent)), ()
        return yes, (*no, *((("partly", f"!{agent}"),) if agent and agent[0] not in "!=" else ()))
    return yes, no


def _literals(links: frozenset[Link], agent: str | None) -> tuple[Literal, ...]:
    """Returns links as literals of one agent; who opposes somebody of no known side cannot be said, so that link is left out."""
    sided = agent is not None and not agent.startswith("=")
    return tuple(sorted(((c, agent if whose == "same" else f"!{agent}") for c, whose in links if sided or whose == "same"), key=str))


def same_agent(one: str | None, other: str | None) -> bool:
    """Tells whether what is affirmed of `one` falls under what is ruled out for `other` (None: for anybody)."""
    if other is None or one == other:
        return True
    if one is None or "=" in (one[0], other[0]):
        return False
    return (one[0] == "!") != (other[0] == "!") and one.lstrip("!") != other.lstrip("!")


def clash(affirmed: tuple[Literal, ...], excluded: tuple[Literal, ...]) -> Literal | None:
    """Returns the first thing affirmed that the other rules out, or None."""
    for code, agent in affirmed:
        for other, whose in excluded:
            if code == other and same_agent(agent, whose):
                return code, agent
    return None


def clash_either_way(one: Stand, other: Stand) -> bool:
    """Tells whether one claim affirms what the other rules out."""
    return clash(one.yes, other.no) is not None or clash(other.yes, one.no) is not None


def shared(one: tuple[Literal, ...], other: tuple[Literal, ...]) -> Literal | None:
    """Returns the first thing that both rule out, or None."""
    for code, agent in one:
        for also, whose in other:
            if code == also and (same_agent(agent, whose) or same_agent(whose, agent)):
                return code, agent
    return None


def answer_to(proposition: Literal, stand: Stand) -> str | None:
    """Returns a claim's answer to a proposition (a code and its agent): "yes", "no", "partly" or None."""
    if proposition in stand.yes or (proposition[0] == "capture" and ("control", proposition[1]) in stand.yes):
        return "yes"
    if clash((proposition,), stand.no):
        return "no"
    if proposition[0] in ("capture", "control") and ("partly", proposition[1]) in stand.yes:
        return "partly"
    return None
