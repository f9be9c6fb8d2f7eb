"""Taking in what was written: whose it is, whether it was seen before, what waited for it. Never its meaning.

A person goes by a number, by WhatsApp's id, or by both, and may hide the number from one day to the next. Their
contact is the name under which we first met them; every other name leads to it. What is sent goes to where their
newest message came from.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.channels.whatsapp.addresses import NAME, own_number
from bot.channels.whatsapp.decoding import Written
from bot.channels.whatsapp.keywords import Keyword
from bot.channels.whatsapp.tables import WhatsAppTables
from bot.channels.whatsapp.twilio import Copy
from bot.ports import Clock, HeardInbound, Inbound, Receive, UnreadableInbound
from bot.turns.putting_aside import FAILED, receive_or_put_aside
from conversations.changing import replace
from conversations.contact import Contact
from conversations.customer.events import (
    CustomerLeft,
    Event,
    LinkOpened,
    MessageUnreadable,
    OddityReceived,
    OptedOut,
    TextReceived,
)
from conversations.customer.silence import read_withdrawal
from conversations.intents.places import place_said
from storage.chats import MOST_NAMES, Chat, ChatAddress
from storage.transaction import Transaction

_OPTED_OUT_AFTER: Mapping[Keyword | None, bool] = {Keyword.STOP: True, Keyword.START: False}

_TOLD_TO_ITS_OWNER = TextReceived | OddityReceived | LinkOpened
_LONGEST_FIGURE = 2  # characters of an answer by its number, as nearly all give it: it asks what was on the screen

# Twilio's signature holds no moment: what was posted once can be posted again by whoever has recorded it. 13 months.
REMEMBERED = timedelta(days=395)
# Whoever was silent for longer than this may have another owner of their number behind them by now.
SAME_PERSON = timedelta(days=1)


class InboundMessages:
    """Every message passes here, whether Twilio posted it or it was found in Twilio's log."""

    def __init__(self, tables: WhatsAppTables, clock: Clock, receive: Receive) -> None:
        self._tables = tables
        self._clock = clock
        self._receive = receive
        self._named_at: datetime | None = None  # when Twilio last said which account of WhatsApp's wrote

    async def take(self, written: Written, at: datetime | None = None) -> bool:
        """On disk with its turn when this returns; `at` is when it was written, now unless given.

        Whether the conversation heard of it. Raises storage's errors, and then it must not be acknowledged.
        """
        contact, now = Contact(NAME, written.sender), self._clock.now()  # as a rule that is their name here
        is_figure = isinstance(written.event, TextReceived) and len(written.event.text) <= _LONGEST_FIGURE
        wanted = self._tables.wanted_by(written.message, written.sender, written.person, is_figure=is_figure)
        if written.person and not written.from_log:
            self._named_at = now
        taking_in = TakingIn(self._tables, written, at or now, now, names_people=self._names_people(now))
        foreseen = Inbound(
            contact,
            written.event,
            written.message,
            own_number=own_number(written.sender),
            remembered=REMEMBERED,
            wanted=wanted,
            hear=taking_in.hear,
        )
        await receive_or_put_aside(self._receive, foreseen, _kept_of(written.event))
        return taking_in.was_heard

    def _names_people(self, now: datetime) -> bool:
        """Whether Twilio names who writes these days, so that one whom it does not name may be another person. Did it
        never do so again, every customer would be doubted for ever who comes back after a day.
        """
        return self._named_at is not None and now - self._named_at <= SAME_PERSON

    async def put_aside(self, copy: Copy) -> bool:
        """What breaks whoever reads it. Nobody hears of it, and it counts as seen. Raises storage's errors."""
        content = _kept_of(TextReceived(copy.text))
        await self._receive(UnreadableInbound(NAME, FAILED, content, copy.message, remembered=REMEMBERED))
        return False

    async def pass_over(self, message: str) -> None:
        """It counts as seen, and nothing follows from it. Raises storage's errors."""
        now, ids = self._clock.now(), self._tables.inbound_ids
        await self._tables.database.run(lambda tx: ids.claim(tx, NAME, message, now, REMEMBERED))


