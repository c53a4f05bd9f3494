"""Where: names found and resolved in texts of several kinds; what is no place; other spellings, scripts and languages."""

from pathlib import Path

import pytest

from counterclaim.knowledge.conflicts import Conflict, load_conflict
from counterclaim.knowledge.gazetteer import Gazetteer, add_dump, open_gazetteer
from counterclaim.knowledge.tables import language_table
from counterclaim.reading.toponyms import toponyms
from counterclaim.reading.toponyms_inflected import forms_of, latin_of

UKRAINE, SUDAN, GAZA = "ukraine-2022", "sudan-2023", "israel-gaza-2023"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def conflict_of(name: str | None) -> Conflict | None:
    return load_conflict(name) if name else None


def read(text: str, gazetteer: Gazetteer, conflict: str | None = None, language: str = "en") -> list[tuple[str, str | None]]:
    """The words of each toponym of a text with the id of its place."""
    return [(t.span.of(text), t.place.id if t.place else None) for t in toponyms(text, conflict_of(conflict), gazetteer, language)]


NAMED = [
    ("Troops left Bakhmut.", UKRAINE, [("Bakhmut", "ukraine-2022:bakhmut")], "a conflict's own place"),
    ("Troops left Bachmut.", UKRAINE, [("Bachmut", "ukraine-2022:bakhmut")], "a German spelling, in an alias"),
    ("Troops left Bakhmout.", UKRAINE, [("Bakhmout", "ukraine-2022:bakhmut")], "a French spelling"),
    ("Fighting went on near Kleshcheevka.", UKRAINE, [("Kleshcheevka", "ukraine-2022:klishchiivka")], "a Russian form, by its skeleton"),
    ("Fighting went on near Artyomovsk.", UKRAINE, [("Artyomovsk", "ukraine-2022:bakhmut")], "a former name"),
    ("Бої біля Бахмута.", UKRAINE, [("Бахмута", "ukraine-2022:bakhmut")], "another script inside an English reading"),
    ("Kyiv said it would hold.", None, [("Kyiv", "geonames:703448")], "a seat that speaks still is a toponym"),
    ("Russia-backed units crossed.", None, [("Russia", "geonames:2017370")], "half of a compound"),
    ("Turkish troops crossed into Syria.", None, [("Turkish", "geonames:298795"), ("Syria", "geonames:163843")], "a demonym"),
    ("The U.S. and the U.K. agreed.", None, [("U.S.", "geonames:6252001"), ("U.K.", "geonames:2635167")], "abbreviations with stops"),
    (
        "RUSSIA SHELLS KHARKIV AGAIN",
        UKRAINE,
        [("RUSSIA", "geonames:2017370"), ("KHARKIV", "ukraine-2022:kharkiv")],
        "a headline in capitals",
    ),
    ("Two Killed As Army Shells Omdurman", SUDAN, [("Omdurman", "sudan-2023:omdurman")], "a headline in title case"),
    ("Shelling hit al-Fashir.", SUDAN, [("al-Fashir", "sudan-2023:al-fasher")], "a small article before the name"),
    (
        "The Zaporizhzhia nuclear plant lost power.",
        UKRAINE,
        [("Zaporizhzhia nuclear plant", "world:zaporizhzhia-npp")],
        "a site, not its town",
    ),
    ("Fighting raged in Ukraine's east.", UKRAINE, [("Ukraine's east", "world:eastern-ukraine")], "an informal region"),
    ("Rain fell in eastern Ukraine.", UKRAINE, [("eastern Ukraine", "world:eastern-ukraine")], "the same with an adjective"),
    ("Kherson region was flooded.", UKRAINE, [("Kherson region", "geonames-region:UA.08")], "a region, not its capital"),
    (
        "He fled from Port-au-Prince in Haiti.",
        None,
        [("Port-au-Prince", "geonames:3718426"), ("Haiti", "geonames:3723988")],
        "small words inside",
    ),
    ("Aid reached Bosnia and Herzegovina.", None, [("Bosnia and Herzegovina", "geonames:3277605")], "a conjunction inside"),
]


@pytest.mark.parametrize(("text", "conflict", "expected", "why"), NAMED, ids=[row[3] for row in NAMED])
def test_names_are_found_and_resolved(gazetteer: Gazetteer, text: str, conflict: str | None, expected: list, why: str) -> None:
    assert read(text, gazetteer, conflict) == expected, why


NOT_NAMED = [
    ("Chelsea Halloway spoke first.", "a first name"),
    ("Mr London spoke first.", "a name after a title"),
    ("Colonel Moscow-Bridge is invented.", "a name after a rank"),
    ("Reading the report took an hour.", "a common word at the beginning"),
    ("It happened in March and in May.", "months"),
    ("On Sunday the Boston Globe printed it.", "a newspaper"),
    ("I've seen it and we're leaving.", "contractions"),
    ("HIV and AIDS are diseases.", "acronyms"),
    ("Hamas rejected the offer.", "a group that the tables know, and a spelling of Hamm"),
    ("General al-Basra is invented.", "an article that belongs to a person"),
    ("He was no match for her.", "a state's postal code in small letters"),
    ("The Red Cross came.", "a body"),
    ("Secretary of State Anthony Orwick spoke.", "a first name after a title"),
    ("They walked along the Champs-Quarrés.", "half of a longer name"),
    ("Trucks queued at Bab al-Qasir.", "half of an Arabic name"),
    ("On Friday Konstantin Yefremov left.", "a surname that a town bears"),
]


