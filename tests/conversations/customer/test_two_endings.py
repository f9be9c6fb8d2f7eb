"""Unlinking and deleting everything: each names what it ends, and neither is a yes to the other."""

from conversations.choice import Choice
from conversations.secret import AccountId
from conversations.session import ConfirmingUnlink, Idle
from tests.for_every import for_every
from tests.scenes import ACCOUNT, LINKED, OTHER_LINKED, session_at
from tests.talk import Talk


def asked(account: AccountId | None) -> Talk:
    return Talk(session_at(ConfirmingUnlink(account), lines=(LINKED,)))


@for_every("word", ["delete", "Delete everything", "yes, delete everything", "erase", "clear everything"])
def test_deleting_is_no_yes_to_unlinking_a_line_and_asks_its_own_question(word: str) -> None:
    talk = asked(ACCOUNT).types(word)
    assert (talk.step, talk.keys, talk.turn.records) == (ConfirmingUnlink(None), ["ask-delete"], ())


@for_every("word", ["unlink", "yes unlink it", "stop sharing", "STOP", "stop am", "unlink my line"])
def test_unlinking_is_no_yes_to_deleting_everything_and_asks_its_own_question(word: str) -> None:
    talk = asked(None).types(word)
    assert (talk.step, talk.keys, talk.turn.records) == (ConfirmingUnlink(ACCOUNT), ["ask-unlink"], ())


@for_every(
    ("account", "word"),
    [
        *((ACCOUNT, word) for word in ("unlink", "delete it", "yes delete am", "yes, remove my line", "yes unlink it")),
        *((None, word) for word in ("delete", "yes delete it", "delete everything", "yes, do it", "clear am")),
    ],
)
def test_the_word_of_the_question_confirms_it(account: AccountId | None, word: str) -> None:
    assert asked(account).types(word).session.lines == ()


@for_every(("account", "command"), [(ACCOUNT, "/unlink"), (None, "/delete")])
def test_a_command_that_is_tapped_again_before_its_question_is_read_ends_nothing(
    account: AccountId | None, command: str
) -> None:
    talk = asked(account).types(command)
    assert (talk.step, talk.turn.records) == (ConfirmingUnlink(account), ())
    assert talk.types("yes, do it").session.lines == ()


def test_the_question_names_the_line_that_ends() -> None:
    talk = Talk(session_at(Idle(), lines=(LINKED, OTHER_LINKED))).types("unlink").types("2")
    assert talk.text.startswith("Stop sharing Airtel 0802 ••• 4567 with Kudi Loans?")
    assert talk.offered == [Choice.CONFIRM, Choice.KEEP]
