"""Runs the program as its user would: a command line in, output and exit code out."""

import json
import subprocess
import sys
from dataclasses import dataclass

import pytest

REPORT = "Dunmar: two accounts\n\nVarnia said on Friday that its troops held Dunmar. Ostrel denied it."


@dataclass
class Ran:
    code: int
    out: str
    err: str

    @property
    def lines(self):
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def counterclaim(tmp_path):
    def run(*words, given: bytes | str = b"", db="t.db") -> Ran:
        command = [sys.executable, "-m", "counterclaim", "--db", str(db), *map(str, words)]
        data = given.encode() if isinstance(given, str) else given
        done = subprocess.run(command, input=data, capture_output=True, cwd=tmp_path, timeout=120, check=False)
        return Ran(done.returncode, done.stdout.decode("utf-8", "surrogatepass"), done.stderr.decode("utf-8", "replace"))

    return run


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "2031-05-17-example.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path
