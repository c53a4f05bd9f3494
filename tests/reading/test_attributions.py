"""Attributions by construction: form, stance, then "source | cue | content", pieces joined by " … "; `^` marks an inner relay."""

import pytest

from counterclaim.model import Attribution, Span
from counterclaim.reading.attributions import attributions
from counterclaim.reading.quotes import quotations
from counterclaim.reading.sentences import sentences


def found(text: str) -> tuple[Attribution, ...]:
    return attributions(text, sentences(text), quotations(text))


def shown(text: str) -> list[str]:
    def words(role: tuple[Span, ...]) -> str:
        return " … ".join(span.of(text) for span in role)

    return [f"{a.form} {a.stance}{' ^' if a.parent else ''}: {words(a.source)} | {words(a.cue)} | {words(a.content)}" for a in found(text)]


ORDERS = [
    (
        "The governor said that three people were killed in Kharkiv on Tuesday.",
        ["indirect asserts: The governor | said | that three people were killed in Kharkiv on Tuesday"],
        "X said that P: 'that' belongs to the content, the full stop does not",
    ),
    (
        "Three people were killed in Kharkiv on Tuesday, the governor said.",
        ["indirect asserts: the governor | said | Three people were killed in Kharkiv on Tuesday"],
        "P, X said: without the comma before the cue",
    ),
    (
        "Three people were killed, said the governor, Ada Holm.",
        ["indirect asserts: the governor, Ada Holm | said | Three people were killed"],
        "P, said X: the name in apposition belongs to the source",
    ),
    (
        "The general, who visited the front on Monday, said the ridge was safe.",
        ["indirect asserts: The general | said | the ridge was safe"],
        "a relative clause that identifies nobody stays outside the source",
    ),
    (
        "Ada Holm, the mayor of Brenn, and her deputy said the water was clean.",
        ["indirect asserts: Ada Holm, the mayor of Brenn, and her deputy | said | the water was clean"],
        "two subjects, the first with an apposition",
    ),
    (
        "The army, which held the fort, had left it, the mayor of Brenn, Ada Holm, said on Monday.",
        ["indirect asserts: the mayor of Brenn, Ada Holm | said | The army, which held the fort, had left it"],
        "an apposition between commas before the cue, a time after it",
    ),
    (
        "Too often, he said, the shelling starts at dawn.",
        ["indirect asserts: he | said | Too often … the shelling starts at dawn"],
        "the report parts its content",
    ),
    (
        "Holm said on Friday, May 12, that the fleet had taken areas around the city.",
        ["indirect asserts: Holm | said | that the fleet had taken areas around the city"],
        "a date stands between cue and content",
    ),
    (
        "A witness told Varnia Daily on Sunday that two barns had burned.",
        ["indirect asserts: A witness | told | that two barns had burned"],
        "an addressee and a day stand between cue and content",
    ),
    (
        "The Kelvar army claimed on Sunday to have seized Brenn.",
        ["indirect asserts: The Kelvar army | claimed | to have seized Brenn"],
        "a day stands before an infinitive",
    ),
    (
        "Kelvar said at least nine boats had sunk.",
        ["indirect asserts: Kelvar | said | at least nine boats had sunk"],
        "'at least' opens a quantity, not a setting",
    ),
    (
        "While the envoy said talks would resume, troops moved north.",
        ["indirect asserts: the envoy | said | talks would resume"],
        "the main clause after a subordinate report is the publisher's",
    ),
    (
        "The town had fallen, according to the Varnian army.",
        ["indirect asserts: the Varnian army | according to | The town had fallen"],
        "P, according to X",
    ),
    (
        "According to Ada Holm, head of the port, the harbour is open.",
        ["indirect asserts: Ada Holm, head of the port | According to | the harbour is open"],
        "according to X, P, with an apposition",
    ),
    (
        "On 6 June, according to the agency, the town fell.",
        ["indirect asserts: the agency | according to | On 6 June … the town fell"],
        "the phrase parts its content",
    ),
    (
        "The town was shelled (by Kelvar, according to residents) on Sunday.",
        ["indirect asserts: residents | according to | by Kelvar"],
        "a phrase in brackets speaks of the brackets only",
    ),
    (
        "BRENN, March 3 (NW) — The dam has burst, the operator said.",
        ["indirect asserts: the operator | said | The dam has burst"],
        "a dateline is not content",
    ),
]

