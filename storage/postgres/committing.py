"""A group of jobs, attempted in one transaction and committed. Never the queue in which they wait."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import chain
from typing import Any

import psycopg
from psycopg.pq import TransactionStatus

from storage.errors import CommitUnknown, WritesRefused
from storage.group import Group
from storage.jobs import Job
from storage.postgres.failures import storage_error
from storage.postgres.transaction import GroupStatements, PostgresTransaction, Server
from storage.transaction import Wanted

NUMBERED = ("outbox",)  # the tables whose turns need numbers: they are asked for with what a turn reads


def commit(connection: Server, jobs: Sequence[Job[Any]], fence: int | None = None, *, alone: bool = True) -> None:
    """Attempt all jobs and commit them. If this raises, none of them was done, but for `CommitUnknown`.

    Where one of them did what cannot be kept or undone with the others, each is attempted anew with its own statements,
    so that it fails alone. With a `fence` only while the lease is of that epoch; `alone`, or beside whoever has the
    database. Raises a `StorageError`, or what is no `Exception` as it came.
    """
    try:
        statements = GroupStatements(connection)
        statements.begin(fence, alone=alone)
        _attempt(connection, jobs, statements, in_sets=True)
    except WritesRefused:
        each = PostgresTransaction(connection)
        each.begin(fence, alone=alone)
        _attempt(connection, jobs, each, in_sets=False)


def _attempt(
    connection: Server,
    jobs: Sequence[Job[Any]],
    statements: PostgresTransaction,
    *,
    in_sets: bool,
) -> None:
    try:
        if in_sets:
            _attempt_as_group(jobs, statements)
        else:
            _attempt_each(jobs, statements)
        statements.commit()
    except BaseException as error:
        _undo(connection)
        if statements.committing and statements.identity and connection.broken:
            raise CommitUnknown(statements.identity) from error
        if isinstance(error, Exception):
            raise statements.judge(error) or storage_error(error) from error
        raise


def _attempt_as_group(jobs: Sequence[Job[Any]], statements: PostgresTransaction) -> None:
    group = Group(statements, chain.from_iterable(job.wanted for job in jobs))
    wanted = {rows.table for job in jobs for rows, _ in job.wanted}
    if wanted:
        statements.expect_writes([table for table in NUMBERED if table in wanted], 2 * len(jobs))
        group.read_wanted()
        group.want(chain.from_iterable(_expected_by(job, group, statements) for job in jobs))
        group.read_wanted()
    for job in jobs:
        job.attempt(group)
    group.write_out()


def _expected_by(job: Job[Any], group: Group, statements: PostgresTransaction) -> tuple[Wanted, ...]:
    """Nothing where telling it breaks: it is asked for when it is needed, and what is wrong is met by the job alone."""
    try:
        return job.expects(group)
    except Exception as error:
        if whole := statements.judge(error):
            raise whole from error
        return ()


def _attempt_each(jobs: Iterable[Job[Any]], statements: PostgresTransaction) -> None:
    for job in jobs:
        job.attempt(statements)


def _undo(connection: Server) -> None:
    """A connection on which that fails is lost, and the transaction with it."""
    with suppress(psycopg.Error):
        if connection.info.transaction_status is not TransactionStatus.IDLE:
            connection.execute("ROLLBACK")
