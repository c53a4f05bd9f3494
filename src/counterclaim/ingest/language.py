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
SHORT_CHARACTERS = 80
"""Below this length an unsure guess is worth less than the language that most short texts here are in."""


def language_of(text: str) -> str | None:
    """Returns the ISO 639-1 code of a text's language; for a short Latin text that could be many, English; None without letters.

    The identifier is langid.py (Lui and Baldwin 2012), restricted to `LANGUAGES`.
    """
    beginning = text[:READ_CHARACTERS]
    if not any(c.isalpha() for c in beginning):
        return None
    language, confidence = _identifier().classify(beginning.encode("utf-8", "replace").decode("utf-8"))
    if confidence < SURE and len(beginning) <= SHORT_CHARACTERS and beginning.isascii():
        return "en"
    return str(language)


@functools.cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier
