from dataclasses import replace

import pytest

from counterclaim.crosscheck import crosscheck
from counterclaim.model import Span

N, S = ("Northern Army", "north"), ("Southern Ministry", "south")

TWO = [
    # one claim, the other, kind, why the row exists
    ((*N, "capture", "north"), (*S, "capture", "north", False), "contradicts", "the plain case: said and denied"),
    ((*N, "capture", "north"), (*S, "control", "south"), "contradicts", "one side's control rules out the other's capture"),
    ((*N, "capture", "north"), (*S, "hold", "south"), "contradicts", "holding out rules out that it was taken"),
    ((*N, "control", "north"), (*S, "capture", "north", False), "contradicts", "who has not taken it does not have it"),
    ((*N, "collapse", "south"), (*S, "breach", "north", False), "contradicts", "a collapse is a breach, and the breach is denied"),
    ((*N, "breach", "north"), (*S, "advance", "north", False), "contradicts", "denying the weaker thing denies the stronger"),
    ((*N, "advance", "north"), (*S, "breach", "north", False), "talks-past", "denying the stronger thing does not deny the weaker"),
    ((*N, "retreat", "south"), (*S, "breach", "north", False), "talks-past", "leaving positions is no breach"),
    ((*N, "advance", "north"), (*S, "hold", "south"), "talks-past", "ground near a place may be lost while the place is held"),
    ((*N, "advance", "north"), (*S, "advance", "north"), "corroborates", "two sides say the same"),
    ((*N, "capture", "north"), (*S, "advance", "north"), "corroborates", "the stronger account bears out the weaker"),
    ((*N, "capture", "north"), ("Northern Council", "north", "control", "north"), "echoes", "another voice of one side"),
    ((*S, "hold", "south"), ("Southern Council", "south", "capture", "north", False), "echoes", "both rule out that it was taken"),
    ((*N, "capture", "north"), (*N, "control", "north"), "repeats", "one voice, one answer"),
    ((*N, "advance", "north"), (*S, "advance", "south"), None, "each may have gained ground"),
    ((*N, "repel", "north"), (*S, "advance", "south"), None, "one attack beaten back, ground gained elsewhere"),
    ((*N, "retreat", "south"), (*S, "hold", "south"), "contradicts", "the same side's troops hold or leave"),
    ((*N, "offensive", "south"), (*S, "offensive", "south", False), "contradicts", "an offensive has begun, or has not"),
    ((None, None, "capture", "north"), (*S, "capture", "north", False), None, "nobody knows whose word the first is"),
    ((None, "north", "capture", "north"), (*S, "capture", "north", False), "contradicts", "an unnamed official still has a side"),
]


@pytest.mark.parametrize(("one", "other", "kind", "why"), TWO)
def test_two_claims_at_one_place_on_one_day(claim, one, other, kind, why):
    relations = crosscheck([claim(*one), claim(*other)]).relations
    assert [r.kind for r in relations] == ([kind] if kind else []), why


TIMES = [
    ("2031-06-02T10:00:00Z", "2031-06-03T09:00:00Z", "contradicts", "denied the next day"),
    ("2031-06-03T09:00:00Z", "2031-06-02T10:00:00Z", "contradicts", "claimed again within a day of the denial"),
    ("2031-06-05", "2031-06-02", None, "a denial says nothing of what is first claimed three days later"),
    ("2031-06-02", "2031-06-12", None, "ten days apart"),
]


@pytest.mark.parametrize(("claimed", "denied", "kind", "why"), TIMES)
def test_a_denial_speaks_of_what_was_claimed_before_it(claim, claimed, denied, kind, why):
    relations = crosscheck([claim(*N, "capture", "north", day=claimed), claim(*S, "capture", "north", False, day=denied)]).relations
    assert [r.kind for r in relations] == ([kind] if kind else []), why


def test_two_days_that_the_texts_name_are_two_times(claim):
    one = claim(*N, "shelling", "south", time="2031-06-01", text="shells hit the hospital")
    other = claim(*S, "shelling", "south", False, time="2031-06-02", text="shells hit the hospital")
    assert crosscheck([one, other]).relations == ()


