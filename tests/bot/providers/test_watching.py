"""Whether the provider answers and takes our key is seen without a customer, and said where it is not so."""

import httpx
from structlog.testing import capture_logs

from bot.providers.watching import watch
from tests.bot.providers.mono_stage import BROKEN, Stage, failed, said
from tests.for_every import for_every


@for_every(
    ("reply", "outcome", "told"),
    [
        (said({"status": "successful", "data": []}), "done", []),
        (said(failed(), 403), "done", []),
        (said(failed(), 401), "not_allowed", ["provider_called", "provider_refuses_us"]),
        (BROKEN, "silent", ["provider_called"]),
    ],
)
async def test_only_what_is_wrong_is_told_and_nothing_ends(
    reply: httpx.Response | Exception, outcome: str, told: list[str]
) -> None:
    stage = Stage(reply)
    with capture_logs() as lines:
        await watch(stage.mono)
    assert [line["event"] for line in lines] == told
    assert [observed[:2] for observed in stage.observed] == [("check_key", outcome)]
    assert dict(stage.requests[0].url.params) == {"page": "1"}
