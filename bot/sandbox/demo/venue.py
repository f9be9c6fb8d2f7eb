"""Where a demo, a script or a test takes place: on which channels, and what is set up there."""

from msgspec import Struct


class Venue(Struct, frozen=True):
    """Where people talk to the bot; `agents` is empty where there are none.

    Without `buttons` nothing is set up at Twilio, and WhatsApp shows answers as numbered lists. `languages` are as in
    the setting, for whoever reads one that no native speaker has read yet.
    """

    customers: str = "telegram"
    agents: str = ""
    buttons: bool = True
    languages: str = ""

    @property
    def channels(self) -> set[str]:
        return {self.customers, self.agents}
