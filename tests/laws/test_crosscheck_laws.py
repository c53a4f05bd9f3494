"""Laws of the cross-check: order, blocks, symmetry, and no party contradicts itself."""

import dataclasses
import random
from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.crosscheck import block_keys, check_block, crosscheck, merged
from counterclaim.knowledge.codes import load_codes
from counterclaim.model import Claim, ClaimEvent, ClaimPlace, Participant, Place, Quantity, Source, Span

PLACES = [
    None,
    Place("p:varnia", "Varnia", 50.0, 20.0, "XA", "town", 3.0),
    Place("p:lock", "Varnia Lock", 50.03, 20.02, "XA", "dam", 1.0),
    Place("p:teremin", "Teremin", 50.26, 20.24, "XA", "town", 3.0),
]
PARTIES = [
    ("Northern Army", "north"),
    ("Northern Council", "north"),
    ("Southern Ministry", "south"),
    ("Observer", "east"),
    (None, "south"),
    (None, None),
]
SWAP = {"north": "south", "south": "north", "east": "east", None: None}
TEXTS = ["the town", "most of the town", "the fight for the town continues", "shells hit the hospital", "the gate was blown up"]


@st.composite
def claims(draw, most=14):
    """Draws claims of an invented war, some days long."""
    found = []
    for number in range(draw(st.integers(2, most))):
        party, side = draw(st.sampled_from(PARTIES))
        agent = draw(st.sampled_from([None, "north", "south", "east"]))
        place = draw(st.sampled_from(PLACES))
        count = draw(st.sampled_from([None, (4, 4), (40, 40), (36, None)]))
        polarity = draw(st.sampled_from(["positive", "negative"]))
        code = draw(
            st.sampled_from(
                ["advance", "capture", "control", "hold", "breach", "collapse", "clash", "shelling", "explosion", "casualties", "offensive"]
            )
        )
        span = Span(number * 100, number * 100 + 50)
        source = Source((Span(0, 5),), party or "officials", party, party, side, anonymous=party is None)
        event = ClaimEvent(code, span, Participant(None, agent) if agent else None, None, polarity, "certain")
        day = f"2031-06-{draw(st.integers(1, 14)):02}T{draw(st.sampled_from([6, 18])):02}:00:00Z"
        found.append(
            Claim(
                id=f"c{number:03}",
                document=f"d{draw(st.integers(0, most // 2))}",
                sentence=span,
                attribution=draw(st.sampled_from([f"a{number}", f"a{number}", f"a{number}", None])),
                form="indirect",
                stance="denies" if polarity == "negative" else "asserts",
                basis="none",
                confidence=0.9,
                source=source,
                cue=(Span(6, 9),),
                content=(span,),
                text=draw(st.sampled_from(TEXTS)),
                event=event,
                place=ClaimPlace(place, None) if place else None,
                quantities=() if count is None else (Quantity(span, *count, None, "people"),),
                published=day,
            )
        )
    return found


@settings(max_examples=60, deadline=None)
@given(claims(), st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(drawn, chance: random.Random):
    shuffled = list(drawn)
    chance.shuffle(shuffled)
    assert crosscheck(shuffled) == crosscheck(drawn)


@settings(max_examples=60, deadline=None)
@given(claims(), st.randoms(use_true_random=False))
def test_checking_only_the_blocks_that_each_new_claim_touches_gives_what_building_from_nothing_gives(drawn, chance: random.Random):
    chance.shuffle(drawn)
    blocks, findings = defaultdict(list), {}
    for claim in drawn:
        for key in block_keys(claim):
            blocks[key].append(claim)
            findings[key] = check_block(key, blocks[key], load_codes())
    assert merged(findings[key] for key in sorted(findings)) == crosscheck(drawn)


@settings(max_examples=60, deadline=None)
@given(claims())
def test_a_pair_has_one_relation_and_one_form(drawn):
    relations = crosscheck(drawn).relations
    pairs = [frozenset((r.left, r.right)) for r in relations]
    assert len(pairs) == len(set(pairs))
    assert all(r.left < r.right for r in relations if r.kind != "updates")
    told = {c.id: c.published for c in drawn}
    assert all(told[r.left] < told[r.right] for r in relations if r.kind == "updates")


@settings(max_examples=60, deadline=None)
@given(claims())
def test_no_party_contradicts_itself_and_no_other_updates_it(drawn):
    party = {c.id: c.source.party for c in drawn}
    for relation in crosscheck(drawn).relations:
        one = party[relation.left] is not None and party[relation.left] == party[relation.right]
        assert (
            relation.kind not in ("contradicts", "talks-past", "echoes", "corroborates")
            if one
            else relation.kind not in ("updates", "repeats")
        )


@settings(max_examples=60, deadline=None)
@given(claims())
def test_swapping_the_sides_swaps_the_findings_and_changes_nothing_else(drawn):
    before, after = crosscheck(drawn), crosscheck([swapped(c) for c in drawn])
    assert [_plain(r) for r in before.relations] == [_plain(r) for r in after.relations]
    assert sorted(map(_asked, before.questions)) == sorted(map(_asked, after.questions))
    assert sorted(map(_told, before.events)) == sorted(map(_told, after.events))


@settings(max_examples=40, deadline=None)
@given(claims())
def test_every_claim_lies_in_few_blocks_and_every_finding_names_claims_that_exist(drawn):
    found, known = crosscheck(drawn), {c.id for c in drawn}
    assert all(0 < len(block_keys(c)) <= 20 for c in drawn)
    assert {r.left for r in found.relations} | {a.claim for q in found.questions for a in q.answers} <= known
    assert sorted(c for e in found.events for c in e.claims) == sorted(known)
    assert all(sorted(c for v in e.versions for c in v.claims) == list(e.claims) for e in found.events)
    assert all(1 <= v.assessment.credibility <= 6 for e in found.events for v in e.versions)


def swapped(claim: Claim) -> Claim:
    """Returns the claim with north and south changed places, its voice's name with them."""
    names = {"Northern Army": "Army of the South", "Northern Council": "Council of the South", "Southern Ministry": "Ministry of the North"}
    agent = claim.event.agent
    return dataclasses.replace(
        claim,
        source=dataclasses.replace(
            claim.source,
            side=SWAP[claim.source.side],
            party=names.get(claim.source.party, claim.source.party),
            party_id=names.get(claim.source.party, claim.source.party),
        ),
        event=dataclasses.replace(claim.event, agent=Participant(None, SWAP[agent.side]) if agent else None),
    )


def _plain(relation):
    return (
        relation.kind,
        relation.left,
        relation.right,
        relation.tier,
        relation.confidence,
        [(r.field, r.agreement) for r in relation.because],
    )


def _asked(question):
    answers = [(a.claim, a.answer if question.kind != "who" else a.answer.startswith("not ")) for a in question.answers]
    return question.kind, question.code, question.place or "", question.time or "", answers


def _told(event):
    return event.code, event.place or "", event.begin, event.claims, [(v.claims, v.assessment) for v in event.versions]
