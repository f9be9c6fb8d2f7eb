"""A server's database that cannot be used is told by what is the matter and what to do, before anything is changed."""

import asyncio
import re
from datetime import timedelta

import pytest

from bot.checks.finding import Verdict
from bot.checks.server import check_server
from storage.database import Database
from storage.errors import DatabaseReadOnly, DatabaseUnfit, DatabaseUnreachable
from storage.looking import is_there
from storage.place import ServerUrl
from storage.postgres.connection import find_problems, judge_version, open_session
from tests.local_postgres import LocalPostgres, find_programs

LONG = timedelta(seconds=20)


async def problems_at_start(place: ServerUrl) -> list[str]:
    with pytest.raises(DatabaseUnfit) as unfit:
        await Database.open(place)
    return unfit.value.problems


def test_a_server_that_is_too_old_is_told_its_version() -> None:
    assert judge_version(140_012) == ["PostgreSQL 14 is too old: 15 or newer is needed."]
    assert judge_version(150_000) == judge_version(180_001) == []


async def test_who_may_make_no_tables_is_told_the_right_that_is_missing(postgres: LocalPostgres) -> None:
    place = postgres.place()
    postgres.run("CREATE ROLE guest LOGIN")
    postgres.run(f"GRANT USAGE ON SCHEMA {_schema(place)} TO guest")
    (problem,) = await problems_at_start(_as(place, "guest"))
    assert problem == "guest may not make tables in its schema: GRANT CREATE on it, once."
    assert [finding.said for finding in check_server(_as(place, "guest"))] == [problem]
    assert not is_there(place)


async def test_another_programs_database_is_left_alone_and_told_as_that(postgres: LocalPostgres) -> None:
    place = postgres.place()
    postgres.run(f"CREATE TABLE {_schema(place)}.sessions (theirs int)")
    (problem,) = await problems_at_start(place)
    assert problem == "Another program's tables are in it: give the service a database of its own."
    assert [finding.said for finding in check_server(place)] == [problem]
    assert not is_there(place)


async def test_who_may_not_write_is_told_where(postgres: LocalPostgres) -> None:
    place = postgres.place()
    await (await Database.open(place)).close()
    postgres.run("CREATE ROLE reader LOGIN")
    postgres.run(f"GRANT USAGE ON SCHEMA {_schema(place)} TO reader")
    postgres.run(f"GRANT SELECT ON ALL TABLES IN SCHEMA {_schema(place)} TO reader")
    (problem,) = await problems_at_start(_as(place, "reader"))
    assert re.match(r"reader has no rights in accounts, .*sessions.*: GRANT them, or be their owner\.", problem)


async def test_a_schema_that_is_not_there_is_named(postgres: LocalPostgres) -> None:
    (problem,) = await problems_at_start(postgres.url(options="-csearch_path=nowhere"))
    assert "search_path names no schema" in problem


async def test_a_database_of_another_encoding_is_refused(postgres: LocalPostgres) -> None:
    postgres.run("CREATE DATABASE old ENCODING 'LATIN1' TEMPLATE template0 LOCALE 'C'")
    place = ServerUrl(postgres.url().reveal().replace("/postgres?", "/old?"))
    assert await problems_at_start(place) == ["Its encoding is LATIN1: make one with ENCODING 'UTF8'."]


@pytest.mark.parametrize(("what", "said"), [("user", 'role "nobody"'), ("database", 'database "nothing"')])
async def test_who_is_not_let_in_is_told_at_once(postgres: LocalPostgres, what: str, said: str) -> None:
    known = postgres.url(user="nobody" if what == "user" else "telcolink").reveal()
    place = ServerUrl(known.replace("/postgres?", "/nothing?") if what == "database" else known)
    (problem,) = await problems_at_start(place)
    assert said in problem


@pytest.mark.usefixtures("postgres")
async def test_a_standby_is_waited_for_until_it_takes_over_and_can_be_looked_into() -> None:
    programs = find_programs()
    assert programs
    own = LocalPostgres(programs)
    place = own.place()
    await (await Database.open(place)).close()
    own.stop()
    own.follow()
    own.start()
    with pytest.raises(DatabaseReadOnly, match="It is a standby, which can only be read: name the primary"):
        await Database.open(place)
    assert is_there(place)
    opening = asyncio.create_task(Database.open(place, wait_for_lock=LONG))
    own.run("SELECT pg_promote()")
    await (await opening).close()
    own.close()


async def test_who_may_only_read_for_now_is_waited_for_and_named_by_doctor(postgres: LocalPostgres) -> None:
    place = postgres.place()
    postgres.run("CREATE ROLE patient LOGIN")
    postgres.run(f"GRANT ALL ON SCHEMA {_schema(place)} TO patient")
    postgres.run("ALTER ROLE patient SET default_transaction_read_only = on")
    opening = asyncio.create_task(Database.open(_as(place, "patient"), wait_for_lock=LONG))
    (finding,) = check_server(_as(place, "patient"))
    assert (finding.verdict, finding.said[:19]) == (Verdict.WRONG, "It takes no writes ")
    postgres.run("ALTER ROLE patient RESET default_transaction_read_only")
    await (await opening).close()


async def test_a_server_that_is_not_there_is_told_without_a_password() -> None:
    with pytest.raises(DatabaseUnreachable) as unreachable:
        await Database.open(ServerUrl("postgresql://ada:hunter2@127.0.0.1:1/telcolink"))
    assert "refused" in str(unreachable.value)
    assert "hunter2" not in str(unreachable.value)


def test_nothing_is_the_matter_with_a_server_as_it_comes(postgres: LocalPostgres) -> None:
    with open_session(postgres.place()) as connection:
        assert find_problems(connection) == []


def _schema(place: ServerUrl) -> str:
    return place.reveal().rpartition("search_path%3D")[2]


def _as(place: ServerUrl, user: str) -> ServerUrl:
    return ServerUrl(place.reveal().replace("telcolink@", f"{user}@"))
