"""Pictures are not taken where something that they need is missing: it is named before any is changed."""

from pathlib import Path

import pytest

from tests.browser.browser_stage import MISSING
from tests.browser.pictures import FONT_MISSING, what_is_missing


@pytest.mark.parametrize(
    ("found", "missing"), [("Roboto,Roboto Thin", ""), ("DejaVu Sans", FONT_MISSING), (None, FONT_MISSING)]
)
def test_without_their_font_none_is_taken(
    found: str | None, missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What fontconfig has for the font's name: itself, another, or no fontconfig is here."""
    monkeypatch.setenv("PATH", str(tmp_path))
    if found:
        command = tmp_path / "fc-match"
        command.write_text(f"#!/bin/sh\nprintf '%s' '{found}'\n", encoding="utf-8")
        command.chmod(0o700)
    assert what_is_missing("/usr/bin/chromium") == missing
    assert "fonts-roboto-unhinted" in FONT_MISSING


def test_without_chromium_none_is_taken() -> None:
    assert what_is_missing(None) == MISSING
