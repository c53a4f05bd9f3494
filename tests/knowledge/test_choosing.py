"""Which war a text is about, told by its names."""

import pytest

from counterclaim.knowledge.choosing import choose_conflict

CASES = [
    ("Ukraine says Russian forces shelled Kherson.", "2023-06-06", "ukraine-2022", "both sides and a place"),
    ("US calls for a ceasefire in Sudan", "2023-04-17", "sudan-2023", "the theatre alone, on a day of the war"),
    ("US calls for a ceasefire in Sudan", "2020-04-17", None, "the theatre alone, three years before"),
    ("Clashes in Sudan between the army and the Rapid Support Forces", None, "sudan-2023", "no day, but two names"),
    ("Talks in Sudan went on.", None, None, "no day and one name"),
    ("Israel denied that its aircraft struck the hospital in Gaza; Hamas blamed it.", "2023-10-17", "israel-gaza-2023", "side and group"),
    (
        "Armenia accused Azerbaijan; Russian peacekeepers watched Nagorno-Karabakh, as the war in Ukraine goes on.",
        "2023-09-19",
        None,
        "another rivalry",
    ),
    ("Wagner mercenaries march on Moscow, Putin speaks of treason", "2023-06-24", "ukraine-2022", "one side alone, no third state"),
    ("Wagner mercenaries in Mali, Moscow says", "2023-06-24", None, "one side alone in another state"),
    ("Russia and Japan sign a trade deal", "2023-06-24", None, "a third state and no war"),
    ("Shares rose in Frankfurt.", "2023-06-24", None, "no war"),
    ("", "2023-06-24", None, "nothing"),
    ("Ukraine's army shelled it, Russia says", "not a date", "ukraine-2022", "a day that is none is no day"),
]


@pytest.mark.parametrize(("text", "day", "conflict", "why"), CASES, ids=[row[-1] for row in CASES])
def test_the_war_of_a_text(text, day, conflict, why):
    chosen = choose_conflict(text, day)
    assert (chosen.id if chosen else None) == conflict, why
