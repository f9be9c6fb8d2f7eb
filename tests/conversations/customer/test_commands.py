"""What a customer can type at any time: all of it in menus and help, and all of it understood."""

from conversations.choice import Choice
from conversations.customer.commands import COMMANDS
from conversations.languages import LANGUAGES
from conversations.session import Idle
from tests.for_every import for_every
from tests.scenes import LINKED, session_at
from tests.talk import Talk
from tests.texts import LONGEST_TEXT

# What can be done after linking; the business's programs and its guides name them so.
PROMISED = {"balance", "transactions", "usage", "accounts", "unlink", "privacy", "receipt", "delete"}


def test_menus_have_every_command_that_is_promised_and_each_is_understood_with_its_slash() -> None:
    assert set(COMMANDS) >= PROMISED
    for command in COMMANDS:
        talk = Talk(session_at(Idle(), lines=(LINKED,))).types(f"/{command}")
        assert "not-understood" not in talk.keys, command


@for_every("language", LANGUAGES)
def test_help_lists_all_of_it_for_who_has_a_line_and_asks_nothing(language: str) -> None:
    talk = Talk(session_at(Idle(), lines=(LINKED,), language=language)).types("help")
    rows = [line.split(":")[0].removeprefix("- ") for line in talk.text.splitlines() if line.startswith("- ")]
    assert set(rows) == set(COMMANDS) - {"start", "cancel", "help"} | {"link another line"}
    assert len(talk.text) < LONGEST_TEXT
    assert talk.offered == [Choice.BALANCE, Choice.TRANSACTIONS, Choice.UNLINK]
