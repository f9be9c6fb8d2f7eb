"""docs/agents.md says what the bot says: its commands, its reasons, and the next sentence for each."""

import re
from pathlib import Path

from conversations.agents.usage import USAGE, CommandUsage
from conversations.languages import read_wording
from conversations.link import Reason
from conversations.minting import parse_code
from conversations.wording import catalogue_of
from tests.for_every import for_every

GUIDE = (Path(__file__).parents[1] / "docs" / "agents.md").read_text(encoding="utf-8")
ENGLISH = catalogue_of("en")


@for_every("usage", USAGE.values())
def test_every_command_stands_with_its_example(usage: CommandUsage) -> None:
    assert f"\n    {ENGLISH.say(usage.example, {})}" in GUIDE, "docs/agents.md lacks it"


@for_every("reason", sorted(set(Reason) - {Reason.NONE}))
def test_every_reason_stands_with_the_sentence_to_say(reason: str) -> None:
    why, advice = (ENGLISH.say(f"agent-{entry}-{reason}", {}) for entry in ("why", "advice"))
    assert f"| {why} | {advice} |" in GUIDE


def test_what_is_heard_is_quoted_as_the_bot_says_it() -> None:
    table = GUIDE.partition("| I say |")[2].partition("\n\n")[0]
    quoted = re.findall(r"^\| (?!--)([^|:]+)", table.partition("\n")[2], re.MULTILINE)
    told = read_wording("en").lower()
    assert len(quoted) > 10
    assert [words for words in quoted if words.strip().lower() not in told] == []


def test_the_code_to_join_with_is_of_the_right_form() -> None:
    (code,) = [line.split()[1] for line in GUIDE.splitlines() if line.startswith("    /join ")]
    assert parse_code(code)
