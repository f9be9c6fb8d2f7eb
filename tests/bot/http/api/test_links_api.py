"""The API of links, as the document describes it: made once, found, ended, with the limits and the audit of a chat."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from conversations.agents.turn import Act
from conversations.allowance import Limits
from conversations.choice import Choice
from conversations.external_reference import LONGEST
from conversations.link import Milestone
from conversations.pause import Pause
from storage.links import KEPT
from storage.program_answers import ProgramAnswers
from tests.bot.http.api.api_stage import DOCUMENT, PROGRAM, Program, open_api, problem_of
from tests.bot.turns.agents_stage import ADA, CHAT, NUMBER, PAGE, TUNDE, token_in

EXTERNAL = "LN-2026-0042"


@pytest.fixture
async def program() -> AsyncIterator[Program]:
    async with open_api() as opened:
        yield opened


async def test_a_link_is_made_with_everything_that_a_program_needs(program: Program) -> None:
    made = await program.make(number=NUMBER, network="mtn", note="rent", external_reference=EXTERNAL, language="pcm")
    link = made.json()
    assert made.status_code == 201
    token = token_in(link["page"])
    assert (link["page"], link["deep_links"]["telegram"]) == (PAGE + token, CHAT + token)
    assert set(link["deep_links"]) == {"whatsapp", "telegram"}
    assert (link["number"], link["network"], link["language"]) == ("0803 ••• 4567", "mtn", "pcm")
    assert (link["state"], link["external_reference"], link["agent"]) == ("open", EXTERNAL, PROGRAM)
    assert link["step"] is None
    assert link["warnings"] == []
    kept = await program.office.link(link["reference"])
    assert (list(kept.words), kept.note) == (link["match_words"], "rent")


async def test_customers_are_spoken_to_in_the_languages_that_the_operator_wants() -> None:
    async with open_api(languages=("en", "ha")) as program:
        for other in ("pcm", "fr"):
            refused = await program.make(language=other)
            assert problem_of(refused) == (422, "invalid", ["/language"])
            assert refused.json()["errors"][0]["detail"] == "must be en or ha"
        assert (await program.make(language="ha")).json()["language"] == "ha"
        assert (await program.make()).json()["language"] == "en"


async def test_the_customer_of_such_a_link_goes_the_usual_way_and_the_program_sees_it(program: Program) -> None:
    link = (await program.make(number=NUMBER, network="mtn", external_reference=EXTERNAL)).json()
    await program.office.agree(ADA, token_in(link["page"]))
    agreed = (await program.ask("GET", f"/api/links/{link['reference'].lower()}")).json()
    assert (agreed["state"], agreed["step"], agreed["consent_id"][:2]) == ("agreed", "network", "C-")
    assert agreed["deep_links"] == link["deep_links"]
    await program.office.ask_code(ADA)
    await program.office.finish(ADA)
    (found,) = (await program.ask("GET", "/api/links", params={"external_reference": EXTERNAL})).json()["links"]
    assert (found["state"], found["step"], found["account_id"], found["page"]) == (
        "linked",
        "summary",
        "account-1",
        None,
    )


async def test_its_customer_reads_the_two_words_that_the_program_was_told(program: Program) -> None:
    link, office = (await program.make(number=NUMBER)).json(), program.office
    words = " ".join(link["match_words"])
    await office.open(ADA, token_in(link["page"]))
    assert f"If you were given two words with it, they must be {words}." in office.told(ADA)[-1]
    await office.say(ADA, "is this real?")
    proof = office.told(ADA)[-1]
    assert f"You came by the link {link['reference']}. The words that came with it must be {words}." in proof
    assert "agent is ," not in proof


async def test_every_event_of_such_a_link_and_of_its_line_names_the_program_and_no_customer_reads_that(
    program: Program,
) -> None:
    link, office = (await program.make(number=NUMBER, network="mtn")).json(), program.office
    await office.agree(ADA, token_in(link["page"]))
    await office.ask_code(ADA)
    await office.finish(ADA)
    for word in ("mydata", "hide my balance"):
        await office.say(ADA, word)
    await office.tap(ADA, Choice.HIDE_BALANCES)
    office.clock.at += KEPT + timedelta(hours=1)
    await office.database.run(lambda tx: office.store.links.forget_old(tx, office.clock.at))
    for word in ("unlink", "yes"):
        await office.say(ADA, word)
    told = await office.events()
    ends = ["linked", "ready", "narrowed", "withdrawn"]
    assert [kind for kind, _ in told] == ["opened", "agreed", "code-sent", *ends]
    assert {data["agent"] for _, data in told} == {PROGRAM}
    assert PROGRAM not in str(office.told(ADA))


async def test_a_link_for_an_agent_is_theirs_and_they_hear_of_it(program: Program) -> None:
    link = (await program.make(number=NUMBER, agent="tunde")).json()
    assert link["agent"] == "Tunde"
    (told,) = program.office.told(TUNDE)
    assert PROGRAM in told
    assert link["reference"] in told
    await program.office.open(ADA, token_in(link["page"]))
    assert "was opened" in program.office.told(TUNDE)[-1]


async def test_what_it_did_is_in_the_audit_under_its_name(program: Program) -> None:
    link = (await program.make(agent="Tunde")).json()
    await program.ask("DELETE", f"/api/links/{link['reference']}")
    audit = program.office.store.audit.ledger
    entries = await program.office.database.read(lambda tx: [entry for _, entry in audit.entries(tx)][:2])
    acts = [(entry.name, entry.act, entry.about) for entry in entries if entry]
    about = link["reference"]
    assert acts == [(PROGRAM, Act.LINK_CANCELLED, about), (PROGRAM, Act.LINK_MADE, f"{about} Tunde")]


async def test_what_should_be_known_of_a_number_is_said(program: Program) -> None:
    first = (await program.make(number=NUMBER, network="mtn")).json()
    again = await program.make(number=NUMBER)
    assert problem_of(again)[:2] == (409, "link-open-already")
    assert again.json()["reference"] == first["reference"]
    other = (await program.make(number=NUMBER, agent="Tunde")).json()
    assert [each["code"] for each in other["warnings"]] == ["open-elsewhere"]
    await program.office.agree(ADA, token_in(first["page"]))
    await program.office.ask_code(ADA)
    await program.office.finish(ADA)
    third = (await program.make(number=NUMBER)).json()
    assert [each["code"] for each in third["warnings"]] == ["already-linked", "open-elsewhere"]


async def test_a_program_hears_that_linking_is_paused_and_what_customers_are_told() -> None:
    async with open_api(pause=Pause("back at 15:00", datetime(2026, 11, 2, tzinfo=UTC))) as program:
        made = await program.make(number=NUMBER)
    assert made.status_code == 201
    (warning,) = made.json()["warnings"]
    assert warning["code"] == "paused"
    assert warning["detail"].endswith("are told: back at 15:00")


# Once


async def test_the_same_request_again_gives_the_same_answer_and_no_second_link(program: Program) -> None:
    members = {"number": NUMBER, "external_reference": EXTERNAL}
    first = await program.make("k-1", **members)
    again = await program.make("k-1", **dict(reversed(members.items())))
    assert (again.status_code, again.content) == (201, first.content)
    assert (first.headers.get("idempotent-replayed"), again.headers["idempotent-replayed"]) == (None, "true")
    assert len(await program.office.links()) == 1
    assert problem_of(await program.make("k-1", number=NUMBER))[1] == "idempotency-key-reused"
    program.office.clock.at += timedelta(hours=24)
    answers = ProgramAnswers(program.office.store.keyring)
    assert await program.office.database.run(lambda tx: answers.forget_old(tx, program.office.clock.at)) == 1
    anew = await program.make("k-1", **members)  # the first one has ended with its day
    assert (anew.status_code, "idempotent-replayed" in anew.headers) == (201, False)
    assert len(await program.office.links()) == 2


async def test_what_was_refused_is_not_remembered(program: Program) -> None:
    assert problem_of(await program.make("k-1", agent="Nobody Else")) == (422, "invalid", ["/agent"])
    assert (await program.make("k-1", agent="Tunde")).status_code == 201


# Finding, ending


async def test_links_of_one_name_are_all_found_newest_first(program: Program) -> None:
    older = (await program.make(external_reference=EXTERNAL)).json()["reference"]
    program.office.clock.at += timedelta(minutes=1)
    newer = (await program.make(external_reference=EXTERNAL)).json()["reference"]
    found = (await program.ask("GET", "/api/links", params={"external_reference": EXTERNAL})).json()["links"]
    assert [link["reference"] for link in found] == [newer, older]
    none = await program.ask("GET", "/api/links", params={"external_reference": "LN-0"})
    assert none.json() == {"links": []}


async def test_a_link_is_ended_once_and_whoever_is_in_it_hears_that(program: Program) -> None:
    link = (await program.make(agent="Tunde")).json()
    await program.office.agree(ADA, token_in(link["page"]))
    program.office.told(TUNDE)
    path = f"/api/links/{link['reference']}"
    ended = (await program.ask("DELETE", path)).json()
    assert (ended["state"], ended["page"], ended["deep_links"]) == ("cancelled", None, {})
    assert "cannot be used any more" in program.office.told(ADA)[-1]
    assert [turn.contact for turn in program.office.turns] == [ADA]
    assert program.office.told(TUNDE) == [f"{PROGRAM} has cancelled {link['reference']}. It cannot be used any more."]
    assert (await program.ask("DELETE", path)).json() == ended
    assert program.office.told(TUNDE) == []
    kept = await program.office.link(link["reference"])
    assert (kept.milestone, kept.token) == (Milestone.CANCELLED, None)


async def test_what_has_ended_otherwise_is_not_cancelled(program: Program) -> None:
    link = (await program.make()).json()
    await program.office.open(ADA, token_in(link["page"]))
    await program.office.say(ADA, "No, thanks")
    answer = await program.ask("DELETE", f"/api/links/{link['reference']}")
    assert problem_of(answer)[:2] == (409, "link-over")
    assert answer.json()["state"] == "declined"


# Limits


async def test_a_program_makes_no_more_links_than_an_hour_allows() -> None:
    async with open_api(Limits(links_per_program_hour=2)) as program:
        for _ in range(2):
            assert (await program.make()).status_code == 201
        refused = await program.make()
        assert problem_of(refused)[:2] == (429, "limit-reached")
        assert refused.headers["retry-after"] == "3600"
        assert program.office.limits == ["links_per_program_hour"]
        program.office.clock.at += timedelta(hours=1)
        assert (await program.make()).status_code == 201


# The document


async def test_what_a_business_calls_a_link_comes_back_to_the_letter(program: Program) -> None:
    for external in ("=cmd|' /C calc'!A0", "💸 👩‍💻", "x" * LONGEST):
        assert (await program.make(external_reference=external)).json()["external_reference"] == external
        found = await program.ask("GET", "/api/links", params={"external_reference": external})
        assert [link["external_reference"] for link in found.json()["links"]] == [external]


def test_the_document_knows_the_states_that_there_are() -> None:
    assert DOCUMENT["components"]["schemas"]["Link"]["properties"]["state"]["enum"] == list(Milestone)
