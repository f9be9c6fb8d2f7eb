"""The settings: their shapes, their defaults and what follows from them. Never where they are read from,
nor those of a channel or a provider, which stand with it."""

from datetime import timedelta
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, field_validator, model_validator

from bot.channels.settings import DECLARATIONS as CHANNELS
from bot.channels.settings import ChannelsSettings
from bot.channels.support import tappable
from bot.config import shapes
from bot.config.api_keys import ApiKeys
from bot.config.contacts import Contacts
from bot.config.names import missing
from bot.config.parts import ChannelDeclaration
from bot.providers.settings import DECLARATIONS as PROVIDERS
from bot.providers.settings import ProvidersSettings
from conversations.allowance import Limits
from conversations.consent import Terms
from conversations.link import Addresses, Direct, LinkRules
from conversations.rules import Rules
from conversations.wording import Business
from storage.place import Place, parse_place
from storage.sealing import Keyring

_LIMITS, _RULES, _TERMS = Limits(), Rules(), Terms()


def _check_provider(name: str) -> str:
    names = [provider.name for provider in PROVIDERS]
    if name not in names:
        raise ValueError(f"must be {' or '.join(names)}")
    return name


ProviderName = Annotated[str, BeforeValidator(str.lower), AfterValidator(_check_provider)]


class Settings(ChannelsSettings, ProvidersSettings):
    """Every setting under its variable's name in lower case; secrets hide in `repr`. Made by `read_settings`.

    What is not set is empty, and an empty secret is false. `.env.example` says what each one means.
    """

    business_name: shapes.Line = ""
    business_purpose: shapes.Line = "your application"
    support_contact: shapes.Line = "the person who sent you here"
    privacy_url: shapes.Endpoint = ""
    business_url: shapes.Site = ""
    consent_months: shapes.Months = _TERMS.months
    consent_notice_days: shapes.NoticeDays = _RULES.consent_notice // timedelta(days=1)
    consent_unused_days: shapes.UnusedDays = _TERMS.unused_days
    consent_scopes: shapes.Scopes = _TERMS.reads
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
    warning_minutes: shapes.Minutes = Field(_RULES.warning / timedelta(minutes=1), validate_default=True)
    memory_hours: shapes.Hours = _RULES.memory / timedelta(hours=1)
    link_hours: shapes.LinkHours = 24
    notes_in_notices: bool = False
    agent_idle_days: shapes.IdleDays = 180

    otp_requests_per_session: shapes.Count = _LIMITS.otp_requests_per_session
    otp_request_gaps: shapes.Gaps = _LIMITS.otp_request_gaps
    otp_requests_per_number_day: shapes.Count = _LIMITS.otp_requests_per_number_day
    otp_requests_per_contact_day: shapes.Count = _LIMITS.otp_requests_per_contact_day
    otp_requests_per_prefix_hour: shapes.Count = _LIMITS.otp_requests_per_prefix_hour
    otp_requests_per_hour: shapes.Count = _LIMITS.otp_requests_per_hour
    otp_checks_per_code: shapes.Count = _LIMITS.otp_checks_per_code
    otp_checks_per_number_day: shapes.Count = _LIMITS.otp_checks_per_number_day
    links_per_agent_hour: shapes.Count = _LIMITS.links_per_agent_hour
    links_per_program_hour: shapes.Count = _LIMITS.links_per_program_hour
    reads_per_contact_hour: shapes.Count = _LIMITS.reads_per_contact_hour

    @model_validator(mode="before")
    @classmethod
    def _listen_everywhere(cls, values: dict[str, str]) -> dict[str, str]:
        """Where the port is given, and no address with it."""
        if "PORT" not in values:
            return values
        return {"HOST": "0.0.0.0"} | values  # noqa: S104 - a host that gives the port forwards to it from elsewhere

    @model_validator(mode="before")
    @classmethod
    def _stand_behind_a_proxy(cls, values: dict[str, str]) -> dict[str, str]:
        """Where the address is https something in front speaks that, for this server does not."""
        if not str(values.get("PUBLIC_URL", "")).startswith("https://"):
            return values
        return {"TRUSTED_PROXIES": "1"} | values

    @field_validator("warning_minutes")
    @classmethod
    def _warn_before_the_end(cls, minutes: float, info: ValidationInfo) -> float:
        session = info.data.get("session_minutes")
        if session is not None and minutes >= session:
            raise ValueError("must be less than SESSION_MINUTES")
        return minutes

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
            consent_notice=timedelta(days=self.consent_notice_days),
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
        return Keyring.parse(self.encryption_keys.get_secret_value(), self.index_key.get_secret_value())

    def database_place(self) -> Place:
        return parse_place(self.database_url)

    def off_because(self, channel: str) -> str:
        """Why a channel is off, such as `PUBLIC_URL is not set`; empty when it is on. KeyError for no channel."""
        return missing(channel, [name.upper() for name in type(self).model_fields if getattr(self, name)])