def test_a_party_that_changes_its_answer_updates_it_the_earlier_left(claim):
    earlier = claim(*N, "hold", "north", day="2031-06-02", id="z")
    later = claim(*N, "retreat", "north", day="2031-06-03", id="a")
    assert [(r.kind, r.left, r.right) for r in crosscheck([later, earlier]).relations] == [("updates", "z", "a")]


def test_two_voices_of_one_house_do_not_contradict_one_another_unless_they_are_of_two_factions(claim):
    one, other = claim("Mayor", "south", "hold", "south", faction="guard"), claim("Governor", "south", "retreat", "south")
    assert crosscheck([one, other]).relations == ()
    rival = claim("Captain", "south", "retreat", "south", faction="volunteers")
    assert [r.kind for r in crosscheck([one, rival]).relations] == ["contradicts"]


MISREAD = [
    (("Observer", "ngo", "capture", "ngo"), {"agent_span": None}, "an observer takes no town: the agent was only supposed"),
    (("Mayor", "south", "shelling", "south"), {"agent_span": None, "text": "the dam"}, "nobody is named, and the speaker is not the doer"),
    (("Mayor", "south", "shelling", "east"), {"agent_span": None, "text": "the dam"}, "whom a reader only supposes is no rival"),
    (("Mayor", "south", "clash", None, False, "2031-06-05"), {}, "one fight denied is not another days later"),
]


@pytest.mark.parametrize(("one", "more", "why"), MISREAD)
def test_what_a_reader_only_supposes_contradicts_nothing(claim, one, more, why):
    code, agent = ("clash", None) if one[2] == "clash" else ("capture", "north") if one[2] == "capture" else ("shelling", "north")
    assert crosscheck([claim(*one, **more), claim("Northern Army", "west", code, agent, text="the dam")]).relations == (), why


PLACES = [
    ("Varnia", "Varnia", "contradicts", "one place"),
    ("Varnia", "Teremin", None, "two towns, however near"),
    ("Varnia", "Lock", None, "who holds a dam need not hold the town beside it"),
    ("Varnia", None, None, "another report that names no place"),
]


@pytest.mark.parametrize(("here", "there", "kind", "why"), PLACES)
def test_places(claim, here, there, kind, why):
    one = claim(*N, "capture", "north", place=here)
    other = claim(*S, "capture", "north", False, place=there)
    assert [r.kind for r in crosscheck([one, other]).relations] == ([kind] if kind else []), why


def test_a_claim_without_a_place_shares_that_of_its_report(claim):
    one = claim(*N, "capture", "north", document="d")
    other = claim(*S, "capture", "north", False, place=None, document="d")
    assert [r.kind for r in crosscheck([one, other]).relations] == ["contradicts"]


def test_a_deed_at_a_facility_is_a_deed_at_its_town(claim):
    one = claim(*N, "explosion", "south", place="Lock", stance="accuses", text="a dam")
    other = claim(*S, "explosion", "north", place="Varnia", stance="accuses", text="the dam")
    assert [r.kind for r in crosscheck([one, other]).relations] == ["contradicts"]


DEEDS = [
    # text, place, code of the first, code, agent and stance of the second, kind
    (
        "shells hit the hospital",
        "Varnia",
        "shelling",
        ("shelling", "north", "accuses"),
        "contradicts",
        "rival agents, and both name the hospital",
    ),
    ("shells hit the town", "Varnia", "shelling", ("shelling", "north", "accuses"), None, "each side may have shelled the town"),
    (
        "the gate was blown up",
        "Lock",
        "infrastructure-damage",
        ("explosion", "north", "accuses"),
        "contradicts",
        "one facility, whatever the words",
    ),
    (
        "the gate was blown up",
        "Lock",
        "infrastructure-damage",
        ("explosion", "south", "confirms"),
        "corroborates",
        "a side confirms its own deed",
    ),
    ("the gate was blown up", "Lock", "infrastructure-damage", ("explosion", "south", "asserts"), None, "nobody boasts of it: misread"),
    (
        "the bridge was blown up",
        None,
        "infrastructure-damage",
        ("explosion", "north", "accuses"),
        "contradicts",
        "one rare thing, no place named",
    ),
    ("the hospital was hit", None, "shelling", ("shelling", "north", "accuses"), None, "there are many hospitals"),
]


