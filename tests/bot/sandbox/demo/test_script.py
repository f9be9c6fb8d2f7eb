"""Conversations as `.chat` files: what a line may say, and when what was said is what was expected."""

from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.sandbox.demo.script import ScriptLine, ScriptWrong, matches, parse_script, parse_span, read_script
from tests.for_every import for_every

STANDARD = Path("bot/sandbox/demo/standard.chat")

WHOLE = """
# A customer changes her mind
# and this is only a remark
only: telegram console
agents: whatsapp

me: /start
bot: Hello! … two minutes
buttons: [I agree] [No, thanks]
me: [No, thanks]
  bot: All right.
wait: 7 minutes
restart
deleted
asked: 1 code
page: This receipt is valid
file: nothing
"""


def test_a_script_reads_line_by_line() -> None:
    script = parse_script(WHOLE)
    assert script.title == "A customer changes her mind"
    assert [line.kind for line in script.lines] == [
        *("says", "hears", "buttons", "says", "hears", "wait", "restart", "deleted", "asked", "page", "file")
    ]
    assert script.lines[0] == ScriptLine("says", "/start", 7)
    assert script.lines[4] == ScriptLine("hears", "All right.", 11)


def test_a_line_says_who_speaks_and_who_hears() -> None:
    lines = parse_script("agent: /link\nto agent: Which number\nstranger: hi\nto stranger: Hello\nbot: Hi").lines
    assert [(line.kind, line.who) for line in lines] == [
        *(("says", "agent"), ("hears", "agent"), ("says", "stranger"), ("hears", "stranger"), ("hears", "me"))
    ]
    assert [line.written for line in lines[1::3]] == ["to agent: Which number", "bot: Hi"]


def test_a_script_has_agents_when_one_of_them_acts() -> None:
    assert parse_script("me: hello\nto colleague: Welcome").has_agents
    assert not parse_script("me: hello\nstranger: hi").has_agents


def test_a_script_is_for_the_channels_that_it_names_or_for_all() -> None:
    script = parse_script(WHOLE)
    assert [script.is_for(channel, "whatsapp") for channel in ("telegram", "console", "whatsapp")] == [
        True,
        True,
        False,
    ]
    assert parse_script("me: hello").is_for("whatsapp", "telegram")
    assert [script.is_for("console", agents) for agents in ("telegram", "whatsapp")] == [False, True]


def test_a_script_without_a_title_is_called_by_its_name() -> None:
    assert parse_script("me: hello", "greeting.chat").title == "greeting.chat"


@for_every("line", ["hello", "you: hello", "restart now", "me hello", "Bot: hello", "asks: 1"])
def test_a_line_that_says_nothing_is_named_by_its_place(line: str) -> None:
    with pytest.raises(ScriptWrong, match=r"nonsense\.chat:2"):
        parse_script(f"me: hello\n{line}", "nonsense.chat")


@for_every("hour", ["soon", "25:00", "10:61"])
def test_a_time_that_no_clock_shows_is_refused(hour: str) -> None:
    with pytest.raises(ScriptWrong, match=r"nonsense\.chat: not a time of day"):
        parse_script(f"at: {hour}\nme: hello", "nonsense.chat")
    assert parse_script("at: 10:00\nme: hello").at == time(10)


def test_a_file_is_named_in_what_is_wrong_with_it(tmp_path: Path) -> None:
    path = tmp_path / "wrong.chat"
    path.write_text("me: hi\nnonsense\n", encoding="utf-8")
    with pytest.raises(ScriptWrong, match=r"wrong\.chat:2"):
        read_script(path)


def test_the_standard_conversation_can_be_read() -> None:
    assert read_script(STANDARD).lines


@for_every(
    ("text", "span"),
    [
        ("1 second", timedelta(seconds=1)),
        ("90 seconds", timedelta(seconds=90)),
        ("7 minutes", timedelta(minutes=7)),
        ("25 hours", timedelta(hours=25)),
    ],
)
def test_a_span_is_read_as_it_is_said(text: str, span: timedelta) -> None:
    assert parse_span(text) == span


@for_every("text", ["", "soon", "seven minutes", "-1 minute", "7 weeks", "7"])
def test_what_is_no_span_is_refused(text: str) -> None:
    with pytest.raises(ScriptWrong):
        parse_span(text)


@for_every(
    ("expected", "said"),
    [
        ("hello", "Hello!"),
        ("Hello … minutes", "Hello! It takes\n\ntwo   minutes."),
        ("… is linked", "Your line is linked"),
        ("two words", "two\nwords"),
        ("", "anything"),
    ],
)
def test_pieces_match_in_their_order_whatever_the_spaces(expected: str, said: str) -> None:
    assert matches(expected, said)


@for_every(
    ("expected", "said"),
    [
        ("minutes … hello", "Hello! It takes two minutes."),
        ("hello hello", "hello"),
        ("hello … hello", "hello"),
        ("two words", "twowords"),
    ],
)
def test_pieces_in_another_order_do_not_match(expected: str, said: str) -> None:
    assert not matches(expected, said)
