"""The Content API of the emulated Twilio, driven with Twilio's own client, and what sending contents comes to."""

import json
from typing import Any

import pytest
import pytest_asyncio
from twilio.rest.content.v1.content import ContentList
from twilio.rest.content.v1.content.approval_create import ApprovalCreateList

from bot.sandbox.emulators.twilio import WhatsAppUser
from tests.bot.sandbox.emulators.twilio.twilio_emulator_stage import Stage
from tests.for_every import for_every

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module")
async def ada(stage: Stage) -> WhatsAppUser:
    person = stage.twilio.person("+2348030000001")
    stage.twilio.say(person, "hi")
    await stage.twilio.settle()
    return person


def buttons(*titles: str) -> list[dict[str, str]]:
    return [{"type": "QUICK_REPLY", "title": title, "id": title.lower()} for title in titles]


def items(count: int, **changes: str) -> list[dict[str, str]]:
    return [{"id": f"i{number}", "item": f"Item {number}"} | changes for number in range(count)]


async def create(stage: Stage, types: dict[str, Any], variables: dict[str, str] | None = None) -> Any:
    content = {"friendly_name": "menu", "language": "en", "variables": variables, "types": types}
    return await stage.call(stage.client.content.v1.contents.create, ContentList.ContentCreateRequest(content))


async def send(stage: Stage, ada: WhatsAppUser, sid: str, **variables: str) -> tuple[str, int | None]:
    """Status and error code of this content, sent with these variables."""
    message = await stage.send(ada.address, "", content_sid=sid, content_variables=json.dumps(variables))
    sent = await stage.call(stage.client.messages(message.sid).fetch)
    return sent.status, sent.error_code


async def test_a_content_is_made_fetched_listed_and_deleted(stage: Stage) -> None:
    types = {"twilio/quick-reply": {"body": "Hi {{1}}", "actions": buttons("Yes", "No")}}
    made = await create(stage, types, {"1": "you"})
    assert (made.sid[:2], made.language, made.variables) == ("HX", "en", {"1": "you"})
    fetched = await stage.call(stage.client.content.v1.contents(made.sid).fetch)
    assert fetched.types["twilio/quick-reply"]["actions"][0]["id"] == "yes"
    for _ in range(2):
        await create(stage, types)
    listed = await stage.call(stage.client.content.v1.contents.list, page_size=1)
    assert (len(listed), listed[0].sid) == (3, made.sid)
    await stage.call(made.delete)
    assert await stage.refusal(stage.client.content.v1.contents(made.sid).fetch) == (404, 20404)


@pytest.mark.parametrize(
    "types",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"twilio/schedule": {"id": "1"}}, id="not emulated"),
        pytest.param({"twilio/text": {"body": ""}}, id="no body"),
        pytest.param({"twilio/text": {"body": "x" * 1601}}, id="long text"),
        pytest.param({"twilio/quick-reply": {"body": "x" * 1025, "actions": buttons("A")}}, id="long body"),
        pytest.param({"twilio/quick-reply": {"body": "x", "actions": []}}, id="no buttons"),
        pytest.param({"twilio/quick-reply": {"body": "x", "actions": buttons(*"ABCDEFGHIJK")}}, id="11 buttons"),
        pytest.param({"twilio/quick-reply": {"body": "x", "actions": buttons("T" * 21)}}, id="long button"),
        pytest.param({"twilio/quick-reply": {"body": "x", "actions": buttons("A", "A")}}, id="twins"),
        pytest.param({"twilio/list-picker": {"body": "x", "button": "B", "items": items(11)}}, id="11 items"),
        pytest.param({"twilio/list-picker": {"body": "x", "button": "B", "items": []}}, id="no items"),
        pytest.param(
            {"twilio/list-picker": {"body": "x", "button": "B", "items": items(1, item="I" * 25)}}, id="long item"
        ),
        pytest.param(
            {"twilio/list-picker": {"body": "x", "button": "B", "items": items(1, id="I" * 201)}}, id="long id"
        ),
        pytest.param(
            {"twilio/list-picker": {"body": "x", "button": "B", "items": items(1, description="D" * 73)}},
            id="long description",
        ),
        pytest.param({"twilio/list-picker": {"body": "x", "button": "B" * 21, "items": items(1)}}, id="long opener"),
        pytest.param(
            {"twilio/call-to-action": {"body": "x", "actions": [{"type": "URL", "title": "Go"}]}}, id="no target"
        ),
    ],
)
async def test_what_breaks_a_limit_is_not_stored(stage: Stage, types: dict[str, Any]) -> None:
    request = ContentList.ContentCreateRequest({"language": "en", "types": types})
    assert await stage.refusal(stage.client.content.v1.contents.create, request) == (400, 20001)


async def test_the_phone_shows_the_richest_kind_with_its_variables_filled_in(stage: Stage, ada: WhatsAppUser) -> None:
    made = await create(
        stage,
        {
            "twilio/text": {"body": "plain"},
            "twilio/quick-reply": {"body": "Hi {{1}}, {{name}}", "actions": buttons("Yes {{1}}", "No")},
        },
        {"1": "you", "name": "friend"},
    )
    assert await send(stage, ada, made.sid, name='Bola & "Co"') == ("delivered", None)
    shown = ada.chat[-1].shown
    assert shown.text == 'Hi you, Bola & "Co"'
    assert [choice.title for choice in shown.choices] == ["Yes you", "No"]
    assert ada.chat[-1].body == shown.text


