"""The kinds of rich content with WhatsApp's limits on each; never how they are stored, filled or sent.

https://www.twilio.com/docs/content/content-types-overview
"""

from typing import Annotated, Self

from pydantic import BaseModel, Field, model_validator

from bot.sandbox.emulators.twilio.messages import MapPlace, Shown, ShownChoice, ShownLink

_Body = Annotated[str, Field(min_length=1, max_length=1024)]
_ButtonTitle = Annotated[str, Field(min_length=1, max_length=20)]
_Id = Annotated[str, Field(min_length=1, max_length=200)]


class Text(BaseModel):
    """`twilio/text`: a body of at most 1,600 characters."""

    body: Annotated[str, Field(min_length=1, max_length=1600)]

    def shown(self) -> Shown:
        return Shown(self.body)


class File(BaseModel):
    """`twilio/media`: one file by its address, with or without a caption."""

    body: str | None = Field(default=None, max_length=1024)
    media: list[str] = Field(min_length=1, max_length=1)

    def shown(self) -> Shown:
        return Shown(self.body or "", media_url=self.media[0])


class Location(BaseModel):
    """`twilio/location`: a place by latitude and longitude."""

    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    label: str | None = None
    address: str | None = None

    def shown(self) -> Shown:
        return Shown(place=MapPlace(self.latitude, self.longitude, self.label or "", self.address or ""))


class Reply(BaseModel):
    """One button of a quick reply: a title of at most 20 characters, and an id that comes back in `ButtonPayload`."""

    title: _ButtonTitle
    id: _Id


class QuickReply(BaseModel):
    """Ten buttons are for approved templates; three otherwise, which only sending can tell."""

    body: _Body
    actions: list[Reply] = Field(min_length=1, max_length=10)

    @model_validator(mode="after")
    def _different(self) -> Self:
        _refuse_twins([action.id for action in self.actions], [action.title for action in self.actions])
        return self

    def shown(self) -> Shown:
        return Shown(self.body, tuple(ShownChoice(action.id, action.title) for action in self.actions))


class Item(BaseModel):
    """One item of a list picker: at most 24 characters, and a description of at most 72."""

    item: str = Field(min_length=1, max_length=24)
    id: _Id
    description: str | None = Field(default=None, max_length=72)


class ListPicker(BaseModel):
    """`twilio/list-picker`: a button that opens one to ten items; within a session only, never as a template."""

    body: _Body
    button: _ButtonTitle
    items: list[Item] = Field(min_length=1, max_length=10)

    @model_validator(mode="after")
    def _different(self) -> Self:
        _refuse_twins([item.id for item in self.items])
        return self

    def shown(self) -> Shown:
        items = tuple(ShownChoice(item.id, item.item, item.description or "") for item in self.items)
        return Shown(self.body, items, self.button)


class Action(BaseModel):
    """One button of a call to action: it opens an address, dials a number or copies a code."""

    type: str
    title: _ButtonTitle
    url: str | None = None
    phone: str | None = None
    code: str | None = None

    @property
    def target(self) -> str:
        return {"URL": self.url, "PHONE_NUMBER": self.phone, "COPY_CODE": self.code}.get(self.type) or ""

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if not self.target:
            raise ValueError(f"an action of type {self.type!r} is not emulated or lacks where it leads")
        return self


class CallToAction(BaseModel):
    """`twilio/call-to-action`: one to three buttons that lead out of the chat."""

    body: _Body
    actions: list[Action] = Field(min_length=1, max_length=3)

    def shown(self) -> Shown:
        return Shown(self.body, links=tuple(ShownLink(act.type, act.title, act.target) for act in self.actions))


# The richest first: Twilio sends the richest that the channel knows, so `twilio/text` beside another is its fallback.
KINDS: dict[str, type[ListPicker | QuickReply | CallToAction | Location | File | Text]] = {
    "twilio/list-picker": ListPicker,
    "twilio/quick-reply": QuickReply,
    "twilio/call-to-action": CallToAction,
    "twilio/location": Location,
    "twilio/media": File,
    "twilio/text": Text,
}


def _refuse_twins(*columns: list[str]) -> None:
    for column in columns:
        if len(set(column)) < len(column):
            raise ValueError("two choices cannot be told apart")
