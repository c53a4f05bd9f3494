"""Who is who: sources in braces, the party, side and anonymity that must come out, and why the row is there."""

import re

import pytest

from counterclaim.knowledge.conflicts import load_conflict
from counterclaim.model import Attribution, Participant, Span
from counterclaim.reading.cast import cast
from counterclaim.reading.sentences import sentences

UKRAINE, SUDAN, GAZA = "ukraine-2022", "sudan-2023", "israel-gaza-2023"


def read(marked, conflict, day, hint=True):
    """The cast of a text and the spans of its braces, each brace one source."""
    text, spans, start = "", [], 0
    for part in re.split(r"([{}])", marked):
        if part == "{":
            start = len(text)
        elif part == "}":
            spans.append(Span(start, len(text)))
        else:
            text += part
    known = [Attribution(str(n), (s,), (), (), "indirect", "asserts") for n, s in enumerate(spans)]
    return cast(text, sentences(text), load_conflict(conflict) if conflict else None, day, "en", known if hint else None), spans


def last(marked, conflict, day):
    found, spans = read(marked, conflict, day)
    said = found.resolve((spans[-1],))
    return (said.party.name if said.party else None, said.side, said.anonymous)


NAMED = [
    (UKRAINE, "2023-05-12", "{Ukraine’s Deputy Defense Minister Ganna Malyar} said so.", "Hanna Maliar", "ukraine", "an old spelling"),
    (UKRAINE, "2023-05-12", "{Bakhmut Prigoyine} said so.", "Yevgeny Prigozhin", "russia", "a stray place before a surname"),
    (UKRAINE, "2023-05-12", "{Yewgeny Prigojin} said so.", "Yevgeny Prigozhin", "russia", "a spelling that no table has"),
    (UKRAINE, "2023-05-12", "{the head of Wagner Liberation} said so.", "Yevgeny Prigozhin", "russia", "an outlet glued to a name"),
    (UKRAINE, None, "{the head of Wagner} said so.", "Yevgeny Prigozhin", "russia", "no day, and one holder ever"),
    (UKRAINE, None, "{Ukraine's defence minister} said so.", "Defence Minister of Ukraine", "ukraine", "no day, and two who left"),
    (
        UKRAINE,
        "2023-05-12",
        "{the head of the Russian paramilitary group Wagner} said so.",
        "Yevgeny Prigozhin",
        "russia",
        "an office through a common noun",
    ),
    (UKRAINE, "2023-05-12", "{The governor of the Kherson region} said so.", "Oleksandr Prokudin", "ukraine", "an office with a place"),
    (UKRAINE, "2022-11-12", "{The governor of the Kherson region} said so.", "Yaroslav Yanushevych", "ukraine", "the holder of the day"),
    (UKRAINE, "2023-10-01", "{Ukraine's defence minister} said so.", "Rustem Umerov", "ukraine", "the holder of the day"),
    (
        UKRAINE,
        "2023-06-06",
        "Water rose in Nova Kakhovka. {The local Russian-installed mayor} spoke.",
        "Vladimir Leontiev",
        "russia",
        "an installed office",
    ),
    (
        UKRAINE,
        "2023-06-06",
        "{the army’s Southern Operational Command} posted.",
        "Operational Command South",
        "ukraine",
        "a command of an army",
    ),
    (UKRAINE, "2023-01-10", "{The Kremlin} denied it.", "Russia", "russia", "a metonym"),
    (UKRAINE, "2023-01-10", "{The Ukrainian government} denied it.", "Ukraine", "ukraine", "a government is its state"),
    (
        UKRAINE,
        "2023-01-10",
        "{British military intelligence} said so.",
        "UK Defence Intelligence",
        "uk",
        "a third state's body by its own name",
    ),
    (UKRAINE, "2023-01-10", "{Poland} said so.", "Poland", "other", "a bystander of a listed war"),
    (
        UKRAINE,
        "2023-01-10",
        "{Kherson governor Jan Bervik} said so.",
        "Jan Bervik",
        "ukraine",
        "an unlisted name outranks the listed holder",
    ),
    (
        UKRAINE,
        "2023-01-10",
        "{the Ukrainian steel company, Enerdom,} said so.",
        "Enerdom",
        "ukraine",
        "a name in apposition to a common noun",
    ),
    (SUDAN, "2023-04-16", "{Sudan's army chief} said so.", "Abdel Fattah al-Burhan", "saf", "head of an institution"),
    (
        SUDAN,
        "2023-04-16",
        "{A paramilitary group} said it had the palace.",
        "Rapid Support Forces",
        "rsf",
        "a description that means one here",
    ),
    (SUDAN, "2023-04-16", "{UN envoy} urged calm.", "Volker Perthes", "un", "an envoy for this war"),
    (SUDAN, "2023-04-16", "{The US and UK} urged calm.", "United States", "us", "the first of two speakers"),
    (
        SUDAN,
        "2023-04-16",
        "{a statement released on Monday from the Sudan Doctors' Syndicate, a union,} said so.",
        "Sudan Doctors' Syndicate",
        "doctors",
        "whose statement it is",
    ),
    (
        GAZA,
        "2023-10-17",
        "{The health ministry in Hamas-run Gaza} said so.",
        "Gaza Health Ministry",
        "hamas",
        "a ministry of a camp without a state",
    ),
    (GAZA, "2023-10-17", "{Israel's military} denied it.", "Israel Defense Forces", "israel", "an own name"),
    (GAZA, "2023-10-17", "{the Hamas-run territory’s health ministry} said so.", "Gaza Health Ministry", "hamas", "a camp without a state"),
    (GAZA, "2023-10-17", "{Israel's ambassador to the United Nations} said so.", "Gilad Erdan", "israel", "an ambassador to a body"),
    (
        None,
        "2023-09-19",
        "{Azerbaijan’s defence ministry} said so.",
        "Azerbaijani Ministry of Defence",
        "azerbaijan",
        "a body composed of state and kind",
    ),
    (
        None,
        "2023-09-19",
        "{The foreign ministry of Armenia} said so.",
        "Armenian Ministry of Foreign Affairs",
        "armenia",
        "the state after the kind",
    ),
    (None, "2023-09-19", "Armenia and Azerbaijan clashed. {France} urged calm.", "France", "other", "a bystander of a rivalry"),
    (None, "2023-09-19", "Turkish troops crossed into Syria. {Turkey} denied it.", "Turkey", "turkey", "a state that fights is a camp"),
    (
        None,
        "2021-02-02",
        "{Gen. Tomas Varel, commander of the 4th Brigade,} spoke.",
        "Tomas Varel",
        None,
        "an unlisted commander keeps his name",
    ),
    (None, "2021-02-02", "{the Moldovan defence minister, Lena Moroz,} spoke.", "Lena Moroz", "moldova", "a name after an office"),
    (None, "2021-02-02", "{The mayor of Goris} spoke.", "Mayor of Goris", "armenia", "an office without a holder, on a state's land"),
    (None, "2021-02-02", "{The Georgian culture minister} spoke.", None, "georgia", "a minister without a holder"),
    (None, "2023-02-02", "{Rafael Mariano Grossi, the IAEA director general,} spoke.", "Rafael Grossi", "un", "a middle name"),
    (None, "2023-02-02", "{Vyomika Putin} spoke.", "Vyomika Putin", None, "another person of a listed surname"),
    (None, "2023-02-02", "{Russia’s embassy in Britain} spoke.", "Embassy of Russia", "russia", "'in' says only where"),
    (None, "2023-02-02", "{The 5th Rifle Corps} spoke.", "5th Rifle Corps", None, "an unlisted unit"),
    (None, "2023-02-02", "{The Biden administration} spoke.", "United States", "us", "a government by its head"),
]