@pytest.mark.parametrize(("text", "place", "code", "second", "kind", "why"), DEEDS)
def test_rival_agents_for_one_deed(claim, text, place, code, second, kind, why):
    one = claim(*N, code, "south", text=text, place=place, stance="accuses")
    other = claim(*S, second[0], second[1], text=text, place=place, stance=second[2])
    assert [r.kind for r in crosscheck([one, other]).relations] == ([kind] if kind else []), why


UNLISTED = [
    ("it holds Kesten", "its troops took the village of Kesten", "contradicts", "one name that no list has"),
    ("it holds Kesten", "its troops took the village of Brell", None, "two names"),
    ("it holds the line", "its troops took the village", None, "no name"),
]


@pytest.mark.parametrize(("one", "other", "kind", "why"), UNLISTED)
@pytest.mark.parametrize("place", [None, "Islands"])
def test_places_that_no_list_has(claim, one, other, kind, why, place):
    claims = [claim(*S, "hold", "south", text=one, place=place), claim(*N, "capture", "north", text=other, place=place)]
    assert [r.kind for r in crosscheck(claims).relations] == ([kind] if kind else []), why


def test_a_place_that_the_reader_knows_by_name_alone_is_that_of_the_words(claim):
    claims = [claim(*S, "hold", "south", text="it holds Kesten", place=None), claim(*N, "capture", "north", place="Kesten")]
    assert [r.kind for r in crosscheck(claims).relations] == ["contradicts"]


def test_the_accused_may_deny_such_a_deed_everywhere(claim):
    charge = claim(*N, "shelling", "south", stance="accuses", day="2031-06-02T08:00:00Z")
    denial = claim(*S, "shelling", "south", False, place=None, day="2031-06-02T12:00:00Z")
    assert [r.kind for r in crosscheck([charge, denial]).relations] == ["contradicts"]
    of_another = claim(*S, "shelling", "south", False, place=None, day="2031-06-04T12:00:00Z")
    assert crosscheck([charge, of_another]).relations == ()


WIDE = [
    ("infrastructure-damage", "the dam was blown up", None, "contradicts", "one rare thing"),
    ("infrastructure-damage", "an apartment block was hit", None, None, "a wide region has many"),
    ("casualties", "people were killed", (40, None, "people"), None, "two happenings in a wide region"),
    ("capture", "the town was taken", None, None, "which town?"),
    ("ceasefire", "a cease-fire holds", None, "contradicts", "a cease-fire is not tied to a place"),
]


def test_a_narrow_region_is_one_place_only_where_one_denies_outright_what_the_other_says(claim):
    said, denied = claim(*N, "advance", "north", place="Strip"), claim(*S, "advance", "north", False, place="Strip")
    assert [r.kind for r in crosscheck([said, denied]).relations] == ["contradicts"]
    held = claim(*S, "control", "south", place="Strip")
    assert crosscheck([claim(*N, "control", "north", place="Strip"), held]).relations == ()


@pytest.mark.parametrize(("code", "text", "count", "kind", "why"), WIDE)
def test_two_reports_of_a_wide_region(claim, code, text, count, kind, why):
    more = {"count": count} if count else {}
    one = claim(*N, code, "south", text=text, place="Islands", **more)
    other = claim(*S, code, "south", False, text=text, place="Islands")
    assert [r.kind for r in crosscheck([one, other]).relations] == ([kind] if kind else []), why


def test_one_side_that_blames_two_others_does_not_contradict_itself(claim):
    one = claim("Mayor", "south", "explosion", "north", place="Lock")
    other = claim("Governor", "south", "explosion", "east", place="Lock")
    assert [r.kind for r in crosscheck([one, other]).relations] == ["echoes"]


