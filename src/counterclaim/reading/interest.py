"""Against whose interest a claim is: an admission costs the speaker's own body, rival blame costs a rival inside the same side."""

import re

from counterclaim.knowledge.codes import load_codes
from counterclaim.model import AgainstInterest, ClaimEvent, Party, Source, Span
from counterclaim.reading.claims_agent import opponent
from counterclaim.reading.claims_material import Material, Statement
from counterclaim.reading.events_lexicon import event_lexicon

CHAIN = 6
OPENING = 2
TOLL = "casualties"
WORD = re.compile(r"[^\W\d_]+")


def against_interest(material: Material, statement: Statement, event: ClaimEvent | None) -> AgainstInterest | None:
    """Returns against whose interest a claim is, with why; None when it serves the speaker or nobody can say.

    Args:
        material: what was read in the document.
        statement: the attribution and its resolved source.
        event: the claim's event, with the speaker's polarity.
    """
    source = statement.source
    if source is None or source.side is None:
        return None
    if event is None:
        return _blame_in_words(material, statement, source)
    if cost_to(event) != source.side:
        return _yielded(material, statement, source, event)
    harmed = event.agent.span if event.agent is not None else None
    party = material.cast.resolve((harmed,)).party if harmed is not None else None
    own = event.agent is not None and event.agent.party is not None and event.agent.party == source.party
    if not own and _rival(material, source, party):
        return AgainstInterest("rival-blame", source.side, f"{source.party or source.text} speaks of a setback of others on its own side")
    if statement.attribution.stance == "accuses" or (event.code == TOLL and not _fighters(material, harmed)):
        return None
    return AgainstInterest("admission", source.side, f"{source.party or source.text} tells of a setback of its own side")


def _fighters(material: Material, span: Span | None) -> bool:
    """Tells whether the words name fighters: a side's civilians who were hurt are no admission."""
    lists = event_lexicon(material.language).lists
    words = {word.lower() for word in WORD.findall(span.of(material.text))} if span is not None else set()
    return bool(words & (lists["force"] | lists["soldiers"]))


def _yielded(material: Material, statement: Statement, source: Source, event: ClaimEvent) -> AgainstInterest | None:
    """Returns the admission of an opponent's gain on the ground ("acknowledged advances by the rebels")."""
    code, gains = load_codes().get(event.code), event_lexicon(material.language).lists["gains"]
    gained = code is not None and code.favours == "agent" and event.code in gains and event.polarity == "positive"
    if not gained or event.agent is None or event.agent.side is None or statement.attribution.stance in ("accuses", "doubts", "denies"):
        return None
    if opponent(material, event.agent.side) != source.side or (source.faction is not None and not _of_state(material, source)):
        return None
    return AgainstInterest("admission", source.side or "", f"{source.party or source.text} tells of ground that the other side has gained")


def cost_to(event: ClaimEvent) -> str | None:
    """Returns the side that an event costs by its code: its agent's, where the code favours the opponent; None otherwise."""
    code = load_codes().get(event.code)
    if code is None or event.agent is None or event.polarity == "negative":
        return None
    return event.agent.side if code.favours == "opponent" else None


def _rival(material: Material, source: Source, party: Party | None) -> bool:
    """Tells whether the harmed are of another faction than the speaker's, on its side.

    Forces of the side at large are a rival's for a faction apart from the state, and the state's own for its organs.
    """
    if source.faction is None:
        return False
    if party is None or party.faction is None:
        return not _of_state(material, source)
    return party.faction != source.faction and party.side == source.side


def _of_state(material: Material, source: Source) -> bool:
    """Tells whether the speaker belongs to the state that its side is, by the chain of the bodies it is a member of."""
    known = {p.id: p for p in material.conflict.parties} if material.conflict is not None else {}
    above = source.member_of
    for _ in range(CHAIN):
        if above is None:
            return False
        if above == source.side:
            return True
        above = known[above].member_of if above in known else None
    return False


def _blame_in_words(material: Material, statement: Statement, source: Source) -> AgainstInterest | None:
    """Returns rival blame where words without a coded event speak of a body of the speaker's side but another faction.

    An accusation may name it anywhere; another statement must begin with it ("said the general staff was downplaying it").
    """
    if source.faction is None or statement.attribution.stance not in ("accuses", "asserts", "doubts"):
        return None
    first = statement.attribution.content[0]
    for span in _bodies(material, statement):
        party = material.cast.resolve((span,)).party
        if party is None or party.side != source.side or party.id == source.party_id or party.faction in (None, source.faction):
            continue
        opening = len(WORD.findall(material.text[first.start : span.start])) <= OPENING
        if statement.attribution.stance == "accuses" or opening:
            return AgainstInterest("rival-blame", source.side or "", f"{source.party} blames {party.name}, of its own side")
    return None


def _bodies(material: Material, statement: Statement) -> list[Span]:
    """Returns the phrases of a content that may name a body: its named mentions, and "the ministry", "the general staff"."""
    content = statement.attribution.content
    found = [
        m.span for m in material.cast.mentions if m.kind in ("organisation", "unit", "person") and any(p.covers(m.span) for p in content)
    ]
    kinds = event_lexicon(material.language).lists["bodies"]
    for piece in content:
        words = list(WORD.finditer(material.text, piece.start, piece.end))
        for index, word in enumerate(words):
            if word.group().lower() in kinds:
                found.append(Span(words[max(0, index - 1)].start(), word.end()))
    return sorted(found)
