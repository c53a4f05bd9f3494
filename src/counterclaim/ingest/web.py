"""Addresses: fetches a page or feed, once, with a short time-out; nothing is fetched that the user did not name."""

import http.client
import socket
from dataclasses import dataclass
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from counterclaim.ingest.unreadable import MAX_BYTES, Unreadable, too_big

SECONDS = 20
HEADERS = {"User-Agent": "counterclaim", "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered: its bytes, their media type ("text/html"), and the address after redirections."""

    data: bytes
    kind: str
    url: str


def fetched(url: str) -> Fetched | Unreadable:
    """Returns what a web address answers."""
    try:
        with urlopen(Request(url, headers=HEADERS), timeout=SECONDS) as answer:
            data = answer.read(MAX_BYTES + 1)
            found = Fetched(data, answer.headers.get_content_type(), answer.geturl())
    except HTTPError as error:
        return Unreadable(url, f"the server answers {error.code} {error.reason}", "open it in a browser and save the page as .html")
    except TimeoutError:
        return Unreadable(url, f"no answer within {SECONDS} seconds", "try again later, or save the page as .html")
    except URLError as error:
        return Unreadable(url, f"it cannot be reached ({error.reason})", "check the address and the connection")
    except (OSError, ValueError, http.client.HTTPException, socket.gaierror) as error:
        return Unreadable(url, f"it cannot be fetched ({error})", "check the address, or save the page as .html")
    return too_big(url) if len(data) > MAX_BYTES else found
