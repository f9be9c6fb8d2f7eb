"""A database as the first release left it: its eight migrations, and rows in the words that it wrote. Never today's.

What stands here was read out of a database that the first release wrote: a linked customer, one in the middle of a
code, an agent who is being asked something, links, consents and acts. It is history and does not change with the code.
"""

import json
import sqlite3
from collections.abc import Mapping

from storage.migrations import read_migrations
from storage.sealing import Keyring
from storage.sqlite.schema import migrate

KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
NOON = 1795431600000  # 2026-11-23 12:00 in Lagos
DAY = 24 * 3600 * 1000
TIME = "2026-11-23T11:00:00+00:00"
EVENT = "evt_e4131880a299824c29aec60c"

Json = Mapping[str, object]
Value = bytes | str | int | None


def contact(address: str, channel: str = "console") -> Json:
    return {"channel": channel, "address": address}


def agreement(reference: str) -> Json:
    return {"reference": reference, "at": TIME, "language": "en", "version": "2026-11"}


def claim(reference: str, number: str) -> Json:
    line = {"number": {"e164": number}, "network": "mtn"}
    return {"agreement": agreement(reference), "line": line, "proven": False}


LINKED = {
    "contact": contact("3001"),
    "language": "en",
    "step": {"step": "Idle"},
    "expires_at": None,
    "warned": False,
    "prompt": 5,
    "offered": ["balance", "transactions", "unlink"],
    "attempt": 4,
    "requests": [],
    "memory": None,
    "invitation": None,
    "lines": [],
    "own_number": None,
}
MID_CODE = LINKED | {
    "contact": contact("3002"),
    "step": {
        "claim": claim("C-L2HNGPSV", "+2348061234567"),
        "reference": "ref",
        "form": {"min_length": 6, "max_length": 6, "hint": ""},
        "requested_at": TIME,
        "tries_left": 3,
        "step": "AskingOtp",
    },
    "expires_at": "2026-11-23T11:10:00+00:00",
    "prompt": 4,
    "offered": ["new-code", "change-number"],
    "attempt": 1,
    "requests": [TIME],
    "invitation": {
        "reference": "H4T-4W9",
        "agent": "Tunde Ojo",
        "words": ["owl", "pillow"],
        "number": None,
        "network": "mtn",
    },
}
LINE = {
    "account": "account-1",
    "claim": claim("C-SHNZY3UA", "+2348031234567"),
    "linked_at": TIME,
    "summary_due": None,
    "reference": "N6K-4G8",
}
LINK = {
    "reference": "H4T-4W9",
    "enrolled_by": contact("2001"),
    "served_by": contact("2001"),
    "language": "en",
    "words": ["owl", "pillow"],
    "made_at": TIME,
    "expires_at": "2026-11-24T11:00:00+00:00",
    "moved_at": TIME,
    "number": None,
    "network": "mtn",
    "note": "",
    "milestone": "code-sent",
    "reached": 3,
    "step": "code",
    "reason": "",
    "customer": contact("3002"),
    "line": {"number": {"e164": "+2348061234567"}, "network": "mtn"},
    "consent": "",
    "account": None,
    "contested": False,
    "invited_in": "Chat",
}
AGENT = {"contact": contact("2001"), "name": "Tunde Ojo", "since": TIME, "admin": False}
GRANT = {"name": "Ngozi Eze", "invited_by": contact("1000"), "expires_at": "2026-11-24T11:00:00+00:00"}
DESK = {
    "language": "en",
    "dialog": {
        "draft": {"number": None, "network": None, "note": "", "language": "", "send": ""},
        "dialog": "AskingWhichNumber",
    },
    "prompt": 1,
    "offered": ["any-number", "cancel"],
    "menu": None,
}
CHAT = {
    "contact": contact("+2348031234567", "whatsapp"),
    "reply_to": "+2348031234567",
    "person": "NG.1",
    "message": "SM1",
}
MESSAGE = {
    "contact": contact("3001"),
    "content": {
        "text": "What is the phone number of the line? Type it like 0803 123 4567.",
        "buttons": [{"choice": "agree", "label": "I agree"}],
        "prompt": 2,
        "contact_label": "",
        "menu_hint": "",
        "qr": "",
        "list_label": "",
        "sensitive": False,
        "last": False,
    },
}
OUTBOX: tuple[tuple[str, str, Json], ...] = (
    ("message", "waiting", MESSAGE),
    ("message", "held", MESSAGE),
    ("deletion", "waiting", {"contact": contact("3001"), "message": "m1"}),
    ("unlinking", "waiting", {"account": "account-1"}),
    ("menu", "waiting", {"contact": contact("2001"), "items": [{"command": "link", "does": "make a link"}]}),
    ("event", "waiting", {"event": EVENT}),
    (
        "invitation",
        "waiting",
        {
            "contact": contact("+2348061234567", "whatsapp"),
            "reference": "H4T-4W9",
            "values": ["a", "b", "c"],
            "made_at": TIME,
        },
    ),
)
POSTED = {
    "type": "line.linked",
    "version": 1,
    "timestamp": "2026-11-23T11:00:00.000Z",
    "data": {"account_id": "account-1", "reference": "N6K-4G8", "network": "mtn", "consent_id": "C-SHNZY3UA"},
}


