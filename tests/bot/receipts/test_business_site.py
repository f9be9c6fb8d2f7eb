"""The business's own site: believed while it names every bot of ours, asked seldom, and within bounds."""

import json
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, cast

from bot.outgoing.errors import NotSent
from bot.receipts.business_site import KEPT_FOR, LONGEST, PATIENCE, TRUSTED_FOR, BusinessSite
from tests.bot.turns.engine_stage import HandedClock
from tests.for_every import for_every

OURS = {"telegram": "@KudiBot", "whatsapp": "+2348000000000"}


@dataclass
class Answer:
    status: int
    body: bytes


@dataclass
class Web:
    """What stands at the site, and how it was asked."""

    answer: Answer | None = None
    asked: list[dict[str, Any]] = field(default_factory=list)

    async def ask(self, *_: object, **bounds: Any) -> Answer:
        self.asked.append(bounds)
        if self.answer is None:
            raise NotSent("no such name")
        return self.answer


@dataclass
class Named:
    name: str
    handle: str


def naming(bots: object, status: int = 200) -> Answer:
    return Answer(status, json.dumps({"bots": bots}).encode())


class SiteStage:
    def __init__(self) -> None:
        self.web, self.clock = Web(), HandedClock()
        self.site = BusinessSite(cast("Any", self.web), "https://kudi.example", self.clock)
        self.channels = cast("Any", {name: Named(name, handle) for name, handle in OURS.items()})

    async def shown(self, answer: Answer | None, after: timedelta = TRUSTED_FOR) -> str:
        self.web.answer = answer
        self.clock.at += after
        await self.site.look(self.channels)
        return self.site.shown


async def test_it_is_believed_while_it_names_every_bot_and_not_once_it_names_another() -> None:
    stage = SiteStage()
    assert (
        await stage.shown(naming({"telegram": "kudibot", "whatsapp": "+234 800 000 0000", "web": "x"}))
        == "kudi.example"
    )
    assert await stage.shown(naming({**OURS, "telegram": "@KudiBotLoans"})) == ""
    assert stage.web.asked[0] == {"patience": PATIENCE, "most": LONGEST}


async def test_what_was_said_before_a_clock_was_set_back_is_asked_again() -> None:
    stage = SiteStage()
    assert await stage.shown(naming(OURS)) == "kudi.example"
    assert await stage.shown(None, -timedelta(hours=2)) == ""
    assert await stage.shown(naming(OURS)) == "kudi.example"


@for_every(
    "answer",
    [
        None,
        naming(OURS, 302),
        naming(OURS, 404),
        naming(None),
        naming({"telegram": "@KudiBot"}),
        Answer(200, b"<html>"),
    ],
)
async def test_nothing_else_makes_it_believed(answer: Answer | None) -> None:
    assert await SiteStage().shown(answer) == ""


async def test_it_is_asked_again_after_ten_minutes_and_silence_is_believed_for_a_day() -> None:
    stage = SiteStage()
    await stage.shown(naming(OURS))
    assert await stage.shown(None, TRUSTED_FOR / 2) == "kudi.example"
    assert len(stage.web.asked) == 1
    assert await stage.shown(None) == "kudi.example"
    assert await stage.shown(None, KEPT_FOR) == ""


async def test_without_an_address_nothing_is_asked() -> None:
    site = BusinessSite(cast("Any", Web()), "", HandedClock())
    await site.look({})
    assert site.shown == ""
