"""A real browser, for the tests that look at what a reader sees."""

import shutil
from contextlib import contextmanager

import pytest
from playwright.sync_api import sync_playwright
from waiting import PATIENCE

CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@contextmanager
def browse(address):
    """Open a browser at an address and give its page."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("Chromium is not installed (Debian: apt install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        page = browser.new_page(viewport={"width": 1300, "height": 1000})
        page.set_default_timeout(1000 * PATIENCE)  # in milliseconds
        page.goto(address)
        yield page
        browser.close()
