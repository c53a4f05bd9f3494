"""Makes a Document of a text and what is known about it."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from counterclaim.ingest.language import language_against, language_of
from counterclaim.model import Document, Problem, sha256_of, short_id


@dataclass(frozen=True, slots=True)
class Known:
    """What stands beside a text: as given, None where it is not."""

    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    synthetic: bool = False
    archived: str | None = None
    problems: tuple[Problem, ...] = ()


def make_document(text: str, known: Known) -> Document:
    """Returns the document; without an id, that comes from the text's SHA-256 and from who printed it where and when.

    A wire story that two outlets print word for word is two documents, the same file added twice is one.
    """
    sha256 = sha256_of(text)
    printed = (known.publisher, known.url, known.published)
    own_id = sha256[:16] if printed == (None, None, None) else short_id(sha256, *printed)
    return Document(
        id=known.id or own_id,
        text=text,
        sha256=sha256,
        title=known.title,
        publisher=known.publisher or host_of(known.url),
        url=known.url,
        published=known.published,
        language=known.language or language_of(text),
        synthetic=known.synthetic,
        archived=known.archived,
        problems=(*known.problems, *_language_problems(text, known.language)),
    )


def _language_problems(text: str, given: str | None) -> tuple[Problem, ...]:
    """Returns a warning where a text is beyond doubt in another language than the one given, which stands all the same."""
    other = language_against(text, given) if given else None
    return () if other is None else (Problem("ingest", f'given as "{given}" but written in "{other}"'),)


def host_of(url: str | None) -> str | None:
    """Returns the host of a web address without "www.", which names the publisher where nothing else does."""
    if not url or not url.lower().startswith(("http://", "https://")):
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
