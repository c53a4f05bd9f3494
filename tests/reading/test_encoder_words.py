import pytest

from counterclaim.model import Attribution, Span
from counterclaim.reading.encoder_words import HINTS, LAYOUTS, SHAPES, encoder_words, hints, layouts, shape

WORDS = [
    ("They didn't say it's lost.", "They|did|n't|say|it|'s|lost|.", "clitics stand alone"),
    ("It cannot hold.", "It|can|not|hold|.", "cannot is two words"),
    ("The U.S. envoy met Gen. Varo.", "The|U.S.|envoy|met|Gen.|Varo|.", "abbreviations keep their point"),
    ("1,000 men at 05:30", "1,000|men|at|05:30", "numbers stay whole"),
    ("a 95-km front", "a|95|-|km|front", "hyphens stand alone"),
    ("the 3rd Brigade", "the|3rd|Brigade", "ordinals stay whole"),
    ("Mar'inka fell", "Mar'inka|fell", "an apostrophe inside a name is no clitic"),
    ("“We hold”—so far...", "“|We|hold|”|—|so|far|...", "marks stand alone, dots together"),
]


@pytest.mark.parametrize(("text", "expected", "why"), WORDS)
def test_words(text, expected, why):
    spans = encoder_words(text)
    assert "|".join(span.of(text) for span in spans) == expected, why


def test_words_between_offsets():
    assert encoder_words("One. Two.", 5, 9) == [Span(5, 8), Span(8, 9)]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Kesh", "title"), ("UN", "upper"), ("A", "title"), ("taken", "lower"), ("McVaro", "mixed"), ("155mm", "alphanumeric"),
     ("1,000", "number"), ("“", "quote"), ("—", "dash"), (":", "colon"), ("…", "stop"), ("%", "other")],
)  # fmt: skip
def test_shapes(word, expected):
    assert SHAPES[shape(word)] == expected


def test_layouts_tell_paragraphs_lines_and_quotes():
    text = 'Army: "we hold"\nit said.\n\nNext'
    words = encoder_words(text)
    assert [w.of(text) for w in words] == ["Army", ":", '"', "we", "hold", '"', "it", "said", ".", "Next"]
    assert layouts(text, words) == [4, 0, 1, 1, 1, 1, 2, 0, 0, 4]
    assert max(layouts(text, words)) < LAYOUTS


def test_hints_are_the_grammars_roles():
    text = "The army said it left."
    known = Attribution("a", (Span(0, 8),), (Span(9, 13),), (Span(14, 21),), "indirect", "asserts")
    assert hints(encoder_words(text), [known]) == [2, 2, 3, 1, 1, 0]
    assert HINTS == 4
