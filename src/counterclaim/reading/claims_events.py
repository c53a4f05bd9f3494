"""The event that a claim tells of: the one its content is about, whose deed it is, and whether the speaker says it happened."""

import re

from counterclaim.model import Attribution, ClaimEvent, ClaimPlace, Place, Polarity, Role, Span, words_of
from counterclaim.reading.claims_agent import agent_of, narrated_agent, recipient_of
from counterclaim.reading.claims_material import Material, Statement, clipped, inside, told_in
from counterclaim.reading.events_roles import IN_PASSING, Told
from counterclaim.reading.polarity import Words, function_words, said_untrue

_WORD = re.compile(r"\w+")
CODELESS = frozenset({"demands"})
WARNING = frozenset({"warns"})
ACCUSING = "accuses"
PLEDGING = "promises"
SURROUNDED = frozenset({"encirclement"})
"""What only leads to the next deed: "had encircled and taken the town"."""
UNSURE = frozenset({"doubts"})


def main_event(material: Material, attribution: Attribution) -> Told | None:
    """Returns the event that the content is about: told rather than wished, in its main clause, a verb before a noun."""
    content = attribution.content
    known = function_words(material.language)
    first = _first_word(material, content)
    foreboding = attribution.stance in WARNING and (first in known.prepositions or first in known.to)
    if attribution.stance in CODELESS or foreboding or first in known.conditionals:
        return None
    usable = [t for t in told_in(material, content) if _claimed(t, attribution, known)]
    charged = _charged(usable, material, known) if attribution.stance == ACCUSING else None
    best = charged or min(usable, key=lambda t: (_rank(t, content), t.mention.code in SURROUNDED, t.mention.span.start), default=None)
    return best or next((t for t in material.told if _in_cue(t, attribution)), None)


def _charged(usable: list[Told], material: Material, known: Words) -> Told | None:
    """Returns the deed that an accusation names: "of blowing up the dam on land they hold" tells of the blowing up."""
    for told in usable:
        before = _WORD.match(material.text, told.phrase)
        if told.verbal and told.phrase < told.mention.span.start and before is not None and before.group().lower() in known.blamed:
            return told
    return None


def _claimed(told: Told, attribution: Attribution, known: Words) -> bool:
    """Tells whether an event of the content may be what it claims: no wish, no subordinate clause, no noun in passing."""
    content = attribution.content
    brakes = [offset for offset in told.modality.brakes if told.verbal or inside(content, Span(offset, offset + 1))]
    pledged = told.modality.mood == "future" or told.modality.polarity == "negative" or attribution.stance == PLEDGING
    if brakes and not (pledged and told.mention.code in known.pledges):
        return False
    if told.depth > 0 and told.clause is not None and inside(content, Span(told.clause, told.clause + 1)):
        return told.clause == content[0].start
    return told.rank < IN_PASSING or attribution.stance == ACCUSING or told.phrase <= content[0].start


def _rank(told: Told, content: Role) -> int:
    """Returns the event's rank; a participle whose clause opens the content stands for its verb ("convoy fired upon, all safe")."""
    opens = told.phrase <= content[0].start and told.phrase < told.mention.span.start
    return 0 if told.verbal and opens else told.rank


def _in_cue(told: Told, attribution: Attribution) -> bool:
    """Tells whether the cue itself tells the event, and the content only whom it befell: "the rebels [claim] <Varnia>"."""
    recipient = told.mention.recipient
    named = recipient is not None and len(attribution.content) == 1 and attribution.content[0].covers(recipient)
    return told.mood == "told" and any(c.overlaps(told.mention.span) for c in attribution.cue) and named and attribution.stance == "asserts"


def _first_word(material: Material, content: Role) -> str:
    found = re.match(r"\W*(\w+)", material.text[content[0].start : content[0].end])
    return found.group(1).lower() if found else ""


def claim_event(material: Material, statement: Statement, told: Told | None, place: ClaimPlace | None) -> ClaimEvent | None:
    """Returns the event of a claim with its roles resolved and the speaker's polarity; None when the content has none."""
    if told is None:
        return None
    attribution, mention, _known = statement.attribution, told.mention, function_words(material.language)
    flips = [offset for offset in told.modality.negations if inside(attribution.content, Span(offset, offset + 1))]
    negative = len(flips) % 2 == 1
    if (
        attribution.polarity == "negative"
        or attribution.stance in UNSURE
        or said_untrue(words_of(material.text, attribution.content), function_words(material.language))
    ):
        negative = not negative
    polarity: Polarity = "negative" if negative else "positive"
    recipient = recipient_of(material, statement, clipped(mention.recipient, attribution.content), mention.code)
    agent = agent_of(material, statement, told, recipient, place.place if place is not None else None)
    return ClaimEvent(mention.code, mention.span, agent, recipient, polarity, mention.certainty)


def narrated_event(material: Material, told: Told, place: Place | None) -> ClaimEvent:
    """Returns the event of a statement in the publisher's own voice."""
    mention = told.mention
    recipient = None if mention.recipient is None else material.cast.participant(mention.recipient)
    agent = narrated_agent(material, told, recipient, place)
    return ClaimEvent(mention.code, mention.span, agent, recipient, mention.polarity, mention.certainty)