def consent(address: str, reference: str) -> Json:
    return {"contact": contact(address), "agreement": agreement(reference), "withdrawn": False, "at": TIME}


def act(address: str, what: str, about: str) -> Json:
    return {"contact": contact(address), "act": what, "about": about, "at": TIME}


# With the links of the chain that the first release made of them.
CONSENTS = (
    ("3001", consent("3001", "C-SHNZY3UA"), "be2bb649f8e59af07af3f93b10ef9f356e929a812705e52f867ea4d8e8ddd1c4"),
    ("3002", consent("3002", "C-L2HNGPSV"), "33b5f2624641e058e283de3acada4459ea21e0dd0a84d968c37cc0c16b825035"),
)
ACTS = (
    (
        "1000",
        {"contact": contact("1000"), "act": "agent-invited", "about": "Tunde Ojo", "at": TIME},
        "58936f541c1c90456bb5323e9bed5538994443a8151fc0a36609b74a5d319bfa",
    ),
    (
        "2001",
        {"contact": contact("2001"), "act": "joined", "about": "Tunde Ojo", "at": TIME},
        "ecce80616dfb124fb358532ee9bad224eb0890c8216b08784728e11c6911fe20",
    ),
    (
        "2001",
        {"contact": contact("2001"), "act": "link-made", "about": "N6K-4G8", "at": TIME},
        "c509d3a699f8eeac6a0823e58d09675e31d7d9b172eee4c2a5e709f6ba00475a",
    ),
)

# A cell that the first release itself sealed: `DESK`, in the row of `console:2001`.
DESK_SEALED = (
    "01a2dce786e2552d6f34effc968b49e140a5c26556aa5e4d7b76f729f006d8bbc512b82636f956d0cc6429ec01635984238aa530157dfd"
    "ccd5f9ed9d0e030acf6f7add39c259b5c9489b75d638da58abf64dad9ed0b7862ed1942b200f9df59e80e3cf326b99ed20f387578cb4e9"
    "dd8c2f23a2bc66b0cc9572d5d83c8ecd4a10d42d0c80214eead050b9924e0e70e04b9382f20553d4e7bcf8ffdac753fe9e8ffbf449778c"
    "8b927c8255cb4ab966caac7c0f13c14584186b37c51b4edd8c6a29970d17f59dfb5859bc8d237ffb9a70c5b31fe4b694b7811e4e448f50"
)


