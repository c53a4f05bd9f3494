"""What happened: every entry of the event tables comes out as its example marks it, and rows for what is easily misread."""

import re

import pytest

from counterclaim.knowledge.tables import language_table
from counterclaim.model import Span
from counterclaim.reading.events import events, told_events
from counterclaim.reading.events_lexicon import IDLE, event_lexicon

MARKS = {"{": "agent", "}": "agent", "[": "trigger", "]": "trigger", "<": "recipient", ">": "recipient"}


def parsed(marked):
    """The text of a marked example, and the spans of its marks by role, in order."""
    text, opened, roles = "", {}, {}
    for part in re.split(r"([{}\[\]<>])", marked):
        if part and part in "{[<":
            opened[MARKS[part]] = len(text)
        elif part and part in "}]>":
            roles.setdefault(MARKS[part], []).append(Span(opened.pop(MARKS[part]), len(text)))
        else:
            text += part
    return text, roles


def whole(text):
    return (Span(0, len(text)),)


def entry_name(frame):
    return f"{frame.order + 1}-{frame.code}-{frame.kind}"


@pytest.mark.parametrize("frame", event_lexicon("en").frames, ids=entry_name)
def test_the_example_of_each_entry_comes_out_as_marked(frame):
    text, roles = parsed(frame.example)
    trigger = roles["trigger"][0]
    found = [e for e in events(text, whole(text)) if trigger.covers(e.span)]
    if frame.code == IDLE:
        assert found == []
        return
    assert [(e.code, e.span.end, e.agent, e.recipient) for e in found] == [
        (frame.code, trigger.end, *(roles.get(role, [None])[0] for role in ("agent", "recipient")))
    ]


MOODS = {"negator": ("negative", "told"), "wish": ("positive", "wish"), "future": ("positive", "future")}


@pytest.mark.parametrize("kind", ["negator", "wish", "future"])
def test_examples_of_negation_wish_and_future(kind):
    for entry in language_table("en", "polarity")[kind]:
        text, roles = parsed(entry["example"])
        (told,) = told_events(text, whole(text))
        assert told.mention.span.end == roles["trigger"][0].end
        assert (told.mention.polarity, told.mood) == MOODS[kind], text


GOVERNED = {"happened": ("positive", "told"), "failed": ("negative", "told"), "coming": ("positive", "future")}


def test_examples_of_governors():
    for entry in language_table("en", "polarity")["governor"]:
        text, _ = parsed(entry["example"])
        (told,) = told_events(text, whole(text))
        assert (told.mention.polarity, told.mood) == GOVERNED[entry["mood"]], text


def test_examples_of_hedges():
    for entry in language_table("en", "hedges")["hedge"]:
        text, _ = parsed(entry["example"])
        assert [e.certainty for e in events(text, whole(text))] == [entry["certainty"]], text


ROWS = [
    ("{Rebel troops} [seized] <the port>.", "capture", "positive", "a plain active"),
    ("<The port> was [seized] by {rebel troops}.", "capture", "positive", "the passive swaps the roles"),
    ("<The dam> was [blown up] by {rebel forces}.", "infrastructure-damage", "positive", "a verb of two words in the passive"),
    ("<The dam> near the capital [destroyed] by {rebel forces}", "infrastructure-damage", "positive", "a headline drops the auxiliary"),
    ("{The army} has not [captured] <the port>.", "capture", "negative", "a negated perfect"),
    ("{The army} failed to [capture] <the port>.", "capture", "negative", "failing to is not having"),
    ("{The army} did not fail to [capture] <the port>.", "capture", "positive", "two negations cancel one another"),
    ("Nobody [captured] <the port>.", "capture", "negative", "a negative subject"),
    ("{Our soldiers} [have lost] no position this week.", "retreat", "negative", "a negative object"),
    ("There were no [deaths].", "casualties", "negative", "a noun with no before it"),
    ("The [fighting] is not over.", "clash", "positive", "what is not over goes on"),
]


@pytest.mark.parametrize(("marked", "code", "polarity", "why"), ROWS, ids=lambda v: v if isinstance(v, str) else None)
def test_what_is_told(marked, code, polarity, why):
    text, roles = parsed(marked)
    found = [e for e in events(text, whole(text)) if e.code == code]
    assert [(e.span.end, e.polarity) for e in found] == [(roles["trigger"][0].end, polarity)], why
    if "agent" in roles:
        assert found[0].agent == roles["agent"][0], why


NOT_TOLD = [
    ("The army will capture the port.", "a prediction"),
    ("The army plans to capture the port.", "a plan"),
    ("If the army captures the port, the war will end.", "a condition"),
    ("Capturing the port would be a success.", "a supposition"),
    ("The minister called for a ceasefire.", "a demand"),
    ("They took part in the talks about the harvest festival.", "taking part is no capture, but talks may be"),
    ("Prices fell in the capital.", "prices fall too"),
    ("The nurses' union held a strike.", "a strike of labour"),
    ("She fought cancer for years.", "no battle"),
]


@pytest.mark.parametrize(("text", "why"), NOT_TOLD)
def test_what_is_not_told(text, why):
    assert [e.code for e in events(text, whole(text)) if e.code not in ("negotiation",)] == [], why
