"""States and armed groups that no file names, as the text betrays them."""

import pytest

from counterclaim.knowledge.tables import language_table
from counterclaim.model import Span
from counterclaim.reading.cast import cast
from counterclaim.reading.polities import Polity, polities
from counterclaim.reading.sentences import sentences
from counterclaim.reading.vocabulary import vocabulary

TABLE = language_table("en", "polities")


def found(text):
    return polities(text, vocabulary(None, "en"), "en")


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Kestria's army left. Kestrian troops fled.", (Polity("Kestria", ("Kestrian",)),), "a name and its adjective are one"),
        ("The Orvanian defence ministry denied it; Orvane held.", (Polity("Orvane", ("Orvanian",)),), "an e goes"),
        ("The Varnian army left.", (Polity("Varnia", ("Varnian",)),), "a name that the text never gives"),
        ("The president of Ostrel spoke.", (Polity("Ostrel"),), "institution of a state"),
        ("The Upland Front rebels left.", (Polity("Upland Front", (), True),), "an armed group"),
        ("Fighters of the K17 militia left.", (Polity("K17", (), True),), "a name with digits"),
        ("The Ukrainian army left; Moscow's defence ministry spoke.", (), "known states are none"),
        ("The Transitional Government left on Friday.", (), "a qualifier is no state"),
        ("Talvar police said so. The Selmar council met.", (), "towns have police and councils"),
        (
            "Talvar, the Kestrian capital. The Kestrian army left.",
            (Polity("Kestria", ("Kestrian",), False, ("Talvar",)),),
            "a seat",
        ),
        ("In the Orvanese port of Senna, ships sank.", (Polity("Orvan", ("Orvanese",)),), "no name: the adjective's stem"),
        ("Orvanese ships left the coast of Orvane. The Orvanese navy left.", (Polity("Orvane", ("Orvanese",)),), "a name wins"),
        ("Tarsan's army left.", (Polity("Tarsan"),), "what owns is a name, whatever its ending"),
        ("The army left. He said the government fell.", (), "no name at all"),
        ("ORVANE: Orvanian troops left.", (Polity("Orvane", ("Orvanian",)),), "the name in a dateline's capitals"),
        ("Orvanian troops left. Shells fell in southern Orvane.", (Polity("Orvane", ("Orvanian",)),), "a name that owns nothing"),
        ("Orvane-backed rebels left. The Orvanian army stayed.", (Polity("Orvane", ("Orvanian",)),), "a name in a compound"),
        ("Orvanians fled the Republic of Orvane's Orvanian army.", (Polity("Orvane", ("Orvanian", "Orvanians")),), "its people"),
        ("Orvanian troops left. Kestrian troops fled.", (Polity("Kestria", ("Kestrian",)), Polity("Orvania", ("Orvanian",))), "no name"),
        ("UNORV: Orvanian troops left.", (Polity("Orvania", ("Orvanian",)),), "capitals of another stem"),
    ],
)
def test_polities(text, expected, why):
    assert found(text) == expected, why


@pytest.mark.parametrize("entry", [*TABLE["adjective"], *(TABLE[k] for k in ("groups", "never", "relief"))], ids=lambda e: e["example"])
def test_the_source_of_each_example_has_a_camp_or_none(entry):
    marked = entry["example"]
    text = marked.translate(str.maketrans("", "", "{}[]<>"))
    who = cast(text, sentences(text), None, None).resolve((Span(0, marked.index("}") - 1),))
    assert (who.side is None) == (entry is TABLE["never"])


def test_an_office_takes_the_side_of_the_state_that_it_stands_with():
    text = "The Kestrian president, Ilo Dresk, said in Talvar that Orvane's army had left."
    who = cast(text, sentences(text), None, None).resolve((Span(0, 33),))
    assert who.party is not None
    assert (who.party.name, who.side) == ("Ilo Dresk", "kestria")