@pytest.mark.parametrize(("conflict", "day", "text", "party", "side", "why"), NAMED, ids=[row[-1] + ": " + row[2][:40] for row in NAMED])
def test_a_named_source(conflict, day, text, party, side, why):
    name, camp, anonymous = last(text, conflict, day)
    assert (name, camp) == (party, side), why
    assert anonymous is (party is None), why


UNNAMED = [
    (UKRAINE, "{Ukrainian officials} said so.", "ukraine", "officials of one side"),
    (UKRAINE, "{another senior Ukrainian official} said so.", "ukraine", "one of them"),
    (UKRAINE, "{Officials in Ukraine and Russia} said so.", None, "of two sides"),
    (UKRAINE, "{U.S. and Russian officials} said so.", None, "of two sides, one head"),
    (UKRAINE, "{Russian-installed official} said so.", "russia", "installed by a side"),
    (UKRAINE, "{Putin Ally} Says So", "russia", "whose ally"),
    (UKRAINE, "{officials} said so.", None, "nobody's"),
    (UKRAINE, "{Residents of Kherson} said so.", None, "people of a place take no side"),
    (UKRAINE, "{a witness} told Reuters.", None, "a witness"),
    (SUDAN, "{Doctors} said so.", "doctors", "doctors are observers"),
    (SUDAN, "{Patients and doctors} said so.", None, "two kinds of people"),
    (SUDAN, "{Analysts} said so.", "other", "analysts are observers"),
    (GAZA, "{Another two Palestinians} said so.", "palestine", "some of a people"),
    (None, "{a former British defence minister} said so.", "uk", "no longer the office's holder"),
    (None, "{U.S. climate chief} said so.", "us", "head of a part, not of the whole"),
    (None, "{two sources familiar with the matter} said so.", None, "sources"),
]


