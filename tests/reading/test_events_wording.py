"""Wordings of war reports: each tells its code and polarity, and whose deed it is where the row says so; clauses inside a subject."""

import json
from pathlib import Path

import pytest

from counterclaim.model import Document, Span
from counterclaim.reading.events import told_events
from counterclaim.reading.read import read
from counterclaim.reading.recipe import Recipe

ROWS = [json.loads(line) for line in (Path(__file__).parent / "cases" / "wordings.jsonl").read_text(encoding="utf-8").splitlines()]


def told(text):
    return told_events(text, (Span(0, len(text)),))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_a_wording_tells_its_code(row):
    found = [t.mention for t in told(row["text"]) if (t.mention.code, t.mention.polarity) == (row["code"], row["polarity"])]
    assert found, row["text"]
    if "agent" in row:
        assert found[0].agent is not None
        assert found[0].agent.of(row["text"]) == row["agent"]


MAIN = [
    ("The hostage who was taken when the camp was stormed has died.", "casualties", "clauses inside the subject"),
    ("The second hostage during the conflict has died.", "casualties", "a preposition inside the subject"),
    ("It is the rebels who blocked the road.", "blockade", "a cleft sentence asserts"),
    ("The convoy that was carrying flour to the camp was ambushed.", "attack", "the second verb group is the main one"),
]


@pytest.mark.parametrize(("text", "code", "why"), MAIN)
def test_the_main_verb_behind_a_clause_stands_in_the_main_clause(text, code, why):
    assert [t.depth for t in told(text) if t.mention.code == code and t.verbal] == [0], why


def test_a_verb_of_a_clause_after_the_main_verb_stays_deep():
    (deep,) = [t for t in told("Traders closed their shops after the rebels captured the port.") if t.mention.code == "capture"]
    assert deep.depth == 2


OWNERS = [
    ("The envoy condemned the militia's failure to observe a truce.", "ceasefire", "the militia", "who fails is the owner of the failure"),
    ("Mortar rounds fired by the rebels hit a school.", "shelling", "the rebels", "rounds stand for who fired them"),
    ("It spoke of 'intense' air strikes on the port.", "air-strike", None, "a closing quotation mark is no possessor"),
]


@pytest.mark.parametrize(("text", "code", "agent", "why"), OWNERS)
def test_whose_deed(text, code, agent, why):
    last = [t.mention for t in told(text) if t.mention.code == code][-1]
    assert (last.agent.of(text) if last.agent is not None else None) == agent, why


WEAPONS = [
    ("Jets circled over the port before the raid.", "air-strike"),
    ("The drone was found an hour after the attack.", "drone-strike"),
    ("Jets and drones circled over the port before the raid.", "attack"),
]


@pytest.mark.parametrize(("text", "code"), WEAPONS)
def test_a_raid_is_one_of_the_only_weapon_of_its_sentence(text, code):
    assert [t.mention.code for t in told(text)][-1:] == [code]


IDLE = [
    "The Associated Press on Wednesday asked three ministers.",
    "Two brothers were charged with theft.",
    "Combat vehicles stood in the square.",
    "Protests were held in the capital.",
    "Time is running out.",
]


@pytest.mark.parametrize("text", IDLE)
def test_false_friends_tell_nothing(text):
    assert [t.mention.code for t in told(text)] == []


def claims_of(text):
    return read(Document("d", text, "0" * 64, published="2031-05-04", language="en"), Recipe()).claims


def test_its_troops_are_the_unlisted_speakers_own():
    found = claims_of("The rebel Vell Front said it had captured Dorn. The army said its troops had repelled the attack.")
    assert [(c.event.code, c.event.agent.party) for c in found] == [("capture", "Vell Front"), ("repel", None)]


def test_the_army_is_not_the_rebels_own():
    (claim,) = claims_of("Vell rebels said the army was shelling the town of Dorn.")
    assert (claim.event.code, claim.event.agent.side) == ("shelling", None)


def test_an_accusation_tells_of_the_deed_that_it_names():
    (claim,) = claims_of("Karse accused Vell troops of blowing up a dam in a province they control.")
    assert claim.event.code == "infrastructure-damage"