async def test_links_files_and_places_are_shown_too(stage: Stage, ada: WhatsAppUser) -> None:
    link = {"type": "URL", "title": "Go", "url": "https://x.example/{{1}}"}
    made = await create(stage, {"twilio/call-to-action": {"body": "x", "actions": [link]}}, {"1": "a"})
    await send(stage, ada, made.sid)
    assert ada.chat[-1].shown.links[0].target == "https://x.example/a"
    made = await create(stage, {"twilio/location": {"latitude": 6.45, "longitude": 3.39, "label": "Lagos"}})
    await send(stage, ada, made.sid)
    assert ada.chat[-1].shown.place is not None
    made = await create(stage, {"twilio/media": {"body": "x", "media": [f"{stage.url}/nowhere.png"]}})
    assert await send(stage, ada, made.sid) == ("failed", 63019)


@for_every(
    ("variables", "code"),
    [
        ("{'1': 'x'}", 21656),
        ('["x"]', 21656),
        ('{"1": ""}', 21656),
        ('{"1": null}', 21656),
        ('{"1": 1}', 21656),
        ("{}", 21656),
        ('{"2": "x"}', 21656),
        (r'{"1": "a\nb"}', 21656),
        (r'{"1": "a\tb"}', 21656),
        ('{"1": "a     b"}', 21656),
        (json.dumps({"1": "x" * 1601}), 21658),
    ],
)
async def test_variables_that_are_wrong_are_refused_at_once(
    stage: Stage, ada: WhatsAppUser, variables: str, code: int
) -> None:
    made = await create(stage, {"twilio/text": {"body": "Hi {{1}}"}})
    order = {"to": ada.address, "from_": stage.twilio.sender, "content_sid": made.sid}
    refusal = await stage.refusal(stage.client.messages.create, **order, content_variables=variables)
    assert refusal == (400, code)


async def test_four_spaces_in_a_variable_and_new_lines_in_the_template_are_fine(
    stage: Stage, ada: WhatsAppUser
) -> None:
    made = await create(stage, {"twilio/text": {"body": "Hi\n{{1}}!"}})
    assert await send(stage, ada, made.sid, **{"1": "a    b"}) == ("delivered", None)
    assert ada.chat[-1].shown.text == "Hi\na    b!"


async def test_a_variable_that_makes_a_part_too_long_fails_under_way(stage: Stage, ada: WhatsAppUser) -> None:
    made = await create(stage, {"twilio/quick-reply": {"body": "x", "actions": buttons("{{1}}")}})
    assert await send(stage, ada, made.sid, **{"1": "t" * 21}) == ("undelivered", 63021)


async def test_more_than_three_buttons_need_approval(stage: Stage, ada: WhatsAppUser) -> None:
    made = await create(stage, {"twilio/quick-reply": {"body": "x", "actions": buttons(*"ABCD")}})
    assert await send(stage, ada, made.sid) == ("undelivered", 63021)
    await ask_approval(stage, made.sid)
    assert stage.twilio.approve(made.sid)
    assert await send(stage, ada, made.sid) == ("delivered", None)


async def ask_approval(stage: Stage, sid: str, name: str = "menu") -> Any:
    request = ApprovalCreateList.ContentApprovalRequest({"name": name, "category": "UTILITY"})
    return await stage.call(stage.client.content.v1.contents(sid).approval_create.create, request)


async def test_only_an_approved_template_opens_a_conversation(stage: Stage, ada: WhatsAppUser) -> None:
    made = await create(stage, {"twilio/text": {"body": "Hello {{1}}, welcome back."}}, {"1": "Ada"})
    asked = await ask_approval(stage, made.sid)
    assert (asked.status, asked.name) == ("received", "menu")
    stage.twilio.advance(25 * 3600)
    assert await send(stage, ada, made.sid) == ("undelivered", 63016)
    stage.twilio.approve(made.sid)
    fetched = await stage.call(stage.client.content.v1.contents(made.sid).approval_fetch().fetch)
    assert fetched.whatsapp["status"] == "approved"
    assert await send(stage, ada, made.sid) == ("delivered", None)


@pytest.mark.parametrize("body", ["{{1}} comes first", "last comes {{1}}", "two {{1}}{{2}} together"])
async def test_meta_rejects_variables_at_the_edges_or_side_by_side(stage: Stage, body: str) -> None:
    made = await create(stage, {"twilio/text": {"body": body}}, {"1": "a", "2": "b"})
    await ask_approval(stage, made.sid)
    assert not stage.twilio.approve(made.sid)
    fetched = await stage.call(stage.client.content.v1.contents(made.sid).approval_fetch().fetch)
    assert fetched.whatsapp["status"] == "rejected"


async def test_a_list_cannot_be_put_forward_and_names_are_lower_case(stage: Stage) -> None:
    made = await create(stage, {"twilio/list-picker": {"body": "x", "button": "B", "items": items(10)}})
    text = await create(stage, {"twilio/text": {"body": "x"}})
    asking = stage.client.content.v1.contents
    request = ApprovalCreateList.ContentApprovalRequest({"name": "menu", "category": "UTILITY"})
    loud = ApprovalCreateList.ContentApprovalRequest({"name": "MENU", "category": "UTILITY"})
    assert await stage.refusal(asking(made.sid).approval_create.create, request) == (400, 20001)
    assert await stage.refusal(asking(text.sid).approval_create.create, loud) == (400, 20001)


async def test_a_list_of_ten_needs_no_approval(stage: Stage, ada: WhatsAppUser) -> None:
    made = await create(stage, {"twilio/list-picker": {"body": "x", "button": "B", "items": items(10)}})
    assert await send(stage, ada, made.sid) == ("delivered", None)
    assert len(ada.chat[-1].shown.choices) == 10
