"""`unpick` and `read` as a stranger uses them."""

import json

KEYS = {"document", "annotations", "claims", "relations", "problems"}


def test_unpick_shows_marks_grid_and_coverage(counterclaim, report):
    ran = counterclaim("unpick", report)
    assert (ran.code, ran.err) == (0, "")
    for expected in ("⟦1 ", "Who says what", "Timeline", "Disputed", "Hearsay and unnamed sources", "Coverage", "1 document"):
        assert expected in ran.out
    assert "\x1b[" not in ran.out, "plain when piped"


def test_unpick_takes_pasted_text_and_a_publication_day(counterclaim):
    ran = counterclaim("unpick", "-", "--json", "--published", "2031-05-17", given="The army said on Friday that it had left Dunmar.")
    (line,) = ran.lines
    assert set(line) == KEYS
    assert line["document"]["published"] == "2031-05-17"
    assert [t["value"] for t in line["annotations"]["times"]] == ["2031-05-16"]


def test_unpick_writes_one_offline_page(counterclaim, report, tmp_path):
    ran = counterclaim("unpick", report, "--html", "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert ran.code == 0
    assert page.startswith("<!doctype html>") and "http" not in page.split("<body>")[0]


def test_read_prints_a_line_a_document_in_order_with_true_spans(counterclaim, tmp_path):
    texts = ["The governor said three people were killed in Kharkiv.", "No claim here.", "\u202eعر\u200b The army denied it.\r\n"]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps({"id": str(n), "text": t}) + "\n" for n, t in enumerate(texts)), encoding="utf-8")
    ran = counterclaim("read", "--jsonl", "in.jsonl")
    assert ran.code == 0
    assert [line["document"]["id"] for line in ran.lines] == ["0", "1", "2"]
    for text, line in zip(texts, ran.lines, strict=True):
        assert line["document"]["characters"] == len(text)
        for claim in line["claims"]:
            assert claim["text"] == " ".join(text[s:e] for s, e in claim["content"])


def test_reading_is_the_same_bytes_twice_and_with_two_workers(counterclaim, report):
    once, twice, two = (counterclaim("read", report, *more).out for more in ((), (), ("--workers", 2)))
    assert once == twice == two


def test_a_language_without_data_is_a_problem_and_no_failure(counterclaim):
    line = json.dumps({"id": "pl", "text": "Wojska odparły ataki pod Dunmar.", "language": "pl"}) + "\n"
    ran = counterclaim("read", "--jsonl", "-", given=line)
    assert ran.code == 0
    assert [p["step"] for p in ran.lines[0]["problems"]] == ["reading"]
    assert '"pl"' in ran.lines[0]["problems"][0]["message"]


def test_pairs_of_names_get_a_score_and_a_reason(counterclaim, tmp_path):
    (tmp_path / "pairs.csv").write_text("name1,name2,is_match\nIlo Dresk,Ilo Dresk,true\nIlo Dresk,Ana Bern,false\n", encoding="utf-8")
    ran = counterclaim("knowledge", "names", "--pairs", "pairs.csv")
    assert ran.out.splitlines()[0] == "1.00\tsame\tIlo Dresk\tIlo Dresk\tthe same words"
    assert "2 pairs: precision 1.000, recall 1.000, F1 1.000, 0 false matches" in ran.err


def test_a_file_of_pairs_without_its_columns_is_wrong_use(counterclaim, tmp_path):
    (tmp_path / "pairs.csv").write_text("a,b\n", encoding="utf-8")
    ran = counterclaim("knowledge", "names", "--pairs", "pairs.csv")
    assert ran.code == 2
    assert "needs columns name1 and name2" in ran.err
