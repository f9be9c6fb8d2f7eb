"""What a group knows of its rows, so that none is read twice, and none as it was before what waits to be written.

    UNREAD ◄──── forgotten ───── KNOWN ◄─┐
     │  │                        ▲ │  │  │ changed, and told how
     │  └───────── read ─────────┘ │  └──┘
     │                             │
     └────── changed, untold ──────┤
                                   ▼
    UNREAD ◄───── written ────── BEHIND

UNREAD  Nobody has asked for it yet, or a statement may have changed it. The database tells.
KNOWN   As it will be when all that waits is written.
BEHIND  A write that waits changes it, and nobody said how: before it is read, that is written.

A key is BEHIND by itself, with all keys of its row set, or with the whole table. To take a key for behind that is not
costs a statement; to take it for unread where it is behind would tell what is not so.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from storage.transaction import Found, Key, OneLess, OneMore, RowSet, Wanted

Becoming = Found | OneMore | OneLess | None
_Behind = tuple[RowSet, Key | None] | None  # of a key, of all of a row set, of the table


class KnownRows:
    """`found` are those that are KNOWN, by row set and key, to be looked at only.

    It also remembers which keys are expected to be asked for, to be read with the next.
    """

    __slots__ = ("_behind", "_expected", "found")

    def __init__(self) -> None:
        self.found: defaultdict[RowSet, dict[Key, Found]] = defaultdict(dict)
        self._behind: dict[str, set[_Behind]] = {}  # by table
        self._expected: dict[RowSet, set[Key]] = {}

    def is_behind(self, rows: RowSet, keys: Iterable[Key]) -> bool:
        """Whether any of these is."""
        if not (behind := self._behind.get(rows.table)):
            return False
        return None in behind or (rows, None) in behind or any((rows, key) in behind for key in keys)

    # What is to be read

    def expect(self, wanted: Iterable[Wanted]) -> None:
        for rows, key in wanted:
            self._expected.setdefault(rows, set()).add(key)

    def take_expected(self, rows: RowSet) -> set[Key]:
        """Those of them that are not known, and from now on are not expected any more."""
        return self._expected.pop(rows, set()).difference(self.found[rows])

    def take_all_expected(self) -> Mapping[RowSet, Collection[Key]]:
        """The same of every row set."""
        return {rows: self.take_expected(rows) for rows in list(self._expected)}

    def learn(self, rows: RowSet, found: Mapping[Key, Found]) -> None:
        """As the database has them."""
        self.found[rows].update(found)

    # What a write changes that waits

    def change(self, rows: RowSet, key: Key, told: Becoming) -> Found | None:
        """It becomes what is told, or falls behind. What was known of it before, to be put back if this is undone."""
        known = self.found[rows]
        before = known.get(key)
        if isinstance(told, tuple):
            known[key] = told
        elif before is None or told is None:
            self._fall_behind(rows, key)
        elif isinstance(told, OneMore):
            known[key] = (*before, told.row)
        else:
            known[key] = tuple(row for row in before if row[-1] != told.last)
        return before

    def put_back(self, rows: RowSet, key: Key, before: Found | None) -> None:
        """As it was before a change that is undone. What was behind then is so still."""
        if before is None:
            self.found[rows].pop(key, None)
        else:
            self.found[rows][key] = before

    def change_all(self, rows: RowSet) -> None:
        """Every key of them falls behind. What was known is expected: whoever comes next asks for it all the same."""
        self._behind.setdefault(rows.table, set()).add((rows, None))
        self._expected.setdefault(rows, set()).update(self.found.pop(rows, ()))

    def change_table(self, table: str) -> None:
        """The same of every row set of the table."""
        self._behind.setdefault(table, set()).add(None)
        for rows in [each for each in self.found if each.table == table]:
            self._expected.setdefault(rows, set()).update(self.found.pop(rows))

    def _fall_behind(self, rows: RowSet, key: Key) -> None:
        self.found[rows].pop(key, None)
        self._behind.setdefault(rows.table, set()).add((rows, key))

    # What is done

    def catch_up(self, tables: Iterable[str] | None) -> None:
        """All that waited for these tables, or for all, is written."""
        for table in list(self._behind) if tables is None else tables:
            self._behind.pop(table, None)

    def forget(self, tables: Collection[str] | None) -> None:
        """What these tables hold may be another thing by now, or what any holds."""
        for rows in [each for each in self.found if tables is None or each.table in tables]:
            del self.found[rows]
