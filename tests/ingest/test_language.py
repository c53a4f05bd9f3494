"""The language of a text, where it can be told."""

import pytest

from counterclaim.ingest.language import language_of

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
