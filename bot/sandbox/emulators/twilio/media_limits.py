"""Limits on media that the bot sends by address: which WhatsApp takes, and how big they may be. Never their fetching.

https://www.twilio.com/docs/whatsapp/guidance-whatsapp-media-messages
"""

_MEGABYTE = 1024 * 1024
LARGEST = 16 * _MEGABYTE
_LARGEST_PICTURE = 5 * _MEGABYTE
LONGEST_CAPTION = 1024  # developers.facebook.com/documentation/business-messaging/whatsapp/messages/image-messages

# A text stands under these only: beside sound, film, a sticker or a document it is dropped.
PICTURES = frozenset({"image/jpeg", "image/png"})
_OTHERS = frozenset(
    {
        "image/webp",
        *("audio/ogg", "audio/mpeg", "audio/amr", "audio/aac", "audio/mp4", "audio/3gpp"),
        *("video/mp4", "video/3gpp"),
        *("application/pdf", "text/vcard"),
    }
)


def is_taken(content_type: str, content: bytes) -> bool:
    """Whether WhatsApp takes such a file, which is one that has been fetched whole."""
    if content_type not in PICTURES | _OTHERS:
        return False
    most = _LARGEST_PICTURE if content_type.startswith("image/") else LARGEST
    return 0 < len(content) <= most
