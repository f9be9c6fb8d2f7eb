"""Many writes of one kind are one statement, and one after the other where they change the same row."""

from storage.postgres.dialect import as_sets, numbered, selection_of
from storage.transaction import RowSet, Write

KEEP = Write("pets", "INSERT INTO pets (name, age) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET age = excluded.age")
AGE = Write(
    "pets", "INSERT INTO pets (name, age) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET age = pets.age + excluded.age"
)
VISIT = Write("visits", "INSERT INTO visits (pet, note) VALUES (?, ?)")
GROW = Write("pets", "UPDATE pets SET age = age + ?, note = ? WHERE name = ?")
LOSE = Write("pets", "DELETE FROM pets WHERE name = ?")


def test_question_marks_are_numbered() -> None:
    assert numbered("SELECT a FROM b WHERE c = ? AND d = ?") == "SELECT a FROM b WHERE c = $1 AND d = $2"


def test_one_row_is_written_as_it_stands() -> None:
    assert list(as_sets((LOSE, [("Bingo",)]))) == [("DELETE FROM pets WHERE name = $1", ("Bingo",))]


def test_many_rows_are_one_statement() -> None:
    ((added, arrays),) = as_sets((KEEP, [("Bingo", 1), ("Jack", 2)]))
    assert added == (
        "INSERT INTO pets (name, age) SELECT v1, v2 FROM unnest($1::text[], $2::bigint[]) AS given(v1, v2)"
        " ON CONFLICT (name) DO UPDATE SET age = excluded.age"
    )
    assert arrays == [["Bingo", "Jack"], [1, 2]]
    ((lost, _),) = as_sets((LOSE, [("Bingo",), ("Jack",)]))
    assert lost == "DELETE FROM pets USING unnest($1::text[]) AS given(v1) WHERE name = v1"


def test_what_no_row_has_is_written_as_nothing() -> None:
    ((grown, arrays),) = as_sets((GROW, [(1, None, "Bingo"), (2, None, "Jack")]))
    assert grown == (
        "UPDATE pets SET age = age + v1, note = NULL FROM unnest($1::bigint[], $2::text[]) AS given(v1, v3)"
        " WHERE name = v3"
    )
    assert arrays == [[1, 2], ["Bingo", "Jack"]]


def test_a_row_that_is_changed_again_is_changed_in_a_statement_of_its_own_after_the_first() -> None:
    first, second = as_sets((AGE, [("Bingo", 1), ("Jack", 2), ("Bingo", 3)]))
    assert (first[1], second[1]) == ([["Bingo", "Jack"], [1, 2]], ("Bingo", 3))
    first, second = as_sets((GROW, [(1, "a", "Bingo"), (2, "b", "Jack"), (3, "c", "Bingo")]))
    assert (first[1], second[1]) == ([[1, 2], ["a", "b"], ["Bingo", "Jack"]], (3, "c", "Bingo"))


def test_of_what_is_overwritten_whole_only_the_last_one_is_written() -> None:
    ((_, arrays),) = as_sets((KEEP, [("Bingo", 1), ("Jack", 2), ("Bingo", 3)]))
    assert arrays == [["Bingo", "Jack"], [3, 2]]


def test_rows_that_are_only_added_are_one_statement_also_where_they_are_the_same() -> None:
    assert len(list(as_sets((VISIT, [("Bingo", "x"), ("Bingo", "x")])))) == 1


def test_rows_are_found_by_all_their_keys_at_once() -> None:
    by_name = RowSet("pets", ("name",), ("age",), where="age > 0", order="age")
    assert selection_of(by_name, [("Bingo",), ("Jack",)]) == (
        "SELECT name, age FROM pets WHERE name = ANY($1::text[]) AND age > 0 ORDER BY age",
        [["Bingo", "Jack"]],
    )
    by_both = RowSet("pets", ("name", "owner"))
    assert selection_of(by_both, [("Bingo", b"a")])[0] == (
        "SELECT name, owner FROM unnest($1::text[], $2::bytea[]) AS given(v1, v2) JOIN pets ON name = v1 AND owner = v2"
    )
