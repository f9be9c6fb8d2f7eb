"""Many writes of one kind are one statement, and one after the other where they change the same row."""

from storage.postgres.dialect import arrays_of, as_sets, at_once, numbered, selection_of, together
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


def test_of_many_rows_some_are_found_for_each_key() -> None:
    newest = RowSet("visits", ("pet",), ("at",), where="at > 0", order="at DESC", most=9)
    found, arrays = selection_of(newest, [("Bingo", 3), ("Jack", 0)])
    assert found == (
        "SELECT pet, v2, at FROM unnest($1::text[], $2::bigint[]) AS given(v1, v2) CROSS JOIN LATERAL"
        " (SELECT * FROM visits WHERE pet = v1 AND at > 0 ORDER BY at DESC LIMIT 9 OFFSET v2) AS page ORDER BY at DESC"
    )
    assert arrays == [["Bingo", "Jack"], [3, 0]]


def test_several_questions_are_one_statement() -> None:
    pet = arrays_of(RowSet("pets", ("name",), ("age",)), [("Bingo",)])
    asked, values = together([("SELECT $1 + $2", (1, 2)), pet])
    assert asked == (
        "SELECT (SELECT $1 + $2), (SELECT ROW(array_agg(c0), array_agg(c1))"
        " FROM (SELECT name, age FROM pets WHERE name = ANY($3::text[])) AS found(c0, c1))"
    )
    assert values == [1, 2, ["Bingo"]]


def test_changes_of_several_tables_are_one_statement() -> None:
    changed, values = at_once([*as_sets((LOSE, [("Bingo",)])), *as_sets((VISIT, [("Jack", "x")]))])
    assert changed == "WITH w0 AS (DELETE FROM pets WHERE name = $1) INSERT INTO visits (pet, note) VALUES ($2, $3)"
    assert values == ["Bingo", "Jack", "x"]
