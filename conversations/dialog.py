"""The question that a chat stands at: its number, and the answers that it offers. Never who is asked, nor what."""

from dataclasses import dataclass
from typing import Self

from conversations.choice import Choice

MOST_PROMPTS = 1_000_000  # keeps a button's data short; nobody is asked so often


@dataclass(frozen=True, slots=True)
class Dialog:
    """`prompt` numbers a chat's questions, so that an old button is known; `offered` are the answers of the latest."""

    prompt: int = 0
    offered: tuple[Choice, ...] = ()

    def asked(self, choices: tuple[Choice, ...]) -> Self:
        """The next question, with its answers."""
        return type(self)(self.prompt % MOST_PROMPTS + 1, choices)

    def closed(self) -> Self:
        """The question is over: nothing is offered any more."""
        return type(self)(self.prompt)

    def is_current(self, prompt: int | None) -> bool:
        """Whether an answer to the question of that number is one to this; None: the channel cannot tell."""
        return prompt in (None, self.prompt)
