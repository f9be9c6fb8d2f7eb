"""What the house lets a session do, and for how long. Never what a session is."""

from datetime import datetime, timedelta

from msgspec import Struct, field

from conversations.allowance import Limits
from conversations.consent import Terms
from conversations.languages import DEFAULT_LANGUAGE, LANGUAGES
from conversations.pause import Pause


class Rules(Struct, frozen=True):
    """The spans and limits that rule every session, as the product has them.

    A setting changes each but what the provider rules: `provider_session`, `answer_grace`.
    """

    session: timedelta = timedelta(minutes=10)
    warning: timedelta = timedelta(minutes=3)
    memory: timedelta = timedelta(hours=24)
    provider_session: timedelta = timedelta(minutes=10)
    answer_grace: timedelta = timedelta(seconds=30)  # how long a provider's answer is waited for past the end
    minimum_age: int = 18  # years; the line of a younger owner is not handed on, 0: nobody is too young
    limits: Limits = field(default_factory=Limits)
    terms: Terms = field(default_factory=Terms)  # what is asked of customers today
    consent_notice: timedelta = timedelta(days=14)  # before a consent ends by itself
    sharing_reminder: timedelta = timedelta(days=90)
    reads_serve: timedelta = timedelta(minutes=1)  # the provider's answer about a line, for who asks for the same again
    languages: tuple[str, ...] = LANGUAGES  # that customers are offered, in this order
    pause: Pause | None = None  # while no line is linked, because an operator wants it so

    def end_of_code(self, begun_at: datetime) -> datetime:
        """When a code is of no use any more that was asked for, or given, at `begun_at`: the shorter clock decides."""
        return begun_at + min(self.session, self.provider_session)

    def spoken(self, language: str) -> str:
        """The language, or the default one where it is not spoken here."""
        return language if language in self.languages else DEFAULT_LANGUAGE
