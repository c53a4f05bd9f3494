"""Names found in one pass."""

import pytest

from counterclaim.knowledge.lexicon import Lexicon, Term, fold, tokens_of

LEXICON = Lexicon(
    [
        ("Ostrel", Term("state", "ostrel")),
        ("Ostrel Guard", Term("party", "guard")),
        ("US", Term("state", "us")),
        ("UN refugee agency", Term("party", "refugees")),
        ("defence ministry", Term("institution", "defence")),
        ("al-Varn", Term("person", "varn")),
        ("the Marble Court", Term("state", "ostrel", "seat")),
        ("Зеленський", Term("person", "president")),
        ("Élan", Term("party", "elan")),
    ]
)
CASES = [
    ("Ostrel said", [("Ostrel", "ostrel")], "a name"),
    ("the Ostrel Guard said", [("Ostrel Guard", "guard")], "the longest name"),
    ("Ostrel’s guard", [("Ostrel", "ostrel")], "a small letter where the name has a capital"),
    ("it told us, US officials", [("US", "us")], "capitals tell an abbreviation from a pronoun"),
    ("U.S. officials", [("U.S.", "us")], "dots in an abbreviation"),
    ("the U.N.'s refugee agency", [("U.N.'s refugee agency", "refugees")], "a possessive within a name"),
    ("Ostrel's Defence Ministry", [("Ostrel", "ostrel"), ("Defence Ministry", "defence")], "capitals where the name has none"),
    ("al Varn and Al-Varn", [("al Varn", "varn"), ("Al-Varn", "varn")], "hyphens join or part words"),
    ("the Marble Court; Marble Court", [("Marble Court", "ostrel"), ("Marble Court", "ostrel")], "an article is no part of a name"),
    ("Ostrel\nGuard", [("Ostrel", "ostrel")], "a line break parts names"),
    ("Ostrel, Guard", [("Ostrel", "ostrel")], "a comma parts names"),
    ("Зеленский, Зеленський", [("Зеленський", "president")], "other scripts, to the letter"),
    ("Elan", [("Elan", "elan")], "accents left out"),
    ("", [], "nothing"),
]


@pytest.mark.parametrize(("text", "found", "why"), CASES, ids=[row[-1] for row in CASES])
def test_names_in_a_text(text, found, why):
    tokens = tokens_of(text)
    hits = LEXICON.find(tokens)
    assert [(text[tokens[h.first].start : tokens[h.last - 1].end], h.terms[0].key) for h in hits] == found, why


def test_a_wider_lexicon_leaves_the_first_as_it_is():
    wider = LEXICON.extended([("Kestria", Term("state", "kestria"))])
    tokens = tokens_of("Kestria and Ostrel")
    assert [h.terms[0].key for h in wider.find(tokens)] == ["kestria", "ostrel"]
    assert [h.terms[0].key for h in LEXICON.find(tokens)] == ["ostrel"]


@pytest.mark.parametrize(
    ("word", "folded"), [("Élan", "elan"), ("ERDOĞAN", "erdogan"), ("U.S.", "us"), ("O’Neil", "o'neil"), ("Київ", "київ")]
)
def test_folding_keeps_letters_and_drops_case_and_accents(word, folded):
    assert fold(word) == fold(folded)
