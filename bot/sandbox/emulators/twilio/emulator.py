"""The emulated Twilio for WhatsApp, put together, with everything that people and tests do to it as methods."""

import json
import secrets

from pydantic import Base64Bytes, InstanceOf

from bot.sandbox.emulators.clock import Clock
from bot.sandbox.emulators.twilio import inbound
from bot.sandbox.emulators.twilio.account import Account, Sender, Webhook
from bot.sandbox.emulators.twilio.deliveries import Deliveries
from bot.sandbox.emulators.twilio.doors import doors_app
from bot.sandbox.emulators.twilio.errands import Errands
from bot.sandbox.emulators.twilio.forgeries import forge
from bot.sandbox.emulators.twilio.front import Front, api_app
from bot.sandbox.emulators.twilio.journeys import Journeys
from bot.sandbox.emulators.twilio.messages import Media, Message, Place, Shown
from bot.sandbox.emulators.twilio.mishaps import DOUBLED, LOST, Fault, late
from bot.sandbox.emulators.twilio.mishaps import Webhook as Kind
from bot.sandbox.emulators.twilio.people import Person
from bot.sandbox.emulators.twilio.posting import Post
from bot.sandbox.emulators.twilio.sids import new_sid
from bot.sandbox.emulators.twilio.world import Records, Rules, World
from bot.sandbox.emulators.twilio.writing import Fields, Writing

SANDBOX = "whatsapp:+14155238886"

# The control doors find the person and let pydantic check the other arguments; to a type checker it is `Person`.
Someone = InstanceOf[Person]


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
        self._writing = Writing(self.world, Deliveries(self.world, self._post, self._errands, self._journeys))
        self.app = Front(doors_app(self), api_app(self.world, self._journeys))

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

    def person(self, phone: str = "", name: str = "Ada", *, bsuid: str = "", read_receipts: bool = True) -> Person:
        """Somebody new. Without a phone number only their business-scoped user id is known. Raises ValueError."""
        person = Person(phone, name, read_receipts=read_receipts)
        person.bsuid = bsuid or person.bsuid
        return self.world.people.add(person)

    def say(self, person: Someone, text: str, fields: Fields | None = None) -> Message:
        """`fields` are added to the form and signed: Forwarded, Referral…, FlowData, or names nobody knows yet."""
        return self._writing.write(person, Shown(text), fields)

    def reply(self, person: Someone, sid: str, text: str) -> Message:
        """Answer a message of this chat by quoting it. Raises LookupError."""
        return self._writing.write(person, Shown(text), reply_to=sid)

    def tap(self, person: Someone, sid: str, wanted: str) -> Message:
        """Tap the button or list item with this id or title. Raises LookupError."""
        message, choice = person.choice(sid, wanted)
        fields = inbound.tap_fields(choice, from_list=bool(message.shown.opener))
        return self._writing.write(person, Shown(choice.title), fields, reply_to=sid)

    def send_file(self, person: Someone, content: Base64Bytes, content_type: str, caption: str = "") -> Message:
        media = Media(new_sid("ME"), content_type, content, self.clock.now())
        return self._writing.attach(person, media, caption)

    def send_voice(self, person: Someone, content: Base64Bytes = b"OggS") -> Message:
        """A voice note: sound in Ogg, and nothing that says that it is one."""
        return self.send_file(person, content, "audio/ogg")

    def send_contact(self, person: Someone, name: str, phone: str) -> Message:
        """Somebody's contact card, the sender's own or another's: WhatsApp vouches for neither."""
        card = f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nTEL;type=CELL:{phone}\r\nEND:VCARD\r\n"
        return self.send_file(person, card.encode(), "text/vcard")

    def send_place(self, person: Someone, place: Place) -> Message:
        return self._writing.write(person, Shown(place=place), inbound.place_fields(place))

    def read(self, person: Someone) -> None:
        """Look at the chat; the business hears of it only when the person's read receipts are on."""
        self._journeys.read(person)

    def block(self, person: Someone, blocked: bool = True) -> None:
        """From now on messages end as 63014."""
        person.blocked = blocked

    def opt_out(self, person: Someone, opted_out: bool = True) -> None:
        """From now on create calls are refused with 21610."""
        person.opted_out = opted_out

    async def forge(self, person: Someone, text: str, way: str) -> int:
        """Post an impostor's message, spoilt in one of `forgeries.WAYS`; the bot's HTTP status."""
        form = inbound.form_of(self._writing.draft(person, Shown(text)), person, self.account)
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

    def add_template(self, text: str) -> str:
        """The id of a new content that Meta lets open a conversation. Raises ValueError when it does not."""
        draft = {"friendly_name": "template", "language": "en", "types": {"twilio/text": {"body": text}}}
        content = self.world.contents.create(json.dumps(draft).encode(), self.clock.now())
        if not self.approve(content.sid):
            raise ValueError("Meta has rejected it")
        return content.sid

    def advance(self, seconds: float) -> None:
        """Wind the clock forward."""
        self.clock.advance(seconds)

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
