"""What an agent on WhatsApp hears who has not written for a day: nothing is lost, and it comes first."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.outbox.payloads import NOTICE
from tests.bot.channels.whatsapp_board import Board
from tests.bot.channels.whatsapp_stage import ADAS_NUMBER, open_stage, said_to

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_who_was_silent_for_a_day_hears_the_end_of_a_link_first_thing_on_their_next_message(
    board: Board, tmp_path: Path
) -> None:
    async with open_stage(board, tmp_path, ADMINS=f"whatsapp:{ADAS_NUMBER}") as stage:
        agent = stage.twilio.person(ADAS_NUMBER)
        await stage.hears(agent, "/name Ada Obi")
        made = await stage.hears(agent, "/link mtn school fees", 2)
        reference = made[0].split()[1]
        stage.clock.advance(timedelta(hours=25).total_seconds())
        seen = len(said_to(agent))
        await stage.sweeps.links()
        await stage.idle()
        assert (await stage.outbox())[-1] == (NOTICE, "held")
        assert len(said_to(agent)) == seen
        ended, board_page = await stage.hears(agent, "links", 2)
        assert ended.startswith(f"{reference} has ended by itself")
        assert reference in board_page
