"""What was written while we were not there, or never arrived: found in Twilio's log after a start. Never its meaning.

The log does not tell taps from texts, nor who hides their number; a tap's label means the same as its button.
"""

from datetime import datetime, timedelta

from bot.channels.whatsapp.addresses import parse_address
from bot.channels.whatsapp.channel import WhatsApp
from bot.channels.whatsapp.inbound import Written, keyword_of, read_text
from bot.channels.whatsapp.intake import Intake
from bot.channels.whatsapp.twilio import Copy
from conversations.events import Oddity, OddityReceived

LONGEST = timedelta(hours=24)  # after that a reply can no longer be sent
OVERLAP = timedelta(minutes=10)  # messages overtake each other, and one may fail while the next succeeds


async def last_seen(whatsapp: WhatsApp) -> datetime:
    """From when on something may be missing; to be asked before anything new comes in.

    Who has heard nobody yet looks back for no more than a moment: a disk may be new because the old one was lost.
    """
    records, now = whatsapp.records, whatsapp.clock.now()
    heard = await records.database.read(records.chats.last_heard)
    return max(now - LONGEST, (heard or now) - OVERLAP)


async def take_missed(whatsapp: WhatsApp, intake: Intake, since: datetime) -> int:
    """Take in, oldest first, what Twilio holds and we do not; how many messages that were.

    Raises `DeliveryError`s and storage's errors; what was taken in before stays so.
    """
    copies = [copy for copy in await whatsapp.twilio.received_since(since) if copy.created_at >= since]
    taken = 0
    for copy in reversed(copies):
        written = _written(copy)
        taken += bool(written and await intake.take(written, copy.created_at))
    return taken


def _written(copy: Copy) -> Written | None:
    sender = parse_address(copy.address)
    if sender is None:
        return None
    event = OddityReceived(Oddity.FILE) if copy.has_files else read_text(copy.text, copy.message)
    return Written(copy.message, sender, "", event, keyword_of(event, copy.text))
