"""The page in a real browser: hovering over a mark lights up the claim wherever it stands."""

import os
import re
import subprocess

import pytest

from counterclaim.export.html import unpicked_html

CHROMIUM = "COUNTERCLAIM_TEST_CHROMIUM"
HOVER = "<script>document.querySelector('.content[data-c]').dispatchEvent(new MouseEvent('mouseover', {bubbles: true}));</script>"
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update")


def test_hovering_lights_up_source_cue_and_content(dossier, tmp_path):
    browser = os.environ.get(CHROMIUM)
    if not browser:
        pytest.skip(f"{CHROMIUM} names no browser; .ci/run installs one")
    page = tmp_path / "page.html"
    page.write_text(unpicked_html(dossier).replace("</body>", f"{HOVER}</body>"), encoding="utf-8")
    command = [browser, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", page.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)
    lit = re.findall(r'<span class="(\w+) lit" data-c="1">', done.stdout)
    assert lit == ["source", "cue", "content"], done.stderr[-500:]
