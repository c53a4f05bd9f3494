"""Whether two spellings name one person."""

import csv
from pathlib import Path

import pytest

from counterclaim.knowledge.names import SAME, same_name
from counterclaim.knowledge.tables import ROOT, parsed

HARD = Path(__file__).parents[1] / "reading" / "cases" / "names_hard_negatives.csv"
PRIGOZHIN = ("Evgueny Prigojine", "Yevgeny Prigoyine", "Jewgeni Prigoschin", "Евгений Пригожин", "Evgeny Prigozhin", "Prigozhin, Yevgeny")
SAME_PERSON = [
    *((spelling, "Yevgeny Prigozhin", "one man in many spellings") for spelling in PRIGOZHIN),
    ("Ganna Malyar", "Hanna Maliar", "Ukrainian h, Russian g"),
    ("Ганна Маляр", "Hanna Maliar", "Cyrillic"),
    ("Wolodymyr Selenskyj", "Volodymyr Zelensky", "German"),
    ("Vladimir Zelenskiy", "Volodymyr Zelenskyy", "the given name of another language"),
    ("Sergueï Choïgou", "Sergei Shoigu", "French"),
    ("Serhij Tscherewatyj", "Serhiy Cherevaty", "German ch"),
    ("Abdelfattah Burhan", "Abdel Fattah al-Burhan", "joined words and a particle"),
    ("President Erdoğan", "Erdogan", "an honorific and an accent"),
    ("V. Putin", "Vladimir Putin", "an initial"),
    ("Lavrov, Sergei", "Sergei Lavrov", "the family name first"),
    ("Mohammad Hamdan Dagalo", "Mohamed Hamdan Dagalo", "a name of many spellings"),
]
OTHERS = [
    ("Ilya Prigogine", "Yevgeny Prigozhin", "another given name"),
    ("Prigogine", "Prigozhin", "another consonant"),
    ("Mikhail Prokhorov", "Yevgeny Prigozhin", "another man"),
    ("Olena Zelenska", "Volodymyr Zelensky", "husband and wife"),
    ("Oleksandr Moroz", "Oleksandra Moroz", "a man and a woman"),
    ("", "Putin", "no name"),
    ("!!!", "...", "no words"),
]


@pytest.mark.parametrize(("left", "right", "why"), SAME_PERSON, ids=[row[0] for row in SAME_PERSON])
def test_one_person(left, right, why):
    match = same_name(left, right)
    assert match.same and match.score >= SAME, (why, match)
    assert match.reason
    assert same_name(right, left) == match


@pytest.mark.parametrize(("left", "right", "why"), OTHERS, ids=[row[2] for row in OTHERS])
def test_two_persons(left, right, why):
    match = same_name(left, right)
    assert not match.same, (why, match)
    assert match.reason


def hard_negatives():
    with HARD.open(encoding="utf-8", newline="") as lines:
        return [(row["name1"], row["name2"], row["why"]) for row in csv.DictReader(lines)]


@pytest.mark.parametrize(("left", "right", "why"), hard_negatives())
def test_no_hard_negative_is_taken_for_one(left, right, why):
    assert not same_name(left, right).same, why


@pytest.mark.parametrize("reading", parsed(ROOT / "transliteration" / "readings.toml")["reading"], ids=lambda r: r["language"])
def test_the_example_of_each_reading_meets(reading):
    left, right = reading["example"]
    assert same_name(left, right).same


@pytest.mark.parametrize("row", parsed(ROOT / "transliteration" / "cyrillic.toml")["name"], ids=lambda r: r["example"][1])
def test_the_example_of_each_script_meets(row):
    left, right = row["example"]
    assert same_name(left, right).same


@pytest.mark.parametrize("name", ["x", "а" * 3000, "Aб Cд", "\u202eabc", "1234567890" * 100, "'", "李明"])
def test_damaged_names_break_nothing(name):
    assert 0 <= same_name(name, "Vladimir Putin").score <= 1
    assert same_name(name, name).score in (0.0, 1.0)
