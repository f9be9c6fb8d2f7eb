"""A talk with the machine alone, as a person would have it. Never an expectation."""

from datetime import timedelta
from typing import Any, TypeVar

from conversations.allowance import Limits
from conversations.changing import replace
from conversations.choice import Choice
from conversations.customer.events import (
    ButtonTapped,
    Event,
    TextReceived,
)
from conversations.customer.turn import Turn
from conversations.effects import ReadLine, Say
from conversations.rules import Rules
from conversations.session import Session, Step
from conversations.wording import render
from tests.records import ConsentsOnRecord
from tests.scenes import ADA, BUSINESS, NOON

E = TypeVar("E")


class Talk:
    """One contact and the machine: no disk, no channel, and a clock that stands until somebody waits."""

    def __init__(self, session: Session | None = None, **limits: Any) -> None:
        self.session = session or Session(ADA)
        self.now = NOON
        self.rules = Rules(limits=Limits(**limits))
        self.record = ConsentsOnRecord(self.session)
        self.turn = Turn(self.session, self.now, self.rules)

    def hears(self, event: Event) -> "Talk":
        self.turn = self.record.step(self.session, event, self.now, self.rules)
        self.session = self.turn.session
        return self

    def types(self, text: str, message: str = "m1") -> "Talk":
        return self.hears(TextReceived(text, message))

    def taps(self, choice: Choice) -> "Talk":
        """The button of the newest question."""
        return self.hears(ButtonTapped(choice.value, self.session.dialog.prompt))

    def gets(self, answer: type, *values: Any) -> "Talk":
        """The provider's answer to the newest attempt."""
        return self.hears(answer(self.session.attempt, *values))

    def waits(self, **span: float) -> "Talk":
        self.now += timedelta(**span)
        return self

    @property
    def step(self) -> Step:
        return self.session.step

    @property
    def keys(self) -> list[str]:
        """The wording entries of what was said last, as a channel says it that deletes messages itself."""
        return [key for key in self._said if key != "delete-your-code"]

    @property
    def asks_to_delete(self) -> bool:
        """Whether what was said last asks them to delete a message, where the channel cannot."""
        return "delete-your-code" in self._said

    @property
    def _said(self) -> list[str]:
        return [sentence.key for say in self.wishes(Say) for sentence in say.sentences]

    @property
    def text(self) -> str:
        """What was said last, as it is read."""
        return "\n\n".join(render(say, self.session.language, BUSINESS).text for say in self.wishes(Say))

    @property
    def offered(self) -> list[Choice]:
        return list(self.session.dialog.offered)

    @property
    def readings(self) -> list[ReadLine]:
        """What is to be read; what that spends is the limits' own test."""
        return [replace(wish, allowances=()) for wish in self.wishes(ReadLine)]

    def wishes(self, kind: type[E]) -> list[E]:
        return [effect for effect in self.turn.effects if isinstance(effect, kind)]
