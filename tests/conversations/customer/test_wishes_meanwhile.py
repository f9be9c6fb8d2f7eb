"""What is asked for while something else is read, of a line of which not everything may be read."""

from conversations.customer.events import SummaryFetched
from conversations.reading import Reading
from conversations.session import ReadingLine
from tests.happenings import SUMMARIES
from tests.scenes import ACCOUNT, BALANCES_ALONE, session_at
from tests.talk import Talk


def test_what_was_not_agreed_is_told_of_at_once_while_something_else_is_read() -> None:
    reading = session_at(ReadingLine(1, ACCOUNT, Reading.BALANCE), lines=(BALANCES_ALONE,))
    talk = Talk(reading).types("transactions")
    assert (talk.keys, talk.step) == (["not-agreed"], reading.step)
    assert talk.gets(SummaryFetched, SUMMARIES[0]).keys[0] == "balances"


def test_what_is_hidden_between_the_wish_and_its_turn_is_not_read() -> None:
    wished = ReadingLine(1, ACCOUNT, Reading.BALANCE, then=(Reading.TRANSACTIONS, Reading.USAGE, Reading.BALANCE))
    talk = Talk(session_at(wished, lines=(BALANCES_ALONE,))).gets(SummaryFetched, SUMMARIES[0])
    assert [key for key in talk.keys if key == "not-agreed"] == 2 * ["not-agreed"]
    assert [wish.reading for wish in talk.readings] == [Reading.BALANCE]
