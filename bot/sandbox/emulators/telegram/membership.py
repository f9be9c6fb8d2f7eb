"""The bot as a member: blocked and let in by people, added to groups and put out, leaving by itself."""

from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.telegram.arguments import Arguments
from bot.sandbox.emulators.telegram.recipients import find_chat
from bot.sandbox.emulators.telegram.refusals import bad_request
from bot.sandbox.emulators.telegram.state import Json, TelegramChat, TelegramState
from bot.sandbox.emulators.telegram.updates import Updates


class Membership:
    """Changes what the bot is in a chat, and tells it so in `my_chat_member`. `bot` is its User object."""

    def __init__(self, state: TelegramState, updates: Updates, clock: EmulatedClock, bot: Json) -> None:
        self._state = state
        self._updates = updates
        self._clock = clock
        self._bot = bot

    def change(self, chat: TelegramChat, status: str, by: Json) -> None:
        """`status` is member, left or kicked; in a private chat kicked means blocked."""
        before, chat.bot_status = chat.bot_status, status
        if before == status:
            return
        about = {
            "chat": chat.wire(),
            "from": by,
            "date": int(self._clock.now().timestamp()),
            "old_chat_member": self._member(before),
            "new_chat_member": self._member(status),
        }
        self._updates.put("my_chat_member", about, chat.id)
        chat.change()

    def get_chat(self, arguments: Arguments) -> Json:
        """getChat: a ChatFullInfo object."""
        gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
        return find_chat(self._state, arguments).wire() | {
            "accent_color_id": 0,
            "max_reaction_count": 11,
            "accepted_gift_types": dict.fromkeys((*gifts, "gifts_from_channels"), False),
        }

    def leave(self, arguments: Arguments) -> bool:
        """leaveChat."""
        chat = find_chat(self._state, arguments)
        if chat.person is not None:
            raise bad_request("chat member status can't be changed in private chats")
        self.change(chat, "left", self._bot)
        return True

    def _member(self, status: str) -> Json:
        member = {"user": self._bot, "status": status}
        return member | ({"until_date": 0} if status == "kicked" else {})
