"""One browser for all that look at pages. Without Chromium they are skipped, unless it must be there."""

import os
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.browser.browser_stage import CHROMIUM, MISSING, Reader, open_chromium


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def reader() -> AsyncIterator[Reader]:
    if not CHROMIUM:
        (pytest.fail if os.environ.get("REQUIRE_BROWSER") else pytest.skip)(MISSING)
    async with open_chromium() as browser:
        yield Reader(browser)