SEVERAL = [
    (
        "Kelvar said it had repelled 26 attacks, adding that its lines held.",
        ["indirect asserts: Kelvar | said | it had repelled 26 attacks", "indirect asserts: Kelvar | adding | that its lines held"],
        "adding shares the subject",
    ),
    (
        "The envoy claimed victory and said the war was over.",
        ["indirect asserts: The envoy | claimed | victory", "indirect asserts: The envoy | said | the war was over"],
        "two verbs of one subject",
    ),
    (
        "Kelvar acknowledged losses, but denied that the fort had fallen.",
        ["indirect confirms: Kelvar | acknowledged | losses", "indirect denies: Kelvar | denied | that the fort had fallen"],
        "two verbs with rival stances",
    ),
    (
        "The premier promised to rebuild the hospital, while the opposition doubted the figures.",
        ["indirect promises: The premier | promised | to rebuild the hospital", "indirect doubts: the opposition | doubted | the figures"],
        "another speaker after while",
    ),
    (
        "The Norrland Wire reported that the governor said the dam had burst.",
        [
            "indirect asserts: The Norrland Wire | reported | that the governor said the dam had burst",
            "indirect asserts ^: the governor | said | the dam had burst",
        ],
        "a relay nests",
    ),
    (
        "The RSG said the army had fled, witnesses told the Norrland Wire.",
        [
            "indirect asserts ^: The RSG | said | the army had fled",
            "indirect asserts: witnesses | told | The RSG said the army had fled",
        ],
        "a relay whose outer cue comes last",
    ),
    (
        "The ministry denied a breach of its lines after a senior officer confirmed a retreat.",
        ["indirect denies: The ministry | denied | a breach of its lines", "indirect confirms: a senior officer | confirmed | a retreat"],
        "a second speaker in a clause without a comma",
    ),
    (
        "Kelvar claimed control of the mill, which Varnia disputed.",
        ["indirect asserts: Kelvar | claimed | control of the mill", "indirect denies: Varnia | disputed | control of the mill"],
        "a relative clause disputes what stands before it",
    ),
    (
        "The mayor called the raid “a massacre,” as the army denied firing.",
        ["mixed asserts: The mayor | called | the raid “a massacre,”", "indirect denies: the army | denied | firing"],
        "called X Y",
    ),
]

CLAUSES = [
    (
        "The move could come soon, the Wire reports, citing two officers.",
        [
            "indirect asserts: the Wire | reports | The move could come soon",
            "indirect asserts: two officers | citing | The move could come soon",
        ],
        "two cues close one content",
    ),
    (
        "Kelvar called the raid a “crime” after Varnia sent arms to the raiders and accused Kelvar of lies.",
        [
            "mixed asserts: Kelvar | called | the raid a “crime”",
            "indirect accuses: Varnia | accused | Kelvar of lies",
        ],
        "a verb shares the subject of its own clause",
    ),
    (
        "Holm used a rally in Dorn for a long attack against Kelvar, which said last week it had hired two more crews.",
        ["indirect asserts: Kelvar | said | it had hired two more crews"],
        "which stands for the nearest noun",
    ),
    (
        "Brand said in a video posted Monday that his men had left.",
        ["indirect asserts: Brand | said | that his men had left"],
        "a participle in the setting, and a name that is a verb's form",
    ),
    (
        "Thousands fled the disputed region, and an estimated ninety died.",
        [],
        "participles that are adjectives",
    ),
    (
        "Kelvar tells US it needs months to win",
        ["indirect asserts: Kelvar | tells | it needs months to win"],
        "an addressee without a comma",
    ),
    (
        "The committee said the mill was safe, Varnian Press Agency reported.",
        [
            "indirect asserts ^: The committee | said | the mill was safe",
            "indirect asserts: Varnian Press Agency | reported | The committee said the mill was safe",
        ],
        "a word of a name is no verb",
    ),
    (
        "The council denounced what it said was a breach of the truce.",
        ["indirect accuses: The council | denounced | what it said was a breach of the truce"],
        "what it said was: no report of its own",
    ),
    (
        "Two boats were, the mayor said, lost in the storm.",
        ["indirect asserts: the mayor | said | Two boats were … lost in the storm"],
        "the report parts its clause",
    ),
]

