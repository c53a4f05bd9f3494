"""The language of a text, where it can be told."""

import pytest

from counterclaim.ingest.language import language_against, language_of

TEXTS = [
    ("The army said on Monday that it had taken the hill.", "en", "a sentence"),
    ("Hill taken, army says", "en", "a headline"),
    ("RSF denies", "en", "too short to tell: the language that most short texts here are in"),
    ("Armia podała, że zajęła wzgórze nad rzeką.", "pl", "Polish"),
    ("Военные сообщили, что взяли высоту.", "ru", "Russian"),
    ("Військові повідомили, що взяли висоту.", "uk", "Ukrainian, in the same script"),
    ("Das Heer teilte am Montag mit, es habe den Hügel genommen.", "de", "German"),
    ("L'armée affirme avoir pris la colline lundi.", "fr", "French"),
    ("قال الجيش إنه سيطر على التل يوم الاثنين.", "ar", "right to left"),
    ("1234 — 56", None, "no letters"),
    ("", None, "nothing"),
    ("\ud800 The army said on Monday that it had taken the hill.", "en", "a lone surrogate"),
]


@pytest.mark.parametrize(("text", "language", "why"), TEXTS)
def test_language(text, language, why):
    assert language_of(text) == language, why


POLISH = "Armia podała w poniedziałek, że zajęła wzgórze nad rzeką po dwóch dniach walk, a przeciwnik temu zaprzeczył."
GIVEN = [
    (POLISH, "en", "pl", "another language beyond doubt"),
    (POLISH, "pl-PL", None, "the language given, with its region"),
    (POLISH[:40], "en", None, "too short to tell"),
    (POLISH, "csb", None, "a language that the identifier does not know"),
]


@pytest.mark.parametrize(("text", "given", "language", "why"), GIVEN)
def test_language_against_the_one_given(text, given, language, why):
    assert language_against(text, given) == language, why
