from counterclaim.crosscheck import voices


def test_one_party_in_many_outlets_is_one_voice_and_the_chain_is_shown(claim):
    claims = [claim("Northern Army", "north", "advance", "north", publisher=p) for p in ("The Gazette", "The Courier", "The Gazette")]
    (voice,) = voices(claims)
    assert (voice.name, voice.side, voice.claims, voice.relayed_by) == (
        "Northern Army",
        "north",
        ("c001", "c002", "c003"),
        ("The Courier", "The Gazette"),
    )


def test_a_ministry_its_minister_and_its_spokesman_are_one_voice(claim):
    ministry = claim("Southern Ministry", "south", "hold", "south")
    minister = claim("Minister", "south", "hold", "south", member_of="Southern Ministry")
    spokesman = claim("Spokesman", "south", "hold", "south", member_of="Southern Ministry")
    assert [len(v.claims) for v in voices([ministry, minister, spokesman])] == [3]


def test_the_body_of_a_body_is_one_voice_but_two_ministries_of_a_state_are_two(claim):
    army = claim("Army", "south", "hold", member_of="Southern Ministry")
    speaker = claim("Spokesman", "south", "hold", member_of="Army")
    ministry = claim("Southern Ministry", "south", "hold", member_of="south")
    foreign = claim("Foreign Ministry", "south", "hold", member_of="south")
    assert [len(v.claims) for v in voices([speaker, ministry, foreign, army])] == [3, 1]


def test_two_officials_of_one_side_are_two_voices(claim):
    assert len(voices([claim("Mayor", "south", "hold"), claim("Governor", "south", "hold")])) == 2


def test_the_same_words_of_somebody_unnamed_are_one_voice(claim):
    same = [claim(None, None, "advance", text="the army went forward") for _ in range(3)]
    assert [len(v.claims) for v in voices([*same, claim(None, None, "advance", text="tanks were seen")])] == [3, 1]


def test_the_publishers_own_voice_is_none(claim):
    assert voices([claim("x", None, "advance", own_voice=True)]) == ()
