"""The settings: their shapes, their defaults and what follows from them. Never where they are read from.

Those of a channel or a provider stand with it (`declarations` says how), and are inherited.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated

from bot.channels.settings import DECLARATIONS as CHANNELS
from bot.channels.settings import ChannelsSettings
from bot.channels.support import tappable
from bot.config import shapes
from bot.config.api_keys import ApiKeys
from bot.config.contacts import Contacts
from bot.config.declarations import ChannelDeclaration
from bot.config.names import missing
from bot.providers.settings import DECLARATIONS as PROVIDERS
from bot.providers.settings import ProvidersSettings
from conversations.allowance import Limits
from conversations.consent import Terms
from conversations.link import Addresses, Direct, LinkRules
from conversations.rules import Rules
from conversations.wording import Business
from storage.place import DatabasePlace, parse_place
from storage.sealing import Keyring

_LIMITS, _RULES, _TERMS = Limits(), Rules(), Terms()


ProviderName = Annotated[str, shapes.one_of(*(provider.name for provider in PROVIDERS))]


class Settings(ChannelsSettings, ProvidersSettings):
    """Every setting under its variable's name in lower case; secrets hide in `repr`. Made by `read_settings`.

    What is not set is empty, and an empty secret is false. `.env.example` says what each one means.
    """

    business_name: shapes.OneLine = ""
    business_purpose: shapes.OneLine = "your application"
    support_contact: shapes.OneLine = "the person who sent you here"
    privacy_url: shapes.Endpoint = ""
    business_url: shapes.Site = ""
    consent_months: shapes.Months = _TERMS.months
    consent_notice_days: shapes.NoticeDays = _RULES.consent_notice // timedelta(days=1)
    consent_unused_days: shapes.UnusedDays = _TERMS.unused_days
    sharing_reminder_days: shapes.ReminderDays = _RULES.sharing_reminder // timedelta(days=1)
    consent_scopes: shapes.ScopeList = _TERMS.reads
    minimum_age: shapes.Age = _RULES.minimum_age
    languages: shapes.Languages = _RULES.languages

    host: shapes.HostName = "127.0.0.1"
    port: shapes.Port = 8080
    trusted_proxies: shapes.Proxies = 0
    metrics_token: shapes.PlainSecret = shapes.ABSENT
    admins: Contacts = ()
    log_format: shapes.LogFormat = "json"
    log_level: shapes.LogLevel = "info"

    database_url: shapes.DatabaseUrl = "sqlite:///telcolink.db"
    accept_losing_data: shapes.Flag = False
    encryption_keys: shapes.EncryptionKeys
    index_key: shapes.EncryptionKey = shapes.ABSENT

    receipt_keys: shapes.EncryptionKeys = shapes.ABSENT

    provider: ProviderName = PROVIDERS[0].name

    events_url: shapes.Endpoint = ""
    events_secret: shapes.SigningKeys = shapes.ABSENT
    api_keys: ApiKeys = ()

    session_minutes: shapes.Minutes = _RULES.session / timedelta(minutes=1)
    warning_minutes: shapes.Minutes = _RULES.warning / timedelta(minutes=1)
    memory_hours: shapes.Hours = _RULES.memory / timedelta(hours=1)
    link_hours: shapes.LinkHours = 24
    notes_in_notices: shapes.Flag = False
    agent_idle_days: shapes.IdleDays = 180
    reads_serve_seconds: shapes.ServedSeconds = _RULES.reads_serve / timedelta(seconds=1)

    otp_requests_per_session: shapes.Count = _LIMITS.otp_requests_per_session
    otp_request_gaps: shapes.Gaps = _LIMITS.otp_request_gaps
    otp_requests_per_number_day: shapes.Count = _LIMITS.otp_requests_per_number_day
    otp_requests_kept_for_owner: shapes.CountOrNone = _LIMITS.otp_requests_kept_for_owner
    otp_requests_per_contact_day: shapes.Count = _LIMITS.otp_requests_per_contact_day
    otp_requests_per_prefix_hour: shapes.Count = _LIMITS.otp_requests_per_prefix_hour
    otp_requests_per_hour: shapes.Count = _LIMITS.otp_requests_per_hour
    otp_checks_per_code: shapes.Count = _LIMITS.otp_checks_per_code
    otp_checks_per_number_day: shapes.Count = _LIMITS.otp_checks_per_number_day
    links_per_agent_hour: shapes.Count = _LIMITS.links_per_agent_hour
    links_per_program_hour: shapes.Count = _LIMITS.links_per_program_hour
    reads_per_contact_hour: shapes.Count = _LIMITS.reads_per_contact_hour
    replies_waiting_per_contact: shapes.Waiting = _LIMITS.replies_waiting_per_contact

    @classmethod
    def complete(cls, given: Mapping[str, str]) -> Mapping[str, str]:
        follows = {}
        if "PORT" in given:
            follows["HOST"] = "0.0.0.0"  # noqa: S104 - a host that gives the port forwards to it from elsewhere
        if given.get("PUBLIC_URL", "").startswith("https://"):
            follows["TRUSTED_PROXIES"] = "1"  # something in front speaks https, for this server does not
        return super().complete({**follows, **given})

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"

    __str__ = __repr__

    @property
    def channels(self) -> tuple[ChannelDeclaration, ...]:
        """All that there are, on or off."""
        return CHANNELS

    def rules(self) -> Rules:
        return Rules(
            session=timedelta(minutes=self.session_minutes),
            warning=timedelta(minutes=self.warning_minutes),
            memory=timedelta(hours=self.memory_hours),
            reads_serve=timedelta(seconds=self.reads_serve_seconds),
            consent_notice=timedelta(days=self.consent_notice_days),
            sharing_reminder=timedelta(days=self.sharing_reminder_days),
            minimum_age=self.minimum_age,
            languages=self.languages,
            limits=self.limits(),
        )

    def link_rules(self, addresses: Addresses, direct: Direct | None, business: str) -> LinkRules:
        """With what is known of the platforms and of the business."""
        return LinkRules(
            timedelta(hours=self.link_hours),
            limits=self.limits(),
            addresses=addresses,
            direct=direct,
            languages=self.languages,
            shows_notes=self.notes_in_notices,
            business=business,
        )

    def limits(self) -> Limits:
        return Limits(**{name: getattr(self, name) for name in Limits.__struct_fields__})

    def business(self) -> Business:
        """`name` is empty where the bot's own name is to be used."""
        return Business(
            name=self.business_name,
            purpose=self.business_purpose,
            support=tappable(self.support_contact),
            privacy=self.privacy_url,
            consent_months=self.consent_months,
            unused_days=self.consent_unused_days,
            reads=self.consent_scopes,
            adult=self.minimum_age,
        )

    def keyring(self) -> Keyring:
        return Keyring.parse(self.encryption_keys.reveal(), self.index_key.reveal())

    def database_place(self) -> DatabasePlace:
        return parse_place(self.database_url)

    def off_because(self, channel: str) -> str:
        """Why a channel is off, such as `PUBLIC_URL is not set`; empty when it is on. KeyError for no channel."""
        return missing(channel, [name for name, value in self.given().items() if value])
