"""What people write, made into Twilio's record and the form that is posted about it; never the posting."""

from collections.abc import Mapping

from bot.sandbox.emulators.twilio.deliveries import Deliveries
from bot.sandbox.emulators.twilio.inbound import form_of, media_fields, reply_fields
from bot.sandbox.emulators.twilio.messages import Media, Message, Shown
from bot.sandbox.emulators.twilio.people import Person
from bot.sandbox.emulators.twilio.sids import new_sid
from bot.sandbox.emulators.twilio.world import World

Fields = Mapping[str, str]


class Writing:
    """Every way of writing ends here: it is on record and in the person's chat before the webhook is posted."""

    def __init__(self, world: World, deliveries: Deliveries) -> None:
        self._world, self._deliveries = world, deliveries

    def write(self, person: Person, shown: Shown, fields: Fields | None = None, *, reply_to: str = "") -> Message:
        """`reply_to` names a message of the person's chat that this one quotes or taps. Raises LookupError."""
        original = person.message(reply_to) if reply_to else None
        message = self.draft(person, shown)
        message.reply_to = reply_to
        return self._send(person, message, reply_fields(original, message) | dict(fields or {}))

    def attach(self, person: Person, media: Media, caption: str) -> Message:
        message = self.draft(person, Shown(caption), "MM")
        message.media.append(media)
        message.num_media = 1
        return self._send(person, message, media_fields(media, self._url(message, media)))

    def draft(self, person: Person, shown: Shown, prefix: str = "SM") -> Message:
        """A message that is on no record yet, and stays on none when an impostor writes it."""
        return Message(
            sid=new_sid(prefix),
            from_=person.address,
            to=self._world.sender.address,
            body=shown.text,
            direction="inbound",
            status="received",
            created_at=self._world.clock.now(),
            shown=shown,
        )

    def _send(self, person: Person, message: Message, fields: Fields) -> Message:
        self._world.ledger.add(message)
        person.wrote(message)
        self._deliveries.begin(message, form_of(message, person, self._world.account) | dict(fields))
        return message

    def _url(self, message: Message, media: Media) -> str:
        account = f"{self._world.base_url}/2010-04-01/Accounts/{self._world.account.sid}"
        return f"{account}/Messages/{message.sid}/Media/{media.sid}"
