"""Where a claim's event is said to have happened: in the content, else as the document's story has it."""

import bisect
import functools
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from counterclaim.knowledge.gazetteer import open_gazetteer
from counterclaim.knowledge.tables import language_table, languages_with
from counterclaim.model import Claim, ClaimPlace, EventMention, Place, Role, Span, Toponym
from counterclaim.reading.claims_material import Material, inside
from counterclaim.reading.events_lexicon import event_lexicon
from counterclaim.reading.localities import located
from counterclaim.reading.polarity import function_words
from counterclaim.reading.toponyms_unlisted import unlisted_place
from counterclaim.reading.toponyms_words import vocabulary

UNPLACED = frozenset({"nationality", "continent"})
COUNTRIES = frozenset({"country", "state"})
BROAD = frozenset(
    {"region", "area", "county", "district", "province", "river", "lake", "sea", "reservoir", "mountain", "mountains", "peninsula"}
)
TOWN, REGION, COUNTRY = 0, 1, 2
TOWNS = frozenset({"town", "capital", "village"})
LIVED = frozenset({"town", "village", None})
SOUGHT = 5
BESIDE = 20
"""Claims of one kind on each side of a claim among which one of the same event is sought."""
WORD = re.compile(r"[^\W\d_]+")
LAST_WORD = re.compile(r"([^\W\d_]+)[\s\"'“‘(]*$")
LAST_TWO = re.compile(r"([^\W\d_]+\s+[^\W\d_]+)[\s\"'“‘(]*$")
HEAD = re.compile(r"[\n.!?:;,–—“”\"'‘]\s*$")
NEXT = re.compile(r"(?:['’]s?)?\s+(?P<word>[^\W\d_]+)")
POSSESSIVE = re.compile(r"['’]s?\b")


def place_of(material: Material, content: Role, sentence: Span, event: EventMention | None) -> ClaimPlace | None:
    """Returns the place of a content's event and the words that name it.

    A place that the event's own roles name goes first, then a site of the kind that the content speaks of ("the dam"), then any
    place of the content, the most specific; a content without one takes that of the words before it, or else the document's first.

    Args:
        material: what was read in the document.
        content: the content's spans.
        sentence: the sentence that the claim stands in.
        event: the main event, None when the content has none.
    """
    usable = material.usable
    own = [t for piece in content for t in usable[_first(usable, piece.start) : _first(usable, piece.end)]]
    site = _site(material, content, usable, own, event)
    best = site or _best(material, own, event)
    if best is None or grain(best) > TOWN:
        best = _meant(material, content, event) or best
    best = best or _inherited(usable, content, sentence)
    if best is None or grain(best) == COUNTRY:
        best = _of_voice(material, content) or best or _country(material)
    return None if best is None or best.place is None else ClaimPlace(best.place, best.span)


def _first(usable: Sequence[Toponym], start: int) -> int:
    """Returns the index of the first toponym that begins at `start` or after it."""
    return bisect.bisect_left(usable, start, key=lambda t: t.span.start)