SUBJECTS = [
    (
        "Kelvar was accused by Varnia of shelling the mill.",
        ["indirect accuses: Varnia | was accused | Kelvar … of shelling the mill"],
        "who accuses whom",
    ),
    ("The claim, denied by Kelvar, came on Monday.", ["indirect denies: Kelvar | denied | The claim"], "a passive in an aside"),
    (
        "Ada Holm, Rolf Brand and Per Lind said the mill was safe.",
        ["indirect asserts: Ada Holm, Rolf Brand and Per Lind | said | the mill was safe"],
        "a list of names",
    ),
    (
        "On Monday, Varnia and Kelvar said the mill was safe.",
        ["indirect asserts: Varnia and Kelvar | said | the mill was safe"],
        "a day before two names",
    ),
    (
        "The governor, Ada Holm, told Telegram channel Brenn Live that nine people had died.",
        ["indirect asserts: The governor, Ada Holm | told | that nine people had died"],
        "an outlet's name as addressee",
    ),
    (
        "“We hold the ridge,” the colonel, who gave only his first name, said by phone.",
        ["direct asserts: the colonel | said | “We hold the ridge,”"],
        "by phone is no passive",
    ),
    ("Neither side confirmed the report.", ["indirect doubts: Neither side | confirmed | the report"], "the subject negates"),
    ("No group has claimed responsibility for the blast.", [], "nobody says it"),
    ("I thought we would die.", [], "a thought of the writer's"),
    ("Kelvar raised new questions that nobody heard.", [], "a plural noun after an adjective"),
    ("Two nurses confirmed dead in Brenn", [], "a headline's passive"),
]

RELATIVES = [
    (
        "Kelvar detained on Tuesday what it said was a Varnian cell.",
        ["indirect asserts: it | said | what … was a Varnian cell"],
        "what X said was P",
    ),
    (
        "The raid hit a store that the army said was used by raiders.",
        ["indirect asserts: the army | said | a store … was used by raiders"],
        "a relative whose clause is reported",
    ),
    (
        "Kelvar joined the register, which Varnia claims is used by banks.",
        ["indirect asserts: Varnia | claims | the register … is used by banks"],
        "the same after a comma",
    ),
    (
        "Kara Brand, 41, who holds two passports, has denied several charges.",
        ["indirect denies: Kara Brand, 41 | has denied | several charges"],
        "an age and an aside before the verb",
    ),
    ("Troops are accused of looting the mill.", ["hearsay accuses:  | are accused | Troops … of looting the mill"], "accused by nobody"),
    (
        "Forty tanks have been moved, say reports.",
        ["hearsay asserts:  | say reports | Forty tanks have been moved"],
        "reports after the verb",
    ),
    ("Varnia Says Shot Down Two Drones", ["indirect asserts: Varnia | Says | Shot Down Two Drones"], "a headline leaves out the pronoun"),
    (
        "Team describes ward as 'death zone', WHO says",
        [
            "mixed asserts ^: Team | describes | ward as 'death zone'",
            "mixed asserts: WHO | says | Team describes ward as 'death zone'",
        ],
        "a name in capitals that is a small word",
    ),
    (
        "Valley ‘siege’ unacceptable, says Brand as party toughens line",
        ["mixed asserts: Brand | says | Valley ‘siege’ unacceptable"],
        "a scare quote at the start of a tail",
    ),
]

MUTUAL = [
    (
        "Varnia and Kelvar blamed each other for the blast.",
        ["indirect accuses: Varnia | blamed | each other for the blast", "indirect accuses: Kelvar | blamed | each other for the blast"],
        "one attribution for each",
    ),
    (
        "Shells fell after a blast that both Varnia and Kelvar blamed on each other.",
        ["indirect accuses: Varnia | blamed | a blast … on each other", "indirect accuses: Kelvar | blamed | a blast … on each other"],
        "in a relative clause the content is what it speaks of",
    ),
    (
        "Varnia, Kelvar Blame Each Other for Loss of Dam",
        [
            "indirect accuses: Varnia | Blame | Each Other for Loss of Dam",
            "indirect accuses: Kelvar | Blame | Each Other for Loss of Dam",
        ],
        "a headline joins them with a comma",
    ),
]

