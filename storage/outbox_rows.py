"""The outbox's rows as many turns ask for them at once, and write them; what is known of them then. Never a message."""

from storage.days import day_of
from storage.transaction import Known, OneLess, RowSet, Write

WAITING = RowSet("outbox", ("lane",), ("kind", "id"), where="state = 'waiting'")
HELD = RowSet("outbox", ("lane",), ("id",), where="state = 'held'")
TAKEN = RowSet("outbox", ("receipt",), ("id", "state", "lane"))
ASKED = RowSet("outbox", ("lane",), ("prompt", "shown_at", "id"), where="prompt > 0")
ADD = Write("outbox", "INSERT INTO outbox (id, lane, kind, due_at, drop_at, rest, sealed) VALUES (?, ?, ?, ?, ?, ?, ?)")
DROP = Write("outbox", "DELETE FROM outbox WHERE id = ?")
SENT = Write("outbox", "UPDATE outbox SET state = 'sent', receipt = ?, prompt = ?, shown_at = ? WHERE id = ?")
ARRIVED = Write(
    "outbox",
    "UPDATE outbox SET state = ?, sealed = NULL,"
    " shown_at = CASE WHEN shown_at <= ? THEN shown_at ELSE coalesce(?, shown_at) END WHERE id = ?",
)
FAILED = Write("outbox", "UPDATE outbox SET state = ?, sealed = NULL, shown_at = NULL WHERE id = ?")
_DAY, _OLD = day_of("due_at"), "drop_at < ? AND state != 'waiting'"
BILL = (
    f"INSERT INTO billed_messages (day, messages) SELECT {_DAY}, count(*) FROM outbox"  # noqa: S608 - constants
    f" WHERE {_OLD} AND receipt IS NOT NULL GROUP BY {_DAY}"
    " ON CONFLICT (day) DO UPDATE SET messages = billed_messages.messages + excluded.messages"
)
FORGET = f"DELETE FROM outbox WHERE {_OLD}"  # noqa: S608 - a constant


def leaving(number: int, lane: bytes) -> tuple[Known, ...]:
    """What is known once it neither waits nor is held. What it was sent as before, and asked, nobody knows here."""
    gone = OneLess(number)
    return (WAITING, (lane,), gone), (HELD, (lane,), gone), (ASKED, (lane,), None), (TAKEN, None, None)


def arriving(number: int, lane: bytes, receipt: str, state: str) -> tuple[Known, ...]:
    """What is known once the platform has reported it. Since when its question is on the screen its row alone says."""
    return (TAKEN, (receipt,), ((receipt, number, state, lane),)), (ASKED, (lane,), None)