def with_shared_fields(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Returns the claims, those without a place or time of their own with that of another claim of the document on the same event."""
    alike: dict[str | None, list[Claim]] = {}
    for claim in claims:
        alike.setdefault(claim.event.code if claim.event is not None else None, []).append(claim)
    order = {claim.id: n for same in alike.values() for n, claim in enumerate(same)}
    found = []
    for claim in claims:
        same, here = alike[claim.event.code if claim.event is not None else None], order[claim.id]
        found.append(_shared(claim, same[max(0, here - BESIDE) : here + BESIDE + 1]))
    return tuple(found)


def _shared(claim: Claim, claims: Sequence[Claim]) -> Claim:
    if claim.event is None or (_own(claim) and claim.time is not None):
        return claim
    twins = sorted(
        (c for c in claims if c.id != claim.id and _twins(claim, c)), key=lambda c: abs(c.content[0].start - claim.content[0].start)
    )
    place = claim.place if _own(claim) else next((c.place for c in twins if _own(c)), claim.place)
    alike = (
        c.time
        for c in twins
        if c.time is not None and c.event is not None and c.event.polarity == claim.event.polarity and _one_voice(c, claim)
    )
    return replace(claim, place=place, time=claim.time or next(alike, None))


def _own(claim: Claim) -> bool:
    return claim.place is not None and claim.place.span is not None and inside(claim.content, claim.place.span)


def _one_voice(left: Claim, right: Claim) -> bool:
    """Tells whether one party makes both claims: the day that one speaker gives is no other's word."""
    return (
        left.source is not None and right.source is not None and left.source.party is not None and left.source.party == right.source.party
    )


def _twins(left: Claim, right: Claim) -> bool:
    """Tells whether two claims of a document are about one event: same code, agent and, where both count, numbers that touch."""
    if left.event is None or right.event is None or left.event.code != right.event.code:
        return False
    agents = {p.side for p in (left.event.agent, right.event.agent) if p is not None and p.side is not None}
    lows = [{q.low for q in c.quantities if q.low is not None} for c in (left, right)]
    return len(agents) <= 1 and (not lows[0] or not lows[1] or bool(lows[0] & lows[1]))


def usable_places(material: Material) -> list[Toponym]:
    """Returns the toponyms that may be locations: in the gazetteer, no nationality, and no name of a speaker or a doer."""
    voices = [span for a in material.attributions for span in a.source]
    named = [m.span for m in material.cast.mentions if m.kind in ("person", "organisation", "unit")]
    doers = [s for told in material.told for s in (told.mention.agent,) if s is not None]
    done_to = [s for told in material.told for s in (told.mention.recipient,) if s is not None]
    found = []
    for toponym in map(partial(_placed, material), located(material.text, material.toponyms, material.language)):
        place = toponym.place
        if place is None or place.feature in UNPLACED or any(s.covers(toponym.span) for s in voices):
            continue
        if any(s.covers(toponym.span) and (s != toponym.span or place.point is None) for s in named):
            continue
        if (
            _is_actor(material, toponym, doers)
            or _is_seat(material, toponym, done_to)
            or (place.feature in COUNTRIES and not _located(material, toponym))
        ):
            continue
        found.append(toponym)
    return found


def _placed(material: Material, toponym: Toponym) -> Toponym:
    """Returns the toponym; one that is not in the gazetteer with a place of its name alone."""
    return toponym if toponym.place is not None else replace(toponym, place=unlisted_place(toponym.span.of(material.text)))


def _is_actor(material: Material, toponym: Toponym, doers: list[Span]) -> bool:
    """Tells whether the name stands for a state: it is the doer of something, or has one ("in Kyiv's hands")."""
    if not any(span.covers(toponym.span) for span in doers):
        return False
    owner = POSSESSIVE.match(material.text, toponym.span.end) is not None
    located = not owner and _word_before(material, toponym) in event_lexicon(material.language).lists["locatives"]
    return not located and material.cast.side_of(toponym.span) is not None


def _is_seat(material: Material, toponym: Toponym, done_to: list[Span]) -> bool:
    """Tells whether a capital's name stands for its government: at the head of a clause, doing what only governments do.

    A capital that something is done to, that a preposition of place announces or that owns a happening ("Khartoum clashes") is a town.
    """
    if toponym.place is None or toponym.place.feature != "capital" or any(s.covers(toponym.span) for s in done_to):
        return False
    text, lists, seats = material.text, event_lexicon(material.language).lists, _seat_words(material.language)
    before = _word_before(material, toponym)
    heads = HEAD.search(text, max(0, toponym.span.start - 4), toponym.span.start) is not None or toponym.span.start == 0
    after = NEXT.match(text, toponym.span.end)
    if before in lists["locatives"] or after is None or not (heads or before in seats["clause_heads"]):
        return False
    word = after["word"].lower()
    return word not in lists["happenings"] and word not in seats["of_towns"] and word not in vocabulary(material.language).after_place


@functools.cache
def _seat_words(language: str) -> dict[str, frozenset[str]]:
    table = language_table(language, "toponyms").get("seats", {}) if language in languages_with("toponyms") else {}
    return {name: frozenset(table.get(name, "").split()) for name in ("clause_heads", "of_towns")}


def _located(material: Material, toponym: Toponym) -> bool:
    """Tells whether a country's name says where: behind a preposition, or as the first part of a noun ("Sudan clashes")."""
    text, lists = material.text, event_lexicon(material.language).lists
    if _word_before(material, toponym) in lists["locatives"]:
        return True
    following = text[toponym.span.end : toponym.span.end + 40]
    word = re.match(r"\s+([^\W\d_]+)", following)
    if POSSESSIVE.match(following) or word is None:
        return False
    return word.group(1).lower() in lists["happenings"]


def _word_before(material: Material, toponym: Toponym) -> str:
    found = LAST_WORD.search(material.text, max(0, toponym.span.start - 30), toponym.span.start)
    return found.group(1).lower() if found else ""


def _beside(material: Material, toponym: Toponym) -> bool:
    """Tells whether the event is only near the place: "near X", "north of X"."""
    lists = event_lexicon(material.language).lists
    if _word_before(material, toponym) in lists["beside"]:
        return True
    found = LAST_TWO.search(material.text, max(0, toponym.span.start - 40), toponym.span.start)
    first, _, second = found.group(1).lower().partition(" ") if found else ("", "", "")
    return second.strip() in function_words(material.language).of and first in lists["beside"]


def grain(toponym: Toponym) -> int:
    """Returns 0 for a town or site, 1 for a region or water, 2 for a country."""
    feature = toponym.place.feature if toponym.place is not None else None
    if toponym.place is not None and toponym.place.point is None and not BROAD.isdisjoint(toponym.place.name.lower().split()):
        return REGION
    return COUNTRY if feature in COUNTRIES else REGION if feature in BROAD else TOWN


def _meant(material: Material, content: Role, event: EventMention | None) -> Toponym | None:
    """Returns the town that an unnamed one in the content means ("the eastern town"): the last named before it, else the first after."""
    spans = (event.recipient,) if event is not None and event.recipient is not None else content
    words = {w for span in spans for w in WORD.findall(span.of(material.text).lower())}
    if words.isdisjoint(vocabulary(material.language).towns):
        return None
    towns = [t for t in material.usable if grain(t) == TOWN and t.place is not None and t.place.feature in (*TOWNS, None)]
    before = [t for t in towns if t.span.end <= content[0].start]
    return next(iter(before[-1:]), None) or next((t for t in towns if t.span.start >= content[0].start), None)


def _of_voice(material: Material, content: Role) -> Toponym | None:
    """Returns the town whose mayor or residents say it, where nothing nearer tells the place: people speak of where they live."""
    voice = next((a.source for a in material.attributions if a.content == content), ())
    spoken = (t for t in material.toponyms if inside(voice, t.span))
    lived = [t for t in map(partial(_placed, material), spoken) if grain(t) == TOWN]
    return next((t for t in lived if t.place is not None and t.place.feature in LIVED and not any(t.span == s for s in voice)), None)


def _country(material: Material) -> Toponym | None:
    """Returns the first mention of the country that the war is fought in, where it is one country's."""
    fought = material.conflict.countries if material.conflict is not None else ()
    named = (t for t in material.toponyms if t.place is not None and t.place.feature in COUNTRIES and t.place.country in fought)
    return next(named, None) if len(fought) == 1 else None


def _site(material: Material, content: Role, usable: Sequence[Toponym], own: list[Toponym], event: EventMention | None) -> Toponym | None:
    """Returns the document's site of the kind that the event is about: the dam, the palace, the airport."""
    role = (event.recipient or event.span) if event is not None else None
    spans = (role,) if role is not None else content
    words = {w for span in spans for w in WORD.findall(span.of(material.text).lower())}
    kinds = words & event_lexicon(material.language).lists["sites"]
    if not kinds:
        return None
    alike = [t for t in (*own, *usable) if t.place is not None and kinds & set(WORD.findall(t.place.name.lower()))]
    if alike or event is None or event.recipient is None:
        return next(iter(alike), None)
    return _site_of_town(usable, sorted(kinds))


def _site_of_town(usable: Sequence[Toponym], kinds: Sequence[str]) -> Toponym | None:
    """Returns the site that the gazetteer knows by the name of a town of the document ("a dam near X": the X dam)."""
    towns = {t.place.name: t for t in usable if t.place is not None and t.place.feature in TOWNS}
    for name, town in list(towns.items())[:SOUGHT]:
        for kind in kinds:
            for e in open_gazetteer().lookup(f"{name} {kind}"):
                if e.is_listed and town.place is not None and e.country == town.place.country:
                    return replace(town, place=Place(e.id, e.name, e.latitude, e.longitude, e.country, e.feature, e.precision_km))
    return None


def _best(material: Material, toponyms: list[Toponym], event: EventMention | None) -> Toponym | None:
    """Returns the place that the event's roles name, else the most specific; of equals, the first after the event's words."""
    roles = [span for span in (event.recipient, event.agent) if span is not None] if event is not None else []
    start = event.span.start if event is not None else 0

    def order(toponym: Toponym) -> tuple[bool, bool, int, bool, int]:
        named = any(span.covers(toponym.span) for span in roles) and grain(toponym) < COUNTRY
        before = event is not None and toponym.span.start < start
        return not named, grain(toponym) == COUNTRY, grain(toponym), before or _beside(material, toponym), toponym.span.start

    return min(toponyms, key=order, default=None)


def _inherited(usable: Sequence[Toponym], content: Role, sentence: Span) -> Toponym | None:
    """Returns the nearest place told before the content, of the narrowest grain there; else the first told after it, else a country."""
    start = content[0].start
    narrow = [t for t in usable if grain(t) < COUNTRY]
    before = [t for t in narrow if t.span.end <= start]
    if before:
        finest = min(grain(t) for t in before)
        return [t for t in before if grain(t) == finest][-1]
    here = [t for t in usable if t.span.end <= start and sentence.covers(t.span)]
    after = [t for t in narrow if t.span.start >= start]
    return next(iter(here[-1:]), None) or min(after, key=lambda t: (grain(t), t.span.start), default=None) or next(iter(usable), None)
