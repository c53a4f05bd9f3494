"""Turns the marked-up stories in this folder into gold files beside it, and checks every span.

    python3 convert.py            write ../STORY.gold.jsonl for each STORY.txt here, and ../parties.csv
    python3 convert.py --check    write nothing; fail if a gold file differs from its source

A story is a list of documents. Each begins with `@ id | published | publisher`; its marked-up text follows,
up to a line `--`; then one line a claim.

In the text `{1s:...}` is the source of claim 1, `{1k:...}` its cue, `{1c:...}` its content (several pieces
allowed), `{1n:...}` a statement in the publisher's own voice. Marks nest, and one mark may serve several
claims: `{1k2k:blame}`.

A claim is `number | form stance | party | side | code agent polarity | place | question=answer, ... | extras`,
with `-` for null; forms are i(ndirect), m(ixed), d(irect), h(earsay); polarity is + or -. Extras, each after a
bar: `p=WORDS` (span of the place), `pa=NAME, NAME` (other right names of it), `t=VALUE~WORDS` (when it
happened), `said=VALUE`, `n=WORDS~LOW~HIGH~OF` (a quantity), `via=NAME`, `anon`. WORDS are looked up in the
content, else in the document. The first answer is `about`, further ones are `also`. A narration line is
`1n | code agent`.
"""

import collections
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
MARK = re.compile(r"\{((?:\d+[sckn])+):")
FORMS = {"i": "indirect", "m": "mixed", "d": "direct", "h": "hearsay"}
STANCES = {"asserts", "denies", "confirms", "accuses", "demands", "promises", "warns", "doubts"}
POSITIONS = {"yes", "no", "partly"}
CODES = {
    "advance",
    "capture",
    "breach",
    "retreat",
    "collapse",
    "hold",
    "repel",
    "attack",
    "clash",
    "offensive",
    "encirclement",
    "control",
    "shelling",
    "missile-strike",
    "air-strike",
    "drone-strike",
    "shootdown",
    "explosion",
    "casualties",
    "equipment-loss",
    "prisoners-taken",
    "infrastructure-damage",
    "civilian-harm",
    "evacuation",
    "detention",
    "blockade",
    "aid",
    "arms-supply",
    "ceasefire",
    "negotiation",
    "prisoner-exchange",
    "mobilisation",
    "reinforcement",
}


def unmark(marked):
    """The plain text, the spans of each mark in order, and the words that each mark was meant to cover."""
    plain, spans, opened, at = [], collections.defaultdict(list), [], 0
    length = 0
    while at < len(marked):
        if found := MARK.match(marked, at):
            opened.append((re.findall(r"\d+[sckn]", found[1]), length))
            at = found.end()
        elif marked[at] == "}":
            names, start = opened.pop()
            for name in names:
                spans[name].append([start, length])
            at += 1
        else:
            plain.append(marked[at])
            length += 1
            at += 1
    if opened:
        raise ValueError(f"a mark is left open in {marked[:80]!r}")
    text = "".join(plain)
    if "{" in text:
        raise ValueError(f"a stray brace in {text[:80]!r}")
    return text, {name: sorted(found) for name, found in spans.items()}


def locate(text, words, content):
    """The span of the words: in the content if they are there, else their first place in the document."""
    for start, end in content:
        at = text.find(words, start, end)
        if at >= 0:
            return [at, at + len(words)]
    at = text.find(words)
    if at < 0:
        raise ValueError(f"{words!r} is not in {text[:60]!r}")
    return [at, at + len(words)]


def number(word):
    return int(word) if word else None


def event_of(words):
    """The code, agent and polarity; all null together."""
    if not words:
        return {"code": None, "agent": None, "polarity": None}
    code, agent, sign = words.split()
    return {"code": code, "agent": None if agent == "-" else agent, "polarity": {"+": "positive", "-": "negative"}[sign]}


def answers_of(words):
    """The questions answered, the first apart from the others."""
    answered = [
        dict(zip(("about", "position"), answer.strip().split("="), strict=True)) for answer in (words or "").split(",") if answer.strip()
    ]
    return (answered[0] if answered else {"about": None, "position": None}) | {"also": answered[1:]}


def extras_of(extras, text, content):
    """What follows the seven columns of a claim."""
    found = {"said": None, "time": None, "time_span": None, "via": None, "anonymous": False, "place_span": None, "quantities": []}
    for extra in extras:
        name, _, value = extra.partition("=")
        if name == "anon":
            found["anonymous"] = True
        elif name == "p":
            found["place_span"] = locate(text, value, content)
        elif name == "pa":
            found["place_also"] = [also.strip() for also in value.split(",")]
        elif name == "t":
            found["time"], words = value.split("~")
            found["time_span"] = locate(text, words, content)
        elif name in ("said", "via"):
            found[name] = value
        elif name == "n":
            words, low, high, of = value.split("~")
            found["quantities"].append({"span": locate(text, words, content), "low": number(low), "high": number(high), "of": of})
        else:
            raise ValueError(f"what is {extra!r}?")
    return found