@pytest.mark.parametrize(("conflict", "text", "side", "why"), UNNAMED, ids=[row[-1] for row in UNNAMED])
def test_an_unnamed_source(conflict, text, side, why):
    assert last(text, conflict, "2023-05-12") == (None, side, True), why


def test_a_spokesperson_without_a_name_is_the_bodys_anonymous_voice():
    assert last("{An EU spokesperson} said so.", SUDAN, "2023-04-16") == ("European Union", "other", True)


def test_a_private_person_is_no_party():
    assert last("{Marta Kowal, a resident of the town,} said so.", None, "2023-04-16") == (None, None, False)


TAKEN_UP = [
    (
        UKRAINE,
        "In a video, {Yevgeny Prigozhin} accused them. {He} added so.",
        "Yevgeny Prigozhin",
        "he: the speaker of the sentence before",
    ),
    (UKRAINE, "{Volodymyr Zelenskyy} met {Hanna Maliar}. {She} said so.", "Hanna Maliar", "she: the only woman"),
    (UKRAINE, "{Zelenskiy} spoke. {The Ukrainian president} said so.", "Volodymyr Zelenskyy", "an office after its holder"),
    (UKRAINE, "{Russia's defence ministry} denied it. {The ministry} added so.", "Russian Ministry of Defence", "the ministry"),
    (
        UKRAINE,
        "{Ukraine’s National Police force} warned. {The Police} added so.",
        "National Police of Ukraine",
        "an institution named before",
    ),
    (UKRAINE, "Shells hit Kramatorsk. {The mayor of the town} said so.", "Mayor of Kramatorsk", "the town"),
    (UKRAINE, "They fought on—ISW\n\n{The U.S.-based think tank} said so.", "Institute for the Study of War", "a think tank named before"),
    (
        SUDAN,
        "{Antony Blinken} spoke. {The group}, the Sudan Doctors' Syndicate, met. {He} said so.",
        "Antony Blinken",
        "he: a person, no body",
    ),
    (SUDAN, "It came from the {Sudan Doctors' Syndicate}. {The group} noted so.", "Sudan Doctors' Syndicate", "the group"),
    (None, "{President Joe Biden} spoke. {Former President Donald Trump} spoke. {The former president} said so.", "Donald Trump", "former"),
    (None, "{The Varn Liberation Front} advanced. {The front} said so.", "Varn Liberation Front", "a body that no table has"),
    (None, "{The Varn Liberation Front} advanced. {The rebels} said so.", "Varn Liberation Front", "an armed group that no table has"),
    (None, "{The Lakeside Medical Committee} met. {The committee} said so.", "Lakeside Medical Committee", "a committee that no table has"),
    (None, "{M23 rebels} advanced. {A UN official} warned. {The rebel group} denied it.", "M23", "an armed group, not the UN"),
    (None, "{Gen. Tomas Varel} spoke. {The general} added so.", "Tomas Varel", "a rank alone"),
    (None, "{Brigade commander Tomas Varel} spoke. Later, {Varel} added so.", "Tomas Varel", "a surname alone"),
    (None, "{The WHO's Tedros Adhanom Ghebreyesus} spoke. {Tedros} added so.", "Tedros Adhanom Ghebreyesus", "a first name alone"),
    (
        None,
        "{Defence secretary} sees a long war. {Britain's defence secretary} said so. {The defence secretary} added so.",
        "Ben Wallace",
        "the state stands elsewhere",
    ),
]


