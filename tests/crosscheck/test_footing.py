"""When a claim of another report stands too loosely on its own words to part with it."""

import dataclasses

import pytest

from counterclaim.crosscheck import crosscheck
from counterclaim.model import ClaimPlace, Span

N, S = ("Northern Army", "north"), ("Southern Ministry", "south")


def placed(claim, start):
    """Returns the claim with its place named at `start` of its report; its own sentence is 50 characters long."""
    return dataclasses.replace(claim, place=ClaimPlace(claim.place.place, Span(start, start + 6)))


FAR, HEADLINE = 5_000, 10
CASES = [
    ("capture", {}, FAR, [], "the town is named somewhere else in the report: it may be another matter"),
    ("capture", {}, HEADLINE, ["contradicts"], "the town is what the report is about"),
    ("capture", {"text": "it had taken the town"}, 60, ["contradicts"], "the town was named just before, and is taken up"),
    ("casualties", {"text": "three people were killed"}, HEADLINE, [], "there are other dead on that day"),
]


@pytest.mark.parametrize(("code", "more", "start", "kinds", "why"), CASES)
def test_across_reports_the_place_must_be_told(claim, code, more, start, kinds, why):
    one = placed(claim(*N, code, "north", **more), start)
    number = one.sentence.start
    other = claim(*S, code, "north", False, stance="asserts")
    assert 0 < number < FAR
    assert [r.kind for r in crosscheck([one, other]).relations] == kinds, why


def test_whom_a_reader_only_supposes_is_no_ground_to_part_unless_it_is_the_speakers_own_side(claim):
    holds = claim(*S, "hold", "south")
    assert [r.kind for r in crosscheck([holds, claim(*N, "capture", "north", agent_span=None)]).relations] == ["contradicts"]
    assert crosscheck([holds, claim("Observer", "east", "capture", "north", agent_span=None)]).relations == ()


def test_one_statement_read_twice_for_two_speakers_is_no_dispute(claim):
    words = {"document": "d", "text": "they had seized the second city of the country"}
    both = [claim(*N, "capture", "north", **words), claim(*S, "capture", "south", **words)]
    assert crosscheck(both).relations == ()


APART = [
    ("civilian-harm", "of genocide in the town", "that it had fired on villagers", "years of abuse are not one attack"),
    ("infrastructure-damage", "of blowing up another dam", "that it had blown up the dam", "a second dam"),
]


@pytest.mark.parametrize(("code", "accused", "denied", "why"), APART)
def test_a_denial_of_another_such_deed_denies_nothing(claim, code, accused, denied, why):
    one = claim(*N, code, "south", text=accused, stance="accuses")
    other = claim(*S, code, "south", False, text=denied, stance="denies")
    assert crosscheck([one, other]).relations == (), why


SILENT = [
    ("offensive", "the northern state's invasion of the region had cost it friends", "the war itself is taken for granted"),
    ("detention", "two hostages had been released", "who was let go had been held"),
]


@pytest.mark.parametrize(("code", "text", "why"), SILENT)
def test_what_is_taken_for_granted_or_over_is_no_answer(claim, code, text, why):
    one = claim(*N, code, "north", text=text)
    other = claim(*S, code, "north", False, text=code)
    assert crosscheck([one, other]).relations == (), why


def test_who_has_stopped_does_not_deny_that_there_was_any(claim):
    one = claim(*S, "mobilisation", "north", text="the north was recruiting convicts", place=None)
    other = claim(
        *N, "mobilisation", "north", False, text="it had stopped recruiting prisoners", stance="asserts", place=None, day="2031-06-04"
    )
    assert crosscheck([one, other]).relations == ()


def test_a_withdrawal_in_part_leaves_the_place_held(claim):
    one = claim("Observer", "east", "retreat", "south", text="the south was making a limited tactical withdrawal")
    assert [r.kind for r in crosscheck([one, claim(*S, "hold", "south")]).relations] == ["talks-past"]


def test_two_kinds_of_arms_called_by_letter_and_number_are_two(claim):
    one = claim(*N, "arms-supply", "east", text="31 M1 tanks had been promised")
    other = claim("East", "east", "arms-supply", "east", False, text="sending F-16s", stance="denies")
    assert [r.kind for r in crosscheck([one, other]).relations] == ["talks-past"]
    assert [r.kind for r in crosscheck([one, dataclasses.replace(other, text="sending M1s")]).relations] == ["contradicts"]


def test_in_a_headline_that_capitalises_every_word_a_capital_marks_no_name(claim):
    one = claim(*N, "casualties", "south", place=None, text="Seventy People Killed In Massive Strike", count=(70, 70, "killed"))
    other = claim(*S, "casualties", "south", place=None, text="Seven People Killed In Massive Raid", count=(7, 7, "killed"))
    assert crosscheck([one, other]).relations == ()


LOOSE = [
    ("capture", "whether it has taken the town is not clear to the staff, which has no evidence", "who does not know says nothing"),
    ("capture", "it cannot reoccupy the town", "what must not be is not what is"),
]


@pytest.mark.parametrize(("code", "text", "why"), LOOSE)
def test_who_does_not_know_or_only_wishes_denies_nothing(claim, code, text, why):
    one = claim(*N, code, "north")
    found = crosscheck([one, claim(*S, code, "north", False, text=text, stance="asserts")]).relations
    assert "contradicts" not in [r.kind for r in found], why


def test_what_is_turned_down_is_not_denied(claim):
    one = claim(*N, "advance", "north")
    other = claim(*S, "advance", "north", False, text="calls for a further advance")
    assert crosscheck([one, other]).relations == ()
    assert [r.kind for r in crosscheck([one, dataclasses.replace(other, text="claims of a further advance")]).relations] == ["contradicts"]


