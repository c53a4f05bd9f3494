"""A user's own reliability of sources: letters A to F by party; nothing is assumed of anybody else."""

import pytest

from counterclaim.knowledge.tables import DataError
from counterclaim.knowledge.track_record import load_track_record, reliability_of


def test_the_best_letter_among_the_voices_counts_and_unknown_is_f():
    given = {"North Council": "B", "South Ministry": "D"}
    assert reliability_of(given, frozenset({"South Ministry", "North Council"})) == ("B", "North Council")
    assert reliability_of(given, frozenset({"South Ministry"})) == ("D", "South Ministry")
    assert reliability_of(given, frozenset({"Observer"})) == ("F", None)


def test_a_file_names_parties_and_letters(tmp_path):
    path = tmp_path / "sources.toml"
    path.write_text('"North Council" = "B"\n')
    assert load_track_record(path) == {"North Council": "B"}


WRONG = [('"North Council" = "G"', "none of A, B, C, D, E, F"), ("North = ", "write lines of"), ('"North" = 3', "none of")]


@pytest.mark.parametrize(("text", "told"), WRONG)
def test_a_wrong_file_is_named_with_a_way_out(tmp_path, text, told):
    path = tmp_path / "sources.toml"
    path.write_text(text)
    with pytest.raises(DataError, match=told) as error:
        load_track_record(path)
    assert "sources.toml" in str(error.value)
