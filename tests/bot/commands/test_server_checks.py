"""What doctor says of a server: what it is, what is wrong with it, and what would be lost with it."""

from bot.checks.finding import Verdict
from bot.checks.server import check_server, judge_server
from conversations.changing import replace
from storage.database import Database
from storage.migrations import Migration, read_twins
from storage.place import ServerUrl
from storage.postgres.examination import ServerFacts
from tests.for_every import for_every
from tests.local_postgres import LocalPostgres

SHAPE = read_twins()[-1].number
ALONE = ServerFacts("15.18", SHAPE, True, True, "on", confirming=False, standbys=0, pooled=False)


@for_every(
    ("facts", "verdict", "said"),
    [
        (ALONE, Verdict.OK, "on this server's disk, and in your backups"),
        (replace(ALONE, standbys=2), Verdict.WARN, "no standby confirms"),
        (replace(ALONE, standbys=1, confirming=True), Verdict.OK, "outlives the server"),
        (replace(ALONE, standbys=1, confirming=True, waits_for="local"), Verdict.WARN, "synchronous_commit is local"),
        (replace(ALONE, survives_power_loss=False), Verdict.WRONG, "does not sync"),
    ],
)
def test_what_would_be_lost_with_it_is_said(facts: ServerFacts, verdict: Verdict, said: str) -> None:
    finding = judge_server(facts)[-1]
    assert finding.verdict is verdict
    assert said in finding.said


def test_its_version_and_shape_are_said() -> None:
    assert [finding.said for finding in judge_server(replace(ALONE, pooled=True))[:2]] == [
        "PostgreSQL 15.18, through a pooler",
        f"opens, is sound, and has this release's shape ({SHAPE})",
    ]
    assert "will be made at the first start" in judge_server(replace(ALONE, shape=0))[1].said


async def test_a_schema_of_a_newer_release_is_wrong(postgres: LocalPostgres) -> None:
    place = postgres.place()
    newer = (*read_twins(), Migration(SHAPE + 1, "newer.sql", "SELECT 1"))
    await (await Database.open(place, migrations=newer)).close()
    finding = check_server(place)[1]
    assert (finding.verdict, finding.advice) == (Verdict.WRONG, "Start the newer release.")


def test_what_keeps_it_from_being_used_is_wrong(postgres: LocalPostgres) -> None:
    nobody, nowhere = postgres.url(user="nobody"), postgres.url(options="-csearch_path=nowhere")
    absent = ServerUrl("postgresql://ada:hunter2@127.0.0.1:1/telcolink")
    found = [finding for place in (nobody, nowhere, absent) for finding in check_server(place)]
    assert {finding.verdict for finding in found} == {Verdict.WRONG}
    words = ('role "nobody"', "search_path names no schema", "refused")
    assert all(said in each.said for said, each in zip(words, found, strict=True))
    assert "hunter2" not in str(found)
