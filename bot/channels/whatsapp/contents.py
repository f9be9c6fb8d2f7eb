"""Messages with buttons or a list: Twilio's contents, made once by `telcolink whatsapp setup`. Never the sending.

A content is stored at Twilio and sent with variables. Here everything is one: each paragraph, each label, each id, so
that a handful of contents, told apart by how many of each they have, carries every question in every language. What
fits none of them goes as a numbered list. A variable of the body may not hold a line break (error 21656), hence a
variable for each paragraph.

twilio.com/docs/content/twilio-quick-reply, twilio.com/docs/content/twiliolist-picker
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct

from bot.channels.whatsapp.messages import plain
from conversations.wording import Button, Rendered

LONGEST_BODY = 1024
LONGEST_LABEL = {"twilio/quick-reply": 20, "twilio/list-picker": 24}
LONGEST_OPENER = 20

_UNFIT = re.compile(r"[\n\r\t]| {5,}")  # twilio.com/docs/api/errors/21656


class Kind(StrEnum):
    """How answers are shown; the value is Twilio's name for it."""

    BUTTONS = "twilio/quick-reply"
    LIST = "twilio/list-picker"


class Shape(Struct, frozen=True):
    """One content: how many paragraphs and answers it has."""

    kind: Kind
    paragraphs: int
    answers: int

    @property
    def name(self) -> str:
        """Its name at Twilio, another one whenever what it is made of changes."""
        made_of = json.dumps([self._types(), self._samples()], sort_keys=True)
        version = hashlib.sha256(made_of.encode()).hexdigest()[:8]
        return f"telcolink_{self.kind.name.lower()}_{self.paragraphs}_{self.answers}_{version}"

    def definition(self) -> dict[str, Any]:
        """What `POST /v1/Content` takes. The language is a formality: every word is a variable."""
        return {"friendly_name": self.name, "language": "en", "variables": self._samples(), "types": self._types()}

    def _types(self) -> dict[str, Any]:
        names = iter(self._names())
        content: dict[str, Any] = {"body": "\n\n".join(next(names) for _ in range(self.paragraphs))}
        if self.kind is Kind.LIST:
            content["button"] = next(names)
            content["items"] = [{"item": next(names), "id": next(names)} for _ in range(self.answers)]
        else:
            content["actions"] = [
                {"type": "QUICK_REPLY", "title": next(names), "id": next(names)} for _ in range(self.answers)
            ]
        return {self.kind.value: content}

    def _samples(self) -> dict[str, str]:
        return {name.strip("{}"): f"Sample {name.strip('{}')}" for name in self._names()}

    def _names(self) -> list[str]:
        """Paragraphs, the list's opener, then label and id of each answer."""
        count = self.paragraphs + (self.kind is Kind.LIST) + 2 * self.answers
        return [f"{{{{{number}}}}}" for number in range(1, count + 1)]


MOST_PARAGRAPHS = 8  # of the consent text, a line for each thing that is read, by an agent's link
SHAPES = (
    *(
        Shape(Kind.BUTTONS, paragraphs, answers)
        for paragraphs in range(1, MOST_PARAGRAPHS + 1)
        for answers in (1, 2, 3)
    ),
    *(Shape(Kind.LIST, paragraphs, 4) for paragraphs in range(1, MOST_PARAGRAPHS + 1)),
    *(Shape(Kind.LIST, paragraphs, answers) for paragraphs in (1, 2) for answers in (5, 6)),
)
_NAMES = {shape: shape.name for shape in SHAPES}


class Filled(Struct, frozen=True):
    """A content that is ready to be sent: its id and its variables."""

    content: str
    variables: str


def fill(message: Rendered, contents: Mapping[str, str]) -> Filled | None:
    """The message as one of our contents; None where there is none that it fits into, or none at all.

    `contents` are the account's, by name.
    """
    if not contents:
        return None
    text = _text_of(message)
    paragraphs = text.split("\n\n")
    kind = Kind.BUTTONS if len(message.buttons) <= 3 else Kind.LIST
    shape = Shape(kind, len(paragraphs), len(message.buttons))
    content = contents.get(_NAMES.get(shape, ""))
    if not content or not _fits(message, kind, text, paragraphs):
        return None
    opener = [message.list_label] if kind is Kind.LIST else []
    answers = [part for button in message.buttons for part in (button.label, _id(button, message.prompt))]
    return Filled(content, as_variables([*paragraphs, *opener, *answers]))


def as_variables(values: Sequence[str]) -> str:
    """The values as a message takes them, in the order of the content's variables."""
    texts = {str(number): _curl(value) for number, value in enumerate(values, start=1)}
    return json.dumps(texts, ensure_ascii=False)


def body(message: Rendered) -> str:
    """What a content says that is filled with this message."""
    return _curl(_text_of(message))


def _text_of(message: Rendered) -> str:
    """Plain, and each line of a list as a paragraph."""
    return plain(message.text).replace("\n- ", "\n\n- ")


def missing(contents: Mapping[str, str]) -> Iterator[Shape]:
    """The contents that are still to be made."""
    return (shape for shape, name in _NAMES.items() if name not in contents)


def _fits(message: Rendered, kind: Kind, text: str, paragraphs: list[str]) -> bool:
    labels = [button.label for button in message.buttons]
    return (
        len(text) <= LONGEST_BODY
        and all(paragraph and not _UNFIT.search(paragraph) for paragraph in paragraphs)
        and all(0 < len(label) <= LONGEST_LABEL[kind] for label in labels)
        and len(set(labels)) == len(labels)
        and (kind is Kind.BUTTONS or 0 < len(message.list_label) <= LONGEST_OPENER)
    )


def _curl(text: str) -> str:
    """Twilio stumbles over straight apostrophes in variables (github.com/twilio/twilio-node/issues/1082)."""
    return text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")


def _id(button: Button, prompt: int) -> str:
    """What comes back of a tap: the question's number and the answer."""
    return f"{prompt}:{button.choice}"
