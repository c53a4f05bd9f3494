"""Runs the trained reader's graphs over one window of words; one window a call, so that neighbours never change a score."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from counterclaim.knowledge.models import ModelError, ReaderModel, reader_model
from counterclaim.reading.encoder_words import shape

Scores = NDArray[np.float32]
Numbers = NDArray[np.int64]

MOST_SUBWORDS, MOST_OF_A_WORD, FEW_OF_A_WORD = 510, 8, 2
OPENS, CLOSES, UNKNOWN = 101, 102, 100
"""The vocabulary's [CLS], [SEP] and [UNK]."""


@dataclass(frozen=True, slots=True)
class Window:
    """What the graphs see: the words, their layout, what the grammar takes them for, and their sentence's number."""

    words: tuple[str, ...]
    layout: tuple[int, ...]
    hints: tuple[int, ...]
    sentence: tuple[int, ...]


class Session:
    """The graphs of one reader, loaded once."""

    def __init__(self, model: ReaderModel, threads: int = 1) -> None:
        """Loads the graphs.

        Args:
            model: the files and inventories.
            threads: threads of one call; the scores do not depend on them.

        Raises:
            ModelError: onnxruntime or tokenizers is not installed or cannot read a file.
        """
        try:
            import onnxruntime  # noqa: PLC0415
            from tokenizers import Tokenizer  # noqa: PLC0415
        except ImportError as error:
            raise ModelError(f"{error}; install counterclaim with its dependencies, or read with --reader grammar") from error
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.model = model
        self._tokenizer = Tokenizer.from_file(str(model.tokenizer))
        self._graph, self._roles = (
            onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"]) for file in (model.graph, model.roles)
        )
        self._names = [output.name for output in self._graph.get_outputs()]

    def scores(self, window: Window) -> dict[str, Scores]:
        """Returns the scores of all heads, one row a word; `arcs` [W, W] is word by head."""
        ids, first, last = subwords(self._tokenizer, window.words)
        shapes, layout, hints = (np.zeros(len(ids), np.int64) for _ in range(3))
        for k, word in enumerate(window.words):
            shapes[first[k] : last[k] + 1] = shape(word)
            layout[first[k] : last[k] + 1] = window.layout[k]
            hints[first[k] : last[k] + 1] = window.hints[k]
        given = {
            "ids": np.array(ids),
            "shapes": shapes,
            "layout": layout,
            "hints": hints,
            "first": np.array(first),
            "last": np.array(last),
            "sentence": np.array(window.sentence),
        }
        out: list[Scores] = self._graph.run(None, given)
        return dict(zip(self._names, out, strict=True))

    def roles(self, scores: dict[str, Scores], anchors: Numbers, sentence: Sequence[int]) -> Scores:
        """Returns the scores [A, W, 4] of each word's role towards each anchor (word indices [A])."""
        numbers = np.array(sentence)
        distance = np.arange(len(numbers))[None, :] - anchors[:, None]
        apart = numbers[None, :] - numbers[anchors][:, None]
        given = {"word": scores["word"], "anchor": scores["anchor"][anchors], "distance": distance, "apart": apart}
        found: Scores = self._roles.run(None, given)[0]
        return found


def softmax(scores: Scores) -> Scores:
    """Returns the shares of scores along the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    shares: Scores = raised / raised.sum(-1, keepdims=True)
    return shares


def subwords(tokenizer: Any, words: Sequence[str]) -> tuple[list[int], list[int], list[int]]:
    """Returns the subwords of words between [CLS] and [SEP], and each word's first and last subword; long words are cut."""
    clean = [word.encode("utf-8", "replace").decode() for word in words]  # a lone surrogate is no text to the tokenizer
    one = tokenizer.encode(clean, is_pretokenized=True, add_special_tokens=False)
    parts: list[list[int]] = [[] for _ in words]
    for piece, word in zip(one.ids, one.word_ids, strict=True):
        parts[word].append(piece)
    size = sum(min(len(part), MOST_OF_A_WORD) for part in parts)
    most = MOST_OF_A_WORD if size <= MOST_SUBWORDS else FEW_OF_A_WORD
    ids, first, last = [OPENS], [], []
    for part in parts:
        first.append(len(ids))
        ids += part[:most] or [UNKNOWN]
        last.append(len(ids) - 1)
    return [*ids, CLOSES], first, last


@functools.cache
def session(language: str) -> Session:
    """Returns the reader of a language, loaded once a process."""
    return Session(reader_model(language))
