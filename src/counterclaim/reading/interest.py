"""Against whose interest a claim is: an admission costs the speaker's own body, rival blame costs a rival inside the same side."""

from counterclaim.knowledge.codes import load_codes
from counterclaim.model import AgainstInterest, ClaimEvent, Mention, Party, Role, Source, Stance
from counterclaim.reading.claims_material import inside

BLAMING = frozenset({"accuses", "doubts"})


def against_interest(
    source: Source | None, stance: Stance, event: ClaimEvent | None, content: Role, mentions: tuple[Mention, ...]
) -> AgainstInterest | None:
    """Returns against whose interest a claim is, with why; None when it serves the speaker or nobody can say.

    Args:
        source: the speaker.
        stance: what the cue does.
        event: the claim's event, with the speaker's polarity.
        content: the content's spans.
        mentions: who is named in the document.
    """
    if source is None or source.side is None:
        return None
    if event is None:
        return _blame_in_words(source, stance, content, mentions)
    cost = cost_to(event)
    if cost is None or cost != source.side:
        return None
    harmed = event.agent if event.agent is not None and event.agent.side == source.side else event.recipient
    if _rival(source, harmed.party if harmed is not None else None, mentions):
        return AgainstInterest("rival-blame", source.side, f"{source.party} speaks of a setback of others on its own side")
    if stance == "accuses" or source.faction is not None:
        return None
    return AgainstInterest("admission", source.side, f"{source.party or source.text} tells of a setback of its own side")


def cost_to(event: ClaimEvent) -> str | None:
    """Returns the side that an event costs, by whom its code favours; None when nobody can say."""
    code = load_codes().get(event.code)
    if code is None or event.agent is None or event.polarity == "negative":
        return None
    return event.agent.side if code.favours == "opponent" else None


def _rival(source: Source, party: str | None, mentions: tuple[Mention, ...]) -> bool:
    """Tells whether the harmed are others than the speaker's own faction, on its side."""
    if source.faction is None:
        return False
    known = _party(party, mentions)
    return known is None or (known.faction != source.faction and known.id not in (source.party_id, source.member_of))


def _blame_in_words(source: Source, stance: Stance, content: Role, mentions: tuple[Mention, ...]) -> AgainstInterest | None:
    """Returns rival blame where an accusation without a coded event names a body of the speaker's side but another faction."""
    if stance not in BLAMING or source.faction is None:
        return None
    for mention in mentions:
        party = mention.party
        if party is None or party.side != source.side or not inside(content, mention.span):
            continue
        if party.id != source.party_id and party.faction != source.faction and mention.kind != "place":
            return AgainstInterest("rival-blame", source.side or "", f"{source.party} blames {party.name}, of its own side")
    return None


def _party(name: str | None, mentions: tuple[Mention, ...]) -> Party | None:
    return next((m.party for m in mentions if m.party is not None and m.party.name == name), None)