class Writer:
    """Writes rows as the first release did, under the names that tables and look-up values had."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.keyring = Keyring.parse(KEY)

    def find(self, text: str, purpose: str = "contact") -> bytes:
        return self.keyring.index(text, purpose)

    def seal(self, table: str, row: str | bytes, content: Json) -> bytes:
        plain = json.dumps(content, separators=(",", ":")).encode()
        return self.keyring.seal(plain, table=table, column="sealed", row=row)

    def put(self, table: str, **columns: Value) -> None:
        marks = ", ".join("?" * len(columns))
        query = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - names of ours
        self.db.execute(query, tuple(columns.values()))


def write_first_release(db: sqlite3.Connection) -> None:
    """All of it into an empty database."""
    migrate(db, read_migrations()[:8])
    writer = Writer(db)
    for write in (_write_customers, _write_agents, _write_chats, _write_outbox, _write_records):
        write(writer)


def _write_customers(to: Writer) -> None:
    ada, chidi, account = to.find("console:3001"), to.find("console:3002"), to.find("account-1", "account")
    to.put("sessions", contact=ada, step="Idle", forget_at=NOON + DAY, sealed=to.seal("sessions", ada, LINKED))
    minutes = {"expires_at": NOON + 600_000, "warn_at": NOON + 420_000}
    to.put("sessions", contact=chidi, step="AskingOtp", **minutes, sealed=to.seal("sessions", chidi, MID_CODE))
    sealed = to.seal("accounts", account, {"contact": contact("3001"), "line": LINE})
    number = to.find("+2348031234567", "number")
    to.put("accounts", id=account, contact=ada, number=number, linked_at=NOON, sealed=sealed)
    to.put("spends", key=to.find("otp-number|+2348061234567", "spend"), at=NOON, forget_at=NOON + 2 * DAY)
    to.put("deliveries", channel="console", id="7", at=NOON)


def _write_agents(to: Writer) -> None:
    tunde, code = to.find("console:2001"), to.find("ET7D6-R6XWE", "join code")
    to.put("agents", contact=tunde, name=to.find("tunde ojo", "agent name"), sealed=to.seal("agents", tunde, AGENT))
    to.put("desks", contact=tunde, sealed=bytes.fromhex(DESK_SEALED))
    grant, name = to.seal("agent_invites", code, GRANT), to.find("ngozi eze", "agent name")
    to.put("agent_invites", code=code, name=name, expires_at=NOON + DAY, sealed=grant)
    to.put(
        "links",
        reference="H4T-4W9",
        agent=tunde,
        customer=to.find("console:3002"),
        network="mtn",
        milestone="code-sent",
        reached=3,
        made_at=NOON,
        moved_at=NOON,
        expires_at=NOON + DAY,
        sealed=to.seal("links", "H4T-4W9", LINK),
    )
    to.put("link_tokens", token=to.find("WqQLvGRg2PReVADALA5vye", "link token"), reference="H4T-4W9")


def _write_chats(to: Writer) -> None:
    ada = to.find("whatsapp:+2348031234567")
    to.put("chats", contact=ada, heard_at=NOON, quiet=1, called=1, sealed=to.seal("chats", ada, CHAT))
    to.put("chat_names", name=to.find("whatsapp:NG.1", "name"), contact=ada)
    to.put("looks", channel="whatsapp", until=NOON)


def _write_outbox(to: Writer) -> None:
    lane, times = to.find("console:3001"), {"due_at": NOON, "drop_at": NOON + DAY}
    for number, (kind, state, content) in enumerate(OUTBOX, start=1):
        sealed = to.seal("outbox", str(number), content)
        to.put("outbox", lane=lane, kind=kind, state=state, **times, sealed=sealed)
    to.put("events", id=EVENT, kind="linked", at=NOON, give_up_at=NOON + DAY, sealed=to.seal("events", EVENT, POSTED))


def _write_records(to: Writer) -> None:
    for table, rows in (("consents", CONSENTS), ("audit", ACTS)):
        for number, (address, content, link) in enumerate(rows, start=1):
            key, sealed = to.find(f"console:{address}"), to.seal(table, str(number), content)
            to.put(table, id=number, contact=key, at=NOON, sealed=sealed, link=bytes.fromhex(link))
