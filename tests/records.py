"""What stands on record of a talk with the machine alone, where there is no disk. Never an expectation."""

from datetime import datetime

from conversations.changing import replace
from conversations.consent import Receipt, ShownAs
from conversations.consent_events import ReceiptsFound
from conversations.customer.events import Event
from conversations.customer.stepping import step
from conversations.customer.turn import Turn
from conversations.effects import RecordConsent
from conversations.rules import Rules
from conversations.session import Session
from tests.scenes import ASKED


class ConsentsOnRecord:
    """Answers what the machine asks of the disk. A line that was there from the start was agreed to before."""

    def __init__(self, session: Session) -> None:
        agreements = [line.claim.agreement for line in session.lines]
        self.receipts = {each.reference: Receipt(each, ASKED) for each in agreements}

    def step(self, session: Session, event: Event, now: datetime, rules: Rules) -> Turn:
        turn = step(session, event, now, rules)
        for question in turn.questions:
            held = "{}" if question.shown is ShownAs.FILE else ""
            found = [each for name, each in self.receipts.items() if question.reference in ("", name)]
            following = step(
                turn.session,
                ReceiptsFound(tuple(found), question.reference, shown=question.shown, held=held),
                now,
                rules,
            )
            turn = replace(following, effects=turn.effects + following.effects, fact=following.fact or turn.fact)
        for record in turn.records:
            if isinstance(record, RecordConsent):
                self._write(record, turn)
        return turn

    def _write(self, record: RecordConsent, turn: Turn) -> None:
        known = self.receipts.get(record.agreement.reference, Receipt(record.agreement))
        if record.withdrawn:
            known = replace(known, ended_at=turn.now, why=record.why)
        elif record.narrowed:
            known = replace(known, agreement=record.agreement, narrowed_at=turn.now)
        else:
            known = replace(known, asked=record.asked)
        self.receipts[record.agreement.reference] = known
