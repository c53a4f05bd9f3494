"""Grammar and trained reader together."""

from counterclaim.model import Document
from counterclaim.reading.encoder_arguments import Arcs, arguments
from counterclaim.reading.encoder_parse import parse
from counterclaim.reading.polarity import function_words
from counterclaim.reading.read import read
from counterclaim.reading.recipe import Recipe
from counterclaim.reading.sentences import sentences


def contents(text, reader):
    return {c.text for c in read(Document("x", text, ""), Recipe(reader)).claims if c.source is not None}


def test_the_trained_reader_adds_what_the_grammars_lexicon_lacks():
    text = "The council's engineers blorted that the northern sluice gave way before any shell fell."  # no table has a word that is none
    assert contents(text, "grammar") == set()
    assert contents(text, "hybrid") == {"that the northern sluice gave way before any shell fell"}


def test_the_grammar_alone_reads_without_the_trained_reader(monkeypatch):
    monkeypatch.setattr("counterclaim.reading.encoder_session.session", None)
    assert contents("The governor said three people were killed.", "grammar") == {"three people were killed"}


def roles(text, trigger):
    found = parse(text, sentences(text))
    arcs = Arcs.of(found, text)
    word = next(k for k, w in enumerate(found.words) if w.of(text) == trigger)
    made = arguments(arcs, word, function_words("en"), own=False)
    return tuple(None if span is None else span.of(text) for span in (made.agent, made.recipient))


def test_arguments_follow_the_arcs():
    assert roles("The rebels who hold the pass shelled the depot on Monday.", "shelled") == ("The rebels", "the depot")
    assert roles("The depot was shelled by the rebels on Monday.", "shelled") == ("the rebels", "The depot")
    assert roles("The rebels crossed the river at dawn and took the fort.", "took") == ("The rebels", "the fort")
    assert roles("Officials condemned the army's capture of the fort.", "capture") == ("the army", "the fort")
