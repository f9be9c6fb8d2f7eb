"""Whoever wants to hear nothing more is heard where they end what they agreed to, and nowhere else."""

from conversations.customer.events import ButtonTapped, Event, Oddity, OddityReceived, TextReceived
from conversations.customer.silence import read_withdrawal
from conversations.line_events import EndingMeant, Withdrew
from tests.for_every import for_every


@for_every(
    ("event", "heard"),
    [
        (TextReceived("unlink"), Withdrew()),
        (TextReceived("/UNLINK please"), Withdrew()),
        (TextReceived("delete everything"), Withdrew(everything=True)),
        (TextReceived("I want to unlink my line"), EndingMeant()),
        (TextReceived("stop sharing my data"), EndingMeant()),
        (TextReceived("abeg comot my line"), EndingMeant()),
        (TextReceived("please delete all my data"), EndingMeant()),
        (ButtonTapped("unlink", 3), EndingMeant()),
        (ButtonTapped("balance", 3), None),
        (TextReceived("don't unlink my line"), None),
        (TextReceived("leave me alone"), None),
        (TextReceived("hello"), None),
        (OddityReceived(Oddity.PHOTO, "unlink"), None),
    ],
)
def test_of_who_hears_nothing_more_only_an_ending_is_heard(event: Event, heard: Withdrew | EndingMeant | None) -> None:
    assert read_withdrawal(event) == heard
