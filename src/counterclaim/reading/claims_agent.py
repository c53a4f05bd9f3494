"""Whose deed or state a claim's event is: the accused, the grammatical agent, the speaker, or the one who must be meant."""

import functools
import re
from collections import Counter

from counterclaim.knowledge.tables import language_table
from counterclaim.knowledge.world import load_world
from counterclaim.model import Attribution, Participant, Place, Source, Span
from counterclaim.reading.claims_material import Material, Statement, clipped
from counterclaim.reading.events_lexicon import event_lexicon
from counterclaim.reading.events_roles import Told
from counterclaim.reading.polarity import function_words
from counterclaim.reading.vocabulary import OTHER

LETTERS = re.compile(r"[^\W\d_]+")
WORD = re.compile(r"\S+")
LONGEST = 120
HELD = frozenset({"hold"})
OBSERVERS = frozenset({None, OTHER, "un", "ngo", "media", "doctors"})


def agent_of(
    material: Material, statement: Statement, told: Told, recipient: Participant | None, place: Place | None
) -> Participant | None:
    """Returns whose deed it is.

    Args:
        material: what was read in the document.
        statement: the attribution and its resolved source.
        told: the main event.
        recipient: to whom it happened, when known.
        place: where; its country tells who held a fallen town.
    """
    attribution = statement.attribution
    blamed = _blamed(material, statement, told)
    if blamed is not None and blamed.side is not None:
        return blamed
    span = clipped(told.mention.agent, attribution.content)
    found = participant_of(material, statement, span)
    if found is not None and found.side is not None:
        return found
    if (found is None or told.mention.code in HELD) and _unsaid(material, told, span, attribution):
        return _speaker(statement)
    return _implied(material, statement, told, recipient, place) or found or blamed


def recipient_of(material: Material, statement: Statement, span: Span | None, code: str) -> Participant | None:
    """Returns to whom it happened; in a claim that another denies, "its forces" are the denier's."""
    if span is None:
        return None
    words = [word.lower() for word in LETTERS.findall(span.of(material.text))]
    lists, known = event_lexicon(material.language).lists, function_words(material.language)
    if words and set(words) <= known.neuter and code not in lists["won"]:
        return material.cast.participant(span)
    if words and words[0] in lists["own"] | lists["ours"]:
        return _denier(material, statement, span) or participant_of(material, statement, span)
    return material.cast.participant(span)


def _denier(material: Material, statement: Statement, span: Span) -> Participant | None:
    """Returns the source of a denial whose content this attribution stands in, None when it stands in none."""
    start = statement.attribution.content[0].start
    for other in material.attributions:
        denies = other.stance == "denies" and other.source and other.id != statement.attribution.id
        if denies and any(p.start < start < p.end for p in other.content):
            speaker = material.cast.resolve(other.source)
            return Participant(speaker.party.name if speaker.party is not None else None, speaker.side, span)
    return None


def participant_of(material: Material, statement: Statement, span: Span | None) -> Participant | None:
    """Returns whom the words of a role mean in a speaker's mouth: "we", "its troops" and bare "troops" are the speaker's own."""
    if span is None:
        return None
    source, lists = statement.source, event_lexicon(material.language).lists
    words = [word.lower() for word in LETTERS.findall(span.of(material.text))]
    if source is None or not words:
        return material.cast.participant(_first_of(material, span))
    if words[0] in lists["ours"] or (
        words[0] in lists["own"] and statement.attribution.form != "direct" and not _elsewhere(words[0], material, statement)
    ):
        return Participant(source.party, source.side, span)
    if any(word in lists["theirs"] for word in words):
        return Participant(None, opponent(material, source.side), span)
    found = material.cast.participant(_first_of(material, span))
    if source.side is None and source.party is None:
        return found
    if _across(material, source, words) and (found.side is None or found.side == source.side):
        return Participant(None, opponent(material, source.side), span)
    if words[0] in lists["others"] and statement.attribution.form == "direct" and found.side == source.side:
        return Participant(None, opponent(material, source.side), span)  # in a speaker's own words "they" are not "we"
    if found.side is None and _fights(material, source.side) and _bare(material, words):
        return Participant(None, source.side, span)
    return found


def _fights(material: Material, side: str | None) -> bool:
    """Tells whether a side is one of the war's: an observer's "troops" are not its own."""
    if material.conflict is not None:
        return side in {known.id for known in material.conflict.sides}
    return side not in OBSERVERS


def _elsewhere(word: str, material: Material, statement: Statement) -> bool:
    """Tells whether a pronoun in a denial is another's: "Kyiv denied that his army had taken the town"."""
    return statement.attribution.stance == "denies" and word in function_words(material.language).persons


def _first_of(material: Material, span: Span) -> Span:
    """Returns the first of two joined names: "the governor and the army" is the governor's deed too."""
    joint = _joint(material.language).search(span.of(material.text))
    return span if joint is None or joint.start() < 2 else Span(span.start, span.start + joint.start())


@functools.cache
def _joint(language: str) -> re.Pattern[str]:
    words = sorted(language_table(language, "polarity")["words"]["naming"])
    return re.compile(rf"\s(?:{'|'.join(map(re.escape, words))})\s")


def _bare(material: Material, words: list[str]) -> bool:
    """Tells whether the words are forces or defences of nobody named: "troops", "the defences"."""
    lists, known = event_lexicon(material.language).lists, function_words(material.language)
    fill = known.determiners | lists["plainly"]
    return words[-1] in lists["force"] | lists["defences"] and all(
        w in lists["force"] or w in lists["defences"] or w in fill for w in words
    )


