"""The test numbers: one for every outcome, in one table. They are ours; Mono has published none."""

from bot.sandbox.emulators.mono.faults import MonoFault
from bot.sandbox.emulators.mono.forms import EIGHT_DIGITS, FOUR_DIGITS, NO_LENGTHS, TWO_FIELDS
from bot.sandbox.emulators.mono.lines import FOR_EVER, MAIN_BALANCE, PARTS, EmulatedLine, Holding, Refresh
from bot.sandbox.emulators.mono.networks import home_network

GATEWAY = MonoFault(502, text="<html><body>Bad Gateway</body></html>", headers={"content-type": "text/html"})
BUSY = MonoFault(429, headers={"retry-after": "30"})
UNHEARD = MonoFault(drop=True, carried_out=True)
GONE = MonoFault(404, "Session has expired")
SPENT = MonoFault(400, "Invalid or expired code")
NULL = MonoFault(body={"status": "successful", "data": None})
ALIEN = MonoFault(body={"ok": True, "sid": 7})
HUGE = MonoFault(huge=3_000_000)
SILENT = MonoFault(hang=True)
BROKEN = MonoFault(500)

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
    EmulatedLine("08030000101", "happy-mtn", "all goes well on MTN"),
    EmulatedLine("08020000102", "happy-airtel", "all goes well on Airtel", "airtel"),
    EmulatedLine("08030000103", "ported", "an MTN prefix that was ported: only Airtel knows it", "airtel"),
    EmulatedLine("08030000104", "nowhere", "neither network knows it", None),
    EmulatedLine("08030000110", "four-digits", "the form takes 4 digits", form=FOUR_DIGITS),
    EmulatedLine("08030000111", "eight-digits", "the form takes 8, with a hint", form=EIGHT_DIGITS),
    EmulatedLine("08030000112", "no-lengths", "the form gives no lengths", form=NO_LENGTHS),
    EmulatedLine("08030000113", "two-fields", "the form asks for a PIN too, and the check needs it", form=TWO_FIELDS),
)
FAULTS = (
    EmulatedLine("08030000120", "busy", "log-in: 429, retry after 30 s", faults={"log_in": BUSY}),
    EmulatedLine("08030000121", "broken", "log-in: 500", faults={"log_in": BROKEN}),
    EmulatedLine("08030000122", "gateway", "log-in: 502 with HTML", faults={"log_in": GATEWAY}),
    EmulatedLine("08030000123", "never", "log-in: no answer at all", faults={"log_in": SILENT}),
    EmulatedLine(
        "08030000124", "sent-unheard", "log-in: the SMS goes out, the answer is lost", faults={"log_in": UNHEARD}
    ),
    EmulatedLine("08030000125", "empty-200", "log-in: an empty 200", faults={"log_in": MonoFault(text="")}),
    EmulatedLine("08030000126", "null-200", "log-in: 200 with data null", faults={"log_in": NULL}),
    EmulatedLine("08030000127", "huge", "log-in: 3 MB of JSON", faults={"log_in": HUGE}),
    EmulatedLine("08030000128", "other-schema", "log-in: another schema", faults={"log_in": ALIEN}),
    EmulatedLine("08030000129", "bad-key", "log-in: 401", faults={"log_in": MonoFault(401)}),
    EmulatedLine("08030000130", "no-money", "log-in: 402", faults={"log_in": MonoFault(402)}),
    EmulatedLine("08030000131", "not-allowed", "log-in: 403", faults={"log_in": MonoFault(403)}),
    EmulatedLine("08030000132", "check-unheard", "check: done, the answer is lost", faults={"check": UNHEARD}),
    EmulatedLine("08030000133", "check-broken", "check: 500", faults={"check": BROKEN}),
    EmulatedLine("08030000134", "check-expired", "check: 404, the session is gone", faults={"check": GONE}),
    EmulatedLine("08030000135", "code-spent", "exchange: the code is used up", faults={"exchange": SPENT}),
    EmulatedLine("08030000136", "exchange-unheard", "exchange: done, the answer is lost", faults={"exchange": UNHEARD}),
    EmulatedLine(
        "08030000137",
        "data-broken",
        "every read: 500",
        faults={"details": BROKEN, "identity": BROKEN, "balances": BROKEN, "transactions": BROKEN},
    ),
    EmulatedLine("08030000138", "unlink-broken", "unlink: 500", faults={"unlink": BROKEN}),
    EmulatedLine("08030000139", "unlink-unheard", "unlink: done, the answer is lost", faults={"unlink": UNHEARD}),
)
DATA = (
    EmulatedLine("08030000105", "processing", "data comes 30 s after linking, with a webhook", processing=30),
    EmulatedLine("08030000106", "processing-forever", "data never comes", processing=FOR_EVER),
    EmulatedLine("08030000107", "no-identity", "identity is 404", lacks=frozenset({"identity"})),
    EmulatedLine("08030000108", "no-balances", "PARTIAL: balances are an empty list", lacks=frozenset({"balance"})),
    EmulatedLine(
        "08030000109", "partial", "PARTIAL: no transactions, no identity", lacks=frozenset({"identity", "transactions"})
    ),
    EmulatedLine("08030000114", "empty", "every balance is 0", holdings=EMPTY),
    EmulatedLine("08030000115", "borrowed", "the main balance is negative", holdings=BORROWED),
    EmulatedLine(
        "08030000116", "hostile-name", "the name holds formatting and direction marks", person={"fullName": MARKUP}
    ),
    EmulatedLine("08030000117", "minor", "twelve years old", age=12),
    EmulatedLine("08030000118", "unavailable", "UNAVAILABLE: the network gives nothing", lacks=frozenset(PARTS)),
    EmulatedLine("08030000119", "failed", "FAILED: Mono gets nothing", lacks=frozenset(PARTS), without_data="FAILED"),
    EmulatedLine("08030000140", "nothing-new", "real time: nothing new", refresh=Refresh.NOTHING_NEW),
    EmulatedLine("08030000141", "slow-refresh", "real time: data null for 45 s", refresh=Refresh.SLOW),
    EmulatedLine("08030000142", "refresh-fails", "real time: the job fails", refresh=Refresh.FAILS),
    EmulatedLine(
        "08030000143", "needs-log-in", "real time: the customer must log in again", refresh=Refresh.NEEDS_LOG_IN
    ),
    EmulatedLine("08030000144", "many-balances", "80 balances", holdings=MANY),
    EmulatedLine("08030000145", "nameless", "an identity that says nothing", person=NOBODY),
    EmulatedLine("08030000146", "half-name", "the name holds half a surrogate pair", person={"fullName": HALF}),
    EmulatedLine(
        "08030000147", "other-shapes", "flat exchange; {bundles}; DD-MM-YYYY; telecom_account", other_shapes=True
    ),
    EmulatedLine("08030000148", "with-bvn", "answers hold a BVN", bvn="22200000148"),
    EmulatedLine("08030000149", "six-months", "six months as people live them, with loans", history="lifelike"),
    EmulatedLine("08030000150", "no-movements", "nothing ever moved", history="none"),
    EmulatedLine("08030000151", "hostile-movements", "amounts and narrations of no kind sort", history="hostile"),
    EmulatedLine("08030000152", "endless", "10,000 movements in six months", history="endless"),
    EmulatedLine("08030000153", "same-account", "linked again it has the same account id", keeps_account=True),
)
TABLE = (*LOG_INS, *FAULTS, *DATA)
BY_PHONE = {line.phone: line for line in TABLE}
BY_NAME = {line.name: line for line in TABLE}


def line_of(phone: str) -> EmulatedLine:
    """The line of a number: from the table, or a happy one on the network of its prefix."""
    return BY_PHONE.get(phone) or EmulatedLine(phone, network=home_network(phone))


def describe_table() -> str:
    """The table for a terminal."""
    return "\n".join(f"  {line.phone}  {line.name:20}{line.about}" for line in TABLE)
