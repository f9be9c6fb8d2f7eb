"""The Bot API methods about messages: send, edit, delete, answer a press; with every refusal the real server gives."""

from datetime import timedelta

from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.telegram import refusals
from bot.sandbox.emulators.telegram.arguments import Arguments
from bot.sandbox.emulators.telegram.content import read_document, read_photo, read_text
from bot.sandbox.emulators.telegram.markup import Markup, read_inline_markup, read_markup
from bot.sandbox.emulators.telegram.rate_limits import TelegramRateLimits
from bot.sandbox.emulators.telegram.recipients import find_chat, find_reachable_chat
from bot.sandbox.emulators.telegram.refusals import bad_request
from bot.sandbox.emulators.telegram.state import ChatAction, Json, TelegramChat, TelegramMessage, TelegramState
from bot.sandbox.emulators.telegram.updates import PRESS_LIFETIME

DELETABLE_FOR = timedelta(hours=48)
DELETED_AT_ONCE_LIMIT = 100
ANSWER_LIMIT = 200
ACTIONS = {
    *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice"),
    *("upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note"),
}


class MessageMethods:
    """What the bot does in its chats. `bot` is its User object."""

    def __init__(self, state: TelegramState, clock: EmulatedClock, limits: TelegramRateLimits, bot: Json) -> None:
        self._state = state
        self._clock = clock
        self._limits = limits
        self._bot = bot

    def send_text(self, arguments: Arguments) -> Json:
        """sendMessage."""
        return self._send(arguments, read_text(arguments))

    def send_photo(self, arguments: Arguments) -> Json:
        """sendPhoto: an upload, or the `file_id` of a picture that was sent before."""
        return self._send(arguments, read_photo(arguments, self._state))

    def send_document(self, arguments: Arguments) -> Json:
        """sendDocument: an upload."""
        return self._send(arguments, read_document(arguments, self._state))

    def edit_text(self, arguments: Arguments) -> Json:
        """editMessageText. Without a markup the message loses its buttons."""
        content = read_text(arguments)
        message = self._find_own(arguments)
        if "text" not in message.content:
            raise bad_request("there is no text in the message to edit")
        return self._edit(message, content, read_inline_markup(arguments))

    def edit_markup(self, arguments: Arguments) -> Json:
        """editMessageReplyMarkup. Without a markup the message loses its buttons."""
        message = self._find_own(arguments)
        return self._edit(message, message.content, read_inline_markup(arguments))

    def delete(self, arguments: Arguments) -> bool:
        """deleteMessage: the bot's own, and a person's in a private chat."""
        chat = find_chat(self._state, arguments)
        if not arguments.integer("message_id"):
            raise bad_request("message identifier is not specified")
        self._delete(_find_message(chat, arguments.integer("message_id"), "message to delete not found"))
        return True

    def delete_many(self, arguments: Arguments) -> bool:
        """deleteMessages: those that are not there are skipped."""
        chat = find_chat(self._state, arguments)
        numbers = arguments.structure("message_ids", "can't parse message identifiers JSON object")
        if not isinstance(numbers, list) or not numbers:
            raise bad_request("message identifiers are not specified")
        if len(numbers) > DELETED_AT_ONCE_LIMIT:
            raise bad_request("too many message identifiers specified")
        for number in numbers:
            message = chat.messages.get(number) if isinstance(number, int) else None
            if message is not None and not message.deleted:
                self._delete(message)
        return True

    def act(self, arguments: Arguments) -> bool:
        """sendChatAction."""
        action = arguments.text("action").lower()
        if action not in ACTIONS:
            raise bad_request("wrong parameter action in request")
        chat = find_reachable_chat(self._state, arguments)
        chat.actions.append(ChatAction(action, self._clock.now()))
        chat.change()
        return True

    def answer_press(self, arguments: Arguments) -> bool:
        """answerCallbackQuery: once, and within 150 seconds."""
        if len(arguments.text("text")) > ANSWER_LIMIT:
            raise bad_request("MESSAGE_TOO_LONG")
        press, now = self._state.presses.get(arguments.text("callback_query_id")), self._clock.now()
        if press is None or press.answered_at is not None or now > press.at + PRESS_LIFETIME:
            raise bad_request(refusals.QUERY_TOO_OLD)
        press.answered_at = now
        press.text, press.url = arguments.text("text"), arguments.text("url")
        press.show_alert = arguments.flag("show_alert")
        self._state.chats[press.chat_id].change()
        return True

    def _send(self, arguments: Arguments, content: Json) -> Json:
        chat = find_reachable_chat(self._state, arguments)
        markup = read_markup(arguments, private=chat.person is not None)
        reply_to = _find_replied(chat, arguments)
        self._limits.spend(chat.id)
        if arguments.flag("protect_content"):
            content["has_protected_content"] = True
        message = chat.write(self._bot, self._clock.now(), content, reply_to)
        _attach(message, markup)
        return message.wire()

    def _edit(self, message: TelegramMessage, content: Json, markup: Markup | None) -> Json:
        if (content, markup) == (message.content, message.markup):
            raise bad_request(refusals.NOT_MODIFIED)
        self._limits.spend(message.chat.id)
        message.content, message.markup = content, markup
        message.edited_at = self._clock.now()
        message.chat.change()
        return message.wire()

    def _delete(self, message: TelegramMessage) -> None:
        old = self._clock.now() - message.date > DELETABLE_FOR
        if old or (message.chat.person is None and not message.by_bot):
            raise bad_request("message can't be deleted")
        message.deleted = True
        message.chat.change()

    def _find_own(self, arguments: Arguments) -> TelegramMessage:
        chat = find_chat(self._state, arguments)
        message = _find_message(chat, arguments.integer("message_id"), "message to edit not found")
        if not message.by_bot:
            raise bad_request("message can't be edited")
        return message


def _find_message(chat: TelegramChat, message_id: int, refusal: str) -> TelegramMessage:
    message = chat.messages.get(message_id)
    if message is None or message.deleted:
        raise bad_request(refusal)
    return message


def _find_replied(chat: TelegramChat, arguments: Arguments) -> int | None:
    refusal = "can't parse reply parameters JSON object"
    parameters = arguments.structure("reply_parameters", refusal)
    if parameters is None:
        return None
    if not isinstance(parameters, dict) or not isinstance(parameters.get("message_id"), int):
        raise bad_request(refusal)
    number: int = parameters["message_id"]
    if not parameters.get("allow_sending_without_reply"):
        _find_message(chat, number, "message to be replied not found")
    return number


def _attach(message: TelegramMessage, markup: Markup | None) -> None:
    """Inline buttons belong to the message, a keyboard to the chat."""
    if markup is None:
        return
    if "inline_keyboard" in markup:
        message.markup = markup
    elif "keyboard" in markup:
        message.chat.keyboard = markup
    elif markup.get("remove_keyboard"):
        message.chat.keyboard = None