OBJECTS = [
    (
        "The mayor accused the army of “looting” the mill, forcing families to leave.",
        ["mixed accuses: The mayor | accused | the army of “looting” the mill"],
        "X accused Y of P: the publisher's participle after the comma stays outside",
    ),
    (
        "The mayor has accused Kelvar and its head, Ada Holm, of being “complicit” in the raid.",
        ["mixed accuses: The mayor | has accused | Kelvar and its head, Ada Holm, of being “complicit” in the raid"],
        "an apposition before 'of' does not end the content",
    ),
    (
        "The union called for a halt to the bombing as fighting raged.",
        ["indirect demands: The union | called | for a halt to the bombing"],
        "a demand ends before the setting",
    ),
    (
        "The union calls on both armies to stop.",
        ["indirect demands: The union | calls | on both armies to stop"],
        "calls on X to",
    ),
    (
        "The army could not confirm the loss of the fort.",
        ["indirect doubts: The army | could not confirm | the loss of the fort"],
        "who could not confirm doubts",
    ),
    ("The ministry did not deny the breach.", ["indirect asserts: The ministry | did not deny | the breach"], "two negations"),
    (
        "The speech seems to confirm the advance.",
        ["indirect confirms: The speech | seems to confirm | the advance"],
        "the raising verb belongs to the cue",
    ),
    ("The report was rejected by the palace.", ["indirect denies: the palace | was rejected | The report"], "a passive with its speaker"),
    (
        "The claim was described by the palace as “a fairy tale”.",
        ["mixed asserts: the palace | was described | The claim … as “a fairy tale”"],
        "a passive with what it was described as",
    ),
    (
        "The Kelvar delegation walked out, citing a breach of the truce.",
        ["indirect asserts: The Kelvar delegation | citing | a breach of the truce"],
        "a ground that is cited is no source",
    ),
    (
        "The valley could be lost within days, citing two officers near the front.",
        ["indirect asserts: two officers near the front | citing | The valley could be lost within days"],
        "citing X names a source",
    ),
]

NOUNS = [
    (
        "The palace rejected Kelvar’s claim that it had fled.",
        [
            "indirect denies: The palace | rejected | Kelvar’s claim that it had fled",
            "indirect asserts ^: Kelvar’s | claim | that it had fled",
        ],
        "the rejecter's claim and the claimant's",
    ),
    (
        "Kelvar’s claim of killing 600 soldiers rejected by Varnia",
        [
            "indirect asserts ^: Kelvar’s | claim | of killing 600 soldiers",
            "indirect denies: Varnia | rejected | Kelvar’s claim of killing 600 soldiers",
        ],
        "the same in a headline's passive",
    ),
    (
        "The army laughed at claims of a truce by the rebel council.",
        ["indirect asserts: the rebel council | claims | of a truce"],
        "claims of P by X",
    ),
    (
        "Shops closed amid reports of shelling near the mill.",
        ["hearsay asserts:  | reports | of shelling near the mill"],
        "nobody is named",
    ),
    ("Reports of shelling have multiplied.", ["hearsay asserts:  | Reports | of shelling"], "the sentence's verb is not content"),
    (
        "Reports suggest that forty boats have sunk.",
        ["hearsay asserts:  | Reports suggest | that forty boats have sunk"],
        "reports that speak for nobody",
    ),
    ("Many remember the claims that led to the war.", [], "a relative clause is no content"),
    ("The Varnian states have an army of their own.", [], "a noun that looks like a verb"),
    ("The blast claimed the lives of nine miners.", [], "to claim lives is not to speak"),
]

