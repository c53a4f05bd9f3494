"""What a dossier says, line by line."""

from counterclaim.export.sections import Block, Grid, dossier_sections, unpicked_sections


def lines(sections, title):
    return [line.text for s in sections if isinstance(s, Block) and s.title == title for line in s.lines]


def test_the_grid_has_questions_down_and_parties_across(dossier):
    grid = next(s for s in unpicked_sections(dossier) if isinstance(s, Grid) and s.title == "Who says what")
    assert grid.header == ("question", "Ostrel", "Varnia")
    assert grid.rows == (("Did Varnia hold Dunmar?", "no (Fri 16 May) [2]", "yes (Sat 17 May) [1]"),)


def test_a_dispute_names_both_ends_its_tier_and_its_field(dossier):
    assert lines(unpicked_sections(dossier), "Disputed") == [
        "Ostrel [2] contradicts Varnia [1] (explicit, 0.90)",
        "polarity: one denies what the other asserts",
        "contradictions that held when people read them: explicit 45 of 50, inferred 41 of 50; read both ends before you cite one",
    ]


def test_a_sheet_groups_answers_by_side_and_gives_the_weight(dossier):
    assert lines(dossier_sections(dossier), "1. Did Varnia hold Dunmar?") == [
        "Dunmar, Fri 16 May 2031: 1 report, 2 voices",
        "Ostrel",
        "Ostrel: no (Fri 16 May) [2] (relayed by The Example)",
        "Ostrel denies: it",
        "Varnia",
        "Varnia: yes (Sat 17 May) [1] (relayed by The Example)",
        "Varnia asserts: its troops held Dunmar",
        "contradiction: Ostrel [2] contradicts Varnia [1] (explicit, 0.90)",
        "polarity: one denies what the other asserts",
        "weight: Varnia held Dunmar: source F (no track record given), credibility 6 (cannot be judged) [1]: one voice, contradicted",
    ]


def test_nobody_is_always_nobody_in_these_reports(dossier):
    assert lines(dossier_sections(dossier), "Changed answers") == ["nobody in this report changes an answer"]


def test_coverage_says_what_it_rests_on(dossier):
    assert lines(dossier_sections(dossier), "Coverage") == [
        "1 document, 1 publisher, 2 claims; Sat 17 May 2031 to Sat 17 May 2031",
        "languages: en 1",
        "claims by camp: Ostrel 1, Varnia 1",
        "synthetic: reports here were written as examples, not found",
    ]
