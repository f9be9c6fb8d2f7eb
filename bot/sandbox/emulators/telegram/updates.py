"""The updates that wait for the bot: their numbers, queues and ends; never how they are handed over."""

import itertools
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.telegram.state import Json

# Lifetimes, queue numbers and kinds follow Client.cpp, add_update, of tdlib/telegram-bot-api.
MESSAGE_LIFETIME = timedelta(hours=24)
PRESS_LIFETIME = timedelta(seconds=150)
NUMBERS_START_ANEW_AFTER = timedelta(days=7)
_QUEUE_NUMBERS = {"message": 0, "edited_message": 0, "callback_query": 3, "my_chat_member": 5}
_UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
KINDS = _UNASKED | {
    *("message", "edited_message", "channel_post", "edited_channel_post", "inline_query"),
    *("chosen_inline_result", "callback_query", "shipping_query", "pre_checkout_query", "poll"),
    *("poll_answer", "my_chat_member", "chat_join_request", "chat_boost", "removed_chat_boost"),
    *("business_connection", "business_message", "edited_business_message", "deleted_business_messages"),
    *("purchased_paid_media", "stopped_message_generation", "subscription"),
}
DEFAULT_KINDS = KINDS - _UNASKED


@dataclass(frozen=True, slots=True, eq=False)
class Update:
    """An update with its number in it; those of one `queue` reach a webhook one after another."""

    update_id: int
    queue: int
    expires_at: datetime
    content: Json = field(repr=False)


class Updates:
    """What waits, oldest first. Whoever hands updates over subscribes to new ones."""

    def __init__(self, clock: EmulatedClock) -> None:
        self.subscribers: list[Callable[[Update], None]] = []
        self._clock = clock
        self.clear()

    def clear(self) -> None:
        """Begin anew: nothing waits, every usual kind is allowed, numbers start anywhere."""
        self._waiting: dict[Update, None] = {}
        self._held: list[Update] | None = None
        self.allowed = DEFAULT_KINDS
        self._next_id = random.randrange(100_000_000, 900_000_000)
        self._numbered_at = self._clock.now()

    def allow(self, kinds: object) -> None:
        """Take over an `allowed_updates`: not a list changes nothing, a list without known kinds is the default."""
        if isinstance(kinds, list):
            self.allowed = KINDS.intersection(str(kind).lower() for kind in kinds) or DEFAULT_KINDS

    def put(self, kind: str, about: Json, key: int) -> None:
        """Add what happened, unless its kind is not wanted. `key`: the chat, or for presses the person."""
        if kind in self.allowed:
            lifetime = PRESS_LIFETIME if kind == "callback_query" else MESSAGE_LIFETIME
            queue = key + (_QUEUE_NUMBERS.get(kind, 0) << 33)
            self.inject({"update_id": self._number(), kind: about}, queue, lifetime)

    def inject(self, content: Json, queue: int, lifetime: timedelta = MESSAGE_LIFETIME) -> None:
        """Add an update as it is, whatever it is; without an `update_id` it gets the next one."""
        content = content if "update_id" in content else {"update_id": self._number(), **content}
        given = content["update_id"]
        update_id = given if isinstance(given, int) else self._number()
        update = Update(update_id, queue, self._clock.now() + lifetime, content)
        if self._held is None:
            self._add(update)
        else:
            self._held.append(update)

    def hold(self) -> None:
        """Keep new updates back until they are released."""
        self._held = self._held or []

    def release(self, *, reverse: bool = False, copies: int = 1) -> None:
        """Let go what was held back, if asked in the wrong order, or each more than once."""
        held, self._held = self._held or [], None
        for update in reversed(held) if reverse else held:
            for _ in range(copies):
                self._add(replace(update))

    def waiting(self) -> list[Update]:
        """All that wait and have not expired."""
        now = self._clock.now()
        self.forget([update for update in self._waiting if update.expires_at < now])
        return list(self._waiting)

    def forget(self, updates: Iterable[Update]) -> None:
        """They were handed over, or are given up."""
        for update in updates:
            self._waiting.pop(update, None)

    def read(self, offset: int, limit: int) -> list[Update]:
        """What getUpdates answers: forgets what is before `offset`; a negative one keeps the last few only."""
        waiting = self.waiting()
        if offset < 0:
            self.forget(waiting[:offset])
        elif offset <= self._next_id:  # the server starts over for an offset that lies in the future
            self.forget(update for update in waiting if update.update_id < offset)
        return list(itertools.islice(self._waiting, limit))

    def _add(self, update: Update) -> None:
        self._waiting[update] = None
        for subscriber in self.subscribers:
            subscriber(update)

    def _number(self) -> int:
        now = self._clock.now()
        if now - self._numbered_at > NUMBERS_START_ANEW_AFTER:
            self._next_id = random.randrange(100_000_000, 900_000_000)
        self._numbered_at = now
        number, self._next_id = self._next_id, self._next_id + 1
        return number
