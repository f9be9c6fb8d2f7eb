"""The question that a chat stands at: its number, and the answers that it offers. Never who is asked, nor what."""

from datetime import datetime
from typing import Self

from msgspec import Struct

from conversations.changing import replace
from conversations.choice import IN_WORDS, Choice

MOST_PROMPTS = 1_000_000  # keeps a button's data short; nobody is asked so often


class Answer(Struct, frozen=True):
    """What was tapped, or the number of a list that was typed, under the question number `prompt`."""

    prompt: int
    said: str
    at: datetime


class Dialog(Struct, frozen=True):
    """`prompt` numbers a chat's questions, so that an old button is known; `offered` are the answers of the latest.

    `answer` is the newest, as long as nothing else was said since; `pictured_at` is the same of pictures (`repeats`).
    `has_key`: under the chat there may be a key that shares the contact. `asks`: what stood above the answers was their
    question, so that a "yes" is one to that.
    """

    prompt: int = 0
    offered: tuple[Choice, ...] = ()
    answer: Answer | None = None
    pictured_at: datetime | None = None
    has_key: bool = False
    asks: bool = True

    def asked(self, choices: tuple[Choice, ...], *, has_key: bool = False, asks: bool = True) -> Self:
        """The next question, with its answers."""
        return replace(self, prompt=self.prompt % MOST_PROMPTS + 1, offered=choices, has_key=has_key, asks=asks)

    def closed(self) -> Self:
        """The question is over: nothing is offered any more."""
        return replace(self, offered=()) if self.offered else self

    @property
    def is_numbered(self) -> bool:
        """Whether a figure is one of its answers."""
        return IN_WORDS.isdisjoint(self.offered)

    def is_current(self, prompt: int | None) -> bool:
        """Whether an answer to the question of that number is one to this; None: the channel cannot tell."""
        return prompt in (None, self.prompt)
