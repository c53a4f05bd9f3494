"""PDF and WARC, the extras."""

import io

import pytest

from counterclaim.ingest import Unreadable, documents
from counterclaim.ingest.pdf import read_pdf
from counterclaim.model import sha256_of

PAGE = (
    b"<html><head><title>Hill</title></head><body><article><p>"
    + b"The army said that it took the hill. " * 10
    + b"</p></article></body></html>"
)


def pdf(words):
    """Returns a PDF of one page with one line of words."""
    stream = b"BT /F1 12 Tf 72 720 Td (%s) Tj ET" % words if words else b""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, body)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % p for p in places)
    return out + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)


def test_pdf(tmp_path):
    pytest.importorskip("pypdf", reason="the extra 'pdf' is not installed")
    path = tmp_path / "2031-03-02.pdf"
    path.write_bytes(pdf(b"The army said so."))
    (found,) = documents([str(path)])
    assert (found.text, found.published, found.archived) == ("The army said so.", "2031-03-02", sha256_of(path.read_bytes()))


@pytest.mark.parametrize(("data", "says"), [(b"%PDF-1.4\nrubbish", "the PDF is damaged"), (pdf(b""), "the PDF holds pictures of text")])
def test_bad_pdf_is_named(data, says):
    pytest.importorskip("pypdf", reason="the extra 'pdf' is not installed")
    found = read_pdf("a.pdf", data, sha256_of)
    assert isinstance(found, Unreadable)
    assert found.why.startswith(says)


def test_warc(tmp_path):
    pytest.importorskip("warcio", reason="the extra 'warc' is not installed")
    from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415
    from warcio.warcwriter import WARCWriter  # noqa: PLC0415

    path = tmp_path / "a.warc.gz"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for status, kind, url in (("200 OK", "text/html", "1"), ("404 Not Found", "text/html", "2"), ("200 OK", "image/png", "3")):
            headers = StatusAndHeaders(status, [("Content-Type", f"{kind}; charset=utf-8")], protocol="HTTP/1.0")
            writer.write_record(
                writer.create_warc_record(f"https://example.org/{url}", "response", payload=io.BytesIO(PAGE), http_headers=headers)
            )
    (found,) = documents([str(path)])
    assert (found.url, found.publisher, found.text[:42]) == (
        "https://example.org/1",
        "example.org",
        "Hill\n\nThe army said that it took the hill.",
    )


def test_damaged_warc_is_named(tmp_path):
    pytest.importorskip("warcio", reason="the extra 'warc' is not installed")
    (tmp_path / "a.warc").write_bytes(b"rubbish\n" * 20)
    (found,) = documents([str(tmp_path / "a.warc")])
    assert found.why.startswith("the archive is damaged")
