"""What a new receipt says can be done next: nothing that was not agreed to."""

from conversations.changing import replace
from conversations.consent import EVERY_SCOPE, Receipt, Scope, Scopes
from conversations.customer.receipts import show_new
from conversations.customer.turn import Turn
from conversations.effects import Say
from conversations.session import Idle
from conversations.wording import render
from tests.for_every import for_every
from tests.scenes import AGREEMENT, ASKED, BUSINESS, LINKED, NOON, RULES, session_at


@for_every(
    ("reads", "words"),
    [
        (EVERY_SCOPE, "What you can do here: balance, transactions, unlink, delete."),
        ((Scope.BALANCES,), "What you can do here: balance, unlink, delete."),
        ((Scope.IDENTITY,), "What you can do here: unlink, delete."),
    ],
)
def test_it_names_what_can_be_read(reads: Scopes, words: str) -> None:
    agreement = replace(AGREEMENT, reads=reads)
    turn = show_new(Turn(session_at(Idle(), lines=(LINKED,)), NOON, RULES), Receipt(agreement, asked=ASKED))
    (said,) = [each for each in turn.effects if isinstance(each, Say)]
    assert words in render(said, "en", BUSINESS).text
