"""When: every example of the language tables, and tables of cases by kind."""

import re
from itertools import pairwise

import pytest

from counterclaim.knowledge.tables import language_table, languages_with
from counterclaim.reading.times import times
from counterclaim.reading.times_patterns import PatternError, compiled
from counterclaim.reading.times_resolve import KINDS
from counterclaim.reading.times_rules import grammar

FRIDAY = "2023-05-12"


def read(marked: str) -> tuple[str, list[tuple[tuple[int, int], str]]]:
    """Returns the text of a marked example and its (span, "TYPE value MOD") pairs."""
    text, expected, place = "", [], 0
    for match in re.finditer(r"\[(.*?) = ([A-Z]+ \S+(?: [A-Z_]+)?)\]", marked):
        text += marked[place : match.start()]
        expected.append(((len(text), len(text) + len(match[1].strip())), match[2]))
        text += match[1].strip()
        place = match.end()
    return text + marked[place:], expected


def shown(text: str, published: str | None = FRIDAY, language: str = "en") -> list[tuple[tuple[int, int], str]]:
    return [(tuple(t.span), " ".join(filter(None, (t.type, t.value, t.mod)))) for t in times(text, published, language)]


def examples() -> list[tuple[str, str, str]]:
    rules = [(code, rule) for code in languages_with("times") for rule in language_table(code, "times")["rule"]]
    return [(code, rule["name"], example) for code, rule in rules for example in rule["examples"]]


@pytest.mark.parametrize(("language", "name", "example"), examples())
def test_every_example_of_the_tables_comes_out_as_marked(language: str, name: str, example: str) -> None:
    text, expected = read(example)
    assert shown(text, language=language) == expected, name


ZONED = "2023-05-12T09:30:00+03:00"
ISSUE = [
    ("On [day 443 of the invasion = DATE 2023-05-12] it burned.", "days of a war, 24 February 2022 being the first"),
    ("What we know on [day 444 = DATE 2023-05-13]", "a war's day in a headline, near publication"),
    ("Delegates met on day 2 of the congress.", "low days without a war are those of meetings"),
    ("Drones came [overnight = TIME 2023-05-11TNI].", "the night that ends on the publication day"),
    (
        "[This Friday morning = TIME 2023-05-12TMO] it repelled 26 attacks [the day before = DATE 2023-05-11].",
        "its sentence's day",
    ),
    ("Six towns were hit in [the past 24 hours = DURATION PT24H].", "an anchored duration"),
    ("It was quiet for [weeks = DURATION PXW].", "a vague duration"),
    ("It denied that on [Thursday evening = TIME 2023-05-11TEV].", "weekday with part of the day"),
    ("We lost nothing [this week = DATE 2023-W19].", "the week of publication"),
    ("It struck [last Friday = DATE 2023-05-05].", "last Friday is not today, a Friday"),
    ("It struck on [Friday = DATE 2023-05-12].", "a past Friday may be today"),
    ("They meet [next Friday = DATE 2023-05-19].", "strictly later"),
    ("It has held since [February 2022 = DATE 2022-02].", "a month with its year"),
    ("It raged between [8 = DATE 2023-05-08] and [10 May = DATE 2023-05-10].", "two days of one month"),
    ("At [dawn = TIME 2023-05-12TMO START] they left.", "start of the morning"),
    ("At [05:30 local time = TIME 2023-05-12T05:30] they left.", "a clock on the document's day"),
    ("It struck [around 3 a.m. on Tuesday = TIME 2023-05-09T03:00 APPROX].", "clock, day and modifier in one"),
    ("At [5 a.m. = TIME 2023-05-11T05:00] ([0200 GMT = TIME 2023-05-11T02:00Z]) on [Thursday = DATE 2023-05-11] it struck.", "its day"),
    ("It struck at [16:00 UTC = TIME 2023-05-12T16:00Z].", "a clock with its zone"),
]


@pytest.mark.parametrize(("marked", "why"), ISSUE)
def test_wartime_habits(marked: str, why: str) -> None:
    text, expected = read(marked)
    found = [(tuple(t.span), " ".join(filter(None, (t.type, t.value, t.mod)))) for t in times(text, ZONED, since="2022-02-24")]
    assert found == expected, why


