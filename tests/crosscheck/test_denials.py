import pytest

from counterclaim.crosscheck import crosscheck

N, S = ("Northern Army", "north"), ("Southern Ministry", "south")


def kinds(*claims):
    return [r.kind for r in crosscheck(claims).relations]


FLAT = [
    # code and text of the charge, code, stance and text of the answer, kind, why
    (
        "shelling",
        "it shelled the town",
        "attack",
        "asserts",
        "it did not attack",
        "contradicts",
        "a denial of any attack denies the shelling",
    ),
    ("attack", "it attacked the town", "shelling", "asserts", "it did not shell it", "talks-past", "who denies shells may have attacked"),
    ("drone-strike", "drones came", "missile-strike", "denies", "firing missiles", "talks-past", "no missile is not no drone"),
    ("reinforcement", "it sent soldiers", "reinforcement", "asserts", "it sent no soldiers", "contradicts", "told flatly"),
    ("reinforcement", "it sent advisers", "reinforcement", "asserts", "it sent no soldiers", "talks-past", "another kind of troops"),
    ("detention", "it held drivers", "detention", "denies", "holding reporters", None, "other people"),
    (
        "negotiation",
        "it held talks",
        "negotiation",
        "asserts",
        "there were no official talks",
        "talks-past",
        "less is denied than is claimed",
    ),
]


@pytest.mark.parametrize(("code", "text", "answer", "stance", "words", "kind", "why"), FLAT)
def test_what_a_flat_denial_denies(claim, code, text, answer, stance, words, kind, why):
    charge = claim(*N, code, "south", text=text, stance="accuses")
    assert kinds(charge, claim(*S, answer, "south", False, text=words, stance=stance)) == ([kind] if kind else []), why


def test_a_flat_denial_by_an_outsider_of_what_a_side_did_is_not_of_this_deed(claim):
    outsider = claim("Envoy", "west", "shelling", "south", False, stance="asserts")
    assert kinds(claim(*N, "shelling", "south", stance="accuses"), outsider) == []


CAUSES = [
    ("explosion", "the arsenal blew up by accident", "contradicts", "nobody did it"),
    ("explosion", "the arsenal blew up", None, "it is not said who did it"),
]


@pytest.mark.parametrize(("code", "text", "kind", "why"), CAUSES)
def test_an_accident_is_a_rival_account(claim, code, text, kind, why):
    blamed = claim(*N, code, "south", text="southern saboteurs blew up the arsenal", stance="accuses")
    assert kinds(blamed, claim(*S, code, None, text=text)) == ([kind] if kind else []), why


RIVALS = [
    ("attack", "it had fired first", {}, "contradicts", "only one can be the first"),
    ("attack", "it had fired", {}, None, "each may have fired"),
    ("civilian-harm", "its men killed villagers", {"time": "2031-06-01"}, "contradicts", "one killing, and each accuses the other"),
    ("civilian-harm", "its men killed villagers", {}, None, "no day is named"),
]


@pytest.mark.parametrize(("code", "text", "more", "kind", "why"), RIVALS)
def test_rivals_that_accuse_one_another(claim, code, text, more, kind, why):
    more = {"text": text, "stance": "accuses", **more}
    assert kinds(claim(*N, code, "south", **more), claim(*S, code, "north", **more)) == ([kind] if kind else []), why


TRUCES = [
    ({"text": "there is no truce", "stance": "asserts"}, None, "contradicts", "told flatly"),
    ({"text": "there will be no truce until they leave", "stance": "asserts"}, None, None, "a refusal says nothing of what is"),
    ({"text": "they broke the truce", "stance": "asserts"}, "north", None, "a reproach"),
]


@pytest.mark.parametrize(("more", "agent", "kind", "why"), TRUCES)
def test_what_denies_a_truce(claim, more, agent, kind, why):
    agreed = claim(*N, "ceasefire", text="a truce was agreed")
    assert kinds(agreed, claim(*S, "ceasefire", agent, False, **more)) == ([kind] if kind else []), why


def test_who_says_that_a_truce_is_needed_does_not_say_that_there_is_one(claim):
    wish = claim("Observer", "un", "ceasefire", text="a truce is a matter of life and death")
    assert kinds(wish, claim(*S, "ceasefire", None, False, stance="denies", text="a truce")) == []


def test_the_whole_of_a_place_rules_out_that_a_rival_has_a_part(claim):
    part = claim(*S, "hold", "south", text="it holds the northern part of the town")
    assert kinds(claim(*N, "control", "north", text="it controls the whole town"), part) == ["contradicts"]
    assert kinds(claim(*N, "control", "north", text="it controls most of the town"), part) == ["talks-past"]


LATER = [
    ("control", True, "2031-06-02", "control", False, "2031-06-09", "updates", "a week later, another answer"),
    ("control", True, "2031-06-02", "control", False, "2031-07-09", None, "a month later"),
    ("shelling", False, "2031-06-02", "shelling", True, "2031-06-09", None, "another deed"),
]


@pytest.mark.parametrize(("code", "yes", "day", "later", "also", "other_day", "kind", "why"), LATER)
def test_a_voice_that_comes_back_with_another_answer(claim, code, yes, day, later, also, other_day, kind, why):
    first, second = claim(*N, code, "north", yes, day=day), claim(*N, later, "north", also, day=other_day)
    assert kinds(first, second) == ([kind] if kind else []), why


NUMBERS = [
    ((30, 30), (41, 41), "updates", "a toll corrected"),
    ((56, None), (97, None), "updates", "at least so many, then more"),
    ((30, 30), (30, 30), "repeats", "the same toll again"),
]


@pytest.mark.parametrize(("left", "right", "kind", "why"), NUMBERS)
def test_a_voice_that_counts_again(claim, left, right, kind, why):
    first = claim(*N, "casualties", "north", count=(*left, "people killed"), day="2031-06-02")
    assert kinds(first, claim(*N, "casualties", "north", count=(*right, "people killed"), day="2031-06-03")) == [kind], why


def test_more_than_the_one_and_fewer_than_the_other_talk_past(claim):
    one = claim(*N, "casualties", "south", count=(50, None, "soldiers killed"))
    assert kinds(one, claim(*S, "casualties", "south", count=(None, 100, "soldiers killed"))) == ["talks-past"]


def test_a_number_that_is_settled_when_the_thing_is_done_does_not_grow(claim):
    told = {"place": None, "time": "2031-06-01"}
    one = claim(*N, "prisoner-exchange", count=(60, 60, "prisoners"), **told)
    assert kinds(one, claim(*S, "prisoner-exchange", count=(48, 48, "prisoners"), **told)) == ["contradicts"]


def test_a_shot_down_aircraft_is_a_lost_one_and_no_lost_tank(claim):
    shot = claim(*N, "shootdown", "north", text="it brought down two jets")
    assert kinds(shot, claim(*S, "equipment-loss", "south", False, text="it lost no aircraft")) == ["contradicts"]
    assert kinds(shot, claim(*S, "equipment-loss", "south", False, text="it lost no tanks")) == []


def test_a_doubt_bears_nothing_out(claim):
    assert kinds(claim(*N, "capture", "north"), claim("Observer", "un", "capture", "north", stance="doubts")) == []


def test_plans_and_deeds_are_two_things(claim):
    plan = claim(*N, "attack", "south", place="Lock", text="planning an attack on the dam", stance="accuses")
    assert kinds(plan, claim(*S, "explosion", "north", place="Lock", text="blew up the dam", stance="accuses")) == []
