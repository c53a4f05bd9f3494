"""Laws of values: what is stored comes out equal, in memory, SQLite and PostgreSQL; any engine gives the same bytes."""

import dataclasses
import functools
import json
import types
import typing

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from counterclaim import model
from counterclaim.engine import mapped
from counterclaim.model.codec import decode, encode
from counterclaim.record import Record
from counterclaim.record.values import packed, unpacked

AT = "2031-03-03T00:00:00Z"
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=12)
NUMBERS = st.floats(allow_nan=False)
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
KINDS = sorted((k for k in vars(model).values() if isinstance(k, type) and dataclasses.is_dataclass(k)), key=lambda k: k.__name__)


@functools.cache
def values(kind):
    """Returns any value of a type of the model, odd characters and empty fields included."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*(values(a) for a in arguments))
    if origin is typing.Literal:
        return st.sampled_from(arguments)
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return st.lists(values(arguments[0]), max_size=2).map(tuple)
        return st.tuples(*(values(a) for a in arguments))
    if kind is model.Span:
        return st.builds(model.Span, st.integers(0, 99), st.integers(0, 99))
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return st.builds(kind, **{f.name: values(hints[f.name]) for f in dataclasses.fields(kind)})
    return {str: ANY_TEXT, float: NUMBERS, int: st.integers(), bool: st.booleans(), types.NoneType: st.none()}[kind]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_decode_undoes_encode(kind, data):
    value = data.draw(values(kind))
    assert decode(kind, json.loads(json.dumps(encode(value)))) == value
    line = packed(value)
    assert unpacked(kind, line) == value
    assert "\0" not in line.encode("utf-8").decode("utf-8")


@pytest.fixture(scope="module")
def counter():
    """A number that no other example has had."""
    return iter(range(1_000_000))


@settings(max_examples=20, deadline=None, phases=QUICK, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(reading=values(model.Reading), judgement=values(model.Judgement), relation=values(model.Relation))
def test_a_record_gives_back_what_it_was_given(record_url, counter, reading, judgement, relation):
    number = next(counter)
    document = dataclasses.replace(reading.document, id=f"d{number}")
    claims = tuple(dataclasses.replace(c, id=f"c{number}-{n}") for n, c in enumerate(reading.claims))
    reading = dataclasses.replace(reading, document=document, claims=claims)
    judgement = dataclasses.replace(judgement, id=f"j{number}", target=f"t{number}")
    relation = dataclasses.replace(relation, left=f"l{number}", right=f"r{number}")
    with Record.open(record_url) as record:
        with record.writing() as changes:
            changes.store([(reading, [["b"] for _ in claims])], AT)
            changes.judge(judgement)
            changes.find("b", [relation], [], [])
        assert list(record.readings(document.id)) == [reading]
        assert [record.claim(c.id) for c in claims] == list(claims)
        assert list(record.judgements(judgement.target)) == [judgement]
        assert list(record.relations(relation.left)) == [relation]


def test_any_engine_gives_the_same_bytes():
    texts = [f"Report {n}: Kyiv said its troops had advanced {n} km near Bakhmut; Moscow denied it. \ud800" for n in range(80)]
    documents = [model.Document(str(n), text, model.sha256_of(text)) for n, text in enumerate(texts)]
    serial, processes = (list(mapped(packed, documents, 2, engine)) for engine in ("serial", "processes"))
    assert serial == processes