TENSE = [
    ("The envoys will meet on [Monday = DATE 2023-05-15].", "future verb before"),
    ("On [Monday = DATE 2023-05-15] the envoys will meet.", "future verb after"),
    ("The envoys met on [Monday = DATE 2023-05-08].", "past verb"),
    ("Envoys to meet in Varna on [Monday = DATE 2023-05-15]", "a headline's infinitive"),
    ("The vote was held in [October = DATE 2022-10].", "past: the last October"),
    ("The vote will be held in [October = DATE 2023-10].", "future: the coming one"),
    ("He said on [Thursday = DATE 2023-05-11] they would leave [next month = DATE 2023-06].", "each by its own verb"),
    ("They agreed to meet on [20 May = DATE 2023-05-20].", "a day just ahead is not last year's"),
    ("It opens on [Sunday, September 10 = DATE 2023-09-10].", "the weekday tells the year"),
    ("It struck on [December 27 = DATE 2022-12-27].", "past over the turn of the year"),
]


@pytest.mark.parametrize(("marked", "why"), TENSE)
def test_tense_tells_past_from_coming(marked: str, why: str) -> None:
    text, expected = read(marked)
    assert shown(text) == expected, why


NO_DATES = [
    ("She may march on Varna, and they may fall back in a second.", "verbs, and a second"),
    ("May said so, and March agreed.", "names"),
    ("The odds were 100 to 1.", "a ratio"),
    ("They fired 0500 rounds and 2000 shells.", "counts"),
    ("T-72 tanks, F-16 jets, 155mm shells and Shahed-136 drones.", "calibres and types"),
    ("The 3rd Assault Brigade took a quarter of the town.", "a unit's number, a fourth part"),
    ("On Feb 30 and on 31 April 2023 it rained.", "days that do not exist"),
    ("It fell on 29 February 2023.", "no leap year"),
    ("The Sunday Times reported it.", "a newspaper"),
    ("They killed 2014 soldiers.", "a count that looks like a year"),
    ("The former governor, a second cousin, lives on the 13th floor.", "titles, kin, floors"),
    ("It soon fell.", "soon, long ago"),
]


@pytest.mark.parametrize(("text", "why"), NO_DATES)
def test_words_that_are_no_times(text: str, why: str) -> None:
    assert shown(text) == [], why


INTERVALS = [
    ("on 9 May", "2023-05-09", "2023-05-09"),
    ("in February 2022", "2022-02-01", "2022-02-28"),
    ("in 2019", "2019-01-01", "2019-12-31"),
    ("in the 1990s", "1990-01-01", "1999-12-31"),
    ("in the 19th century", "1800-01-01", "1899-12-31"),
    ("this week", "2023-05-08", "2023-05-14"),
    ("this weekend", "2023-05-13", "2023-05-14"),
    ("in the third quarter of 2022", "2022-07-01", "2022-09-30"),
    ("in the second half of 2022", "2022-07-01", "2022-12-31"),
    ("in the winter of 2022", "2022-12-01", "2023-02-28"),
    ("on Thursday night", "2023-05-11T20:00", "2023-05-12T06:00"),
    ("at midnight on 9 May", "2023-05-10T00:00", "2023-05-10T00:00"),
    ("at 16:00 UTC", "2023-05-12T16:00Z", "2023-05-12T16:00Z"),
    ("at dawn", "2023-05-12T00:00", "2023-05-12T08:00"),
    ("in the past 24 hours", "2023-05-11T09:30+03:00", "2023-05-12T09:30+03:00"),
    ("over the next two weeks", "2023-05-12", "2023-05-26"),
    ("over the past three months", "2023-02-12", "2023-05-12"),
    ("at the end of May", "2023-05-21", "2023-05-31"),
    ("in mid-May", "2023-05-11", "2023-05-21"),
    ("in early 2014", "2014-01-01", "2014-05-02"),
    ("late on Tuesday", "2023-05-09", "2023-05-09"),
    ("on Orthodox Easter", "2023-04-16", "2023-04-16"),
    ("on Easter 2021", "2021-04-04", "2021-04-04"),
    ("on Orthodox Easter 2021", "2021-05-02", "2021-05-02"),
    ("on Orthodox Easter 2016", "2016-05-01", "2016-05-01"),
    ("for three months", None, None),
    ("every day", None, None),
    ("in 480 BC", None, None),
]


@pytest.mark.parametrize(("text", "begin", "end"), INTERVALS)
def test_the_interval_that_a_value_means(text: str, begin: str | None, end: str | None) -> None:
    (found,) = times(text, ZONED)
    assert (found.begin, found.end) == (begin, end)


HISTORY = (
    "The war of [1905 = DATE 1905] was not the last. The next began on [1 May 1910 = DATE 1910-05-01]. In [June = DATE 1910-06] the fleet "
    "sailed. By [9 December 1911 = DATE 1911-12-09] the front had moved; [two days later = DATE 1911-12-11] it moved back. In "
    "[January = DATE 1912-01] the city fell. Papers released in [1985 = DATE 1985] say that on [4 March = DATE 1912-03-04] they fled, "
    "and [the next day = DATE 1912-03-05] so did the staff. In [April = DATE 1913-04] and [June 1913 = DATE 1913-06] they talked."
)


