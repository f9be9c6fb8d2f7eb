"""Whom customers can talk to is something that they can tap, by what the setting holds."""

from bot.channels.support import tappable
from tests.for_every import for_every


@for_every(
    ("held", "told"),
    [
        ("Ngozi on 0803 123 4567", "Ngozi on +2348031234567"),
        ("Ngozi on 0700 555 0100, 9 to 5", "Ngozi on +2347005550100, 9 to 5"),
        ("+234 803 123 4567 or +44 20 7946 0958", "+2348031234567 or +442079460958"),
        ("WhatsApp 0803 123 4567", "WhatsApp https://wa.me/2348031234567"),
        ("us on WhatsApp: +234 803 123 4567 (calls: 0802 123 4567)", None),
        ("@kudi_help on Telegram", "https://t.me/kudi_help on Telegram"),
        ("help@kudi.example", "help@kudi.example"),
        ("https://kudi.example/@help", "https://kudi.example/@help"),
        ("the person who sent you here", "the person who sent you here"),
        ("room 12, 24 Broad Street, since 1999", "room 12, 24 Broad Street, since 1999"),
        ("", ""),
    ],
)
def test_numbers_and_names_are_written_so_that_messengers_make_them_links(held: str, told: str | None) -> None:
    both = "us on WhatsApp: https://wa.me/2348031234567 (calls: +2348021234567)"
    assert tappable(held) == (both if told is None else told)
