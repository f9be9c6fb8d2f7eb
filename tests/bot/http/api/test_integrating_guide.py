"""docs/integrating.md is true: its requests are taken, its answers have our members, every kind stands in it."""

import json
import re
from pathlib import Path

from bot.http.api.orders import READERS
from bot.http.api.problems import KINDS, NAMESPACE
from conversations.agents.session import LONGEST_NOTE
from conversations.link import Milestone, Place
from tests.bot.http.api.api_stage import DOCUMENT, open_api
from tests.bot.turns.agents_stage import BISI

GUIDE = (Path(__file__).parents[4] / "docs" / "integrating.md").read_text(encoding="utf-8")
DESCRIBED = DOCUMENT["components"]["schemas"]["Link"]["properties"]
ORDER, ANSWER, _, PROBLEM = map(json.loads, re.findall(r"```json\n(.*?)```", GUIDE, re.DOTALL))


async def test_the_link_of_the_guide_is_made_and_answered_as_it_says() -> None:
    async with open_api() as program:
        await program.office.recruit(BISI, "Ada Obi")
        link = (await program.make(**ORDER)).json()
    made = {name: link[name] for name in ("external_reference", "state", "agent", "number", "network", "made_at")}
    assert made == {name: ANSWER[name] for name in made}
    assert (list(link), set(link["deep_links"])) == (list(ANSWER), set(ANSWER["deep_links"]))


async def test_the_problem_of_the_guide_is_ours_to_the_letter() -> None:
    async with open_api() as program:
        answer = await program.ask("POST", "/api/links", checks=False, json={"number": 8031234567})
    assert answer.json() == PROBLEM


def test_every_member_kind_and_state_stands_in_the_guide() -> None:
    named = {
        word for row in re.findall(r"^\| (`.*?) \|", GUIDE, re.MULTILINE) for word in re.findall(r"`([\w-]+)`", row)
    }
    assert set(READERS) == set(ORDER)
    assert {*READERS, *KINDS} <= named
    assert NAMESPACE in PROBLEM["type"]
    assert all(f"`{state}`" in GUIDE for state in Milestone)
    places = {place.value for place in Place if place.value}
    told = GUIDE.partition("`step` says")[2].partition(" null while")[0]
    assert set(re.findall(r"`([^`]+)`", told)) == places
    assert f": {', '.join(place.value for place in Place if place.value)} (" in DESCRIBED["step"]["description"]
    assert f"up to {LONGEST_NOTE} characters for the agent" in GUIDE
