"""The test numbers: one for every outcome, in one table. They are ours; Mono has published none."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.emulators.mono.faults import Fault
from bot.emulators.mono.networks import home_network

FOR_EVER = float("inf")
OTP_FIELD = {
    "type": "elements.input",
    "name": "otp",
    "hint": "Enter OTP",
    "contentType": "password",
    "minLength": 6,
    "maxLength": 6,
}
PIN_FIELD = OTP_FIELD | {"name": "pin", "hint": "Enter your SIM PIN", "minLength": 4, "maxLength": 4}
HTML = "<html><body>Bad Gateway</body></html>"


def _otp_field(shortest: int | None, longest: int | None, hint: str = "Enter OTP") -> dict[str, object]:
    lengths = {"minLength": shortest, "maxLength": longest}
    rest = {key: value for key, value in OTP_FIELD.items() if key not in lengths}
    return rest | {"hint": hint} | {key: value for key, value in lengths.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Line:
    """A line and how it behaves. `faults` name the operation that goes wrong; `person` and `balances` replace what
    is invented for other numbers; `processing` is how long the data takes, in seconds."""

    phone: str
    network: str | None
    name: str = ""
    about: str = ""
    faults: Mapping[str, Fault] = field(default_factory=dict)
    form: tuple[Mapping[str, object], ...] = (OTP_FIELD,)
    person: Mapping[str, object] | None = field(default_factory=dict)
    balances: tuple[Mapping[str, object], ...] | None = ()
    data_status: str = "AVAILABLE"
    processing: float = 0.0

    @property
    def code_length(self) -> int:
        """How long the code in the SMS is: the longest that the form takes, 6 where it does not say."""
        length = self.form[0].get("maxLength", 6)
        return length if isinstance(length, int) else 6


def _money(name: str, kobo: object) -> dict[str, object]:
    return {"name": name, "type": "currency", "value": kobo, "unit": "ngn"}


def _data(name: str, gigabytes: object) -> dict[str, object]:
    return {"name": name, "type": "data", "value": gigabytes, "unit": "gb"}


EMPTY = (_money("Main Balance", 0), _data("Data Bundle", 0))
BORROWED = (_money("Main Balance", -25000), _data("Data Bundle", 0.25))
HOSTILE = {"fullName": "*BOLD* _x_ `y` \u202eevil\u202c\u0000 <b>&amp;</b> " + "Ade" * 200}

TABLE: tuple[Line, ...] = (
    Line("08030000101", "mtn", "happy-mtn", "all goes well on MTN"),
    Line("08020000102", "airtel", "happy-airtel", "all goes well on Airtel"),
    Line("08030000103", "airtel", "ported", "an MTN prefix that was ported: only Airtel knows it"),
    Line("08030000104", None, "nowhere", "neither network knows it"),
    Line("08030000105", "mtn", "processing", "data comes 30 s after linking, with a webhook", processing=30),
    Line("08030000106", "mtn", "processing-forever", "data never comes", processing=FOR_EVER),
    Line("08030000107", "mtn", "no-identity", "identity is 404", person=None),
    Line("08030000108", "mtn", "no-balances", "balances are an empty list", balances=None),
    Line("08030000109", "mtn", "partial", "data_status PARTIAL, no identity", person=None, data_status="PARTIAL"),
    Line("08030000110", "mtn", "four-digits", "the form takes 4 digits", form=(_otp_field(4, 4),)),
    Line(
        "08030000111", "mtn", "eight-digits", "the form takes 8, with a hint", form=(_otp_field(8, 8, "The long code"),)
    ),
    Line("08030000112", "mtn", "no-lengths", "the form gives no lengths", form=(_otp_field(None, None),)),
    Line("08030000113", "mtn", "two-fields", "the form asks for a PIN too", form=(OTP_FIELD, PIN_FIELD)),
    Line("08030000114", "mtn", "empty", "every balance is 0", balances=EMPTY),
    Line("08030000115", "mtn", "borrowed", "the main balance is negative", balances=BORROWED),
    Line("08030000116", "mtn", "hostile-name", "the name holds formatting and direction marks", person=HOSTILE),
    Line("08030000117", "mtn", "minor", "born twelve years ago", person={"dob": "12-years"}),
    Line(
        "08030000120",
        "mtn",
        "busy",
        "log-in: 429, retry after 30 s",
        {"auth": Fault(429, headers={"retry-after": "30"})},
    ),
    Line("08030000121", "mtn", "broken", "log-in: 500", {"auth": Fault(500)}),
    Line("08030000122", "mtn", "gateway", "log-in: 502 with HTML", {"auth": Fault(502, html=HTML)}),
    Line("08030000123", "mtn", "never", "log-in: no answer at all", {"auth": Fault(hang=True)}),
    Line(
        "08030000124",
        "mtn",
        "sent-unheard",
        "log-in: the SMS goes out, the answer is lost",
        {"auth": Fault(drop=True, work=True)},
    ),
    Line("08030000125", "mtn", "empty-200", "log-in: an empty 200", {"auth": Fault(text="")}),
    Line(
        "08030000126",
        "mtn",
        "null-200",
        "log-in: 200 with data null",
        {"auth": Fault(body={"status": "successful", "data": None})},
    ),
    Line("08030000127", "mtn", "huge", "log-in: 3 MB of JSON", {"auth": Fault(huge=3_000_000)}),
    Line("08030000128", "mtn", "other-schema", "log-in: another schema", {"auth": Fault(body={"ok": True, "sid": 7})}),
    Line("08030000129", "mtn", "bad-key", "log-in: 401", {"auth": Fault(401)}),
    Line("08030000130", "mtn", "no-money", "log-in: 402", {"auth": Fault(402)}),
    Line("08030000131", "mtn", "not-allowed", "log-in: 403", {"auth": Fault(403)}),
    Line(
        "08030000132",
        "mtn",
        "check-unheard",
        "check: done, the answer is lost",
        {"verify": Fault(drop=True, work=True)},
    ),
    Line("08030000133", "mtn", "check-broken", "check: 500", {"verify": Fault(500)}),
    Line(
        "08030000134",
        "mtn",
        "check-expired",
        "check: 404, the session is gone",
        {"verify": Fault(404, "Session has expired")},
    ),
    Line(
        "08030000135",
        "mtn",
        "code-spent",
        "exchange: the code is used up",
        {"exchange": Fault(400, "Invalid or expired code")},
    ),
    Line(
        "08030000136",
        "mtn",
        "exchange-unheard",
        "exchange: done, the answer is lost",
        {"exchange": Fault(drop=True, work=True)},
    ),
    Line(
        "08030000137",
        "mtn",
        "data-broken",
        "every read: 500",
        {name: Fault(500) for name in ("details", "identity", "balances")},
    ),
)
BY_PHONE = {line.phone: line for line in TABLE}
BY_NAME = {line.name: line for line in TABLE}


def line_of(phone: str) -> Line:
    """The line of a number: from the table, or a happy one on the network of its prefix."""
    return BY_PHONE.get(phone) or Line(phone, home_network(phone))


def describe_table() -> str:
    """The table for a terminal."""
    return "\n".join(f"  {line.phone}  {line.name:20}{line.about}" for line in TABLE)