def wrong_in(claim, text, questions, sides):
    """What cannot be right in a claim, in words."""
    answered = [a for a in (claim, *claim["also"]) if a["about"]]
    yield from (
        f"{name} {claim[name]!r}"
        for name, known in (("stance", STANCES), ("code", CODES | {None}), ("side", sides | {None}), ("agent", sides | {None}))
        if claim[name] not in known
    )
    yield from (f"question {a['about']} {a['position']}" for a in answered if a["about"] not in questions or a["position"] not in POSITIONS)
    if (claim["form"] == "hearsay") == bool(claim["source"]):
        yield "hearsay with a source, or a claim with none"
    for role in ("source", "cue", "content"):
        for words in (text[start:end] for start, end in claim[role]):
            if words != words.strip() or words[-1] in ",;:." or (words[-1] in "!?" and role != "content"):
                yield f"{role} {words!r}"


def claim_of(line, identifier, text, spans):
    """The gold claim of one line."""
    key, manner, party, side, event, place, answers, *extras = (None if part.strip() == "-" else part.strip() for part in line.split("|"))
    form, stance = manner.split()
    content = spans.pop(key + "c")
    claim = {"id": f"{identifier}:{int(key) - 1}", "source": spans.pop(key + "s", []), "cue": spans.pop(key + "k", []), "content": content}
    claim |= {"form": FORMS[form], "stance": stance, "party": party, "side": side, **event_of(event), "place": place}
    claim |= answers_of(answers) | extras_of(extras, text, content)
    if place and not claim["place_span"] and place in text:
        claim["place_span"] = locate(text, place, content)
    return claim


def document_of(block, story, questions, sides):
    """One document with its claims."""
    head, _, rest = block.partition("\n")
    identifier, published, publisher = (part.strip() for part in head.split("|"))
    marked, _, lines = rest.partition("\n--\n")
    text, spans = unmark(marked.strip("\n"))
    document = {"id": f"{story}-{identifier}", "publisher": publisher, "published": published, "language": "en", "text": text, "claims": []}
    for line in filter(None, map(str.strip, lines.splitlines())):
        if re.match(r"\d+n ", line):
            key, event = (part.strip() for part in line.split("|"))
            code, agent = event.split()
            told = {"content": spans.pop(key), "code": code, "agent": None if agent == "-" else agent}
            document.setdefault("narration", []).append(told)
            continue
        claim = claim_of(line, document["id"], text, spans)
        if wrong := list(wrong_in(claim, text, questions, sides)):
            raise ValueError(f"{claim['id']}: {wrong}")
        document["claims"].append(claim)
    if spans:
        raise ValueError(f"{document['id']}: marks without a line: {sorted(spans)}")
    return document


def documents_of(path):
    """The documents of one story."""
    questions = {q["id"] for q in json.loads((HERE.parent / f"{path.stem}.issues.json").read_text(encoding="utf-8"))}
    source = path.read_text(encoding="utf-8")
    sides = set(re.search(r"^# sides: (.*)$", source, re.M)[1].split())
    return [document_of(block, path.stem, questions, sides) for block in re.split(r"^@ ", source, flags=re.M)[1:]]


def main():
    parties, written = collections.defaultdict(set), {}
    for path in sorted(HERE.glob("*.txt")):
        documents = documents_of(path)
        written[f"{path.stem}.gold.jsonl"] = "".join(json.dumps(d, ensure_ascii=False) + "\n" for d in documents)
        claims = [c for d in documents for c in d["claims"]]
        for c in claims:
            parties[c["party"], c["side"]].add(path.stem.split("-")[0])
        print(
            f"{path.stem}: {len(documents)} documents, {len(claims)} claims, {sum(len(d.get('narration', ())) for d in documents)} narrated"
        )
    rows = sorted((party, side, "|".join(sorted(stories))) for (party, side), stories in parties.items() if party)
    written["parties.csv"] = "party,side,stories\n" + "".join(",".join(row) + "\n" for row in rows)
    if "--check" in sys.argv[1:]:
        stale = [
            name
            for name, text in written.items()
            if not (HERE.parent / name).exists() or (HERE.parent / name).read_text(encoding="utf-8") != text
        ]
        if stale:
            raise SystemExit(f"not what the source says: {', '.join(stale)}")
    else:
        for name, text in written.items():
            (HERE.parent / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
