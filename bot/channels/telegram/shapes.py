"""The part of Telegram's updates that is read, as msgspec finds it in the JSON; never what it means.

core.telegram.org/bots/api#update. A field that Telegram always sends must be there, and what is a structure must be
one; all the rest is passed over unread. What stands in a field may still be of any kind: whoever uses it looks.
"""

from typing import Any

from msgspec import Struct


class Anything(Struct, frozen=True):
    """A structure of which no more counts than that it is there."""


class PersonShape(Struct, frozen=True):
    """A User."""

    id: Any
    is_bot: Any
    first_name: Any
    last_name: Any = None
    language_code: Any = None


class ChatShape(Struct, frozen=True):
    """A Chat."""

    id: Any
    type: Any


class CardShape(Struct, frozen=True):
    """A Contact."""

    phone_number: Any
    first_name: Any
    user_id: Any = None


class MessageShape(Struct, frozen=True, rename={"sender": "from"}):
    """A Message: whose, and which of the things that one can be. Most are structures, some may be empty ones."""

    message_id: Any
    date: Any
    chat: ChatShape
    sender: PersonShape | None = None
    sender_chat: Anything | None = None
    forward_origin: Anything | None = None
    via_bot: Anything | None = None
    text: Any = None
    caption: Any = None
    contact: CardShape | None = None
    photo: Any = None
    sticker: Anything | None = None
    voice: Anything | None = None
    audio: Anything | None = None
    video_note: Anything | None = None
    video: Anything | None = None
    animation: Anything | None = None
    document: Anything | None = None
    location: Anything | None = None
    pinned_message: Anything | None = None
    message_auto_delete_timer_changed: Anything | None = None
    chat_background_set: Anything | None = None
    write_access_allowed: Anything | None = None
    connected_website: Any = None
    forum_topic_created: Anything | None = None
    forum_topic_edited: Anything | None = None
    forum_topic_closed: Anything | None = None
    forum_topic_reopened: Anything | None = None


class ShownMessageShape(Struct, frozen=True):
    """The message under which a button was tapped, which the bot may not see any more."""

    message_id: Any
    date: Any
    chat: ChatShape


class TapShape(Struct, frozen=True, rename={"sender": "from"}):
    """A CallbackQuery."""

    id: Any
    chat_instance: Any
    sender: PersonShape | None = None
    message: ShownMessageShape | None = None
    data: Any = None


class StandingShape(Struct, frozen=True):
    """A ChatMember."""

    status: Any


class MembershipShape(Struct, frozen=True, rename={"sender": "from"}):
    """A ChatMemberUpdated."""

    chat: ChatShape
    new_chat_member: StandingShape
    sender: PersonShape | None = None


class UpdateShape(Struct, frozen=True):
    """An Update of one of the kinds that are asked for."""

    update_id: Any
    message: MessageShape | None = None
    edited_message: MessageShape | None = None
    callback_query: TapShape | None = None
    my_chat_member: MembershipShape | None = None
