"""A receipt is shown as it stands by its date, whether or not a line was ever linked under it."""

from datetime import timedelta

from conversations.consent import EndReason, Receipt
from conversations.consent_events import ReceiptsFound
from conversations.session import Idle
from tests.scenes import AGREEMENT, ASKED, session_at
from tests.talk import Talk

assert AGREEMENT.until
LEFT = AGREEMENT.until - AGREEMENT.at


def test_an_agreement_that_was_never_used_ends_by_its_date() -> None:
    found = ReceiptsFound((Receipt(AGREEMENT, asked=ASKED),))
    talk = Talk(session_at(Idle())).waits(seconds=LEFT.total_seconds() - 60).hears(found)
    assert talk.keys == ["receipt", "receipt-no-line"]
    over = talk.waits(minutes=2).hears(found)
    assert over.keys == ["receipt-ended"]
    assert over.text.endswith("ended on 23 November 2027 at 13:00: its time was over.")


def test_an_end_that_is_on_record_stays_what_it_was() -> None:
    ended = Receipt(AGREEMENT, ASKED, AGREEMENT.at + timedelta(days=1), EndReason.OPERATOR)
    talk = Talk(session_at(Idle())).waits(seconds=LEFT.total_seconds() + 60).hears(ReceiptsFound((ended,)))
    assert "ended on 24 November 2026" in talk.text
