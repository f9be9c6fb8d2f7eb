"""The account's contents (Twilio's templates): made, filled with variables, approved by Meta; never sent from here.

https://www.twilio.com/docs/content/using-variables-with-content-api
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from pydantic import BaseModel, Field, JsonValue, ValidationError, field_validator

from bot.sandbox.emulators.twilio.content_types import KINDS
from bot.sandbox.emulators.twilio.messages import Shown
from bot.sandbox.emulators.twilio.refusals import TwilioRefusal
from bot.sandbox.emulators.twilio.sids import new_sid

_VARIABLE = re.compile(r"\{\{([A-Za-z0-9_]{1,16})\}\}")
# What Meta does not take in the body, https://www.twilio.com/docs/api/errors/21656
_UNFIT_FOR_BODY = re.compile(r"[\n\r\t]| {5,}")
_LONGEST_VALUE = 1600
_UNAPPROVED_BUTTONS = 3


class Unfit(Exception):  # noqa: N818 - errors are nouns from the catcher's side
    """Content that WhatsApp will not take once its variables are filled in."""


class ContentDraft(BaseModel):
    """What `POST /v1/Content` accepts. Kinds that are null, as Twilio's own library sends them, are left out."""

    friendly_name: str | None = None
    language: str = Field(min_length=2)
    variables: dict[str, str] | None = Field(default=None, max_length=100)
    types: dict[str, JsonValue]

    @field_validator("types")
    @classmethod
    def _known(cls, types: dict[str, JsonValue]) -> dict[str, JsonValue]:
        given: dict[str, JsonValue] = {name: value for name, value in types.items() if value is not None}
        if not given or not given.keys() <= KINDS.keys():
            raise ValueError(f"types must be some of {', '.join(KINDS)}")
        return given


@dataclass(slots=True)
class Content:
    """`approval` is Meta's word on it: empty (never asked), `received`, `approved` or `rejected`."""

    draft: ContentDraft
    created_at: datetime
    sid: str = field(default_factory=lambda: new_sid("HX"))
    approval: str = ""
    approval_name: str = ""
    category: str = ""

    @property
    def kind(self) -> str:
        """The richest type in it."""
        return next(kind for kind in KINDS if kind in self.draft.types)

    @property
    def approved(self) -> bool:
        return self.approval == "approved"

    def fill(self, variables: str) -> Shown:
        """What is sent with these variables (a JSON text, may be empty).

        Raises Refused(21656 or 21658) for variables that are wrong, Unfit for a whole that breaks a limit.
        """
        values = (self.draft.variables or {}) | _read(variables)
        names = set(_VARIABLE.findall(json.dumps(self._type)))
        if not names <= values.keys() or not all(values[name] for name in names):
            raise TwilioRefusal(21656)
        if any(_UNFIT_FOR_BODY.search(values[name]) for name in self._body_variables()):
            raise TwilioRefusal(21656)
        shown = self._shown(values)
        if not self.approved and not shown.opener and len(shown.choices) > _UNAPPROVED_BUTTONS:
            raise Unfit("more than three buttons need an approved template")
        return shown

    def check(self) -> None:
        """Raises Unfit for what breaks a limit with its samples in place, or a letter where a sample is missing."""
        samples = self.draft.variables or {}
        self._shown({name: samples.get(name) or "x" for name in _VARIABLE.findall(json.dumps(self._type))})

    def approvable(self) -> bool:
        """No list picker; no variable first, last or beside another, as Meta wants it."""
        body = self._body()
        loose = re.search(r"^\s*\{\{|\}\}\s*$|\}\}\s*\{\{", body)
        return self.kind != "twilio/list-picker" and not loose

    def _shown(self, values: Mapping[str, str]) -> Shown:
        try:
            return KINDS[self.kind].model_validate(_filled(self._type, values)).shown()
        except ValidationError as error:
            raise Unfit(_reason(error)) from None

    @property
    def _type(self) -> JsonValue:
        return self.draft.types[self.kind]

    def _body(self) -> str:
        body = self._type.get("body") if isinstance(self._type, dict) else None
        return body if isinstance(body, str) else ""

    def _body_variables(self) -> list[str]:
        return _VARIABLE.findall(self._body())


class Contents:
    """By id, in the order in which they were made."""

    def __init__(self) -> None:
        self._contents: dict[str, Content] = {}

    def create(self, payload: bytes, now: datetime) -> Content:
        """Raises Refused(20001) with the reason for what Twilio would not store."""
        try:
            content = Content(ContentDraft.model_validate_json(payload), now)
            content.check()
        except ValidationError as error:
            raise TwilioRefusal(20001, f"Invalid content: {_reason(error)}") from None
        except Unfit as error:
            raise TwilioRefusal(20001, f"Invalid content: {error}") from None
        self._contents[content.sid] = content
        return content

    def find(self, sid: str, code: int = 20404) -> Content:
        """Raises Refused(code) for one that is not there."""
        try:
            return self._contents[sid]
        except KeyError:
            raise TwilioRefusal(code) from None

    def delete(self, sid: str) -> None:
        self.find(sid)
        del self._contents[sid]

    def everything(self) -> list[Content]:
        return list(self._contents.values())


def _read(variables: str) -> dict[str, str]:
    try:
        values = json.loads(variables) if variables else {}
    except ValueError:
        raise TwilioRefusal(21656) from None
    if not isinstance(values, dict) or not all(isinstance(value, str) and value for value in values.values()):
        raise TwilioRefusal(21656)
    if any(len(value) > _LONGEST_VALUE for value in values.values()):
        raise TwilioRefusal(21658)
    return values


def _filled(value: JsonValue, values: Mapping[str, str]) -> JsonValue:
    if isinstance(value, str):
        return _VARIABLE.sub(lambda found: values[found[1]], value)
    if isinstance(value, list):
        return [_filled(part, values) for part in value]
    if isinstance(value, dict):
        return {name: _filled(part, values) for name, part in value.items()}
    return value


def _reason(error: ValidationError) -> str:
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    return f"{'.'.join(str(part) for part in first['loc'])} {first['msg']}".strip()
