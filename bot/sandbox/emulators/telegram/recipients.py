"""Which chat a call means, and whether the bot can reach it; the refusals that say why not."""

from bot.sandbox.emulators.telegram.arguments import Arguments
from bot.sandbox.emulators.telegram.refusals import BLOCKED, CHAT_NOT_FOUND, bad_request, forbidden
from bot.sandbox.emulators.telegram.state import TelegramChat, TelegramState

_OUTSIDE = {"left": "bot is not a member of the {} chat", "kicked": "bot was kicked from the {} chat"}


def find_chat(state: TelegramState, arguments: Arguments) -> TelegramChat:
    """The chat of `chat_id`; a person's exists for the bot once they wrote to it. Raises `TelegramRefusal`."""
    if not arguments.text("chat_id"):
        raise bad_request("chat_id is empty")
    chat = state.chats.get(arguments.integer("chat_id"))
    if chat is None or (chat.person is not None and not chat.person.started):
        raise bad_request(CHAT_NOT_FOUND)
    if chat.person is not None and chat.person.deactivated:
        raise forbidden("user is deactivated")
    if chat.person is None and chat.bot_status in _OUTSIDE:
        raise forbidden(_OUTSIDE[chat.bot_status].format(chat.type))
    return chat


def find_reachable_chat(state: TelegramState, arguments: Arguments) -> TelegramChat:
    """The chat of `chat_id`, if the bot may write there. Raises `TelegramRefusal`."""
    chat = find_chat(state, arguments)
    if chat.bot_status == "kicked":
        raise forbidden(BLOCKED)
    return chat
