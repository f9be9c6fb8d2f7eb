"""The picture beside a message: the QR code of a link's page, fetched by Twilio from that page. Never drawn here.

twilio.com/docs/messaging/api/message-resource (MediaUrl)
"""

from dataclasses import dataclass

from bot.channels.whatsapp.messages import measure, numbered
from conversations.wording import Rendered

# developers.facebook.com/documentation/business-messaging/whatsapp/messages/image-messages
LONGEST_CAPTION = 1024


@dataclass(frozen=True, slots=True)
class Pictures:
    """`pages` is what a link's token is appended to for its page, "" where there is none."""

    pages: str = ""

    def of(self, message: Rendered) -> str:
        """The address of the message's picture; "" where it has none, or more text than may stand under one."""
        has_page = self.pages and message.qr.startswith(self.pages)
        return f"{message.qr}/qr.png" if has_page and measure(numbered(message)) <= LONGEST_CAPTION else ""
