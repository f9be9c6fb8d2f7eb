"""Who is let in to the demo's page: who knows its address, on this machine, by its own name; and with what headers."""

import httpx

from bot.sandbox.demo.web.guard import POLICY, is_own_name
from tests.bot.sandbox.demo.web.page_stage import open_stage_with_page
from tests.for_every import for_every


async def test_only_who_knows_the_address_is_let_in() -> None:
    async with open_stage_with_page() as stage, httpx.AsyncClient() as stranger:
        page = stage.http.base_url
        assert (await stage.http.get("")).status_code == 200
        another = page.path[:-2] + ("x" if page.path[-2] != "x" else "y")  # but for its last sign
        for path in ("/", "/do", "/events", f"{another}/", "/%C3%A9/"):
            assert (await stranger.get(page.join(path))).status_code == 404
        answer = await stranger.get(page, headers={"Host": "rebound.example"})
        assert answer.status_code == 421
        assert "telcolink" not in answer.text


async def test_every_answer_forbids_what_is_not_of_the_page_itself() -> None:
    async with open_stage_with_page() as stage:
        for path in ("", "page/main.js", "page/look.css", "catalogue", "run.chat", "page/nothing.js", "pictures/me/no"):
            answer = await stage.http.get(path)
            assert answer.headers["content-security-policy"] == POLICY
            assert answer.headers["referrer-policy"] == "no-referrer"
            assert answer.headers["cache-control"] == "no-store"
    assert "unsafe" not in POLICY
    assert "http" not in POLICY


async def test_another_sites_form_can_ask_for_nothing() -> None:
    async with open_stage_with_page() as stage:
        answer = await stage.http.post("do", content='{"do": "restart"}', headers={"content-type": "text/plain"})
        assert answer.status_code == 415


@for_every("host", ["127.0.0.1:8000", "127.0.0.1", "localhost:9", "[::1]:8000", "[::1]"])
def test_this_machine_is_known_by_its_own_names(host: str) -> None:
    assert is_own_name(host)


@for_every("host", ["", "evil.example", "127.0.0.1.evil.example:80", "localhost.evil:1", "10.0.0.1:80"])
def test_no_other_name_is_its_own(host: str) -> None:
    assert not is_own_name(host)
