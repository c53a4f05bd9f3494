"""Contradictions whose words name no coded event stand under no question, and are shown all the same."""

import dataclasses

from counterclaim.export.sections import dossier_sections, outside_questions
from counterclaim.export.views import disputes_grid, disputes_json


def test_disputes_outside_the_questions_are_shown(dossier):
    bare = dataclasses.replace(dossier, sheets=())
    loose = outside_questions(bare)
    assert [r.kind for r in loose] == ["contradicts"] * len(loose)
    assert len(loose) > 0
    assert [row[0] for row in disputes_grid(bare).rows] == ["outside the questions"] * len(loose)
    assert [line["question"] for line in disputes_json(bare)] == [None] * len(loose)
    assert "Disputed outside these questions" in [s.title for s in dossier_sections(bare)]


def test_those_under_a_question_are_not_shown_twice(dossier):
    within = {(r.left, r.right) for sheet in dossier.sheets for r in sheet.disputes}
    assert within.isdisjoint((r.left, r.right) for r in outside_questions(dossier))