def _across(material: Material, source: Source, words: list[str]) -> bool:
    """Tells whether bare words are the other camp's in a speaker's mouth: "the rebels" for an army, "the army" for rebels."""
    lists, known = event_lexicon(material.language).lists, function_words(material.language)
    spoken = {word.lower() for word in LETTERS.findall(f"{source.text} {source.party or ''}")}
    rebels, regulars = not spoken.isdisjoint(lists["rebels"]), not spoken.isdisjoint(lists["regulars"])
    bare = [word for word in words if word not in known.determiners and word not in lists["plainly"]]
    if not bare or not (rebels or regulars) or (rebels and regulars):
        return False
    return all(word in lists["regulars" if rebels else "rebels"] or word in lists["force"] for word in bare) and bare[0] in (
        lists["regulars"] if rebels else lists["rebels"]
    )


def _blamed(material: Material, statement: Statement, told: Told) -> Participant | None:
    """Returns who is accused: the noun phrase that opens the content of "accused X of P", or the rival in mutual blame."""
    attribution = statement.attribution
    if attribution.stance != "accuses":
        return None
    if attribution.mutual:
        return material.cast.participant(attribution.mutual[0])
    first = attribution.content[0]
    known = function_words(material.language)
    words = WORD.finditer(material.text, first.start, min(first.end, first.start + LONGEST))
    end = next((w.start() for w in words if w.start() > first.start and w.group().lower() in known.blamed), None)
    if end is None or told.mention.span.start < end:
        return None
    return participant_of(material, statement, Span(first.start, end - 1))


def _unsaid(material: Material, told: Told, agent: Span | None, attribution: Attribution) -> bool:
    """Tells whether the speaker is the doer without a word: "claimed to have taken the town", "claims control of the port"."""
    head = material.text[attribution.content[0].start : told.mention.span.start].lower()
    lexicon, known = event_lexicon(material.language), function_words(material.language)
    opening = (LETTERS.findall(attribution.content[0].of(material.text).lower()) or [""])[0]
    if agent is None and (head.startswith(tuple(lexicon.lists["owned"])) or opening.endswith(known.endings_gerund)):
        return True
    if attribution.stance not in ("asserts", "promises"):
        return False
    if told.mention.code in HELD:
        return True
    if agent is not None:
        return False
    if opening in known.to:
        return True
    own = lexicon.implied.get(told.mention.code) == "self" or told.mention.code in lexicon.lists["won"]
    if told.modality.polarity == "negative":
        return False
    return own and (told.rank > 0 or told.mention.recipient is None or told.mention.code == "hold") and len(head) < 60


def _speaker(statement: Statement) -> Participant | None:
    source = statement.source
    return None if source is None else Participant(source.party, source.side, None)


def narrated_agent(material: Material, told: Told, recipient: Participant | None, place: Place | None) -> Participant | None:
    """Returns whose deed the publisher's own words tell of: the one they name, else the opponent of those it happened to."""
    found = None if told.mention.agent is None else material.cast.participant(told.mention.agent)
    return found if found is not None and found.side is not None else _implied(material, None, told, recipient, place) or found


def _implied(
    material: Material, statement: Statement | None, told: Told, recipient: Participant | None, place: Place | None
) -> Participant | None:
    """Returns the opponent of those it happened to, for codes whose doer can only be the other side of a war of two."""
    lexicon = event_lexicon(material.language)
    if told.mention.code not in lexicon.implied or lexicon.implied[told.mention.code] == "self":
        return None
    way = lexicon.implied[told.mention.code]
    if recipient is not None and recipient.side is not None:
        return _against(material, recipient.side) if way != "victim" or _fighters(material, recipient) else None
    denied = way == "speaker" and told.modality.polarity == "negative"
    victim = None if way == "victim" or denied else _side_of_land(material, place)
    if opponent(material, victim) is None and way == "speaker" and statement is not None and statement.source is not None:
        victim = statement.source.side
    return _against(material, victim)


def _fighters(material: Material, recipient: Participant) -> bool:
    """Tells whether the words of a recipient mean fighters or what they hold, and no building or civilians."""
    lists = event_lexicon(material.language).lists
    words = {word.lower() for word in LETTERS.findall(recipient.span.of(material.text))} if recipient.span is not None else set()
    return bool(words & (lists["force"] | lists["soldiers"] | lists["defences"] | lists["position"] | lists["own"] | lists["ours"]))


def _against(material: Material, victim: str | None) -> Participant | None:
    side = opponent(material, victim)
    return None if side is None else Participant(None, side, None)


def _side_of_land(material: Material, place: Place | None) -> str | None:
    """Returns the side whose country the place lies in, when the sides of the war are countries."""
    if place is None or place.country is None:
        return None
    homes = [side.id for side in material.conflict.sides if side.country == place.country] if material.conflict is not None else []
    if homes:
        return homes[0] if len(homes) == 1 else None
    country = load_world().country(place.country)
    return country.side if country is not None else None


def opponent(material: Material, side: str | None) -> str | None:
    """Returns the other side of a war of two: the conflict's first two sides, else the two that the text names most."""
    rivals = _rivals(material)
    if side is None or side not in rivals or len(rivals) != 2:
        return None
    return rivals[1 - rivals.index(side)]


def _rivals(material: Material) -> list[str]:
    if material.conflict is not None:
        return [side.id for side in material.conflict.sides[:2]]
    counts = Counter(m.party.side for m in material.cast.mentions if m.party is not None and m.party.side not in OBSERVERS)
    return [side for side, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:2] if side is not None]