HEARSAY = [
    (
        "The rebels are said to have advanced two kilometres near the mill, where fog lay.",
        ["hearsay asserts:  | are said to | The rebels … have advanced two kilometres near the mill"],
        "are said to have",
    ),
    ("Nine nurses said to be missing", ["hearsay asserts:  | said to | Nine nurses … be missing"], "a headline leaves out the auxiliary"),
    (
        "The kingdom is reportedly weighing a new shipment.",
        ["hearsay asserts:  | reportedly | The kingdom is … weighing a new shipment"],
        "an adverb parts its content",
    ),
    (
        "It was claimed that the bridge had been mined.",
        ["hearsay asserts:  | was claimed | that the bridge had been mined"],
        "it is claimed",
    ),
    (
        "Fighting is being reported at several places in the capital.",
        ["hearsay asserts:  | is being reported | Fighting … at several places in the capital"],
        "a passive without a speaker",
    ),
]

HEADLINES = [
    ("Holm: we hold the city", ["indirect asserts: Holm |  | we hold the city"], "a speaker before the colon says we"),
    (
        "More than 180 killed in Varnia fighting: UN envoy",
        ["indirect asserts: UN envoy |  | More than 180 killed in Varnia fighting"],
        "a speaker after the colon",
    ),
    (
        "Raiders far from the river despite gains—ISW",
        ["indirect asserts: ISW |  | Raiders far from the river despite gains"],
        "after a dash",
    ),
    ("Border war: hundreds flee their homes", [], "a topic before the colon is no speaker"),
    ("Hundreds flee border villages – video", [], "what kind of item it is, is no speaker"),
    (
        "Border war: raiders hold the mill, says ministry",
        ["indirect asserts: ministry | says | raiders hold the mill"],
        "a tail; the topic is not content",
    ),
    (
        "Holm Says Varnian Convoy Fired Upon, All Safe",
        ["indirect asserts: Holm | Says | Varnian Convoy Fired Upon, All Safe"],
        "capitals everywhere",
    ),
    (
        "Kelvar says Varnia behind blast at dam, warns of floods",
        ["indirect asserts: Kelvar | says | Varnia behind blast at dam", "indirect warns: Kelvar | warns | of floods"],
        "a comma joins two verbs",
    ),
    (
        "Army chief in good spirits - but says his troops will win",
        ["indirect asserts: Army chief | says | his troops will win"],
        "a dash joins the second verb",
    ),
]

QUOTES = [
    (
        "“The bridge is gone,” Holm said, “and nobody can cross.”",
        ["direct asserts: Holm | said | “The bridge is gone,” … “and nobody can cross.”"],
        "a parted quotation is one",
    ),
    (
        "“The bridge is gone,” said Holm. “Nobody can cross.”",
        ["direct asserts: Holm | said | “The bridge is gone,” … “Nobody can cross.”"],
        "it goes on in the next sentence",
    ),
    (
        "“The bridge is gone,” denounced Holm: “Nobody can cross the river now.”",
        [
            "direct accuses: Holm | denounced | “The bridge is gone,”",
            "direct accuses: Holm | denounced | “Nobody can cross the river now.”",
        ],
        "after a colon another begins",
    ),
    (
        "Holm said: “The bridge is gone.\n\n“Nobody can cross.”",
        ["direct asserts: Holm | said | “The bridge is gone. … “Nobody can cross.”"],
        "it goes on in the next paragraph, where the first is not closed",
    ),
    (
        "The mayor called for calm. “We have food for ninety days, and water too.”",
        [
            "indirect demands: The mayor | called | for calm",
            "direct asserts: The mayor |  | “We have food for ninety days, and water too.”",
        ],
        "a quotation without a cue is the last speaker's",
    ),
    (
        "Holm wrote on Telegram:\n Units were sent to the dam at noon.",
        ["direct asserts: Holm | wrote | Units were sent to the dam at noon."],
        "an announced block needs no quote marks",
    ),
    (
        "Holm said the “so-called republic” had collapsed.",
        ["mixed asserts: Holm | said | the “so-called republic” had collapsed"],
        "scare quotes inside indirect speech",
    ),
    (
        "‘Almost no walls left’ in Brenn, says Holm, as fighting goes on",
        ["mixed asserts: Holm | says | ‘Almost no walls left’ in Brenn"],
        "single quote marks in a tail",
    ),
    (
        'Holm said: "Raiders say the mill is theirs."',
        [
            'direct asserts: Holm | said | "Raiders say the mill is theirs."',
            "indirect asserts ^: Raiders | say | the mill is theirs",
        ],
        "what others say inside a quotation",
    ),
]

