"""Other packages' readers, ingesters, exporters and engines are found by their names."""

import sys

import pytest

from counterclaim.engine import mapped
from counterclaim.ingest import documents
from counterclaim.ingest.documents import _added_kinds
from counterclaim.plugins import EXPORTERS, PluginError, names, plugin

ENTRY_POINTS = """
[counterclaim.engines]
backwards = other_package:backwards
[counterclaim.exporters]
broken = other_package:gone
[counterclaim.ingesters]
memo = other_package:memo
"""
CODE = """
from counterclaim.ingest.making import Known, make_document

def backwards(function, items, workers):
    return iter([function(item) for item in items][::-1])

def memo(name, data, archive):
    yield make_document(data.decode().removeprefix("MEMO "), Known(archived=archive(data)))
"""


@pytest.fixture
def package(tmp_path, monkeypatch):
    """An installed package that adds an engine, a broken exporter and an ingester."""
    (tmp_path / "other_package.py").write_text(CODE)
    info = tmp_path / "other_package-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: other-package\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(ENTRY_POINTS)
    monkeypatch.syspath_prepend(str(tmp_path))
    _added_kinds.cache_clear()
    yield
    _added_kinds.cache_clear()
    sys.modules.pop("other_package", None)


def test_an_engine_of_another_package(package):
    assert list(mapped(abs, [-1, -2], engine="backwards")) == [2, 1]


def test_an_ingester_of_another_package(package, tmp_path):
    (tmp_path / "a.memo").write_text("MEMO The army said so.")
    assert [d.text for d in documents([str(tmp_path / "a.memo")])] == ["The army said so."]


def test_what_is_missing_or_broken_says_so(package):
    assert names(EXPORTERS) == ("broken",)
    with pytest.raises(PluginError, match=r"no exporter 'x'; there are: broken, csv"):
        plugin(EXPORTERS, "x", {"csv": 1})
    with pytest.raises(PluginError, match=r"the exporter 'broken' \(other_package:gone\) cannot be loaded: .*; reinstall its package"):
        plugin(EXPORTERS, "broken")


def test_no_package_replaces_what_is_ours(package):
    assert plugin(EXPORTERS, "broken", {"broken": "ours"}) == "ours"
