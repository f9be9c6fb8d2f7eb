"""The emulated Twilio for WhatsApp, put together, with everything that people and tests do to it as methods."""

import json
import secrets
from collections.abc import Mapping
from typing import Any

from bot.emulators.clock import Clock
from bot.emulators.twilio import inbound
from bot.emulators.twilio.account import Account, Sender, Webhook
from bot.emulators.twilio.deliveries import Deliveries
from bot.emulators.twilio.errands import Errands
from bot.emulators.twilio.forgeries import forge
from bot.emulators.twilio.front import Front
from bot.emulators.twilio.journeys import Journeys
from bot.emulators.twilio.messages import Media, Message, Place, Shown
from bot.emulators.twilio.mishaps import DOUBLED, LOST, Fault, late
from bot.emulators.twilio.mishaps import Webhook as Kind
from bot.emulators.twilio.people import Person
from bot.emulators.twilio.posting import Post
from bot.emulators.twilio.sids import new_sid
from bot.emulators.twilio.world import Records, Rules, World

Fields = Mapping[str, str]

SANDBOX = "whatsapp:+14155238886"


class TwilioEmulator:
    """Serve `app` (its lifespan ends what is under way). Both API bases of the bot may point at it.

    Credentials that are not given are made up. Without a `clock` it runs on the world's time.
    `base_url` is where the bot fetches inbound media; set it to where `app` is served.
    """

    def __init__(
        self,
        account_sid: str = "",
        auth_token: str = "",
        *,
        sender: str = SANDBOX,
        api_key: tuple[str, str] | None = None,
        clock: Clock | None = None,
        rules: Rules | None = None,
    ) -> None:
        key_sid, key_secret = api_key or (new_sid("SK"), secrets.token_hex(16))
        account = Account(account_sid or new_sid("AC"), auth_token or secrets.token_hex(16), key_sid, key_secret)
        self.clock = clock or Clock()
        self.world = World(account, Sender(sender), self.clock, rules or Rules())
        self._errands = Errands(self.clock)
        self._post = Post(account, self.world.sender, self.clock)
        self._journeys = Journeys(self.world, self._post, self._errands)
        self._deliveries = Deliveries(self.world, self._post, self._errands, self._journeys)
        self.app = Front(self, self._journeys)

    @property
    def account(self) -> Account:
        return self.world.account

    @property
    def sender(self) -> str:
        """The business's address, `whatsapp:+…`."""
        return self.world.sender.address

    @property
    def records(self) -> Records:
        """The debugger's remarks, the API calls and the webhooks posted."""
        return self.world.records

    @property
    def base_url(self) -> str:
        return self.world.base_url

    @base_url.setter
    def base_url(self, url: str) -> None:
        self.world.base_url = url.rstrip("/")

    def set_webhook(self, url: str, deliver_to: str = "", *, fallback_url: str = "", status_url: str = "") -> None:
        """`url` is signed, `deliver_to` is where it is posted (the same unless given); the others go the same way."""
        sender = self.world.sender
        sender.webhook = Webhook(url, deliver_to)
        sender.fallback_url, sender.status_url = fallback_url, status_url

    def promote_token(self, auth_token: str) -> None:
        """The secondary auth token becomes the only one: the old one opens and signs nothing from now on."""
        self.account.auth_token = auth_token

    # What people do. Each returns at once; the webhook is posted beside it.

    def person(
        self, phone: str = "", name: str = "Ada", *, bsuid: str = "", read_receipts: bool = True
    ) -> Person:
        """Somebody new. Without a phone number only their business-scoped user id is known. Raises ValueError."""
        person = Person(phone, name, read_receipts=read_receipts)
        person.bsuid = bsuid or person.bsuid
        return self.world.people.add(person)

    def say(self, person: Person, text: str, fields: Fields | None = None) -> Message:
        """`fields` are added to the form and signed: Forwarded, Referral…, FlowData, or names nobody knows yet."""
        return self._write(person, Shown(text), fields)

    def reply(self, person: Person, sid: str, text: str) -> Message:
        """Answer a message of this chat by quoting it. Raises LookupError."""
        person.message(sid)
        return self._write(person, Shown(text), reply_to=sid)

    def tap(self, person: Person, sid: str, wanted: str) -> Message:
        """Tap the button or list item with this id or title. Raises LookupError."""
        message, choice = person.choice(sid, wanted)
        fields = inbound.tap_fields(choice, from_list=bool(message.shown.opener))
        return self._write(person, Shown(choice.title), fields, reply_to=sid)

    def send_file(self, person: Person, content: bytes, content_type: str, caption: str = "") -> Message:
        media = Media(new_sid("ME"), content_type, content, self.clock.now())
        return self._write(person, Shown(caption), media=media)

    def send_voice(self, person: Person, content: bytes = b"OggS") -> Message:
        """A voice note: sound in Ogg, and nothing that says that it is one."""
        return self.send_file(person, content, "audio/ogg")

    def send_contact(self, person: Person, name: str, phone: str) -> Message:
        """Somebody's contact card, the sender's own or another's: WhatsApp vouches for neither."""
        card = f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nTEL;type=CELL:{phone}\r\nEND:VCARD\r\n"
        return self.send_file(person, card.encode(), "text/vcard")

    def send_place(self, person: Person, place: Place) -> Message:
        return self._write(person, Shown(place=place), inbound.place_fields(place))

    def read(self, person: Person) -> None:
        """Look at the chat; the business hears of it only when the person's read receipts are on."""
        self._journeys.read(person)

    def block(self, person: Person, blocked: bool = True) -> None:
        """From now on messages end as 63014."""
        person.blocked = blocked

    def opt_out(self, person: Person, opted_out: bool = True) -> None:
        """From now on create calls are refused with 21610."""
        person.opted_out = opted_out

    async def forge(self, person: Person, text: str, way: str) -> int:
        """Post an impostor's message, spoilt in one of `forgeries.WAYS`; the bot's HTTP status."""
        form = inbound.form_of(self._draft(person, Shown(text)), person, self.account)
        body, headers = forge(way, self.account.auth_token, self.world.sender.webhook.url, form)
        return await self._post.send_raw(body, headers)

    # What goes wrong, and when.

    def lose(self, kind: Kind = "message") -> None:
        """Never post the next webhook of this kind. A lost message stays in the message log."""
        self.world.mishaps.fates[kind].append(LOST)

    def double(self, kind: Kind = "message") -> None:
        """Post the next webhook twice, at the same time."""
        self.world.mishaps.fates[kind].append(DOUBLED)

    def delay(self, seconds: float, kind: Kind = "message") -> None:
        """Post the next webhook late; what comes after it overtakes it."""
        self.world.mishaps.fates[kind].append(late(seconds))

    def scramble_callbacks(self, scrambled: bool = True) -> None:
        """Report the later status before the earlier one."""
        self.world.mishaps.scrambled = scrambled

    def fail_next(self, code: int) -> None:
        """Let the next message that is created end with this error, told by callback."""
        self.world.mishaps.dooms.append(code)

    def break_call(self, fault: Fault) -> None:
        """Let API calls fail as `fault` says."""
        self.world.mishaps.faults.append(fault)

    def approve(self, content_sid: str) -> bool:
        """Meta's word on a content that was put forward; False when it breaks Meta's rules for variables."""
        content = self.world.contents.find(content_sid)
        content.approval = "approved" if content.approvable() else "rejected"
        return content.approved

    async def settle(self) -> None:
        """Until every webhook that is due was posted and answered."""
        await self._errands.settle()

    async def reset(self) -> None:
        """Forget people, messages, contents, records and mishaps; keep credentials, webhooks and the time."""
        await self._errands.stop()
        self.world.reset()

    async def close(self) -> None:
        await self._errands.stop()
        await self._post.close()

    def _write(
        self,
        person: Person,
        shown: Shown,
        fields: Fields | None = None,
        *,
        media: Media | None = None,
        reply_to: str = "",
    ) -> Message:
        message = self._draft(person, shown, "MM" if media else "SM")
        form = inbound.form_of(message, person, self.account)
        if media:
            message.media.append(media)
            form |= inbound.media_fields(media, self._media_url(message, media)) | {"NumMedia": "1"}
        if reply_to:
            message.reply_to = reply_to
            form |= inbound.reply_fields(person.message(reply_to), message)
        self.world.ledger.add(message)
        person.wrote(message)
        self._deliveries.begin(message, form | dict(fields or {}))
        return message

    def _draft(self, person: Person, shown: Shown, prefix: str = "SM") -> Message:
        return Message(
            sid=new_sid(prefix),
            from_=person.address,
            to=self.sender,
            body=shown.text,
            direction="inbound",
            status="received",
            created_at=self.clock.now(),
            shown=shown,
        )

    def _media_url(self, message: Message, media: Media) -> str:
        path = f"/2010-04-01/Accounts/{self.account.sid}/Messages/{message.sid}/Media/{media.sid}"
        return self.base_url + path
