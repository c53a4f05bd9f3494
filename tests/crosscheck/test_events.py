import pytest

from counterclaim.crosscheck import crosscheck

N, S, THIRD = ("Northern Army", "north"), ("Southern Ministry", "south"), ("Observer", "east")


def told(claims):
    return [(e.code, e.place, e.begin, e.end, len(e.claims)) for e in sorted(crosscheck(claims).events, key=lambda e: (e.begin, e.claims))]


def test_a_gain_told_on_two_days_is_one_event_with_its_versions(claim):
    claims = [
        claim(*N, "advance", "north", day="2031-06-02"),
        claim(*S, "retreat", "south", day="2031-06-03"),
        claim(*S, "advance", "north", False, day="2031-06-03"),
    ]
    (event,) = crosscheck(claims).events
    assert (event.code, event.begin, event.end, len(event.claims)) == ("advance", "2031-06-02", "2031-06-03", 3)
    assert sorted(v.summary for v in event.versions) == ["advance by North", "no advance by North", "retreat by South"]


STRIKES = [
    ({"text": "a missile hit the hospital"}, {"text": "a missile hit the station"}, 2, "two targets"),
    ({"text": "a missile hit the hospital"}, {"text": "the hospital was struck"}, 1, "one target, other words"),
    ({}, {"code": "drone-strike"}, 2, "two weapons"),
    ({}, {"day": "2031-06-05"}, 2, "days apart"),
    ({"time": "2031-06-02T03:00"}, {"time": "2031-06-02T21:00"}, 2, "two hours of one day"),
    ({"time": "2031-06-02T03:00"}, {"time": "2031-06-02T03:30"}, 1, "one hour"),
    ({"time": "2031-06-02T03:00"}, {"time": "2031-06-02"}, 1, "one names no hour"),
]


@pytest.mark.parametrize(("one", "other", "number", "why"), STRIKES)
def test_strikes_on_one_town(claim, one, other, number, why):
    first, second = ({"code": "missile-strike", "day": "2031-06-02", **more} for more in (one, other))
    claims = [claim(*who, made.pop("code"), "north", **made) for who, made in ((N, first), (S, second))]
    assert len(crosscheck(claims).events) == number, why


TABLE = [
    # versions: (voice, positive, admission); credibility of the positive version, why
    ([(N, True, False)], 6, "one side's word"),
    ([(N, True, False), (N, True, False)], 6, "one voice twice is one voice"),
    ([(N, True, False), (S, True, False)], 3, "two sides agree"),
    ([(N, True, False), (S, True, True)], 2, "the other side admits it"),
    ([(N, True, False), (S, True, True), (THIRD, True, False)], 1, "three sides, one admission, no denial"),
    ([(N, True, False), (S, True, False), (THIRD, True, False)], 2, "three voices of different sides"),
    ([(S, True, True)], 3, "an admission alone"),
    ([(N, True, False), (S, False, False)], 6, "word against word"),
    ([(N, True, False), (S, False, False), (THIRD, False, False)], 5, "one side tells it, two deny it"),
    ([(N, True, False), (THIRD, True, False), (S, False, False)], 4, "two sides tell it, one denies it"),
]


@pytest.mark.parametrize(("versions", "credibility", "why"), TABLE)
def test_credibility_by_the_published_table(claim, versions, credibility, why):
    claims = [claim(*who, "advance", "north", positive, admission=admission) for who, positive, admission in versions]
    (event,) = crosscheck(claims).events
    version = next(v for v in event.versions if v.summary == "advance by North")
    assert version.assessment.credibility == credibility, why
    assert version.assessment.because


def test_who_says_that_a_place_was_not_taken_tells_one_account_whatever_the_words(claim):
    claims = [
        claim(*N, "capture", "north"),
        claim(*N, "control", "north"),
        claim(*S, "hold", "south"),
        claim("Mayor", "south", "clash", text="the fight for the town continues"),
        claim("Governor", "south", "capture", "north", False),
        claim(*THIRD, "control", "north", text="most of the town"),
    ]
    (event,) = crosscheck(claims).events
    assert [(v.summary, len(v.claims)) for v in event.versions] == [
        ("not taken by North", 3),
        ("taken by North", 2),
        ("taken in part by North", 1),
    ]
