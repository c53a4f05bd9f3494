"""The user's track record is shown beside the credibility; without it every source is F."""

import dataclasses

from counterclaim.export.sections import dossier_sections


def weights(dossier):
    return [line.text for s in dossier_sections(dossier) for line in getattr(s, "lines", ()) if line.text.startswith("weight:")]


def test_without_a_track_record_no_source_can_be_judged(dossier):
    assert weights(dossier)
    assert all("source F (no track record given)" in line for line in weights(dossier))


def test_a_track_record_names_its_letter_and_whose_it_is(dossier):
    party = next(c.source.party for c in dossier.claims.values() if c.source and c.source.party)
    lines = weights(dataclasses.replace(dossier, track_record=((party, "B"),)))
    assert any(f"source B ({party}, by the user's track record)" in line for line in lines)
    assert all("source B" in line or "source F (not in the user's track record)" in line for line in lines)