@pytest.mark.parametrize(("text", "why"), NOT_NAMED, ids=[row[1] for row in NOT_NAMED])
def test_other_words_are_no_places(gazetteer: Gazetteer, text: str, why: str) -> None:
    assert [place for _, place in read(text, gazetteer, GAZA) if place is not None] == [], why


CHOSEN = [
    ("The couple came from Paris, Texas.", "Paris", "geonames:4717560", "the state that follows"),
    ("They flew from Paris to Berlin.", "Paris", "geonames:2988507", "the larger by default"),
    ("The mayor of London, Ontario, met others in Toronto, Canada.", "London", "geonames:6058560", "a province that follows"),
    ("In Alabama, Georgia and Florida people queued.", "Georgia", "geonames-region:US.GA", "its neighbours in a list"),
    ("Armenia, Georgia and Azerbaijan sent aid.", "Georgia", "geonames:614540", "other neighbours"),
    ("Washington and Moscow agreed.", "Washington", "geonames:4140963", "a capital among capitals"),
    ("Donors met in New York.", "New York", "geonames:5128581", "the city by default"),
    (
        "The Republic of the Congo, whose seat is Brazzaville, agreed.",
        "Republic of the Congo",
        "geonames:2260494",
        "the smaller Congo by its name",
    ),
]


@pytest.mark.parametrize(("text", "name", "place", "why"), CHOSEN, ids=[row[3] for row in CHOSEN])
def test_the_document_chooses(gazetteer: Gazetteer, text: str, name: str, place: str, why: str) -> None:
    assert dict(read(text, gazetteer))[name] == place, why


def test_a_village_of_the_conflict_does_not_beat_a_great_city_of_its_name(gazetteer: Gazetteer) -> None:
    assert dict(read("Kabul urged Israel and Egypt to talk.", gazetteer, GAZA))["Kabul"] == "geonames:1138958"


def test_a_country_dump_raises_what_can_be_resolved(gazetteer: Gazetteer, tmp_path: Path) -> None:
    columns = ["99999999", "Vymyshliane", "Vymyshliane", "Вымышляное", "48.5", "37.9", "P", "PPL", "UA", *[""] * 5, "90", "", "", "", ""]
    dump = tmp_path / "UA.txt"
    dump.write_text("\t".join(columns) + "\n", encoding="utf-8")
    add_dump(dump, tmp_path)
    text = "Troops reached the village of Vymyshliane, near Bakhmut."
    larger = Gazetteer((*gazetteer.layers, tmp_path / "places-ua.sqlite"))
    assert dict(read(text, gazetteer, UKRAINE))["Vymyshliane"] is None
    assert dict(read(text, larger, UKRAINE))["Vymyshliane"] == "geonames:99999999"


def test_a_disputed_place_lists_its_claimants(gazetteer: Gazetteer) -> None:
    found = toponyms("Soledar fell.", load_conflict(UKRAINE), gazetteer)
    assert found[0].place is not None
    assert (found[0].place.name, found[0].place.claimants) == ("Soledar", ("russia", "ukraine"))


SITES = [
    (
        "Fighters entered the presidential palace in Khartoum.",
        SUDAN,
        ("Presidential Palace", "world:khartoum-palace"),
        "known to the gazetteer",
    ),
    ("Sudan said its army held the presidential palace.", SUDAN, ("Presidential Palace", "world:khartoum-palace"), "in the capital"),
    (
        "Gabon's army shelled the presidential palace.",
        None,
        ("Presidential Palace", "geonames:2399697:presidential-palace"),
        "of another country",
    ),
    ("Drones struck Nyala airport.", SUDAN, ("Nyala Airport", "sudan-2023:nyala:airport"), "a town's airport"),
]


@pytest.mark.parametrize(("text", "conflict", "expected", "why"), SITES, ids=[row[3] for row in SITES])
def test_sites_lie_in_their_town(gazetteer: Gazetteer, text: str, conflict: str | None, expected: tuple, why: str) -> None:
    places = [(t.place.name, t.place.id) for t in toponyms(text, conflict_of(conflict), gazetteer) if t.place]
    assert expected in places, why


@pytest.mark.parametrize(
    "entry", [*language_table("en", "toponyms")["site"], *language_table("en", "toponyms")["town_site"]], ids=lambda e: e["name"]
)
def test_examples_of_sites(gazetteer: Gazetteer, entry: dict) -> None:
    text = entry["example"].replace("{", "").replace("}", "")
    words = entry["example"].split("{")[1].split("}")[0]
    found = {t.span.of(text): t.place for t in toponyms(text, load_conflict(UKRAINE), gazetteer)}
    assert words in found
    place = found[words]
    assert place is not None and place.name.lower().endswith(entry["name"].split()[-1].lower())


