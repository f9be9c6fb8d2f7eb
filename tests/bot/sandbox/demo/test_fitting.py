"""Which channels a script is played on: those that are wanted, unless it is for others."""

import pytest

from bot.sandbox.demo.fitting import fitting
from bot.sandbox.demo.script import ScriptWrong, parse_script
from bot.sandbox.demo.venue import Venue
from tests.for_every import for_every

WANTED = Venue("telegram", "telegram", buttons=False)


@for_every(
    ("headers", "venue"),
    [
        ("", WANTED),
        ("only: console telegram", WANTED),
        ("only: whatsapp", Venue("whatsapp", "telegram", buttons=False)),
        ("only: whatsapp\nagents: whatsapp", Venue("whatsapp", "whatsapp", buttons=False)),
    ],
)
def test_a_script_gets_what_is_wanted_or_what_it_is_for(headers: str, venue: Venue) -> None:
    assert fitting(parse_script(f"{headers}\nme: hello"), WANTED) == venue


def test_a_script_for_the_console_is_played_there_and_nowhere_else() -> None:
    script = parse_script("only: console\nme: hello")
    assert fitting(script, Venue("telegram"), ("telegram", "console")) == Venue("console")
    with pytest.raises(ScriptWrong, match="only: console"):
        fitting(script, WANTED)
