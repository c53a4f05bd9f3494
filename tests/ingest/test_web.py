"""Addresses, on a server of this machine."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from counterclaim.ingest import Unreadable, documents, web
from counterclaim.model import short_id

ARTICLE = (
    b"<html><head><title>Hill</title></head><body><article><p>"
    + b"The army said that it took the hill. " * 10
    + b"</p></article></body></html>"
)
FEED = b'<rss version="2.0"><channel><title>T</title><item><title>One</title></item><item><title>Two</title></item></channel></rss>'
ANSWERS = {
    "/page": (200, "text/html; charset=utf-8", ARTICLE),
    "/feed": (200, "application/rss+xml", FEED),
    "/feed-as-text": (200, "text/plain", FEED),
    "/text": (200, "text/plain", b"The army said so."),
    "/empty": (200, "text/html", b""),
    "/picture": (200, "image/png", b"\x89PNG\0\0\0"),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        status, kind, body = ANSWERS.get(self.path, (404, "text/html", b"no"))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_a_page(server):
    (found,) = documents([f"{server}/page"])
    assert (found.url, found.publisher, found.id) == (f"{server}/page", server.removeprefix("http://"), short_id(f"{server}/page"))
    assert found.text.startswith("Hill\n\nThe army said that it took the hill.")


@pytest.mark.parametrize(
    ("path", "texts"),
    [("/feed", ["One", "Two"]), ("/feed-as-text", ["One", "Two"]), ("/text", ["The army said so."])],
)
def test_what_an_address_answers(server, path, texts):
    assert [d.text for d in documents([server + path])] == texts


@pytest.mark.parametrize(
    ("path", "says"),
    [("/gone", "the server answers 404 Not Found"), ("/empty", "the answer is empty"), ("/picture", "it is not text")],
)
def test_what_cannot_be_read_is_named(server, path, says):
    (found,) = documents([server + path])
    assert isinstance(found, Unreadable)
    assert (found.name, found.why) == (server + path, says)


def test_an_answer_too_long_is_refused(server, monkeypatch):
    monkeypatch.setattr(web, "MAX_BYTES", 10)
    (found,) = documents([f"{server}/text"])
    assert found.why.startswith("it is more than")


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "http://", "http://[bad/", "http://exa mple.org/\n"])
def test_an_address_that_cannot_be_reached(address):
    (found,) = documents([address])
    assert (type(found), found.name) == (Unreadable, address)
