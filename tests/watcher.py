"""What must hold from one turn of a conversation to the next, whatever happens in between. Never what is tried."""

from datetime import timedelta

from conversations.changing import replace
from conversations.customer.events import CustomerLeft, Event, FromCustomer, FromProvider, LimitReached
from conversations.customer.repeats import is_said_again
from conversations.customer.talking import is_idle_talk
from conversations.customer.turn import Turn
from conversations.customer.understanding import read
from conversations.effects import CheckOtp, ForgetLine, KeepLine, RecordConsent, RequestOtp, Say
from conversations.refusal import Refusal
from conversations.secret import SessionReference
from conversations.session import AskingOtp, CheckingOtp, Idle, SendingOtp, Session

TEN_MINUTES, GRACE = timedelta(minutes=10), timedelta(seconds=30)
NOT_MADE = {Refusal.UNAVAILABLE, Refusal.TOO_MANY_REQUESTS}


class Watcher:
    """Sees every turn of one contact, in order, and raises AssertionError at the first that breaks a rule."""

    def __init__(self) -> None:
        self._agreed: set[str] = set()
        self._attempts = [0]
        self._tries: dict[SessionReference, int] = {}
        self._checks: dict[SessionReference, int] = {}

    def see(self, before: Session, event: Event, turn: Turn) -> None:
        self._every_customer_is_answered(before, event, turn)
        self._questions_are_numbered_upwards(before, turn)
        self._late_answers_change_nothing(before, event, turn)
        self._consents_come_first(turn)
        self._one_time_chances_are_taken_once(event, turn)
        self._codes_are_apart(before, turn)
        self._checks_are_counted(before, event, turn)
        self._tries_never_grow(turn.session)
        self._no_step_outlives_its_time(turn)
        self._lines_change_on_record(before, turn)

    def _every_customer_is_answered(self, before: Session, event: Event, turn: Turn) -> None:
        """What is said again at once was answered already, and idle talk beside a wait for a person once."""
        again = is_said_again(before.dialog, event, turn.now)
        if before.case and before.case.told:
            again = again or is_idle_talk(before, read(before, event))
        if isinstance(event, FromCustomer) and not isinstance(event, CustomerLeft) and not again:
            assert any(isinstance(effect, Say) for effect in turn.effects) or turn.immediate

    def _questions_are_numbered_upwards(self, before: Session, turn: Turn) -> None:
        prompts = [say.prompt for say in turn.effects if isinstance(say, Say) and say.choices]
        assert [before.dialog.prompt, *prompts] == sorted({before.dialog.prompt, *prompts})
        assert turn.session.dialog.prompt >= max(before.dialog.prompt, *prompts, 0)

    def _late_answers_change_nothing(self, before: Session, event: Event, turn: Turn) -> None:
        attempt = getattr(event, "attempt", before.attempt)
        if isinstance(event, FromProvider) and attempt != before.attempt and is_alive(before, turn):
            assert replace(turn.session, memory=before.memory) == before
            assert not turn.immediate

    def _consents_come_first(self, turn: Turn) -> None:
        for record in turn.records:
            if isinstance(record, RecordConsent):
                change = self._agreed.discard if record.withdrawn else self._agreed.add
                change(record.agreement.reference)
        if any(isinstance(wish, RequestOtp) for wish in turn.immediate):
            assert isinstance(turn.session.step, SendingOtp)
            assert turn.session.step.claim.agreement.reference in self._agreed

    def _one_time_chances_are_taken_once(self, event: Event, turn: Turn) -> None:
        once = [wish for wish in turn.immediate if isinstance(wish, RequestOtp | CheckOtp)]
        assert len(once) <= 1
        for wish in once:
            assert isinstance(event, FromCustomer)
            assert wish.attempt > max(self._attempts)
        self._attempts += [wish.attempt for wish in turn.immediate]

    def _codes_are_apart(self, before: Session, turn: Turn) -> None:
        if any(isinstance(wish, RequestOtp) for wish in turn.immediate):
            limits = turn.rules.limits
            recent = [at for at in before.requests if at > turn.now - TEN_MINUTES]
            assert len(recent) < limits.otp_requests_per_session
            assert not recent or turn.now - max(recent) >= limits.otp_request_gaps[len(recent) - 1]

    def _checks_are_counted(self, before: Session, event: Event, turn: Turn) -> None:
        for wish in turn.immediate:
            if isinstance(wish, CheckOtp):
                self._checks[wish.reference] = self._checks.get(wish.reference, 0) + 1
        unmade = isinstance(event, LimitReached) or getattr(event, "refusal", None) in NOT_MADE
        awaited = getattr(event, "attempt", None) == before.attempt and is_alive(before, turn)
        if isinstance(before.step, CheckingOtp) and unmade and awaited:
            self._checks[before.step.asked.reference] -= 1
        assert all(made <= turn.rules.limits.otp_checks_per_code for made in self._checks.values())

    def _tries_never_grow(self, session: Session) -> None:
        if isinstance(session.step, AskingOtp):
            reference, tries = session.step.reference, session.step.tries_left
            assert 0 <= tries <= self._tries.get(reference, 3)
            self._tries[reference] = tries

    def _no_step_outlives_its_time(self, turn: Turn) -> None:
        at, end = turn.session.step, turn.session.expires_at
        assert (end is None) == isinstance(at, Idle)
        if isinstance(at, AskingOtp):
            assert end == at.requested_at + TEN_MINUTES
        elif end:
            assert end - turn.now <= TEN_MINUTES + (GRACE if isinstance(at, CheckingOtp) else timedelta(0))

    def _lines_change_on_record(self, before: Session, turn: Turn) -> None:
        kept = {effect.line.account for effect in turn.effects if isinstance(effect, KeepLine)}
        forgotten = {effect.account for effect in turn.effects if isinstance(effect, ForgetLine)}
        had, has = ({line.account for line in each.lines} for each in (before, turn.session))
        assert has - had <= kept <= has
        assert had - has == forgotten


def is_alive(before: Session, turn: Turn) -> bool:
    return before.expires_at is None or turn.now < before.expires_at