class TakingIn:
    """One message on its way into its turn: read, and noted, in the turn's own transaction."""

    def __init__(
        self, tables: WhatsAppTables, written: Written, at: datetime, now: datetime, *, names_people: bool
    ) -> None:
        self._tables = tables
        self._written = written
        self._by_number_alone = written.from_log or (names_people and not written.person)
        self._at = at
        self._now = now
        self.was_heard = False

    def hear(self, tx: Transaction) -> HeardInbound:
        """Nothing where it was seen before. It may be done anew, and the last time counts."""
        self.was_heard = False
        written = self._written
        if self._tables.inbound_ids.seen(tx, NAME, written.message):
            return HeardInbound(None)
        contact, known = self._recognise(tx)
        chat = _chat_after(contact, known, written, self._at, by_number_alone=self._by_number_alone)
        self._tables.chats.keep(tx, chat)
        for name in filter(None, (written.sender, written.person)):
            self._tables.chats.name(tx, contact, name)
        # What was held comes before what is answered now; it is for nobody else.
        waits = chat.opted_out or chat.place.doubted
        released = () if waits else self._tables.outbox.release(tx, self._tables.lane(contact), self._now)
        event = _event_for(written, was_opted_out=_was_opted_out(known, written))
        if chat.place.doubted and isinstance(event, _TOLD_TO_ITS_OWNER):
            event = MessageUnreadable(known=False)
        if event is None:  # it has no turn that would mark it, and is found in Twilio's log once more
            self._tables.inbound_ids.claim(tx, NAME, written.message, self._now, REMEMBERED)
            return HeardInbound(None, tuple(released))
        self.was_heard = True
        return HeardInbound(self._inbound(contact, self._under_question(tx, contact, event)), tuple(released))

    def _inbound(self, contact: Contact, event: Event) -> Inbound:
        written = self._written
        number = own_number(written.sender)
        return Inbound(contact, event, written.message, own_number=number, name=written.name, remembered=REMEMBERED)

    def _under_question(self, tx: Transaction, contact: Contact, event: Event) -> Event:
        """A text that quotes a question of ours answers that one, a number the one that was on the screen. A statement
        asks nothing.
        """
        if not isinstance(event, TextReceived):
            return event
        sent_messages = self._tables.sent_messages
        if not self._written.quoted:
            is_place = place_said(event.text) is not None
            return (
                replace(event, seen=sent_messages.seen(tx, self._tables.lane(contact), self._at)) if is_place else event
            )
        prompt = sent_messages.prompt_of(tx, self._written.quoted)
        return event if prompt == 0 else replace(event, quoted=prompt or 0)

    def _recognise(self, tx: Transaction) -> tuple[Contact, Chat | None]:
        """Who it is, by whichever name we know. A number that another account has now is not its last owner's."""
        written, chats, person = self._written, self._tables.chats, self._written.person
        known = self._by_now(chats.named(tx, NAME, person)) if person else None
        if known:
            return known.place.contact, known
        known = self._by_now(chats.named(tx, NAME, written.sender))
        if known is None:
            return Contact(NAME, written.sender), None
        if person and known.place.person not in ("", person):
            return Contact(NAME, person), None
        return known.place.contact, known

    def _by_now(self, known: Chat | None) -> Chat | None:
        """What a clock that was ahead has dated is of now at the latest: or all that comes until then were older."""
        return replace(known, heard_at=self._now) if known and known.heard_at > self._now else known


def _kept_of(event: Event) -> bytes:
    """What is kept of one that is put aside: its text, whatever stands in it."""
    return (event.text if isinstance(event, TextReceived) else type(event).__name__).encode(errors="backslashreplace")


def _chat_after(contact: Contact, known: Chat | None, written: Written, at: datetime, *, by_number_alone: bool) -> Chat:
    """The chat with this message in it. One that is older than what we have seen changes only what its word asks."""
    opted_out = _OPTED_OUT_AFTER.get(written.keyword, bool(known and known.opted_out))
    if known and at < known.heard_at:
        return replace(known, opted_out=opted_out, place=_going_by(known.place, known.place, written))
    person = written.person or (known.place.person if known else "")
    text_only = known is not None and known.text_only
    place = ChatAddress(contact, written.sender, person, written.message)
    if known and by_number_alone and _is_doubted(known, written, at):
        place = replace(known.place, message=written.message, doubted=True)
    place = _going_by(place, known.place if known else place, written)
    return Chat(place, at, opted_out=opted_out, text_only=text_only)


def _going_by(place: ChatAddress, before: ChatAddress, written: Written) -> ChatAddress:
    """With every name in it that leads there: a name whose chat does not know of it leads nowhere."""
    names = (*before.names, before.reply_to, before.person, written.sender, written.person)
    beside = [name for name in dict.fromkeys(names) if name and not replace(place, names=()).goes_by(name)]
    return replace(place, names=tuple(beside[-MOST_NAMES:]))


def _is_doubted(known: Chat, written: Written, at: datetime) -> bool:
    """Whether only the number says that they wrote this, and that may have gone to another person meanwhile."""
    if known.place.person in ("", written.sender):
        return False
    moved = written.sender != known.place.reply_to
    return moved or known.place.doubted or at - known.heard_at > SAME_PERSON


def _was_opted_out(known: Chat | None, written: Written) -> bool:
    """Whether they had opted out before this message; it may have been heard already, and its turn cut off."""
    return known is not None and known.opted_out and known.place.message != written.message


def _event_for(written: Written, *, was_opted_out: bool) -> Event | None:
    """Who has opted out is answered again only when they opt in, or once where they take back what they agreed to."""
    match written.keyword:
        case Keyword.STOP if written.answered:
            return CustomerLeft()
        case _ if written.answered:
            return None
        case Keyword.STOP:
            return None if was_opted_out else OptedOut()
        case Keyword.START:
            return LinkOpened() if isinstance(written.event, TextReceived) else written.event
        case _:
            return read_withdrawal(written.event) if was_opted_out else written.event
