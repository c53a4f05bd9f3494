from counterclaim.crosscheck import crosscheck

N, S = ("Northern Army", "north"), ("Southern Ministry", "south")


def asked(claims):
    return sorted((q.kind, q.text, q.place, q.time, tuple(a.answer for a in q.answers)) for q in crosscheck(claims).questions)


def test_holding_and_fighting_on_answer_whether_a_place_was_taken(claim):
    claims = [
        claim(*N, "capture", "north", day="2031-06-02T08:00:00Z"),
        claim(*S, "hold", "south", day="2031-06-02T10:00:00Z"),
        claim(*S, "clash", day="2031-06-03T10:00:00Z", text="the fight for the town continues"),
        claim("Observer", "east", "control", "north", day="2031-06-03T12:00:00Z", text="most of the town"),
        claim(*S, "capture", "north", False, day="2031-06-03T14:00:00Z"),
    ]
    assert asked(claims) == [
        ("whether", "Did North take Varnia?", "Varnia", "2031-06-02/2031-06-03", ("yes", "no", "no", "partly", "no")),
    ]


def test_a_deed_asks_who_did_it_whatever_the_words_for_it(claim):
    claims = [
        claim(*S, "infrastructure-damage", "north", place="Lock", day="2031-06-02T08:00:00Z"),
        claim(*N, "explosion", "south", place="Lock", day="2031-06-02T09:00:00Z"),
        claim("Observer", "east", "infrastructure-damage", "north", False, place="Lock", day="2031-06-02T10:00:00Z"),
    ]
    assert asked(claims) == [("who", "Who destroyed or damaged Varnia Lock?", "Varnia Lock", "2031-06-02", ("North", "South", "not North"))]


def test_counts_ask_how_many(claim):
    claims = [
        claim(*N, "casualties", "south", count=(600, None, "soldiers"), day="2031-06-02T08:00:00Z"),
        claim(*S, "casualties", "south", False, day="2031-06-02T09:00:00Z"),
    ]
    assert asked(claims) == [
        ("how-many", "How many were killed near Varnia?", "Varnia", "2031-06-02", ("at least 600", "0")),
        ("whether", "Were there dead or wounded near Varnia?", "Varnia", "2031-06-02", ("yes", "no")),
    ]


def test_a_long_silence_ends_a_question(claim):
    claims = [claim(*N, "capture", "north", day="2031-06-02"), claim(*S, "capture", "north", False, day="2031-06-12")]
    assert [a for *_, a in asked(claims)] == [("yes",), ("no",)]


def test_an_offensive_is_asked_about_without_a_place(claim):
    claims = [claim(*N, "offensive", "south", place=None), claim(*S, "offensive", "south", False, place=None)]
    assert asked(claims) == [("whether", "Has South begun an offensive?", None, "2031-06-02", ("yes", "no"))]


def test_demands_answer_nothing(claim):
    assert crosscheck([claim(*N, "ceasefire", stance="demands", place=None)]).questions == ()


def test_the_same_claims_give_the_same_ids(claim):
    claims = [claim(*N, "capture", "north"), claim(*S, "capture", "north", False)]
    assert [q.id for q in crosscheck(claims).questions] == [q.id for q in crosscheck(claims[::-1]).questions]


def test_a_report_that_names_only_the_region_joins_the_rare_thing(claim):
    claims = [
        claim(*S, "infrastructure-damage", "north", place="Lock", text="the dam was blown up", day="2031-06-02T08:00:00Z"),
        claim(*N, "explosion", "south", place="Islands", text="the blast at the dam", day="2031-06-02T09:00:00Z"),
        claim("Observer", "east", "attack", "north", place=None, text="the attack on the dam", day="2031-06-02T10:00:00Z"),
    ]
    assert asked(claims) == [("who", "Who destroyed or damaged Varnia Lock?", "Varnia Lock", "2031-06-02", ("North", "South", "North"))]


def test_who_names_nobody_speaks_of_the_one_side_that_is_named(claim):
    claims = [
        claim(*N, "capture", "north", day="2031-06-02T08:00:00Z"),
        claim("Observer", "east", "capture", None, day="2031-06-02T09:00:00Z"),
        claim(*S, "capture", None, False, day="2031-06-02T10:00:00Z"),
    ]
    assert asked(claims) == [("whether", "Did North take Varnia?", "Varnia", "2031-06-02", ("yes", "yes", "no"))]


def test_a_place_that_no_list_has_is_named_all_the_same(claim):
    claims = [
        claim(*N, "capture", "north", place="Islands", text="they had taken the village of Kesten", day="2031-06-02T08:00:00Z"),
        claim(*S, "capture", "north", False, place=None, text="that Kesten had fallen", day="2031-06-02T10:00:00Z"),
    ]
    assert ("whether", "Did North take Kesten?", "Kesten", "2031-06-02", ("yes", "no")) in asked(claims)


def test_no_question_is_asked_of_nobody_and_nowhere(claim):
    loose = claim("Observer", "east", "arms-supply", None, place=None)
    assert [q for q in crosscheck([loose]).questions if q.kind == "whether"] == []


def test_whom_a_reader_supposes_against_the_speaker_asks_no_question(claim):
    told = claim(*N, "capture", "south", agent_span=None)
    assert not any("South" in q.text for q in crosscheck([told]).questions)