DAMAGED = [
    (
        "Border war Holm claims a mill in Brenn the\n\nBorder war: Holm claims a mill in Brenn\n\nThe mill burned on Monday.",
        ["indirect asserts: Holm | claims | a mill in Brenn"],
        "a title printed twice is read once",
    ),
    (
        "The harbour is open, the mayor has said Read Full Article at varnia.example",
        ["indirect asserts: the mayor | has said | The harbour is open"],
        "a feed's boilerplate is no content",
    ),
    (
        "The mill has burned.The mayor said nobody was hurt.",
        ["indirect asserts: The mayor | said | nobody was hurt"],
        "a missing space after a full stop",
    ),
    ("The footage shows a burning mill.", [], "pictures are no speakers"),
    ("The mill burned down on Monday after two shells hit it.", [], "the publisher's own voice"),
]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [*ORDERS, *SEVERAL, *CLAUSES, *SUBJECTS, *RELATIVES, *MUTUAL, *OBJECTS, *NOUNS, *HEARSAY, *HEADLINES, *QUOTES, *DAMAGED],
    ids=lambda value: value[:40] if isinstance(value, str) else None,
)
def test_attributions(text: str, expected: list[str], why: str) -> None:
    assert shown(text) == expected, why


def test_spans_and_fields_of_one_attribution() -> None:
    text = "In a video, Holm accused regulars of “fleeing”."
    assert found(text) == (
        Attribution(
            id=found(text)[0].id,
            source=(Span(12, 16),),
            cue=(Span(17, 24),),
            content=(Span(25, 46),),
            form="mixed",
            stance="accuses",
            basis="footage",
            confidence=0.8,
        ),
    )


def test_relay_names_its_parent() -> None:
    outer, inner = found("The Norrland Wire reported that the governor said the dam had burst.")
    assert (outer.parent, inner.parent) == (None, outer.id)


def test_mutual_holds_the_other_source() -> None:
    text = "Varnia and Kelvar blamed each other for the blast."
    assert [(a.source, a.mutual) for a in found(text)] == [((Span(0, 6),), (Span(11, 17),)), ((Span(11, 17),), (Span(0, 6),))]


def test_ids_differ_and_do_not_change() -> None:
    text = "Kelvar said the mill burned. Kelvar said the mill burned."
    ids = [a.id for a in found(text)]
    assert len(set(ids)) == 2
    assert ids == [a.id for a in found(text)]


def test_long_text_without_a_full_stop_is_read_in_linear_time() -> None:
    text = "Kelvar said the mill had burned, and Varnia denied it, but " * 4000
    assert len(found(text)) > 3000


NOBODY_SAYS = [
    ("Shells slammed into the market as families queued for bread.", "what strikes is no critic"),
    ("The navy put the boat at anchor off the cape.", "a place, not a figure"),
    ("The militia held the bridge until dawn.", "held, but nobody responsible"),
    ("The union contested the election in March.", "stood for it"),
    ("Police charged the crowd with batons.", "a charge on foot"),
    ("Gunmen saw the lorry burning as the guards fled.", "a clause after as, no role"),
]


@pytest.mark.parametrize(("text", "why"), NOBODY_SAYS)
def test_plain_narration_has_no_source(text: str, why: str) -> None:
    assert shown(text) == [], why


PARTED = [
    (
        "The army denied that the town was lost: its lines had held, a spokesman said.",
        [
            "indirect denies: The army | denied | that the town was lost",
            "indirect asserts: a spokesman | said | its lines had held",
        ],
        "what a second speaker closes begins after the colon",
    ),
    (
        "Envoys doubted that the truce would hold, and the bridge was still shut, the mayor said.",
        [
            "indirect doubts: Envoys | doubted | that the truce would hold",
            "indirect asserts: the mayor | said | the bridge was still shut",
        ],
        "what a second speaker closes begins after 'and'",
    ),
    (
        "The gazette quoted a captain as saying that the strait was clear.",
        ["indirect asserts: a captain | as saying | that the strait was clear"],
        "who is quoted speaks",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), PARTED)
def test_each_speaker_has_own_words(text: str, expected: list[str], why: str) -> None:
    assert shown(text) == expected, why
