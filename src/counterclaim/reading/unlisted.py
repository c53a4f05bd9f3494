"""Who a phrase of words that no table has means: a name is its bearer's, small words are somebody unnamed."""

from counterclaim.knowledge.world import slug
from counterclaim.model import Party
from counterclaim.reading.people import person_of
from counterclaim.reading.phrases import Phrase, phrase_of
from counterclaim.reading.scene import WINDOW, Scene, in_headline
from counterclaim.reading.stage import Answer, Stage


def unlisted_answer(stage: Stage, phrase: Phrase) -> Answer | None:
    """Returns the answer for a phrase of unlisted words: a capitalised name at its end is itself, small words are unnamed."""
    scene, words = stage.scene, stage.scene.words.words
    items = [i for i in phrase.before if i.kind in ("Word", "word", "place")]
    if not items:
        return _one_of(stage, phrase)
    if scene.tokens[items[0].first].key in words["speaking"]:
        return Answer(None, None)
    start = len(items)
    while start > 0 and items[start - 1].kind != "word" and (start == len(items) or items[start - 1].last == items[start].first):
        start -= 1
    capitals = items[start:]
    if not any(i.kind == "Word" for i in capitals):
        return Answer(None, None, True)
    name = scene.words_between(capitals[0].first, capitals[-1].last)
    body = body_called(scene, capitals[0].first, capitals[-1].last)
    private = body is None and len(capitals) > 1 and _private(stage, capitals[-1].last)
    if private or (len(capitals) == 1 and not _capital_inside(scene, capitals[0].first)):
        return Answer(None, None)
    return stage.answer(body or person_of(scene, name, None))


def body_called(scene: Scene, first: int, last: int) -> Party | None:
    """Returns the body of a capitalised name with a body's word in it ("Varn Liberation Front"), or None.

    An armed body is a camp of its own; of others the side is not known.
    """
    words = scene.words.words
    found = {t.text for t in scene.tokens[first:last]}
    if found.isdisjoint(scene.words.body_words):
        return None
    name = scene.words_between(first, last)
    armed = not found.isdisjoint(words["armed_words"])
    return Party(slug(name), name, slug(name) if armed else None, "group" if armed else "organisation")


def _one_of(stage: Stage, phrase: Phrase) -> Answer | None:
    """Returns who "one of Ostrel's generals" is: an unnamed one of those."""
    answer = stage.resolve(stage, phrase_of(stage.scene, phrase.complement)) if phrase.complement else None
    return None if answer is None else Answer(None, answer.side, True)


def _capital_inside(scene: Scene, position: int) -> bool:
    """Tells whether a word has its capital within a sentence somewhere, where only names have one."""
    key = scene.tokens[position].key
    for number in range(max(0, position - WINDOW), min(len(scene.tokens), position + WINDOW)):
        token = scene.tokens[number]
        if token.key == key and token.text[0].isupper() and not _opens(scene, number) and not in_headline(scene, number):
            return True
    return False


def _opens(scene: Scene, position: int) -> bool:
    """Tells whether a token is the first word of its sentence, or of a quotation or line."""
    return position == 0 or (not scene.tokens[position - 1].text[-1].isalnum() and scene.tokens[position - 1].text not in (",", ")"))


def _private(stage: Stage, position: int) -> bool:
    """Tells whether an age or a private person's noun follows a name ("Jan Bervik, 34,", "Jan Bervik, a farmer")."""
    tokens = stage.scene.tokens[position : position + 6]
    if not tokens or tokens[0].text not in (",", "("):
        return False
    private = stage.scene.words.words["private_words"]
    return (len(tokens) > 1 and tokens[1].text.isdigit()) or any(t.key in private for t in tokens)


def name_alone(scene: Scene, phrase: Phrase, enough: int) -> Party | None:
    """Returns the unlisted party whose name, of `enough` words, is the whole of a segment ("the governor, Jan Bervik")."""
    items = [i for i in phrase.items if i.kind != "honorific"]
    if len(items) < enough or any(i.kind not in ("Word", "place") for i in items):
        return None
    words = scene.words_between(items[0].first, items[-1].last)
    return person_of(scene, words, None)


def capitals_after(scene: Scene, position: int) -> int:
    """Returns where "Network for Human Rights" ends: a preposition and capitalised words belong to a capitalised name."""
    if not scene.tokens[position - 1].text[0].isupper() or position + 1 >= len(scene.tokens):
        return position
    end = position + 1
    while end < len(scene.tokens) and scene.word_kind(end) == "Word" and scene.word_kind(position) == "prepositions":
        end += 1
    return end if end > position + 1 else position
