"""Where sealed values stand: every table that has them, and the place that each value is bound to. Never a value."""

from msgspec import Struct

from storage.sealed import RowKey, SealedBytes


class SealedColumn(Struct, frozen=True):
    """The column `sealed` of one table. Its rows are told apart, and walked, by the column `key`.

    `sealed_as` is what the table was called when the first of its values was sealed, where it was renamed since.
    """

    table: str
    key: str
    start: RowKey  # comes before every key
    sealed_as: str = ""

    @property
    def place(self) -> SealedBytes:
        """What its values are bound to."""
        return SealedBytes(self.sealed_as or self.table)


SEALED_COLUMNS = (
    SealedColumn("sessions", "contact", b""),
    SealedColumn("accounts", "id", b""),
    SealedColumn("chats", "contact", b""),
    SealedColumn("agents", "contact", b""),
    SealedColumn("agent_sessions", "contact", b"", sealed_as="desks"),
    SealedColumn("join_codes", "code", b"", sealed_as="agent_invites"),
    SealedColumn("links", "reference", ""),
    SealedColumn("events", "id", ""),
    SealedColumn("program_answers", "key", b""),
    SealedColumn("one_time_files", "token", b""),
    SealedColumn("outbox", "id", 0),
    SealedColumn("quarantine", "id", 0),
    SealedColumn("kept_posts", "id", 0),
    SealedColumn("pause", "id", 0),
    SealedColumn("consents", "id", 0),
    SealedColumn("audit", "id", 0),
)