def test_a_denial_of_one_agent_does_not_deny_another(claim):
    blamed = claim(*S, "explosion", "north", place="Lock")
    denied = claim("Observer", "east", "explosion", "east", False, place="Lock")
    assert crosscheck([blamed, denied]).relations == ()


DEGREES = [
    ("the northern army controls most of the town", None, "most is neither yes nor no"),
    ("the northern army controls the town", "contradicts", "the whole is meant where no words lessen it"),
]


@pytest.mark.parametrize(("text", "kind", "why"), DEGREES)
def test_degrees_of_control(claim, text, kind, why):
    one = claim("Observer", "east", "control", "north", text=text)
    other = claim(*S, "control", "south", text="the town is in southern hands")
    assert [r.kind for r in crosscheck([one, other]).relations] == ([kind] if kind else []), why


def test_a_fight_for_a_place_that_goes_on_rules_out_that_it_was_taken(claim):
    taken = claim(*N, "capture", "north")
    fight = claim(*S, "clash", text="the fight for the town continues")
    assert [r.kind for r in crosscheck([taken, fight]).relations] == ["contradicts"]
    assert crosscheck([taken, claim(*S, "clash", text="clashes near the town")]).relations == ()


COUNTS = [
    ((40, 40), (4, 4), "contradicts", "ten times as many"),
    ((40, 40), (36, None), "corroborates", "at least 36 may be 40"),
    ((260, None), (4, None), None, "at least 4 and at least 260 fit any toll"),
    ((40, 40), (35, 35), None, "nearly the same: no dispute, no agreement"),
]


@pytest.mark.parametrize(("left", "right", "kind", "why"), COUNTS)
def test_counts(claim, left, right, kind, why):
    one = claim(*N, "casualties", "south", count=(*left, "soldiers"))
    other = claim(*S, "casualties", "south", count=(*right, "soldiers"))
    assert [r.kind for r in crosscheck([one, other]).relations] == ([kind] if kind else []), why


OUTRIGHT = [
    ({"stance": "denies", "text": "that a truce had been agreed"}, "contradicts", "there is none, in so many words"),
    ({"stance": "denies", "text": "a cease-fire in the region"}, None, "who rejects a truce does not say whether one was called"),
    ({"stance": "accuses"}, None, "who complains of a breach does not say that there is none"),
]


@pytest.mark.parametrize(("more", "kind", "why"), OUTRIGHT)
def test_only_an_outright_denial_denies_a_truce(claim, more, kind, why):
    claims = [claim(*N, "ceasefire"), claim(*S, "ceasefire", None, False, **more)]
    assert [r.kind for r in crosscheck(claims).relations] == ([kind] if kind else []), why


def test_who_denies_a_breach_of_a_truce_says_that_it_holds(claim):
    claims = [claim(*N, "ceasefire", None, False, stance="accuses"), claim(*S, "ceasefire", stance="denies")]
    assert [r.kind for r in crosscheck(claims).relations] == ["contradicts"]


def test_a_denial_of_somebody_that_a_reader_only_supposes_denies_nothing(claim):
    claims = [
        claim(*N, "explosion", "south", place="Lock"),
        claim("Observer", "east", "explosion", "south", False, place="Lock", agent_span=None),
    ]
    assert crosscheck(claims).relations == ()


def test_two_that_each_boast_of_a_strike_tell_of_two(claim):
    one = claim(*N, "missile-strike", "north", text="the port")
    other = claim(*S, "missile-strike", "south", text="the port")
    assert crosscheck([one, other]).relations == ()


def test_counts_of_others_are_other_counts(claim):
    one = claim(*N, "casualties", "south", count=(40, 40, "people killed"))
    other = claim(*S, "casualties", "south", count=(4, 4, "fighters killed"))
    assert crosscheck([one, other]).relations == ()


def test_an_observer_that_could_not_make_sure_denies_nothing(claim):
    doubt = claim("Agency", "media", "capture", "north", False, stance="doubts")
    assert crosscheck([claim(*N, "capture", "north"), doubt]).relations == ()