@pytest.mark.parametrize(("conflict", "text", "party", "why"), TAKEN_UP, ids=[row[-1] for row in TAKEN_UP])
def test_a_source_that_takes_up_another(conflict, text, party, why):
    assert last(text, conflict, "2023-01-12")[0] == party, why


RELAYS = [
    ("{The governor} told Reuters so.", ("Reuters",)),
    ("In an interview broadcast by the BBC, {the governor} said so.", ("BBC",)),
    ("Politico reports, citing {two sources}.", ("Politico",)),
    ("{The mayor} said so, while {a witness} told Reuters so.", ()),
    ("{The governor} said so.", ()),
]


@pytest.mark.parametrize(("text", "outlets"), RELAYS)
def test_who_passed_it_on(text, outlets):
    found, spans = read(text, None, "2023-01-12")
    assert found.resolve((spans[0],)).relayed_by == outlets


AGENTS = [
    (UKRAINE, "{Russian forces} shelled it.", "Russian Armed Forces", "russia"),
    (UKRAINE, "{Ukrainian soldiers} left.", None, "ukraine"),
    (UKRAINE, "{Wagner mercenaries} left.", "Wagner Group", "russia"),
    (SUDAN, "{The paramilitaries} left.", "Rapid Support Forces", "rsf"),
    (None, "{Azerbaijani troops} advanced.", "Azerbaijani Armed Forces", "azerbaijan"),
    (UKRAINE, "{The occupiers} left.", "Russian Armed Forces", "russia"),
    (UKRAINE, "{Russian-backed forces} left.", None, "russia"),
    (None, "{Turkish-backed forces} left.", None, None),
    (None, "{Zelenskiy's army} left.", "Armed Forces of Ukraine", "ukraine"),
    (None, "{Rebels from the Varn Front} left.", "Varn Front", "varn-front"),
    (None, "{Islamic State militants} left.", "Islamic State", "islamic-state"),
]


@pytest.mark.parametrize(("conflict", "text", "party", "side"), AGENTS)
def test_the_agent_of_an_event(conflict, text, party, side):
    found, (span,) = read(text, conflict, "2023-05-12", hint=False)
    assert found.participant(span) == Participant(party, side, span)
    assert found.side_of(span) == side


def test_an_empty_role_is_the_publishers_own_voice():
    found, _ = read("Shelling went on.", UKRAINE, "2023-05-12")
    said = found.resolve(())
    assert (said.party, said.side, said.anonymous, said.relayed_by, said.text) == (None, None, False, (), "")


