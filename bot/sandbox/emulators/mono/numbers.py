"""The test numbers: one for every outcome, in one table. They are ours; Mono has published none."""

from bot.sandbox.emulators.mono.faults import Fault
from bot.sandbox.emulators.mono.forms import EIGHT_DIGITS, FOUR_DIGITS, NO_LENGTHS, TWO_FIELDS
from bot.sandbox.emulators.mono.lines import FOR_EVER, MAIN_BALANCE, PARTS, Holding, Line, Refresh
from bot.sandbox.emulators.mono.networks import home_network

GATEWAY = Fault(502, text="<html><body>Bad Gateway</body></html>", headers={"content-type": "text/html"})
BUSY = Fault(429, headers={"retry-after": "30"})
UNHEARD = Fault(drop=True, work=True)
GONE = Fault(404, "Session has expired")
SPENT = Fault(400, "Invalid or expired code")
NULL = Fault(body={"status": "successful", "data": None})
ALIEN = Fault(body={"ok": True, "sid": 7})
HUGE = Fault(huge=3_000_000)
SILENT = Fault(hang=True)
BROKEN = Fault(500)

NOBODY = {"fullName": None, "gender": None, "dob": None}
MARKUP = "*BOLD* _x_ `y` [z](tg://user?id=1) \u202eevil\u202c\u200b\x00 <b>&amp;</b> {0} %s " + "Ade" * 200
HALF = "ADA \ud83d EZE"  # a text that was cut in the middle of an emoji

EMPTY = (Holding(MAIN_BALANCE, "currency", 0, "ngn"), Holding("Data Bundle", "data", 0, "gb"))
BORROWED = (Holding(MAIN_BALANCE, "currency", -25_000, "ngn"), Holding("Data Bundle", "data", 0.25, "gb"))
MANY = (
    Holding(MAIN_BALANCE, "currency", 41_250, "ngn"),
    *(Holding(f"Bonus Bundle of the Month Number {number}", "data", number / 4, "gb") for number in range(1, 80)),
)

LOG_INS = (
    Line("08030000101", "happy-mtn", "all goes well on MTN"),
    Line("08020000102", "happy-airtel", "all goes well on Airtel", "airtel"),
    Line("08030000103", "ported", "an MTN prefix that was ported: only Airtel knows it", "airtel"),
    Line("08030000104", "nowhere", "neither network knows it", None),
    Line("08030000110", "four-digits", "the form takes 4 digits", form=FOUR_DIGITS),
    Line("08030000111", "eight-digits", "the form takes 8, with a hint", form=EIGHT_DIGITS),
    Line("08030000112", "no-lengths", "the form gives no lengths", form=NO_LENGTHS),
    Line("08030000113", "two-fields", "the form asks for a PIN too, and the check needs it", form=TWO_FIELDS),
)
FAULTS = (
    Line("08030000120", "busy", "log-in: 429, retry after 30 s", faults={"log_in": BUSY}),
    Line("08030000121", "broken", "log-in: 500", faults={"log_in": BROKEN}),
    Line("08030000122", "gateway", "log-in: 502 with HTML", faults={"log_in": GATEWAY}),
    Line("08030000123", "never", "log-in: no answer at all", faults={"log_in": SILENT}),
    Line("08030000124", "sent-unheard", "log-in: the SMS goes out, the answer is lost", faults={"log_in": UNHEARD}),
    Line("08030000125", "empty-200", "log-in: an empty 200", faults={"log_in": Fault(text="")}),
    Line("08030000126", "null-200", "log-in: 200 with data null", faults={"log_in": NULL}),
    Line("08030000127", "huge", "log-in: 3 MB of JSON", faults={"log_in": HUGE}),
    Line("08030000128", "other-schema", "log-in: another schema", faults={"log_in": ALIEN}),
    Line("08030000129", "bad-key", "log-in: 401", faults={"log_in": Fault(401)}),
    Line("08030000130", "no-money", "log-in: 402", faults={"log_in": Fault(402)}),
    Line("08030000131", "not-allowed", "log-in: 403", faults={"log_in": Fault(403)}),
    Line("08030000132", "check-unheard", "check: done, the answer is lost", faults={"check": UNHEARD}),
    Line("08030000133", "check-broken", "check: 500", faults={"check": BROKEN}),
    Line("08030000134", "check-expired", "check: 404, the session is gone", faults={"check": GONE}),
    Line("08030000135", "code-spent", "exchange: the code is used up", faults={"exchange": SPENT}),
    Line("08030000136", "exchange-unheard", "exchange: done, the answer is lost", faults={"exchange": UNHEARD}),
    Line(
        "08030000137",
        "data-broken",
        "every read: 500",
        faults={"details": BROKEN, "identity": BROKEN, "balances": BROKEN, "transactions": BROKEN},
    ),
    Line("08030000138", "unlink-broken", "unlink: 500", faults={"unlink": BROKEN}),
    Line("08030000139", "unlink-unheard", "unlink: done, the answer is lost", faults={"unlink": UNHEARD}),
)
DATA = (
    Line("08030000105", "processing", "data comes 30 s after linking, with a webhook", processing=30),
    Line("08030000106", "processing-forever", "data never comes", processing=FOR_EVER),
    Line("08030000107", "no-identity", "identity is 404", lacks=frozenset({"identity"})),
    Line("08030000108", "no-balances", "PARTIAL: balances are an empty list", lacks=frozenset({"balance"})),
    Line(
        "08030000109", "partial", "PARTIAL: no transactions, no identity", lacks=frozenset({"identity", "transactions"})
    ),
    Line("08030000114", "empty", "every balance is 0", holdings=EMPTY),
    Line("08030000115", "borrowed", "the main balance is negative", holdings=BORROWED),
    Line("08030000116", "hostile-name", "the name holds formatting and direction marks", person={"fullName": MARKUP}),
    Line("08030000117", "minor", "twelve years old", age=12),
    Line("08030000118", "unavailable", "UNAVAILABLE: the network gives nothing", lacks=frozenset(PARTS)),
    Line("08030000119", "failed", "FAILED: Mono gets nothing", lacks=frozenset(PARTS), without_data="FAILED"),
    Line("08030000140", "nothing-new", "real time: nothing new", refresh=Refresh.NOTHING_NEW),
    Line("08030000141", "slow-refresh", "real time: data null for 45 s", refresh=Refresh.SLOW),
    Line("08030000142", "refresh-fails", "real time: the job fails", refresh=Refresh.FAILS),
    Line("08030000143", "needs-log-in", "real time: the customer must log in again", refresh=Refresh.NEEDS_LOG_IN),
    Line("08030000144", "many-balances", "80 balances", holdings=MANY),
    Line("08030000145", "nameless", "an identity that says nothing", person=NOBODY),
    Line("08030000146", "half-name", "the name holds half a surrogate pair", person={"fullName": HALF}),
    Line("08030000147", "other-shapes", "flat exchange; {bundles}; DD-MM-YYYY; telecom_account", other_shapes=True),
    Line("08030000148", "with-bvn", "answers hold a BVN", bvn="22200000148"),
)
TABLE = (*LOG_INS, *FAULTS, *DATA)
BY_PHONE = {line.phone: line for line in TABLE}
BY_NAME = {line.name: line for line in TABLE}


def line_of(phone: str) -> Line:
    """The line of a number: from the table, or a happy one on the network of its prefix."""
    return BY_PHONE.get(phone) or Line(phone, network=home_network(phone))


def describe_table() -> str:
    """The table for a terminal."""
    return "\n".join(f"  {line.phone}  {line.name:20}{line.about}" for line in TABLE)
