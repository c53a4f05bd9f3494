"""What is counted: a light scan of the noun phrase behind a number, and what befell those counted."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.reading.quantity_lexicon import QuantityLexicon
from counterclaim.reading.quantity_tokens import Token, joined

Tokens = Sequence[Token]
LONGEST = 6
FARTHEST = 8
BLANKS = re.compile(r"\s+")


class Noun(NamedTuple):
    """A noun phrase: the tokens `[first, last)`."""

    first: int
    last: int


def is_plural(key: str, words: QuantityLexicon) -> bool:
    """Tells whether a word looks like the plural of a noun."""
    if key in words.lists["plural"] or key.endswith(words.endings["plural-ending"]):
        return True
    return len(key) > 2 and key[-1] == "s" and key not in words.lists["singular"] and not _ends(key, "no-plural-end", words)


def _ends(key: str, role: str, words: QuantityLexicon) -> bool:
    return key.endswith(words.endings[role])


def past_determiner(tokens: Tokens, at: int, words: QuantityLexicon) -> int:
    """Returns the first token behind articles and possessives."""
    here = at
    while tokens[here].key in words.lists["determiner"] and here - at < 2:
        here += 1
    return here


def noun_phrase(tokens: Tokens, at: int, words: QuantityLexicon, form: str = "many") -> Noun | None:
    """Returns the noun phrase that begins at a token, or None.

    It ends behind the first plural, and before a preposition, a verb or a mark.

    Args:
        tokens: the tokens of the text.
        at: where it may begin.
        words: the lexicon.
        form: "one" or "many", or "any" when either may stand.
    """
    last, nouns = at, 0
    while last - at < LONGEST:
        length = _piece(tokens, last, words, nouns)
        if not length or (nouns and _outside(tokens, last, words, form)):
            break
        last += length
        nouns += 0 if _ends(tokens[last - 1].key, "adjective-end", words) else 1
        if is_plural(tokens[last - 1].key, words) and not _goes_on(tokens, last, words):
            break
    if last == at:
        return None
    if form == "many" and not is_plural(tokens[last - 1].key, words):
        return _shared(tokens, Noun(at, last), words) or (Noun(at, last) if nouns or last - at > 1 else None)
    return Noun(at, last)


def _shared(tokens: Tokens, noun: Noun, words: QuantityLexicon) -> Noun | None:
    """Adjectives that share a noun: "ballistic and cruise missiles"."""
    if tokens[noun.last].key not in words.grammar["and"] or noun.last - noun.first > 1 or not word_at(tokens, noun.last + 1, words):
        return None
    behind = noun_phrase(tokens, noun.last + 1, words, "any")
    return Noun(noun.first, behind.last) if behind and is_plural(tokens[behind.last - 1].key, words) else None


def word_at(tokens: Tokens, at: int, words: QuantityLexicon) -> bool:
    """Tells whether a word stands here that may belong to a noun phrase; "US" is one, "us" is none."""
    token = tokens[at]
    if token.kind != "w":
        return False
    return token.key not in words.lists["stop"] or (token.key in words.grammar["acronym"] and token.text.isupper())


def _piece(tokens: Tokens, at: int, words: QuantityLexicon, nouns: int) -> int:
    """How many tokens of the noun phrase stand here: a word, a calibre, a model, a compound; 0 at its end."""
    token = tokens[at]
    if token.kind == "n" or token.key in words.numbers:
        return _compound(tokens, at) or (_figure_piece(tokens, at, words) if token.kind == "n" else 0)
    if not word_at(tokens, at, words):
        return 0
    if nouns and _ends(token.key, "participle-end", words) and token.key not in words.lists["adjective"] and "-" not in token.key:
        named = tokens[at - 1].text[0].isupper() and token.text[0].islower()
        return 1 if named and any(word_at(tokens, n, words) and is_plural(tokens[n].key, words) for n in (at + 1, at + 2)) else 0
    if nouns and token.text[0].islower() and _ends(token.key, "gerund-end", words):
        return 1 if word_at(tokens, at + 1, words) and is_plural(tokens[at + 1].key, words) else 0
    return 1


def _compound(tokens: Tokens, at: int) -> int:
    """A number inside a compound: "nine-year-old boys", "100-metre boats"."""
    here = at
    while tokens[here + 1].key == "-" and joined(tokens[here], tokens[here + 1]) and tokens[here + 2].kind == "w" and here - at < LONGEST:
        here += 2
    return here - at + 1 if here > at else 0


def _figure_piece(tokens: Tokens, at: int, words: QuantityLexicon) -> int:
    """A calibre ("155mm shells") or a model ("2S19s", "200s") inside the noun phrase."""
    token, following = tokens[at], tokens[at + 1]
    if following.key in words.grammar["calibre-unit"]:
        return 2
    if following.key == "-" and tokens[at + 2].key in words.grammar["calibre-unit"]:
        return 3
    if joined(token, following) and following.kind == "w":
        return 2 if len(following.text) > 1 or following.key == "s" else 0
    named = tokens[at - 1].kind == "w" and tokens[at - 1].text[0].isupper()
    return 1 if named and following.kind == "w" and following.key not in words.lists["stop"] else 0


def _outside(tokens: Tokens, at: int, words: QuantityLexicon, form: str) -> bool:
    """Tells whether a word behind a noun is the verb of one ("one soldier stays") or a time ("tonnes of grain months later")."""
    token = tokens[at]
    if form == "any":
        known = words.unit_phrases.get(token.key)
        return known is not None and words.units[known[-1][1]].kind == "time"
    if form == "many" or _ends(tokens[at - 1].key, "adjective-like-end", words):
        return False
    return token.text[0].islower() and token.key[-1] == "s" and is_plural(token.key, words)


def _goes_on(tokens: Tokens, at: int, words: QuantityLexicon) -> bool:
    """Tells whether a plural is only the first part of a compound: "police officers", "arms dealers", "ISIS units"."""
    token, before = tokens[at], tokens[at - 1]
    if not word_at(tokens, at, words):
        return False
    if before.text.isupper() and len(before.text) > 2 and token.text.islower():
        return not _ends(token.key, "participle-end", words) and any(is_plural(tokens[n].key, words) for n in (at, at + 1))
    if token.key[-1] != "s":
        return False
    if token.text[0].isupper() and (before.key[-1] == "s" or before.text[0].islower()):
        return False
    return is_plural(token.key, words)


def words_between(text: str, tokens: Tokens, noun: Noun) -> str:
    """Returns the words of a noun phrase in lower case."""
    return BLANKS.sub(" ", text[tokens[noun.first].start : tokens[noun.last - 1].end]).lower()


def state_behind(tokens: Tokens, at: int, words: QuantityLexicon) -> str | None:
    """Returns the state that a participle behind the noun phrase gives ("were killed", "trapped in"), or None.

    A participle with an object is an active verb and tells nothing of those counted ("soldiers captured the hill").
    """
    at = _past_aside(tokens, at, words)
    here = at
    while tokens[here].key in words.lists["auxiliary"] and here - at < LONGEST:
        here += 1
    state = words.states.get(tokens[here].key)
    if state is None:
        return _state_farther(tokens, at, words)
    return None if here == at and _has_object(tokens, here + 1, words) else state


def _past_aside(tokens: Tokens, at: int, words: QuantityLexicon) -> int:
    """Returns where an aside on some of those counted ends (", including three children,"); `at` itself where there is none."""
    if tokens[at].text != "," or tokens[at + 1].key not in words.grammar["aside"]:
        return at
    here = at + 1
    while tokens[here].kind in "wn" and here - at <= FARTHEST:
        here += 1
    return here + 1 if tokens[here].text == "," and tokens[here + 1].key in words.lists["auxiliary"] else at


def _state_farther(tokens: Tokens, at: int, words: QuantityLexicon) -> str | None:
    """The state behind a post-modifier: "soldiers from the 3rd division were captured"."""
    if tokens[at].key not in words.grammar["post-modifier"]:
        return None
    here = at
    while tokens[here].kind in "wn" and tokens[here].key not in words.grammar["had-been"] and here - at < FARTHEST:
        here += 1
    broken = any(t.key in words.grammar["clause-break"] for t in tokens[at:here])
    if broken or tokens[here].key not in words.grammar["had-been"]:
        return None
    while tokens[here].key in words.lists["auxiliary"] and here - at < 2 * FARTHEST:
        here += 1
    return words.states.get(tokens[here].key)


def _has_object(tokens: Tokens, at: int, words: QuantityLexicon) -> bool:
    token = tokens[at]
    if token.key in words.lists["determiner"] or token.kind == "n" or token.key in words.numbers:
        return True
    return token.kind == "w" and token.key not in words.lists["stop"] and token.text[0].isupper() and not tokens[at - 1].text[0].isupper()


def state_before(tokens: Tokens, at: int, words: QuantityLexicon) -> str | None:
    """Returns the state that a verb right before the count gives ("killing 600 troops"), or None."""
    here = at - 1
    if tokens[here].key in words.lists["determiner"]:
        here -= 1
    token = tokens[here]
    return words.verbs.get(token.key) if here >= 0 and token.kind == "w" else None
