"""Which language a text is in: langid over the languages that report wars, told only where it can be told."""

import functools

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# fmt: off
LANGUAGES = (
    "en", "ru", "uk", "pl", "de", "fr", "es", "it", "pt", "nl", "tr", "ar", "fa", "he", "zh", "ja", "ko", "ro", "cs", "sk", "hu", "bg",
    "sr", "hr", "el", "sv", "da", "no", "fi", "et", "lv", "lt", "ka", "hy", "az", "hi", "ur", "bn", "id", "vi", "th", "be", "ca", "am",
    "sw", "ps", "ku", "my",
)
# fmt: on
READ_CHARACTERS = 4_000
SURE = 0.5
BEYOND_DOUBT = 0.99
SHORT_CHARACTERS = 80
"""Below this length an unsure guess is worth less than the language that most short texts here are in."""


def language_of(text: str) -> str | None:
    """Returns the ISO 639-1 code of a text's language; for a short Latin text that could be many, English; None without letters."""
    beginning = text[:READ_CHARACTERS]
    language, confidence = _told(beginning)
    if language is not None and confidence < SURE and len(beginning) <= SHORT_CHARACTERS and beginning.isascii():
        return "en"
    return language


def language_against(text: str, given: str) -> str | None:
    """Returns the language that a text is in beyond doubt where that is not the one given for it, else None."""
    own = given.split("-")[0].lower()
    if len(text) <= SHORT_CHARACTERS or own not in LANGUAGES:
        return None
    language, confidence = _told(text[:READ_CHARACTERS])
    return language if confidence >= BEYOND_DOUBT and language != own else None


def _told(beginning: str) -> tuple[str | None, float]:
    """Returns the likeliest language and how likely it is; langid.py (Lui and Baldwin 2012), restricted to `LANGUAGES`."""
    if not any(c.isalpha() for c in beginning):
        return None, 0.0
    language, confidence = _identifier().classify(beginning.encode("utf-8", "replace").decode("utf-8"))
    return str(language), float(confidence)


@functools.cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier
