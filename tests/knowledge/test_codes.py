import re
from pathlib import Path

import pytest

from counterclaim.knowledge.codes import load_codes
from counterclaim.knowledge.tables import ROOT, parsed

CODES = [
    "advance",
    "capture",
    "breach",
    "retreat",
    "collapse",
    "hold",
    "repel",
    "attack",
    "clash",
    "offensive",
    "encirclement",
    "control",
    "shelling",
    "missile-strike",
    "air-strike",
    "drone-strike",
    "shootdown",
    "explosion",
    "casualties",
    "equipment-loss",
    "prisoners-taken",
    "infrastructure-damage",
    "civilian-harm",
    "evacuation",
    "detention",
    "blockade",
    "aid",
    "arms-supply",
    "ceasefire",
    "negotiation",
    "prisoner-exchange",
    "mobilisation",
    "reinforcement",
]
NOTATION = re.compile(r"\{[^{}]+\} \[[^\[\]]+\] <[^<>]+>\.")
PLOVER = {"ASSAULT", "COERCE", "RETREAT", "AID", "CONSULT", "MOBILIZE"}
ACLED = {
    "Armed clash",
    "Attack",
    "Non-state actor overtakes territory",
    "Non-violent transfer of territory",
    "Air/drone strike",
    "Other",
    "Agreement",
    "Shelling/artillery/missile attack",
    "Remote explosive/landmine/IED",
    "Disrupted weapons use",
    "Looting/property destruction",
    "Arrests",
    "Change to group/activity",
}


def test_the_codes_are_those_of_the_contract():
    assert list(load_codes().by_code) == CODES


@pytest.mark.parametrize("name", CODES)
def test_each_code_is_complete(name):
    code = load_codes().by_code[name]
    assert NOTATION.fullmatch(code.example), code.example
    assert code.favours in ("agent", "opponent", "none")
    assert code.plover[0] in PLOVER
    assert code.acled in ACLED
    assert code.ucdp in ("state-based", "non-state", "one-sided", "")
    for template in (code.whether, code.who, code.how_many):
        assert template is None or (
            template.endswith("?") and template.format(agent="North", place="Varnia", at="near Varnia", counted="killed")
        )
    assert (code.who is not None) == code.deed


ENTAILMENT = [
    # code, polarity, affirms, rules out, why
    (
        "capture",
        "positive",
        {("capture", "same"), ("advance", "same"), ("control", "same")},
        {("hold", "opponent"), ("control", "opponent"), ("capture", "opponent")},
        "a capture is an advance",
    ),
    ("advance", "positive", {("advance", "same")}, set(), "an advance is no capture: one way only"),
    ("breach", "positive", {("breach", "same"), ("advance", "same")}, set(), "a breach is an advance"),
    (
        "collapse",
        "positive",
        {("collapse", "same"), ("retreat", "same"), ("breach", "opponent"), ("advance", "opponent")},
        {("hold", "same")},
        "a collapse is a retreat and the other side's breach",
    ),
    ("breach", "negative", set(), {("breach", "same"), ("collapse", "opponent")}, "no breach: no collapse either, but perhaps an advance"),
    (
        "advance",
        "negative",
        set(),
        {("advance", "same"), ("breach", "same"), ("capture", "same"), ("collapse", "opponent")},
        "no advance: none of what would be one",
    ),
    ("capture", "negative", set(), {("capture", "same"), ("control", "same")}, "who has not taken it does not have it"),
    ("unheard-of", "negative", set(), {("unheard-of", "same")}, "an unknown code stands for itself"),
]


@pytest.mark.parametrize(("code", "polarity", "affirms", "excludes", "why"), ENTAILMENT)
def test_what_follows_from_a_code(code, polarity, affirms, excludes, why):
    assert load_codes().consequences(code, polarity) == (affirms, excludes), why


def test_each_pattern_of_degree_marks_its_own_example():
    for pattern in load_codes().degrees:
        content = pattern.example[pattern.example.index("<") + 1 : pattern.example.index(">")]
        assert NOTATION.fullmatch(pattern.example), pattern.example
        assert pattern.expression.search(content.lower()), pattern.example
        assert all(
            load_codes().degree(code, content) == pattern.degree for code in pattern.codes if code != "clash" or len(pattern.codes) == 1
        )


DEGREES = [
    ("control", "as battles rage, the north likely controls the town", "all", "battles beside control do not lessen it"),
    ("control", "most of the town is in northern hands", "most", ""),
    ("capture", "it had taken the whole town", "whole", "said in so many words"),
    ("capture", "it had taken the town", "all", "the plain case"),
    ("clash", "clashes near the town", "all", "fighting somewhere is no fight for the place"),
    ("advance", "gained parts of the town", "all", "degrees are asked of possession only"),
]


@pytest.mark.parametrize(("code", "text", "degree", "why"), DEGREES)
def test_degrees(code, text, degree, why):
    assert load_codes().degree(code, text) == degree, why


def test_things_that_are_struck():
    codes = load_codes()
    assert codes.things("Shells hit the children's hospital and the railway station") == {"hospital", "station"}
    assert codes.things("Shells hit the town") == frozenset()


def test_each_pattern_of_whereabouts_finds_the_place_of_its_example():
    for pattern, example in load_codes().whereabouts:
        content = example[example.index("<") + 1 : example.index(">")]
        assert NOTATION.fullmatch(example), example
        assert [m["name"] for m in pattern.finditer(content)] == ["Kesten"], example


@pytest.mark.parametrize("table", ["objects", "counted", "kinds"])
def test_each_entry_of_a_table_of_words_finds_its_own_example(table):
    codes = load_codes()
    for entry in parsed(ROOT / "codes" / f"{table}.toml")["en"]:
        content = entry["example"][entry["example"].index("<") + 1 : entry["example"].index(">")]
        assert NOTATION.fullmatch(entry["example"]), entry["example"]
        kinds = {kind for _, kind in codes.kinds_named(content)}
        found = {"objects": codes.things(content), "counted": {codes.counts(content)}, "kinds": kinds}
        assert entry["name"] in found[table], entry["example"]


def test_the_table_of_credibility_ends_in_a_row_that_always_fits():
    last = load_codes().rows[-1]
    assert (last.credibility, last.voices, last.sides, last.admitted, last.denied, last.stronger) == (6, 0, 0, None, None, None)
    assert set(load_codes().admiralty["credibility"]) == {str(row) for row in range(1, 7)}
    assert {row.credibility for row in load_codes().rows} <= set(range(1, 7))


def test_the_published_table_is_the_one_that_is_used():
    page = Path(__file__).parents[2].joinpath("docs", "credibility.md").read_text(encoding="utf-8")
    published = re.findall(r"^\| (\d) \|.*\| ([^|]+) \|$", page, re.M)
    assert published == [(str(row.credibility), row.why) for row in load_codes().rows]
