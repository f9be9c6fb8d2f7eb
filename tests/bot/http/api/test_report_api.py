"""The figures that programs read are those that agents read."""

from datetime import timedelta

from tests.bot.http.api.api_stage import open_api, problem_of
from tests.bot.turns.agents_stage import ADA, BOSS, token_in


async def test_the_funnel_of_some_days_is_that_of_today_and_of_before() -> None:
    async with open_api() as program:
        await program.office.open(ADA, token_in((await program.make(network="mtn")).json()["page"]))
        program.office.clock.at += timedelta(days=1)
        await program.make(network="airtel")
        await program.make()
        today = (await program.ask("GET", "/api/report")).json()
        both = (await program.ask("GET", "/api/report", params={"days": "2"})).json()
        await program.office.say(BOSS, "/today")
        assert "Links made today: 2" in program.office.told(BOSS)[-1]
    assert (today["days"], today["funnel"]["made"], today["funnel"]["opened"]) == (1, 2, 0)
    assert both["funnel"] == {"made": 3, "opened": 1, "agreed": 0, "code_sent": 0, "verified": 0, "linked": 0}
    assert [(each["network"], each["funnel"]["made"]) for each in both["networks"]] == [
        ("airtel", 1),
        ("mtn", 1),
        (None, 1),
    ]
    assert both["since"] == "2026-11-22T23:00:00Z"


async def test_days_are_whole_and_few() -> None:
    async with open_api() as program:
        for days in ("0", "31", "1.0", "-1", "", "x", "٣", "9" * 5000):
            assert problem_of(await program.ask("GET", "/api/report", checks=False, params={"days": days})) == (
                422,
                "invalid",
                ["days"],
            )