@pytest.mark.parametrize("entry", language_table("uk", "toponyms")["example"], ids=lambda e: e["name"])
def test_examples_of_ukrainian(gazetteer: Gazetteer, entry: dict) -> None:
    found = toponyms(entry["text"], load_conflict(UKRAINE), gazetteer, "uk")
    assert [t.place is not None and t.place.country for t in found] == ["UA"]
    assert entry["name"] in forms_of(found[0].span.of(entry["text"]), "uk")


def test_an_inflected_text_finds_its_war_by_its_places(gazetteer: Gazetteer) -> None:
    assert read("Тривають бої біля Кліщіївки.", gazetteer, None, "uk") == [("Кліщіївки", "ukraine-2022:klishchiivka")]


@pytest.mark.parametrize(
    ("word", "main", "why"),
    [
        ("Кліщіївки", "Кліщіївка", "genitive"),
        ("Кліщіївці", "Кліщіївка", "locative, with ц for к"),
        ("Водяному", "Водяне", "an adjective"),
        ("Пісків", "Піски", "genitive plural"),
        ("Харкова", "Харків", "о for і"),
        ("Ямполя", "Ямпіль", "a soft stem"),
        ("Соледаром", "Соледар", "instrumental"),
        ("Руську Лозову", "Руська Лозова", "two words at once"),
    ],
)
def test_ukrainian_forms_lead_back_to_the_main_form(word: str, main: str, why: str) -> None:
    assert main in forms_of(word, "uk"), why


def test_latin_letters() -> None:
    assert latin_of("Кліщіївка", "uk") == "klishchiivka"
    assert latin_of("Bakhmut", "uk") is None
    assert forms_of("Bakhmut", "en") == ("Bakhmut",)


@pytest.mark.parametrize(
    "text", ["", "x", "1" * 100_000, "A" * 100_000, "Aä" * 50_000, "48.5281, 37.9583", "\ud800 Kyi\ud800v", "мiшаний Bахмут"]
)
def test_bad_input_invents_nothing(gazetteer: Gazetteer, text: str) -> None:
    assert read(text, gazetteer, UKRAINE) == []


@pytest.mark.parametrize(
    "text",
    [
        "Troops near Bakhmut and Soledar met others from Paris, Texas, and the Kherson region. ",
        "The army headquarters and the presidential palace in Kyiv were hit; residents of Halvik fled. ",
        "Kyiv, Kyiv Kyiv and Kyiv, Kyiv Kyiv or Kyiv, Kyiv Kyiv and Kyiv, ",
    ],
    ids=["names", "sites", "a list"],
)
def test_a_long_text_keeps_its_spans(gazetteer: Gazetteer, text: str) -> None:
    long = text * 100
    found = toponyms(long, load_conflict(UKRAINE), gazetteer)
    assert found and all(t.span.of(long)[:1].isalnum() for t in found)


def test_a_namesake_written_in_latin_letters_only_is_found_in_ukrainian(gazetteer: Gazetteer) -> None:
    found = toponyms("Бої тривають біля Богданівки, Бахмута та Кліщіївки.", load_conflict(UKRAINE), gazetteer, "uk")
    place = found[0].place
    assert place is not None and (place.latitude, place.longitude) == (48.6178, 37.8956), "the Bohdanivka beside Bakhmut"


@pytest.mark.parametrize(
    ("text", "language", "country", "expected", "why"),
    [
        ("Бої біля Вимисляного.", "uk", "UA", [("Вимисляного", "geonames:706000")], "by its official romanisation"),
        ("Troops left Vymysliane on Friday.", "en", "UA", [("Vymysliane", "geonames:706000")], "as it is written"),
        ("Бої біля Вимисляного.", "uk", "AR", [], "no country of Ukrainian names"),
    ],
)
def test_a_dump_in_latin_letters_raises_what_is_found(
    gazetteer: Gazetteer, tmp_path: Path, text: str, language: str, country: str, expected: list[tuple[str, str]], why: str
) -> None:
    columns = [
        "706000",
        "Vymysliane",
        "Vymysliane",
        "",
        "48.5",
        "37.9",
        "P",
        "PPL",
        country,
        "",
        "05",
        "",
        "",
        "",
        "40",
        "",
        "",
        "",
        "2024-01-01",
    ]
    (tmp_path / "UA.txt").write_text("\t".join(columns) + "\n", encoding="utf-8")
    assert [t for t in read(text, gazetteer, UKRAINE, language) if t[1]] == [], "not in the gazetteer"
    add_dump(tmp_path / "UA.txt", tmp_path / "user")
    larger = Gazetteer((*gazetteer.layers, tmp_path / "user" / "places-ua.sqlite"))
    assert [t for t in read(text, larger, UKRAINE, language) if t[1]] == expected, why
