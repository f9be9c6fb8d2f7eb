"""A write that leaves nothing behind: whether anything can be kept just now. Never what is kept."""

from storage.transaction import Transaction

_AS_LARGE_AS_A_BUSY_TURN = b"trial".ljust(32 * 1024, b"\0")


def write_and_take_back(tx: Transaction) -> None:
    """Both go to the disk with the commit, which fails where there is no room."""
    tx.execute("INSERT INTO spends (key, at, forget_at) VALUES (?, 0, 0)", (_AS_LARGE_AS_A_BUSY_TURN,))
    tx.execute("DELETE FROM spends WHERE key = ?", (_AS_LARGE_AS_A_BUSY_TURN,))
