"""The event that a claim tells of: the one its content is about, whose deed it is, and whether the speaker says it happened."""

import re

from counterclaim.model import Attribution, ClaimEvent, Participant, Polarity, Role, Span, words_of
from counterclaim.reading.claims_material import Material, Statement, clipped, inside, opponent
from counterclaim.reading.events_lexicon import event_lexicon
from counterclaim.reading.events_roles import Told
from counterclaim.reading.polarity import Words, function_words, said_untrue

CODELESS = frozenset({"demands"})
IN_PASSING = 2
UNSURE = frozenset({"doubts"})


def main_event(material: Material, attribution: Attribution) -> Told | None:
    """Returns the event that the content is about: told rather than wished, in its main clause, a verb before a noun."""
    content = attribution.content
    known = function_words(material.language)
    if attribution.stance in CODELESS or _first_word(material, content) in known.conditionals:
        return None
    usable = [t for t in material.told if inside(content, t.mention.span) and _claimed(t, attribution, known)]
    return min(usable, key=lambda told: (told.rank, told.mention.span.start), default=None)


def _claimed(told: Told, attribution: Attribution, known: Words) -> bool:
    """Tells whether an event of the content may be what it claims: no wish, no subordinate clause, no noun in passing."""
    content = attribution.content
    brakes = [offset for offset in told.modality.brakes if inside(content, Span(offset, offset + 1))]
    if brakes and not (told.modality.mood == "future" and told.mention.code in known.pledges):
        return False
    if told.depth > 0 and told.clause is not None and inside(content, Span(told.clause, told.clause + 1)):
        return told.clause == content[0].start
    return told.rank < IN_PASSING or attribution.stance == "accuses" or told.phrase <= content[0].start


def _first_word(material: Material, content: Role) -> str:
    found = re.match(r"\W*(\w+)", material.text[content[0].start : content[0].end])
    return found.group(1).lower() if found else ""


def claim_event(material: Material, statement: Statement, told: Told | None) -> ClaimEvent | None:
    """Returns the event of a claim with its roles resolved and the speaker's polarity; None when the content has none."""
    if told is None:
        return None
    attribution, mention = statement.attribution, told.mention
    flips = [offset for offset in told.modality.negations if inside(attribution.content, Span(offset, offset + 1))]
    negative = len(flips) % 2 == 1
    if (
        attribution.polarity == "negative"
        or attribution.stance in UNSURE
        or said_untrue(words_of(material.text, attribution.content), function_words(material.language))
    ):
        negative = not negative
    polarity: Polarity = "negative" if negative else "positive"
    recipient = _participant(material, statement, clipped(mention.recipient, attribution.content))
    agent = _agent(material, statement, told, recipient)
    return ClaimEvent(mention.code, mention.span, agent, recipient, polarity, mention.certainty)


def _agent(material: Material, statement: Statement, told: Told, recipient: Participant | None) -> Participant | None:
    """Returns whose deed it is: the accused, else the grammatical agent, else who must be meant."""
    attribution = statement.attribution
    blamed = _blamed(material, statement, told)
    if blamed is not None and blamed.side is not None:
        return blamed
    found = _participant(material, statement, clipped(told.mention.agent, attribution.content))
    if found is not None and found.side is not None:
        return found
    if found is None and _unsaid_subject(material, told, attribution):
        return _speaker(statement)
    implied = _implied(material, statement, told, recipient)
    return implied or found or blamed


def _blamed(material: Material, statement: Statement, told: Told) -> Participant | None:
    """Returns who is accused: the noun phrase that opens the content of "accused X of P", or the rival in mutual blame."""
    attribution = statement.attribution
    if attribution.stance != "accuses":
        return None
    if attribution.mutual:
        return material.cast.participant(attribution.mutual[0])
    first = attribution.content[0]
    opening = re.match(r"(.{2,120}?)\s(?:of|for|over|behind)\s", material.text[first.start : first.end])
    if opening is None or told.mention.span.start < first.start + opening.end(1):
        return None
    return material.cast.participant(Span(first.start, first.start + opening.end(1)))


def _unsaid_subject(material: Material, told: Told, attribution: Attribution) -> bool:
    """Tells whether the speaker is the doer: "claimed to have taken the town", "claims control of the port"."""
    start = attribution.content[0].start
    head = material.text[start : told.mention.span.start].lower()
    return told.mention.agent is None and attribution.stance != "denies" and re.fullmatch(r"(?:to\s.*|of\s|)", head, re.S) is not None


def _speaker(statement: Statement) -> Participant | None:
    source = statement.source
    return None if source is None else Participant(source.party, source.side, None)


def _implied(material: Material, statement: Statement, told: Told, recipient: Participant | None) -> Participant | None:
    """Returns the opponent of those it happened to, for codes whose doer can only be the other side of a war of two."""
    implied = event_lexicon(material.language).implied
    if told.mention.code not in implied:
        return None
    victim = recipient.side if recipient is not None and recipient.side is not None else None
    if victim is None and implied[told.mention.code] == "speaker" and statement.source is not None:
        victim = statement.source.side
    side = opponent(material.conflict, victim)
    return None if side is None else Participant(None, side, None)


def _participant(material: Material, statement: Statement, span: Span | None) -> Participant | None:
    """Returns whom the words of a role mean; "we" and "our forces" are the speaker's, "the enemy" its opponent's."""
    if span is None:
        return None
    source, words = statement.source, span.of(material.text).lower()
    lexicon = event_lexicon(material.language)
    first = re.findall(r"[^\W\d_]+", words)[:1]
    if source is not None and source.side is not None:
        if first and first[0] in lexicon.lists["ours"]:
            return Participant(source.party, source.side, span)
        if any(word in lexicon.lists["theirs"] for word in re.findall(r"[^\W\d_]+", words)):
            return Participant(None, opponent(material.conflict, source.side), span)
    return material.cast.participant(span)


def narrated_event(material: Material, told: Told) -> ClaimEvent:
    """Returns the event of a statement in the publisher's own voice."""
    mention = told.mention
    agent, recipient = (None if span is None else material.cast.participant(span) for span in (mention.agent, mention.recipient))
    return ClaimEvent(mention.code, mention.span, agent, recipient, mention.polarity, mention.certainty)
