"""Claims from attributions: event, agent, polarity, place, times and answers, on sentences written for the tests."""

import pytest

from counterclaim.model import Document, sha256_of
from counterclaim.reading.read import read
from counterclaim.reading.recipe import Recipe


def claims_of(text, published="2023-05-12"):
    document = Document(id="d", text=text, sha256=sha256_of(text), language="en", published=published)
    return read(document, Recipe()).claims


def spoken(text):
    return [c for c in claims_of(text) if c.attribution is not None]


def told(claim):
    """Code, polarity and the agent's side of a claim's event; None when it has no code."""
    event = claim.event
    return None if event is None else (event.code, event.polarity, event.agent.side if event.agent is not None else None)


EVENTS = [
    ("Kyiv said its troops had captured the village.", [("capture", "positive", "ukraine")], "its troops are the speaker's"),
    ("Moscow claimed to have taken the village.", [("capture", "positive", "russia")], "an infinitive's doer is the speaker"),
    ("Ukraine denied that Russian forces had entered the town.", [("capture", "negative", "russia")], "the cue denies the content"),
    ("Ukraine denied shelling the market.", [("shelling", "negative", "ukraine")], "a gerund after denied is the speaker's deed"),
    ("Ukraine did not deny that its forces had withdrawn.", [("retreat", "positive", "ukraine")], "not denying is no denial"),
    (
        "The Russian army said there had been no breakthrough near Bakhmut.",
        [("breach", "negative", "ukraine")],
        "a breach of the speaker's lines is the opponent's",
    ),
    ("Kyiv accused Russia of blowing up the bridge.", [("infrastructure-damage", "positive", "russia")], "the accused is the agent"),
    ("Kyiv blamed Moscow for the attack.", [("attack", "positive", "russia")], "the blamed is the agent of a noun"),
    ("Ukraine said the enemy had retreated.", [("retreat", "positive", "russia")], "the enemy is the opponent"),
    ("Ukraine urged Russia to withdraw its troops.", [None], "a demand has no code"),
    ("Ukraine said Russia did not want talks.", [("negotiation", "negative", "russia")], "unwilling to talk"),
    ("Ukraine said Russia wanted talks.", [None], "a wish is no happening"),
    ("Ukraine said the talks with Russia had ended.", [("negotiation", "negative", None)], "what has ended no longer is"),
    ("Ukraine vowed to retake the town.", [None], "a vow is no capture"),
    ("Ukraine said its army would retake the town.", [None], "a prediction has no code"),
    (
        "Ukraine said it still needed time to launch an offensive.",
        [("offensive", "negative", "ukraine")],
        "what is still needed has not begun",
    ),
    (
        "Russia said its defences had held and Ukraine had failed to break through them.",
        [("hold", "positive", "russia")],
        "the first clause",
    ),
    ("Russia is behind the explosion at the port, Ukraine said.", [("explosion", "positive", "russia")], "behind"),
]


@pytest.mark.parametrize(("text", "expected", "why"), EVENTS)
def test_the_event_of_a_claim(text, expected, why):
    assert [told(c) for c in spoken(text)] == expected, why


def test_mutual_blame_gives_each_side_a_claim_against_the_other():
    left, right = spoken("Russia and Ukraine blamed each other for the explosion at the dam.")
    assert {(c.source.side, told(c)) for c in (left, right)} == {
        ("russia", ("explosion", "positive", "ukraine")),
        ("ukraine", ("explosion", "positive", "russia")),
    }


def test_a_denial_of_the_claim_takes_its_event_and_points_to_it():
    first, second = spoken("Russia said it had captured Soledar. Ukraine rejected the claim.")
    assert told(second) == ("capture", "negative", "russia")
    assert (second.answers_to, second.place) == (first.id, first.place)


def test_to_blame_leans_on_the_deed_told_before():
    first, second = spoken("Ukraine accused Russia of destroying the bridge. Russia said Ukraine was to blame.")
    assert (told(first), told(second)) == (
        ("infrastructure-damage", "positive", "russia"),
        ("infrastructure-damage", "positive", "ukraine"),
    )


PLACES = [
    ("Ukraine said its troops had advanced near Bakhmut.", "Bakhmut", "the content's own place"),
    ("Fighting went on in Bakhmut. Ukraine said its troops held their positions.", "Bakhmut", "inherited from the sentence before"),
    ("In Kyiv, the ministry said its troops had advanced near Bakhmut.", "Bakhmut", "where it was said is not where it was"),
]


@pytest.mark.parametrize(("text", "place", "why"), PLACES)
def test_the_place_of_a_claim(text, place, why):
    assert [c.place.place.name for c in spoken(text)] == [place], why


def test_when_it_was_said_is_not_when_it_happened():
    (claim,) = spoken("Russia said on Friday its forces had captured the village on Wednesday.")
    assert (claim.said.value, claim.time.value) == ("2023-05-12", "2023-05-10")


INTEREST = [
    ("The head of Wagner said the Russian defences had collapsed.", "rival-blame", "another faction's setback"),
    ("The head of Wagner accused Russian regulars of fleeing.", "rival-blame", "an accusation of others on the same side"),
    ("The Russian defence ministry said its troops had withdrawn.", "admission", "the ministry's own troops"),
    ("Ukrainian officials acknowledged Russian advances near Bakhmut.", "admission", "the opponent's gain"),
    ("Ukraine said Russian troops had withdrawn.", None, "the opponent's setback serves the speaker"),
    ("Ukraine accused Russia of blowing up the bridge.", None, "an accusation is no admission"),
]


@pytest.mark.parametrize(("text", "kind", "why"), INTEREST)
def test_against_whose_interest(text, kind, why):
    (claim,) = spoken(text)
    assert (claim.against_interest.kind if claim.against_interest else None) == kind, why


NARRATED = [
    ("Rebel troops captured the village.", ["capture"], "an assertion in the publisher's voice"),
    ("Heavy fighting was going on near Dunmar.", ["clash"], "a noun that a verb asserts"),
    ("The battle for the town.", [], "a bare noun asserts nothing"),
    ("The mayor said rebel troops had captured the village.", [], "somebody else's words"),
    ("Rebel troops will capture the village.", [], "a prediction"),
    ("The mayor spoke after rebel troops captured the village.", [], "in passing"),
]


@pytest.mark.parametrize(("text", "codes", "why"), NARRATED)
def test_the_publishers_own_voice(text, codes, why):
    assert [c.event.code for c in claims_of(text) if c.attribution is None] == codes, why
