"""Chromium without a window, drawn photographs to send, and a folder for the screenshots."""

import os
import shutil
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright, expect

from tests.browser.window import Open, opened
from tests.town import Town

_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
_PATIENCE = 30_000
"""Milliseconds that a page may take to show something on a busy machine."""
_LANE = """
<body style="margin:0"><svg xmlns="http://www.w3.org/2000/svg" width="960" height="720" viewBox="0 0 960 720">
  <linearGradient id="sky" x2="0" y2="1"><stop stop-color="#b9cdd6"/><stop offset="1" stop-color="#e8e4da"/>
  </linearGradient>
  <linearGradient id="way" x2="0" y2="1"><stop stop-color="#8d8a84"/><stop offset="1" stop-color="#5f5d5a"/>
  </linearGradient>
  <rect width="960" height="720" fill="url(#sky)"/>
  <path d="M0 0h330l70 300-400 260z" fill="#d9b877"/><path d="M960 0H640l-80 300 400 270z" fill="#a9b79a"/>
  <path d="M60 120h130v190l-130 60zM240 90h70l20 180-80 40z" fill="#6a4e2f"/>
  <path d="M690 90h90l30 240-100-60zM840 120h90v280l-70-50z" fill="#4c5d63"/>
  <path d="M400 300h160l400 270v150H0V560z" fill="url(#way)"/>
  <path d="M380 300 0 545v30l410-270zM580 300l380 255v30L550 305z" fill="#b8b2a6"/>
  <path d="M0 60q480 90 960-20M0 95q480 70 960-30" fill="none" stroke="#333" stroke-width="3"/>
  HOLE
</svg>
"""
_OPEN = """
  <ellipse cx="480" cy="560" rx="150" ry="58" fill="#77736d"/>
  <ellipse cx="480" cy="562" rx="130" ry="48" fill="#111"/>
  <path d="M350 562a130 48 0 0 0 260 0a130 40 0 0 1-260 0" fill="#2b2723"/>
  <path d="M470 590 530 250" stroke="#7d5a33" stroke-width="12"/><path d="M505 240h90l-6 60h-88z" fill="#c8322b"/>
"""
_COVERED = """
  <ellipse cx="480" cy="560" rx="155" ry="60" fill="#c9c4b9"/>
  <ellipse cx="480" cy="560" rx="130" ry="48" fill="#3c4044"/>
  <g fill="none" stroke="#60666b" stroke-width="5"><ellipse cx="480" cy="560" rx="112" ry="40"/>
    <ellipse cx="480" cy="560" rx="70" ry="25"/>
    <path d="M368 560h224M480 520v80M400 532l160 56M560 532l-160 56"/></g>
"""


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the program; where it is missing, skip, but never in CI."""
    path = shutil.which("chromium") or "/usr/bin/chromium"
    if not Path(path).exists():
        missing = "Chromium is not installed: apt-get install chromium"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    return path


@pytest.fixture
async def browser(chromium: str) -> AsyncIterator[Browser]:
    """Start Chromium."""
    expect.set_options(timeout=_PATIENCE)
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=chromium, args=_QUIET)
        yield running
        await running.close()


@pytest.fixture
async def hole(browser: Browser, tmp_path: Path) -> Path:
    """Draw a photograph of a lane with an open drain."""
    return await _draw(browser, tmp_path / "hole.jpg", _OPEN)


@pytest.fixture
async def cover(browser: Browser, tmp_path: Path) -> Path:
    """Draw the same lane with the drain covered again."""
    return await _draw(browser, tmp_path / "cover.jpg", _COVERED)


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Return where screenshots go: the folder in DANNGUYEN_SCREENSHOTS, else one that is thrown away."""
    folder = Path(os.environ.get("DANNGUYEN_SCREENSHOTS") or tmp_path / "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def open_window(browser: Browser, town: Town, pictures: Path) -> Open:
    """Return how to open the page of a running town on a screen."""
    return partial(opened, browser, town, pictures)


async def _draw(browser: Browser, path: Path, drain: str) -> Path:
    page = await browser.new_page(viewport={"width": 960, "height": 720})
    await page.set_content(_LANE.replace("HOLE", drain))
    await page.screenshot(path=path, type="jpeg", quality=80)
    await page.close()
    return path
