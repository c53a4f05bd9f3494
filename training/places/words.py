"""Writes languages/en/toponym_words.toml: words and personal names that towns bear too.

    python training/places/words.py --corpora ../shared/corpora --census FOLDER

Words: those that GUM (CC BY 4.0) and UD English EWT (CC BY-SA 4.0) write with a small letter and the gazetteer knows as a town. Names: the
census of the United States of 1990 (public domain; dist.male.first, dist.female.first, dist.all.last, as in the Python package names), and
MORE, by hand, of the countries at war.
"""

import argparse
import textwrap
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from counterclaim.knowledge.gazetteer import Gazetteer, open_gazetteer
from counterclaim.knowledge.tables import ROOT

MORE = """
abdallah abdel abdul abdullah ahmad ahmed aisha aleksandr aleksei alexander alexei ali anatoly andrei andriy andrzej angela antonio
antónio ariel artem asif avigdor bashar benjamin bilawal bogdan bohdan boris carlos denis denys dilma dmitri dmitry dmytro donald
ehud elena elon emmanuel emre evgeny fatima felipe fernando francois friedrich fumio ganna giuseppe goran hafez hanna hans hassan
hussein ibrahim igor ihor imran irina iryna ismail itzhak ivan jacques jair jaroslaw jean jens jinping joao jong jorge jose juan
keir khaled khalid kim kirill kyrylo lech luis luiz mahmoud maksim maria marine mateusz matteo maxim mehmet michel miguel mikhail
mohamed mohammad mohammed moshe muhammad mustafa mykhailo mykola narendra natalia nataliya naveen nawaz netanyahu nikolai novak olaf
oleg oleh oleksandr oleksii olena omar osama pavel pavlo pedro pervez petro pierre radovan rahul ramzan ratko recep rishi roman
salah saleh sergei sergey serhii serhiy shimon shinzo silvio slobodan svetlana tayyip theresa turki ursula valerii valery vasyl
viktor vitali vitaly vladimir volker volodymyr xi yasser yevgeny yitzhak yoav yousef yuri yuriy yusuf
"""
HEAD = """# Words that also are names of places, and names of persons that also are: both speak against a place. Written by
# training/places/words.py. common: small-letter words of GUM and UD English EWT (CC BY 4.0, CC BY-SA 4.0) that the gazetteer knows.
# first_names, surnames: the most frequent of the United States census of 1990 (public domain); more_first_names by hand.

"""
KNOWN_TOWN = 100_000


def tokens(corpora: Path) -> Iterator[tuple[str, str]]:
    """The words and universal parts of speech of the two corpora."""
    for folder in ("gum-open/dep", "ud-ewt"):
        for path in sorted((corpora / folder).rglob("*.conllu")):
            for line in path.read_text(encoding="utf-8").splitlines():
                columns = line.split("\t")
                if len(columns) == 10 and columns[0].isdigit() and columns[1].isalpha() and columns[1].isascii():
                    yield columns[1], columns[3]


def is_common(word: str, small: int, proper: int, gazetteer: Gazetteer) -> bool:
    """A town's name that the language uses as a word, and seldom as a name."""
    found = gazetteer.lookup(word) if len(word) > 1 else ()
    if not found or found[0].feature in ("country", "continent"):
        return False
    return small >= 0.3 * proper or (small >= 3 and max(e.population for e in found) < KNOWN_TOWN)


def census(path: Path, most: int) -> list[str]:
    return [line.split()[0].lower() for line in path.read_text(encoding="utf-8").splitlines()[:most]]


def block(name: str, words: list[str]) -> str:
    return f'{name} = """\n' + "\n".join(textwrap.wrap(" ".join(words), 132)) + '\n"""\n'


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--census", type=Path, required=True)
    options = parser.parse_args()
    small: Counter[str] = Counter()
    proper: Counter[str] = Counter()
    for word, part in tokens(options.corpora):
        if part == "PROPN":
            proper[word.lower()] += 1
        elif word.islower():
            small[word] += 1
    gazetteer = open_gazetteer()
    common = sorted(w for w, n in small.items() if is_common(w, n, proper[w], gazetteer))
    first = {*census(options.census / "dist.male.first", 1219), *census(options.census / "dist.female.first", 2400)}
    surnames = sorted(set(census(options.census / "dist.all.last", 4000)))
    lists = [
        ("common", common),
        ("first_names", sorted((first - set(common)) | {"paris", "london"})),
        ("more_first_names", sorted(set(MORE.split()))),
        ("surnames", surnames),
    ]
    target = Path(str(ROOT)) / "languages" / "en" / "toponym_words.toml"
    target.write_text(HEAD + "".join(block(*pair) for pair in lists), encoding="utf-8")
    print({name: len(words) for name, words in lists})


if __name__ == "__main__":
    main()