def test_a_history_is_anchored_on_the_date_last_told() -> None:
    text, expected = read(
        HISTORY.replace("on [1 May", "in [1905 = DATE 1905] or on [1 May").replace("; [two days later = DATE 1910-06-03] it returned", "")
    )
    assert shown(text) == expected


UNDATED = [
    ("It fell on Friday.", [((11, 17), "DATE XXXX-WXX-5")]),
    ("It fell yesterday.", [((8, 17), "DATE XXXX-XX-XX")]),
    ("It fell on 9 May.", [((11, 16), "DATE XXXX-05-09")]),
    ("It fell at 05:30.", [((11, 16), "TIME XXXX-XX-XXT05:30")]),
    ("It fell last month.", [((8, 18), "DATE XXXX-XX")]),
]


@pytest.mark.parametrize(("text", "expected"), UNDATED)
@pytest.mark.parametrize("published", [None, "", "yesterday", "0000-00-00", "2023-13-41"])
def test_without_a_publication_day_nothing_is_guessed(text: str, expected: list[object], published: str | None) -> None:
    assert shown(text, published) == expected
    assert {(t.begin, t.end) for t in times(text, published)} == {(None, None)}


def test_a_dateline_stands_in_for_the_publication_day() -> None:
    text = "Dam breaks\nJune 6, 2023\n\nThe dam broke on Tuesday."
    assert shown(text, None) == [((11, 23), "DATE 2023-06-06"), ((42, 49), "DATE 2023-06-06")]


EDGES = [
    ("It ends on 31 December 9999 and the day after tomorrow.", "9999-12-31"),
    ("It ends in the next century and 40 decades from now.", "9999-12-31"),
    ("It began 5,000 years ago, the day before yesterday.", "0001-01-01"),
    ("in 9999999999 days, 1.2.3.4 weeks, 12.13.14.15", FRIDAY),
    ("Ⅻ May ١٢ May 1² May \ud800 May \x00 12", FRIDAY),
    ("00:00 24:00 24:01 25:61 99:99 p.m. 13 p.m. 0 a.m.", FRIDAY),
]


@pytest.mark.parametrize(("text", "published"), EDGES)
def test_edges_of_the_calendar_do_no_harm(text: str, published: str) -> None:
    for found in times(text, published):
        assert found.span.of(text).strip() == found.span.of(text)
        assert found.begin is None or "0001-01-01" <= found.begin <= "9999-12-31T24"


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "12 May ", "May ", "the ", "12:", "Friday and ", "two and a half ", "(", "a" * 40, "1,000", "the night of ", "\n"]
)
def test_repeated_words_do_no_harm(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert all(0 <= t.span.start < t.span.end <= len(text) for t in times(text, FRIDAY))


def test_a_language_without_data_yields_nothing() -> None:
    assert times("12 May", FRIDAY, language="../en") == ()
    assert times("12 May", FRIDAY, language="xx") == ()


def test_expressions_are_sorted_and_apart() -> None:
    text = " ".join(read(example)[0] for code, _, example in examples() if code == "en")
    spans = [t.span for t in times(text, FRIDAY)]
    assert spans == sorted(spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))


NAMED = [
    ("It ended on [Christmas Day = DATE 2022-12-25].", "nearest, past"),
    ("It will end by [New Year's Eve = DATE 2023-12-31].", "nearest, to come"),
    ("It ended at [Easter 2024 = DATE 2024-03-31].", "Easter of a given year"),
    ("It ended on [Good Friday 2023 = DATE 2023-04-07].", "two days before Easter"),
    ("It will end on [Thanksgiving = DATE 2023-11-23].", "the fourth Thursday of November"),
    ("It will end on [Memorial Day = DATE 2023-05-29].", "the last Monday of May"),
]


@pytest.mark.parametrize(("marked", "why"), NAMED)
def test_days_with_names(marked: str, why: str) -> None:
    text, expected = read(marked)
    assert shown(text) == expected, why


@pytest.mark.parametrize("pattern", ["DAY (MONTH", "DAY )", "NOSUCHCLASS", "DAY?", "(DAY|)", "* DAY"])
def test_a_damaged_pattern_is_named(pattern: str) -> None:
    with pytest.raises(PatternError):
        compiled(pattern, grammar("en").lexicon.codes_of)


def test_every_kind_of_rule_has_a_reader() -> None:
    assert {rule.kind for code in languages_with("times") for rule in grammar(code).rules} == set(KINDS)
