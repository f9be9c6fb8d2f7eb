"""A small number of what `make hostile` sends by the 100,000: none is served, none is an error of ours."""

from pathlib import Path

from tests.hostile.running import under_attack

A_FEW = 300


async def test_nobody_is_served_who_may_not_be_and_others_are(tmp_path: Path) -> None:
    async with under_attack(tmp_path, A_FEW) as (town, outcome):
        assert sum(outcome.statuses.values()) == A_FEW
        assert outcome.served == []
        assert outcome.genuine
        assert outcome.lost == 0
        assert town.server.said.count("webhook_refused") < 20  # not a line for each
