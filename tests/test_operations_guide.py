"""docs/operations.md gives templates to put forward that WhatsApp takes, and that what is filled in fits."""

import json
from datetime import UTC, datetime
from pathlib import Path

from bot.channels.whatsapp.contents import as_variables
from bot.sandbox.emulators.twilio.contents import Contents
from tests.for_every import for_every

GUIDE = (Path(__file__).parents[1] / "docs" / "operations.md").read_text(encoding="utf-8")
TEMPLATES = [line.strip() for line in GUIDE.splitlines() if line.startswith("    ") and "{{1}}" in line]


def test_there_is_one_in_each_language() -> None:
    assert len(TEMPLATES) == 2


@for_every("body", TEMPLATES)
def test_it_can_be_approved_and_says_all_that_it_must(body: str) -> None:
    draft = {"language": "en", "variables": {}, "types": {"twilio/text": {"body": body}}}
    content = Contents().create(json.dumps(draft).encode(), datetime(2026, 11, 23, tzinfo=UTC))
    assert content.approvable()
    shown = content.fill(as_variables(["Ada Obi from Kudi Loans", "your loan application", "mango river"])).text
    for part in ("Ada Obi from Kudi Loans", "your loan application", "mango river", "MTN", "Airtel", "STOP"):
        assert part in shown
    assert len(body) <= 1024
