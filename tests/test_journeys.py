"""Every conversation of tests/journeys, on every channel that it is for."""

from pathlib import Path

import pytest

from bot.demo.player import Player
from bot.demo.script import read_script
from bot.demo.stage import open_stage
from bot.errors import TelcolinkError

SCRIPTS = [*sorted(Path(__file__).parent.glob("journeys/*.chat")), *Path("bot/demo").glob("*.chat")]
CHANNELS = ("telegram", "whatsapp", "console")
PLAYS = [(script, channel) for script in SCRIPTS for channel in CHANNELS if read_script(script).is_for(channel)]


@pytest.mark.parametrize(("path", "channel"), PLAYS, ids=[f"{path.stem}-{channel}" for path, channel in PLAYS])
async def test_journey(path: Path, channel: str, tmp_path: Path) -> None:
    said: list[str] = []
    async with open_stage(tmp_path, channel) as stage:
        try:
            await Player(stage, stage.person(), said.append).play(read_script(path))
        except TelcolinkError as otherwise:
            raise AssertionError("\n".join([*said, "", str(otherwise)])) from None
