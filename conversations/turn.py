"""One turn of a conversation being decided: the session so far and what is wanted. Never which turn follows what."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from conversations.choice import Choice
from conversations.effects import Durable, Effect, Immediate, Record, Say, Sentence
from conversations.questions import Question, labels_of, question_of, reminder_of
from conversations.session import (
    AskingNetwork,
    AskingNumber,
    AskingOtp,
    CheckingOtp,
    ExchangingCode,
    Idle,
    Memory,
    Rules,
    SendingOtp,
    Session,
    Step,
)

MOST_PROMPTS = 1_000_000  # keeps a button's data short; nobody is asked so often


@dataclass(frozen=True, slots=True)
class Turn:
    """An unfinished answer to an event. Every method gives a new turn; `session` and `effects` are the result."""

    session: Session
    now: datetime
    rules: Rules
    effects: tuple[Effect, ...] = ()

    @property
    def durable(self) -> tuple[Durable, ...]:
        return tuple(effect for effect in self.effects if isinstance(effect, Durable))

    @property
    def records(self) -> tuple[Record, ...]:
        return tuple(effect for effect in self.effects if isinstance(effect, Record))

    @property
    def immediate(self) -> tuple[Immediate, ...]:
        return tuple(effect for effect in self.effects if isinstance(effect, Immediate))

    def do(self, *effects: Effect) -> Self:
        return replace(self, effects=self.effects + effects)

    def changed(self, **fields: object) -> Self:
        """The same turn with other fields in its session."""
        return replace(self, session=replace(self.session, **fields))  # type: ignore[arg-type]

    def forward(self, step: Step, until: datetime | None = None) -> Self:
        """A step forward: ten minutes from now, or the end that the provider's clock dictates."""
        end = until or self.now + self.rules.session
        return self.changed(step=step, expires_at=end, warned=False, offered=())

    def back(self, step: Step) -> Self:
        """Another step within the time that is left."""
        return self.changed(step=step, offered=())

    def idle(self) -> Self:
        """The session's end; what one tap resumes with is remembered."""
        memory = self._memory() or self.session.memory
        return self.changed(step=Idle(), expires_at=None, warned=False, offered=(), memory=memory)

    def say(self, *sentences: Sentence, choices: tuple[Choice, ...] = ()) -> Self:
        """One message. Without choices, the answers of the last question stay valid."""
        if not choices:
            return self.do(Say(sentences))
        return self._offer(sentences, choices)

    def ask(self, *sentences: Sentence) -> Self:
        """One message that ends with the question of the step we are in."""
        return self._question(sentences, question_of(self.session))

    def remind(self, *sentences: Sentence) -> Self:
        """The same for somebody who has just read the question: what is new, and as little more as can be."""
        return self._question(sentences, reminder_of(self.session))

    def _question(self, sentences: tuple[Sentence, ...], question: Question) -> Self:
        asked, choices = question
        turn = self._offer(sentences + asked, choices)
        if not isinstance(self.session.step, AskingNumber):
            return turn
        *before, last = turn.effects
        assert isinstance(last, Say)  # noqa: S101 - for the type checker: _offer appends exactly that
        return replace(turn, effects=(*before, replace(last, asks_contact=True)))

    def _offer(self, sentences: tuple[Sentence, ...], choices: tuple[Choice, ...]) -> Self:
        prompt = self.session.prompt % MOST_PROMPTS + 1
        message = Say(sentences, choices, prompt, labels=labels_of(self.session, choices))
        return self.changed(prompt=prompt, offered=choices).do(message)

    def _memory(self) -> Memory | None:
        """What the step that is being left knows."""
        until = self.now + self.rules.memory
        match self.session.step:
            case AskingNumber(agreement):
                return Memory(agreement, until)
            case AskingNetwork(agreement, number, proven):
                return Memory(agreement, until, number, proven)
            case SendingOtp(claim=claim) | AskingOtp(claim=claim) | ExchangingCode(claim=claim):
                pass
            case CheckingOtp(asked=asked):
                claim = asked.claim
            case _:
                return None
        return Memory(claim.agreement, until, claim.line.number, claim.proven, claim.line.network)
