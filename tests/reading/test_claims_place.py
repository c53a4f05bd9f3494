"""Where claims' events happened, on short invented reports of known and unknown wars: the place's name for every spoken claim."""

import pytest

from counterclaim.model import Document, sha256_of
from counterclaim.reading.read import read
from counterclaim.reading.recipe import Recipe


def places_of(text):
    document = Document(id="d", text=text, sha256=sha256_of(text), language="en", published="2024-03-12")
    found = read(document, Recipe()).claims
    return [c.place.place.name if c.place is not None else None for c in found if c.attribution is not None]


UNLISTED = [
    ("The rebels said they had taken Halvik.", ["Halvik"], "the object of a capture"),
    ("The Osmari army denied that Halvik had fallen.", ["Halvik"], "what falls"),
    ("The army said its troops had left Halvik on Thursday.", ["Halvik"], "the object of leaving; a weekday is no place"),
    ("The commander said his men still hold Tarvok and Senna.", ["Tarvok"], "the object of holding, not a far namesake"),
    ("The army said it had retaken the port of Senna, in the south of Osmaria.", ["Senna"], "a far town's other name does not win"),
    ("Rebels in Osmaria said they had seized Brannock Pass.", ["Brannock Pass"], "a name that ends in a kind"),
    ("The ministry said drones had struck Port Senna.", ["Port Senna"], "a name that begins with a kind"),
    ("Residents said shells had hit the Halvik road overnight.", ["Halvik"], "a name before a road"),
    ("Halvik's mayor was quoted as saying that rebels had entered the town.", ["Halvik"], "a possessive"),
    ("Rebels take Halvik, army says\n\nThe army said on Monday that rebels had entered the town.", ["Halvik", "Halvik"], "the headline's"),
    ("Fighting went on in Halvik. The army said rebels had shelled the market.", ["Halvik"], "told before"),
    ("The front said its fighters had reached the outskirts of Marnok.", ["Marnok"], "outskirts of"),
    ("The army said its men had crossed Lake Orrin and entered Velm.", ["Velm"], "a town is narrower than a lake"),
    ("A spokesman, Ilo Dresk, said the army had withdrawn from Tarvok.", ["Tarvok"], "withdrawn from, not the speaker"),
    ("General Oren Halvik said the army had captured Tarvok.", ["Tarvok"], "a person named as a town might be"),
    ("The Tarvok Liberation Front said it had shot down a drone over Velm.", ["Velm"], "a name within an organisation's"),
    ("The army said it had repelled an attack on Tarvok.", ["Tarvok"], "attack on"),
    ("Osmaria said Velnian troops had crossed the river at Kestrel Ford.", ["Kestrel Ford"], "at"),
]

LISTED = [
    ("Sudan's capital shook on Sunday. The army said rebels had shelled the city.", "Khartoum", "a country's capital, unnamed"),
    ("Kyiv was shelled overnight. The mayor said two people had been killed.", "Kyiv", "a capital that something is done to"),
    ("M23 fighters are near Goma. The army said it had shelled them 10 km west of Goma.", "Goma", "a moved place keeps its name"),
    ("In Soledar fighting went on. Russia said it had taken the eastern Ukraine town.", "Soledar", "the town that is meant"),
    ("Swans swim in Nova Kakhovka\n\nUkraine accused Russia of destroying a dam nearby.", "Kakhovka Dam", "the town's own dam"),
    ("The mayor of Goma said shells had killed three children.", "Goma", "people speak of where they live"),
    ("Israel said it had struck rocket launchers in southern Lebanon.", "Southern Lebanon", "a part of a country"),
    (
        "Kigali denies backing the M23 rebels.\n\nCongo said Rwandan troops had entered North Kivu.",
        "North Kivu",
        "a region beats a capital",
    ),
    ("Baku said Armenian forces had shelled its positions in Nagorno-Karabakh.", "Nagorno-Karabakh", "a region beats the speaker's seat"),
    ("Moscow said Ukrainian drones had struck a depot in Belgorod.", "Belgorod", "the town in the content"),
    ("Fighting raged in Goma. Kigali said its troops had not crossed the border.", "Goma", "a metonym is no place"),
    ("M23 takes Bukavu\n\nKinshasa accused Rwanda of sending troops.", "Bukavu", "the headline's town, not the accuser's seat"),
    ("The army said the RSF had attacked El Fasher, in North Darfur.", "El Fasher", "a town within a region"),
    ("Fighters seized the Mosul dam\n\nBaghdad said the dam had not been damaged.", "Mosul Dam", "the dam is the one named"),
    ("A major dam was blown up on Tuesday, Ukraine said. The Kakhovka dam lies on the Dnipro.", "Kakhovka Dam", "named later"),
    ("Russia was accused by Ukraine of blowing up a dam\n\nWater rose below Kakhovka dam.", "Kakhovka Dam", "named in the body"),
]


@pytest.mark.parametrize(("text", "expected", "why"), UNLISTED, ids=[row[2] for row in UNLISTED])
def test_places_that_no_gazetteer_has(text, expected, why):
    assert places_of(text) == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), LISTED, ids=[row[2] for row in LISTED])
def test_places_of_wars_that_the_gazetteer_has(text, expected, why):
    assert places_of(text)[-1] == expected, why
