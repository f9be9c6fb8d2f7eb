"""One turn of a conversation being decided: the session so far and what is wanted. Never which turn follows what."""

from datetime import datetime
from typing import Any, Self

from msgspec import Struct

from conversations.changing import replace
from conversations.choice import Choice
from conversations.customer.facts import Fact, Stuck
from conversations.customer.questions import Question, labels_of, question_of, reminder_of
from conversations.customer.terms import consent_asked
from conversations.customer.traits import traits_of
from conversations.effects import (
    DURABLE,
    IMMEDIATE,
    RECORDS,
    Durable,
    Effect,
    FindReceipts,
    Immediate,
    KeepLine,
    Record,
    Say,
    Sentence,
    Toast,
)
from conversations.link import Reason
from conversations.linked_line import LinkedLine
from conversations.picture import Picture
from conversations.rules import Rules
from conversations.scope_steps import ChoosingScopes
from conversations.scopes import without_unread
from conversations.session import AskingConsent, AskingNumber, ConfirmingUnlink, Idle, Session, Step

# Where a word agrees, ends or has an SMS sent.
_TAKEN_BACK_BY_NOTHING = AskingConsent | ChoosingScopes | ConfirmingUnlink | Idle


class Turn(Struct, frozen=True):
    """An unfinished answer to an event. Every method gives a new turn; `session`, `effects` and `fact` are the result.

    `fact` is what it means for the agent's link; of several that one turn states, the last.
    """

    session: Session
    now: datetime
    rules: Rules
    effects: tuple[Effect, ...] = ()
    fact: Fact | None = None

    @property
    def durable(self) -> tuple[Durable, ...]:
        return DURABLE.among(self.effects)

    @property
    def records(self) -> tuple[Record, ...]:
        return RECORDS.among(self.effects)

    @property
    def immediate(self) -> tuple[Immediate, ...]:
        return IMMEDIATE.among(self.effects)

    @property
    def questions(self) -> tuple[FindReceipts, ...]:
        return tuple(effect for effect in self.effects if isinstance(effect, FindReceipts))

    @property
    def toast(self) -> Toast | None:
        return next((effect for effect in self.effects if isinstance(effect, Toast)), None)

    def do(self, *effects: Effect) -> Self:
        return type(self)(self.session, self.now, self.rules, self.effects + effects, self.fact)

    def stating(self, fact: Fact) -> Self:
        return replace(self, fact=fact)

    def stuck(self, reason: Reason) -> Self:
        return self.stating(Stuck(reason))

    def with_session(self, session: Session) -> Self:
        if session is self.session:
            return self
        return type(self)(session, self.now, self.rules, self.effects, self.fact)  # at every step: half of `replace`

    def forward(self, step: Step, until: datetime | None = None) -> Self:
        """A step forward: ten minutes from now, or the end that the provider's clock dictates."""
        end = until or self.now + self.rules.session
        return self.at(step, end, warned=False)

    def back(self, step: Step, until: datetime | None = None) -> Self:
        """Another step within the time that is left, or until the end that it had or has of its own."""
        return self.at(step, until or self.session.expires_at)

    def at(self, step: Step, end: datetime | None, **changes: Any) -> Self:
        """What the last question offered is no answer at another step. `changes` are what else the session becomes."""
        dialog = self.session.dialog.closed()
        return self.with_session(replace(self.session, step=step, expires_at=end, dialog=dialog, **changes))

    def with_step(self, step: Step) -> Self:
        """The same step with more known of it: its time and its question stay."""
        return self.with_session(replace(self.session, step=step))

    def calling(self, attempt: int) -> Self:
        """The number of the latest call to the provider; answers to earlier ones are late from now on."""
        return self.with_session(replace(self.session, attempt=attempt))

    def idle(self) -> Self:
        """The session's end; what one tap resumes with is remembered."""
        known = traits_of(self.session.step).remembers
        memory = known.until(self.now + self.rules.memory) if known else self.session.memory
        return self.at(Idle(), None, warned=False, memory=memory)

    def keep(self, line: LinkedLine, *, ready: bool = False) -> Self:
        """A linked line as it has become, in the session and on the disk; `ready` as in `KeepLine`."""
        lines = tuple(line if other.account == line.account else other for other in self.session.lines)
        return self.do(KeepLine(line, ready)).with_session(replace(self.session, lines=lines))

    def say(self, *sentences: Sentence, choices: tuple[Choice, ...] = (), asks: bool = False) -> Self:
        """One message. Without choices, the answers of the last question stay valid; `asks` that it ends with one."""
        if not choices:
            return self.without_key().with_asking(asks=False).do(Say(sentences))
        return self._offer(sentences, choices, asks=asks)

    def ask(self, *sentences: Sentence, beside: tuple[Choice, ...] = ()) -> Self:
        """One message that ends with the question of the step we are in; `beside` are answers offered with its own.

        Which consent text was shown is noted.
        """
        asked = self._question(sentences, question_of(self.session), beside)
        if not isinstance(self.session.step, AskingConsent):
            return asked
        shown = consent_asked(self.session, self.rules.terms).digest
        return asked.with_session(replace(asked.session, consent_shown=shown))

    def remind(self, *sentences: Sentence, beside: tuple[Choice, ...] = ()) -> Self:
        """The same for somebody who has just read the question: what is new, and as little more as can be."""
        return self._question(sentences, reminder_of(self.session), beside)

    def lasting(self, until: datetime) -> Self:
        """What was said last matters until then, and not for a day only."""
        return self.saying(until=until)

    def pictured(self, picture: Picture) -> Self:
        """What was said last comes with a picture of its figures."""
        return self.saying(picture=picture)

    def saying(self, **changes: Any) -> Self:
        """What was said last, as it becomes with these."""
        *before, last = self.effects
        assert isinstance(last, Say)  # noqa: S101 - for the type checker: it follows what says something
        return replace(self, effects=(*before, replace(last, **changes)))

    def offer(self, *sentences: Sentence, beside: tuple[Choice, ...] = ()) -> Self:
        """The answers that there are, without the question: for somebody who reads it for the third time."""
        return self._question(sentences, ((), reminder_of(self.session)[1]), beside)

    def unspoken(self) -> Self:
        """The same with nothing said, and nothing looked up to be said."""
        return replace(self, effects=tuple(each for each in self.effects if not isinstance(each, Say | FindReceipts)))

    def _question(self, sentences: tuple[Sentence, ...], question: Question, beside: tuple[Choice, ...]) -> Self:
        asked, choices = question
        at = self.session.step
        own_number = isinstance(at, AskingNumber) and not at.found
        answers = tuple(dict.fromkeys((*choices, *beside)))
        return self._offer(sentences + asked, answers, asks=bool(asked), asks_contact=own_number)

    def _offer(
        self,
        sentences: tuple[Sentence, ...],
        choices: tuple[Choice, ...],
        *,
        asks: bool = False,
        asks_contact: bool = False,
    ) -> Self:
        """What no line's agreement lets be read is not offered.

        The key that shares the contact comes with the question for it, and is there as long as that is asked for."""
        choices = without_unread(choices, self.session.lines)
        had_key = self.session.dialog.has_key
        has_key = asks_contact or (had_key and isinstance(self.session.step, AskingNumber))
        dialog = self.session.dialog.asked(choices, has_key=has_key, asks=asks)
        say = Say(
            sentences,
            choices,
            dialog.prompt,
            asks_contact=asks_contact,
            puts_key_away=bool(choices) and had_key and not has_key,
            labels=labels_of(self.session, choices),
        )
        return self.with_session(replace(self.session, dialog=dialog)).do(say)

    def with_asking(self, *, asks: bool) -> Self:
        """The same with the question said last, or something else, where a bare "yes" or "no" is taken for much."""
        session = self.session
        asked = session.dialog.asks == asks or not session.dialog.offered
        if asked or not isinstance(session.step, _TAKEN_BACK_BY_NOTHING):
            return self
        return self.with_session(replace(session, dialog=replace(session.dialog, asks=asks)))

    def without_key(self) -> Self:
        """The same with the key gone, where the contact is not asked for any more."""
        dialog = self.session.dialog
        if not dialog.has_key or isinstance(self.session.step, AskingNumber):
            return self
        return self.with_session(replace(self.session, dialog=replace(dialog, has_key=False)))
