"""The outbox writer: what is to be said or done, rendered and put into its lane. Never sends it."""

import secrets
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from bot.outbox.clearings import Cleared
from bot.outbox.payloads import (
    LIVES,
    NOTICE,
    PAUSE,
    AccountUnlinking,
    ChatMessage,
    MenuChange,
    MessageDeletion,
    Payload,
    kind_of,
)
from bot.ports import Channel, TemplateMessage
from conversations.allowance import Limits
from conversations.changing import replace
from conversations.contact import Contact
from conversations.effects import DeleteMessage, Durable, Say, ShowMenu, Toast, UnlinkAtProvider, sentence
from conversations.link import Link
from conversations.secret import FileToken
from conversations.wording import Business, Rendered, render
from conversations.wording.files import RenderedFile
from storage.codec import encode
from storage.one_time_files import LIFE, OneTimeFile
from storage.outbox import OutboxMessage
from storage.store import Store
from storage.transaction import Transaction

TOKEN_BYTES = 24
AT_ONCE = timedelta()
MEDIA_TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


class OutboxWriter:
    """Writes messages within a transaction that the caller holds. `shows_notes`: notices name agents' own notes."""

    def __init__(  # noqa: PLR0913 - what a service is set up with
        self,
        store: Store,
        business: Business,
        channels: Mapping[str, Channel],
        files: str = "",
        site: Callable[[], str] = lambda: "",
        *,
        shows_notes: bool = False,
        most_waiting: int = Limits().replies_waiting_per_contact,
    ) -> None:
        """`files` is what a file's token is appended to for its page; `site` the business's own that names us, now."""
        self.shows_notes = shows_notes
        self._most_waiting = most_waiting
        self._site = site
        self._store = store
        self._files = files
        self._business = business
        self._channels = channels

    def write(
        self,
        tx: Transaction,
        contact: Contact,
        language: str,
        effect: Durable,
        now: datetime,
        *,
        asked_at: datetime | None = None,
    ) -> OutboxMessage:
        """Messages of one contact share a lane and so keep their order; the rest must not wait behind them.

        `asked_at` is when what it answers came in, None for what comes by itself.
        """
        lane = self._store.sessions.key(contact)
        match effect:
            case Say():
                body = ChatMessage(contact, self._render(contact, language, effect))
                if body.content.file and not self._sends_files(contact):
                    body, effect = self._with_link(tx, contact, language, effect, body.content.file, now)
                return self._put(tx, body, lane, now, until=effect.until, asked_at=asked_at)
            case DeleteMessage(message):
                deletion = MessageDeletion(contact, message)
                return self._put(tx, deletion, deletion.lane_beside(lane), now, rest=self._deletes_after(contact))
            case UnlinkAtProvider(account):
                return self._put(tx, AccountUnlinking(account), self._store.accounts.key(account) + b"unlinking", now)
            case ShowMenu(items):
                return self._put(tx, MenuChange(contact, items), lane + b"menu", now)

    def _with_link(
        self, tx: Transaction, contact: Contact, language: str, say: Say, file: RenderedFile, now: datetime
    ) -> tuple[ChatMessage, Say]:
        """The message with an address in the place of its file, which matters as long as that leads to it."""
        token = FileToken(secrets.token_urlsafe(TOKEN_BYTES))
        kept = OneTimeFile(file.name, MEDIA_TYPES[file.name.rpartition(".")[2]], file.content.encode())
        self._store.one_time_files.put_up(tx, token, kept, now)
        link = sentence("file-link", link=f"{self._files}{token.reveal()}")
        what, *more = say.sentences
        linked = replace(say, file=None, held="", sentences=(what, link, *more), until=now + LIFE)
        return ChatMessage(contact, self._render(contact, language, linked)), linked

    def _sends_files(self, contact: Contact) -> bool:
        channel = self._channels.get(contact.channel)
        return channel is not None and channel.sends_files

    def _deletes_after(self, contact: Contact) -> timedelta:
        channel = self._channels.get(contact.channel)
        return channel.deletes_after if channel else AT_ONCE

    def brand_of(self, contact: Contact) -> str:
        """What people call the contact's channel."""
        return self.brand(contact.channel)

    def brand(self, name: str) -> str:
        """The same of a channel by the name that it is stored under."""
        channel = self._channels.get(name)
        return channel.brand if channel else name

    def reply(
        self, tx: Transaction, contact: Contact, language: str, effect: Durable, now: datetime
    ) -> tuple[OutboxMessage, ...]:
        """The same for an answer to what the contact sent; who sends faster than can be answered hears that, once."""
        if not isinstance(effect, Say) or effect.last:
            return (self.write(tx, contact, language, effect, now, asked_at=now),)
        lane = self._store.sessions.key(contact)
        waiting = self._store.outbox.waiting_in(tx, lane)
        if waiting.get(PAUSE):
            return ()
        if sum(waiting.values()) < self._most_waiting:
            return (self.write(tx, contact, language, effect, now, asked_at=now),)
        word = ChatMessage(contact, self._render(contact, language, Say((sentence("too-many-messages"),))))
        return (self._put(tx, word, lane, now, PAUSE, asked_at=now),)

    def notify(
        self, tx: Transaction, contact: Contact, language: str, say: Say, now: datetime, about: str = ""
    ) -> OutboxMessage:
        """News for an agent that answers nothing of theirs; `about` is the link whose progress it is."""
        content = replace(self._render(contact, language, say), news=True)
        lane = self._store.sessions.key(contact)
        return self._put(tx, ChatMessage(contact, content, about), lane, now, NOTICE, until=say.until)

    def render_toast(self, contact: Contact, language: str, toast: Toast | None) -> str:
        """ "" for none. It is not put anywhere: the channel shows it now or not at all."""
        return self._render(contact, language, Say((toast.sentence,))).text if toast else ""

    def has_menu(self, contact: Contact) -> bool:
        """Whether the contact's chat has a menu that can be changed."""
        channel = self._channels.get(contact.channel)
        return channel is not None and channel.shows_menus

    def numbers_answers(self, written: OutboxMessage) -> bool:
        """Whether a message that was written a moment ago shows its answers with numbers; a channel that is off will
        say nothing of it, and it may.
        """
        match written.source:
            case ChatMessage(contact, content) if channel := self._channels.get(contact.channel):
                return channel.numbers_answers(contact, content)
            case _:
                return True

    def invite(self, tx: Transaction, contact: Contact, link: Link, agent: str, now: datetime) -> OutboxMessage:
        """Whom it is for may never have written; it waits behind nothing of theirs, and goes with nothing of theirs.

        It matters as long as its link: until that is over, its agent hears what became of it, however late.
        """
        who = self._render(contact, link.language, Say((sentence("invited-by", agent=agent),))).text
        body = TemplateMessage(contact, link.reference, (who, self._business.purpose, " ".join(link.words)), now)
        return self._put(tx, body, self._store.sessions.key(contact) + b"invitation", now, until=link.expires_at)

    def clear(self, tx: Transaction, contact: Contact) -> Cleared | None:
        """The contact is gone, or wants to hear no more: what waits for them is not sent. None where nothing does."""
        lane = self._store.sessions.key(contact)
        until = self._store.outbox.clear_lane(tx, lane)
        return Cleared(lane, until) if until else None

    def _put(  # noqa: PLR0913 - a row's content
        self,
        tx: Transaction,
        body: Payload,
        lane: bytes,
        now: datetime,
        kind: str = "",
        *,
        until: datetime | None = None,
        asked_at: datetime | None = None,
        rest: timedelta = AT_ONCE,
    ) -> OutboxMessage:
        """It matters as long as its kind does, or until a moment of its own."""
        drop_at = until or now + LIVES[type(body)]
        content = encode(body, type(body))
        kind = kind or kind_of(body)
        return self._store.outbox.add(tx, lane, kind, content, now, drop_at, rest=rest, source=body, asked_at=asked_at)

    def _render(self, contact: Contact, language: str, say: Say) -> Rendered:
        """A channel that is off just now is on again some day, and the message waits for it."""
        channel, business = self._channels.get(contact.channel), self._business_now()
        if not channel:
            return render(say, language, business)
        return render(
            say,
            language,
            business,
            shares_contact=channel.shares_contact,
            deletes_messages=channel.deletes_messages,
            handle=channel.handle,
        )

    def _business_now(self) -> Business:
        """With its site, as long as that names us."""
        if (site := self._site()) != self._business.site:
            self._business = replace(self._business, site=site)
        return self._business