def test_mentions_have_their_spans_kinds_and_parties():
    text = "President Zelenskiy said Russian troops fired Shahed drones at Energoatom."
    found = cast(text, sentences(text), load_conflict(UKRAINE), "2023-05-12").mentions
    assert [(m.span.of(text), m.kind, m.party.name if m.party else None) for m in found] == [
        ("Zelenskiy", "person", "Volodymyr Zelenskyy"),
        ("Russian", "nationality", "Russia"),
        ("Shahed", "weapon", None),
        ("Energoatom", "organisation", "Energoatom"),
    ]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "a", "’s", "The", "{", "1" * 5000, "A. " * 2000, "Путін Путін", "\u202eKyiv\u200b", "’" * 300]
)
def test_damaged_text_breaks_nothing(text):
    found = cast(text, sentences(text), load_conflict(UKRAINE), "2023-05-12")
    assert all(m.span.of(text) for m in found.mentions)
    found.resolve((Span(0, len(text)),))


def test_a_megabyte_without_a_full_stop_is_read():
    text = "Ukraine's army and General Moroz of Kyiv watched them " * 20_000
    found = cast(text, (Span(0, len(text)),), load_conflict(UKRAINE), "2023-05-12")
    assert len(found.mentions) == 40_000


@pytest.mark.parametrize(
    ("source", "party", "why"),
    [
        ("The head of Russia", "Vladimir Putin", "the state itself"),
        ("The head of Russia's best-known private army", None, "of something of the state, which no list has"),
        ("The head of Russia's biggest bank", None, "the same"),
        ("The head of Russia's Wagner group", "Yevgeny Prigozhin", "of a body that is listed"),
    ],
)
def test_the_head_of_something_of_a_state_is_not_its_head(source, party, why):
    text = f"{source} said it had left."
    who = cast(text, sentences(text), load_conflict("ukraine-2022"), "2023-05-12").resolve((Span(0, len(source)),))
    assert (who.party and who.party.name) == party, why


@pytest.mark.parametrize(
    ("text", "day", "party", "why"),
    [
        ("{Ukraine's president} spoke. {He} said so.", "2023-05-12", "Volodymyr Zelenskyy", "the holder of an office named by it alone"),
        ("{Ukraine's deputy defence minister} spoke. {She} said so.", "2023-05-12", "Hanna Maliar", "her office"),
        ("{Ukraine's deputy defence minister} spoke. {He} said so.", "2023-05-12", None, "the other pronoun"),
        (
            "{Ukraine's president} spoke. {Hanna Maliar} agreed. {He} said so.",
            "2023-05-12",
            "Volodymyr Zelenskyy",
            "past one whom it does not fit",
        ),
        ("{Ukraine's president} spoke. {Yevgeny Prigozhin} disagreed. {He} said so.", "2023-05-12", "Yevgeny Prigozhin", "the nearest"),
        ("{Officials} spoke. {He} said so.", "2023-05-12", None, "nobody in particular"),
    ],
)
def test_he_and_she_take_up_the_holder_of_an_office(text, day, party, why):
    assert last(text, UKRAINE, day)[0] == party, why


def test_an_office_is_no_mention_of_a_person():
    found, _ = read("{Ukraine's president} spoke. {He} said so.", UKRAINE, "2023-05-12")
    assert [m for m in found.mentions if m.kind == "person"] == []


@pytest.mark.parametrize(
    ("source", "day", "party"),
    [
        ("{Ukraine's president} said so.", "2019-01-10", "Petro Poroshenko"),
        ("{Ukraine's president} said so.", "2019-05-20", "Volodymyr Zelenskyy"),
        ("{The US president} said so.", "2017-01-19", "Barack Obama"),
        ("{The US president} said so.", "2017-01-20", "Donald Trump"),
        ("{The US president} said so.", "2022-03-01", "Joe Biden"),
        ("{The US president} said so.", "2025-02-10", "Donald Trump"),
        ("{The German chancellor} said so.", "2020-03-01", "Angela Merkel"),
        ("{The British prime minister} said so.", "1999-03-01", "Prime Minister of United Kingdom"),
    ],
)
def test_an_office_means_its_holder_on_the_day(source, day, party):
    assert last(source, None, day)[0] == party
