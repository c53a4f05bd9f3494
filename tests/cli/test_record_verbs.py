"""A record from `add` to `export`."""

import json
import subprocess
import sys

import pytest


@pytest.fixture
def filled(counterclaim, report, tmp_path):
    more = [
        {"id": "a", "text": "Varnia's army said its troops held Dunmar.", "published": "2031-05-16", "publisher": "The Example"},
        {"id": "b", "text": "Ostrel's army denied that Varnia's troops held Dunmar.", "published": "2031-05-16", "publisher": "Other"},
    ]
    (tmp_path / "more.jsonl").write_text("".join(json.dumps(m) + "\n" for m in more), encoding="utf-8")
    assert counterclaim("add", report, "--jsonl", "more.jsonl").code == 0
    return counterclaim


def test_adding_twice_changes_nothing(filled, report):
    before = filled("claims", "--json").out
    again = filled("add", report, "--jsonl", "more.jsonl")
    assert "0 added, 3 there already" in again.err
    assert filled("claims", "--json").out == before


def test_lists_are_the_contracts_shapes(filled):
    claims, relations, questions = (filled(verb, "--json").lines for verb in ("claims", "relations", "questions"))
    ids = {c["id"] for c in claims}
    assert len(claims) >= 3
    assert all({r["left"], r["right"]} <= ids for r in relations)
    assert all(a["claim"] in ids for q in questions for a in q["answers"])
    assert {frozenset(q) for q in questions} <= {frozenset(("id", "text", "kind", "place", "time", "answers"))}


def test_crosscheck_anew_gives_the_same(filled):
    before = [filled(verb, "--json").out for verb in ("relations", "questions", "events")]
    assert filled("crosscheck").code == 0
    assert [filled(verb, "--json").out for verb in ("relations", "questions", "events")] == before


def test_show_draws_each_field_under_its_characters(filled):
    claim = filled("claims", "--json").lines[0]
    card = filled("show", claim["id"][:8]).out
    drawn = [line for line in card.splitlines() if "─" in line]
    assert any(line.endswith(" source") for line in drawn)
    assert any(line.endswith(" content") for line in drawn)


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_dossier_in_every_format(filled, form):
    ran = filled("dossier", "--format", form, "--recent")
    assert ran.code == 0
    assert "3 documents" in ran.out or '"documents"' in ran.out


@pytest.mark.parametrize("form", ["jsonl", "csv", "geojson"])
def test_export_in_every_format(filled, form):
    ran = filled("export", form, "--recent")
    assert ran.code == 0
    assert "logged in the record" in ran.err
    assert ran.out


def test_what_is_recent_is_held_back_and_said_so(filled):
    ran = filled("export", "csv")
    assert (ran.code, ran.out.count("\n")) == (0, 1)
    assert "3 documents of the last 72 hours held back" in ran.err


def test_what_is_less_careful_is_logged(filled):
    filled("export", "csv", "--recent", "--fine")
    assert "exported with recent, fine" in filled("dossier", "--format", "json").out


def test_a_judgement_is_kept_beside_the_reading(filled):
    claim = filled("claims", "--json").lines[0]["id"]
    assert filled("judge", claim, "reject", "--note", "the wrong speaker", "--by", "Ada").code == 0
    filled("crosscheck")
    assert "reject by Ada" in filled("show", claim).out
    assert "reject by Ada" in filled("dossier").out


def test_verify_finds_all_as_stored(filled):
    assert filled("verify").code == 0


def test_a_reader_that_has_seen_enough_ends_it_quietly(filled, tmp_path):
    command = f"set -o pipefail; {sys.executable} -m counterclaim --db t.db claims --json | head -n 1"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr, done.stdout.count(b"\n")) == (0, b"", 1)