def test_harm_to_people_and_damage_to_a_building_are_two_deeds(claim):
    one = claim(*N, "civilian-harm", "south", text="the hospital", stance="accuses")
    other = claim(*S, "infrastructure-damage", "north", text="the hospital", stance="accuses")
    assert crosscheck([one, other]).relations == ()


def test_a_toll_that_grows_is_no_contradiction(claim):
    one = claim(*N, "casualties", "south", count=(4, 4, "people"), day="2031-06-02")
    other = claim(*S, "casualties", "south", count=(40, 40, "people"), day="2031-06-03")
    assert crosscheck([one, other]).relations == ()


def test_the_text_itself_may_say_so(claim):
    said = claim(*N, "capture", "north", document="d", content=Span(10, 40))
    denied = claim(*S, "capture", "north", False, document="d", content=Span(5, 40), answers_to=said.id)
    (relation,) = crosscheck([said, denied]).relations
    assert (relation.kind, relation.tier) == ("contradicts", "explicit")
    assert [r.field for r in relation.because] == ["source", "text", "polarity", "place", "time"]


def test_who_reports_anothers_words_neither_denies_nor_corroborates_them(claim):
    outer = {"document": "d", "content": Span(0, 90)}
    inner = {"document": "d", "content": Span(20, 60)}
    assert crosscheck([claim(*S, "capture", "north", **outer), claim(*N, "capture", "north", **inner)]).relations == ()
    denial = claim(*S, "capture", "north", False, **inner)
    assert [r.tier for r in crosscheck([claim(*N, "capture", "north", **outer), denial]).relations] == ["inferred"]


def test_nobody_denies_its_own_gain_so_that_a_denial_is_of_the_others(claim):
    denial = claim(*S, "capture", "south", False)
    assert [r.kind for r in crosscheck([claim(*N, "capture", "north"), denial]).relations] == ["contradicts"]


def test_two_tolls_without_a_count_need_not_be_of_one_happening(claim):
    assert crosscheck([claim(*N, "casualties", "south"), claim(*S, "casualties", "south")]).relations == ()


SILENT = [
    ({"own_voice": True}, "the publisher's own voice is no party"),
    ({"stance": "demands"}, "a demand says nothing of what is so"),
    ({"stance": "promises"}, "a promise says nothing of what is so"),
    ({"certainty": "possible"}, "what may have been contradicts nothing"),
]


@pytest.mark.parametrize(("more", "why"), SILENT)
def test_who_takes_no_part_in_a_dispute(claim, more, why):
    assert crosscheck([claim(*N, "capture", "north", **more), claim(*S, "capture", "north", False)]).relations == (), why


def test_every_reason_names_its_field_and_says_why_in_words(claim):
    (relation,) = crosscheck([claim(*N, "capture", "north"), claim(*S, "capture", "north", False)]).relations
    assert [(r.field, r.agreement, r.why) for r in relation.because] == [
        ("source", 0.0, "voices of different camps: Northern Army and Southern Ministry"),
        ("polarity", -1.0, "one says it, the other denies it: capture"),
        ("place", 1.0, "both at Varnia"),
        ("time", 0.9, "both told on 2031-06-02"),
    ]


EXPLICIT = [
    # stance and code of the answer, its party and side, kind, why
    ("denies", None, S, "contradicts", "its own words suffice, though no code is known"),
    ("confirms", None, S, "corroborates", "its own words suffice"),
    ("doubts", None, S, None, "a question about it decides nothing by itself"),
    ("doubts", "capture", S, "contradicts", "a doubt that the fields bear out"),
    ("denies", None, ("Northern Council", "north"), None, "one house does not dispute with itself by words alone"),
]


@pytest.mark.parametrize(("stance", "code", "voice", "kind", "why"), EXPLICIT)
def test_what_the_text_says_outright(claim, stance, code, voice, kind, why):
    said = claim(*N, "capture", "north", document="d")
    answer = claim(*voice, "capture", "north", stance == "confirms", stance=stance, document="d", answers_to=said.id)
    answer = answer if code else replace(answer, event=None)
    found = crosscheck([said, answer]).relations
    assert [(r.kind, r.tier) for r in found] == ([(kind, "explicit")] if kind else []), why