def test_a_loose_trigger_counts_only_before_its_place(claim):
    text = "its troops had taken many lines"
    one = claim(*N, "capture", "north", text=text)
    at = one.content[0].start + text.index("taken")
    one = dataclasses.replace(one, event=dataclasses.replace(one.event, span=Span(at, at + 5)))
    other = claim(*S, "capture", "north", False, stance="asserts")
    assert crosscheck([one, other]).relations == ()
    place = dataclasses.replace(one.place, span=Span(at + 6, at + 12))
    assert [r.kind for r in crosscheck([dataclasses.replace(one, place=place), other]).relations] == ["contradicts"]


def test_what_was_only_attempted_took_no_toll(claim):
    one = claim(*N, "casualties", "north", text="two drones had attempted to kill the president")
    assert crosscheck([one, claim(*S, "casualties", "north", False, text="killing the president")]).relations == ()


def test_the_text_may_say_so_of_somebody_of_whom_nothing_is_known(claim):
    words = {"document": "d", "content": Span(10, 60), "text": "the chief of inciting a mutiny"}
    accuser = claim(None, None, "attack", stance="accuses", **words)
    denial = claim(*S, "attack", None, False, **words)
    accuser, denial = (dataclasses.replace(c, event=None) for c in (accuser, denial))
    assert [(r.kind, r.tier) for r in crosscheck([accuser, denial]).relations] == [("contradicts", "explicit")]
    assert crosscheck([accuser, dataclasses.replace(denial, document="e")]).relations == ()


def test_a_denial_that_only_points_takes_up_the_deed_told_just_before(claim):
    told = claim(
        "Militia", "north", "missile-strike", "north", document="d", place="Islands", faction="militia", text="a strike on its camp"
    )
    denial = claim("The State", "north", "attack", None, False, document="d", place="Islands", text="the attack")
    assert [r.kind for r in crosscheck([told, denial]).relations] == ["contradicts"]
    other = dataclasses.replace(denial, text="that any attack on the camps of the militia had been ordered by it")
    assert crosscheck([told, other]).relations == ()


def test_who_reports_a_denial_is_not_denied(claim):
    told = claim("Institute", "east", "advance", "north", document="d", content=Span(20, 90))
    denial = claim(*S, "advance", "north", False, document="d", content=Span(50, 90), answers_to=told.id)
    told, denial = dataclasses.replace(told, cue=(Span(91, 95),)), dataclasses.replace(denial, cue=(Span(40, 46),))
    assert [r.tier for r in crosscheck([told, denial]).relations] in ([], ["inferred"])


PLACES = [
    ("its fighters had taken full control of the steel plant", False, "a plant in the town is a part of it"),
    ("its troops had entered the town", False, "who has entered has a part"),
    ("its troops had taken the town", True, "the whole"),
]


@pytest.mark.parametrize(("text", "parted", "why"), PLACES)
def test_a_part_of_the_town_is_not_the_town(claim, text, parted, why):
    found = crosscheck([claim(*N, "capture", "north", text=text), claim(*S, "hold", "south", text="its army holds it")]).relations
    assert ("contradicts" in [r.kind for r in found]) == parted, why


def test_who_favours_a_side_is_not_that_side(claim):
    one = claim("Observer", "east", "explosion", "south", place="Lock", text="a pro-south group blew up the lock", stance="accuses")
    at = one.content[0].start
    backed = dataclasses.replace(one.event.agent, span=Span(at + 2, at + 17))
    denial = claim(*S, "explosion", "south", False, place="Lock", text="any part in it")
    assert [r.kind for r in crosscheck([one, denial]).relations] == ["contradicts"]
    assert crosscheck([dataclasses.replace(one, event=dataclasses.replace(one.event, agent=backed)), denial]).relations == ()


AGREEING = [
    ("capture", "capture", FAR, [], "the town is named somewhere else in the report"),
    ("capture", "capture", HEADLINE, ["corroborates"], "the town is what the report is about"),
    ("claim", "capture", HEADLINE, [], "a trigger that seldom tells of the event"),
]


@pytest.mark.parametrize(("word", "code", "start", "kinds", "why"), AGREEING)
def test_two_reports_agree_only_in_what_both_say_plainly(claim, word, code, start, kinds, why):
    one = placed(claim(*N, code, "north", text=f"{word} of the whole"), start)
    at = one.content[0].start
    one = dataclasses.replace(one, event=dataclasses.replace(one.event, span=Span(at, at + len(word))))
    assert [r.kind for r in crosscheck([one, claim("Observer", "east", code, "north")]).relations] == kinds, why


def test_offensives_of_two_places_are_two(claim):
    one = claim(*N, "offensive", "north", place="Varnia")
    assert crosscheck([one, claim("Observer", "east", "offensive", "north", place="Teremin")]).relations == ()


def test_who_complains_of_a_breach_does_not_bear_out_that_a_truce_was_agreed(claim):
    one = claim(*N, "ceasefire", stance="accuses", text="the south of breaking the truce")
    assert crosscheck([one, claim(*S, "ceasefire", text="a truce had been agreed")]).relations == ()


def test_an_offensive_needs_no_place_within_one_report(claim):
    one = placed(claim(*N, "offensive", "south", document="d", text="the offensive was in full swing"), FAR)
    other = placed(
        claim(*S, "offensive", "south", False, document="d", stance="asserts", text="it needs time for a much-anticipated offensive"), FAR
    )
    assert [r.kind for r in crosscheck([one, other]).relations] == ["contradicts"]
