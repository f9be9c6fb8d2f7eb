"""The emulated Twilio for WhatsApp, put together, with everything that people and tests do to it as methods."""

import json
import secrets
from collections.abc import Iterable, Mapping

from pydantic import Base64Bytes, InstanceOf

from bot.sandbox.emulators.background_tasks import EmulatorTasks
from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.control_routes import WithControlRoutes, control_app
from bot.sandbox.emulators.twilio import incoming
from bot.sandbox.emulators.twilio.account import Sender, TwilioAccount, WebhookAddress
from bot.sandbox.emulators.twilio.control_routes import TwilioControlRoutes
from bot.sandbox.emulators.twilio.faults import DOUBLED, LOST, TwilioFault, WebhookKind, late
from bot.sandbox.emulators.twilio.forged_webhooks import forge
from bot.sandbox.emulators.twilio.inbound_messages import Fields, TwilioInboundMessages
from bot.sandbox.emulators.twilio.journal import TwilioJournal
from bot.sandbox.emulators.twilio.messages import MapPlace, Media, Shown, WhatsAppMessage
from bot.sandbox.emulators.twilio.outbound_messages import TwilioOutboundMessages
from bot.sandbox.emulators.twilio.people import WhatsAppUser
from bot.sandbox.emulators.twilio.refusals import TwilioRefusal
from bot.sandbox.emulators.twilio.routes import api_app
from bot.sandbox.emulators.twilio.sids import new_sid
from bot.sandbox.emulators.twilio.state import AccountRules, TwilioState
from bot.sandbox.emulators.twilio.webhook_client import TwilioWebhookClient
from bot.sandbox.emulators.twilio.webhooks import TwilioWebhooks

SANDBOX = "whatsapp:+14155238886"

# The control routes find the person and have pydantic check the rest; to a type checker it is `WhatsAppUser`.
Someone = InstanceOf[WhatsAppUser]


class TwilioEmulator:
    """Serve `app` (its lifespan ends what is under way). Both API bases of the bot may point at it.

    Credentials that are not given are made up. Without a `clock` it runs in real time.
    `base_url` is where the bot fetches inbound media; set it to where `app` is served.
    """

    def __init__(
        self,
        account_sid: str = "",
        auth_token: str = "",
        *,
        sender: str = SANDBOX,
        api_key: tuple[str, str] | None = None,
        clock: EmulatedClock | None = None,
        rules: AccountRules | None = None,
    ) -> None:
        key_sid, key_secret = api_key or (new_sid("SK"), secrets.token_hex(16))
        account = TwilioAccount(account_sid or new_sid("AC"), auth_token or secrets.token_hex(16), key_sid, key_secret)
        self.clock = clock or EmulatedClock()
        self.state = TwilioState(account, Sender(sender), self.clock, rules or AccountRules())
        self._tasks = EmulatorTasks(self.clock)
        self._client = TwilioWebhookClient(account, self.state.sender, self.clock)
        self._outbound = TwilioOutboundMessages(self.state, self._client, self._tasks)
        self._webhooks = TwilioWebhooks(self.state, self._client, self._tasks, self._outbound)
        self._inbound = TwilioInboundMessages(self.state, self._webhooks)
        control = control_app(TwilioControlRoutes(self).routes(), self.close, TwilioRefusal)
        self.app = WithControlRoutes(api_app(self.state, self._outbound), control)

    @property
    def account(self) -> TwilioAccount:
        return self.state.account

    @property
    def sender(self) -> str:
        """The business's address, `whatsapp:+…`."""
        return self.state.sender.address

    @property
    def journal(self) -> TwilioJournal:
        """The API calls, the webhooks posted and what the debugger says."""
        return self.state.journal

    @property
    def base_url(self) -> str:
        return self.state.base_url

    @base_url.setter
    def base_url(self, url: str) -> None:
        self.state.base_url = url.rstrip("/")

    def set_webhook(self, url: str, deliver_to: str = "", *, fallback_url: str = "", status_url: str = "") -> None:
        """`url` is signed, `deliver_to` is where it is posted (the same unless given); the others go the same way."""
        sender = self.state.sender
        sender.webhook = WebhookAddress(url, deliver_to)
        sender.fallback_url, sender.status_url = fallback_url, status_url

    def hold_contents(self, definitions: Iterable[Mapping[str, object]]) -> None:
        """As if they had been created. Raises what refuses one over the wire."""
        for definition in definitions:
            self.state.contents.create(json.dumps(definition).encode(), self.clock.now())

    def promote_token(self, auth_token: str) -> None:
        """The secondary auth token becomes the only one: the old one opens and signs nothing from now on."""
        self.account.auth_token = auth_token

    # What people do. Each returns at once; the webhook is posted beside it.

    def person(
        self, phone: str = "", name: str = "Ada", *, bsuid: str = "", read_receipts: bool = True
    ) -> WhatsAppUser:
        """Somebody new. Without a phone number only their business-scoped user id is known. Raises ValueError."""
        person = WhatsAppUser(phone, name, read_receipts=read_receipts)
        person.bsuid = bsuid or person.bsuid
        return self.state.people.add(person)

    def say(self, person: Someone, text: str, fields: Fields | None = None) -> WhatsAppMessage:
        """`fields` are added to the form and signed: Forwarded, Referral…, FlowData, or names nobody knows yet."""
        return self._inbound.write(person, Shown(text), fields)

    def reply(self, person: Someone, sid: str, text: str) -> WhatsAppMessage:
        """Answer a message of this chat by quoting it. Raises LookupError."""
        return self._inbound.write(person, Shown(text), reply_to=sid)

    def tap(self, person: Someone, sid: str, wanted: str) -> WhatsAppMessage:
        """Tap the button or list item with this id or title. Raises LookupError."""
        message, choice = person.choice(sid, wanted)
        fields = incoming.tap_fields(choice, from_list=bool(message.shown.opener))
        return self._inbound.write(person, Shown(choice.title), fields, reply_to=sid)

    def send_file(self, person: Someone, content: Base64Bytes, content_type: str, caption: str = "") -> WhatsAppMessage:
        """A file of any kind, with what is written under it."""
        media = Media(new_sid("ME"), content_type, content, self.clock.now())
        return self._inbound.attach(person, media, caption)

    def send_voice(self, person: Someone, content: Base64Bytes = b"OggS") -> WhatsAppMessage:
        """A voice note: sound in Ogg, and nothing that says that it is one."""
        return self.send_file(person, content, "audio/ogg")

    def send_contact(self, person: Someone, name: str, phone: str) -> WhatsAppMessage:
        """Somebody's contact card, the sender's own or another's: WhatsApp vouches for neither."""
        card = f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nTEL;type=CELL:{phone}\r\nEND:VCARD\r\n"
        return self.send_file(person, card.encode(), "text/vcard")

    def send_place(self, person: Someone, place: MapPlace) -> WhatsAppMessage:
        """A place on the map."""
        return self._inbound.write(person, Shown(place=place), incoming.place_fields(place))

    def read(self, person: Someone) -> None:
        """Look at the chat; the business hears of it only when the person's read receipts are on."""
        self._outbound.read(person)

    def block(self, person: Someone, blocked: bool = True) -> None:
        """From now on messages end as 63014."""
        person.blocked = blocked

    def use_old_app(self, person: Someone, old: bool = True) -> None:
        """From now on messages with buttons or lists end as 63024."""
        person.old_app = old

    def opt_out(self, person: Someone, opted_out: bool = True) -> None:
        """From now on create calls are refused with 21610."""
        person.opted_out = opted_out

    async def forge(self, person: Someone, text: str, way: str) -> int:
        """Post an impostor's message, spoilt in one of `forged_webhooks.WAYS`; the bot's HTTP status."""
        form = incoming.form_of(self._inbound.draft(person, Shown(text)), person, self.account)
        body, headers = forge(way, self.account.auth_token, self.state.sender.webhook.url, form)
        return await self._client.send_raw(body, headers)

    # What goes wrong, and when.

    def lose(self, kind: WebhookKind = "message") -> None:
        """Never post the next webhook of this kind. A lost message stays in the message log."""
        self.state.faults.webhooks[kind].append(LOST)

    def double(self, kind: WebhookKind = "message") -> None:
        """Post the next webhook twice, at the same time."""
        self.state.faults.webhooks[kind].append(DOUBLED)

    def delay(self, seconds: float, kind: WebhookKind = "message") -> None:
        """Post the next webhook late; what comes after it overtakes it."""
        self.state.faults.webhooks[kind].append(late(seconds))

    def hold(self) -> None:
        """Keep the webhooks of people's messages back from now on."""
        self._webhooks.hold()

    def release(self, *, reverse: bool = False, copies: int = 1) -> None:
        """Post those that were held back; if asked in reversed order, or each several times."""
        self._webhooks.release(reverse=reverse, copies=copies)

    def scramble_callbacks(self, scrambled: bool = True) -> None:
        """Report the later status before the earlier one."""
        self.state.faults.scrambled = scrambled

    def fail_next(self, code: int) -> None:
        """Let the next message that is created end with this error, told by callback."""
        self.state.faults.message_errors.append(code)

    def fail(self, fault: TwilioFault) -> None:
        """Let API calls fail as `fault` says."""
        self.state.faults.calls.add(fault, fault.fits, fault.times)

    def approve(self, content_sid: str) -> bool:
        """Meta's word on a content that was put forward; False when it breaks Meta's rules for variables."""
        content = self.state.contents.find(content_sid)
        content.approval = "approved" if content.approvable() else "rejected"
        return content.approved

    def add_template(self, text: str) -> str:
        """The id of a new content that Meta lets open a conversation. Raises ValueError when it does not."""
        draft = {"friendly_name": "template", "language": "en", "types": {"twilio/text": {"body": text}}}
        content = self.state.contents.create(json.dumps(draft).encode(), self.clock.now())
        if not self.approve(content.sid):
            raise ValueError("Meta has rejected it")
        return content.sid

    def advance(self, seconds: float) -> None:
        """Wind the clock forward."""
        self.clock.advance(seconds)

    @property
    def is_settled(self) -> bool:
        """Whether every webhook that is due was posted and answered."""
        return self._tasks.is_settled

    async def settle(self) -> None:
        """Until every webhook that is due was posted and answered."""
        await self._tasks.settle()

    async def reset(self) -> None:
        """Forget people, messages, contents, journal and faults; keep credentials, webhooks and the time."""
        await self._tasks.stop()
        self.state.reset()

    async def close(self) -> None:
        await self._tasks.stop()
        await self._client.close()
