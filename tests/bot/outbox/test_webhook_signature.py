"""Signatures, checked by a receiver that was written from the specification alone."""

import base64
import json
import re
import secrets
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.outbox.webhook_signature import read_secrets, sign
from storage.events import FIELDS, VERSION
from tests.bot.outbox.webhooks_stage import NOW, Business, World, new_secret
from tests.for_every import for_every

DOCUMENT = (Path(__file__).parents[3] / "docs" / "events.md").read_text(encoding="utf-8")


@pytest.fixture
def world() -> World:
    return World()


@pytest.mark.parametrize("change", ["body", "id", "time", "key"])
def test_what_was_changed_on_the_way_is_not_taken_for_ours(world: World, change: str) -> None:
    business = Business(world)
    keys = read_secrets(new_secret() if change == "key" else business.secret)
    headers = dict(sign(keys, "evt_1", b"{}", NOW))
    headers["webhook-id"] = "evt_2" if change == "id" else "evt_1"
    headers["webhook-timestamp"] = str(int(NOW.timestamp()) + (change == "time"))
    assert not business.verifies(headers, b"{ }" if change == "body" else b"{}")
    assert business.verifies(sign(read_secrets(business.secret), "evt_1", b"{}", NOW), b"{}")


def test_while_the_secret_is_changed_a_receiver_with_either_can_check(world: World) -> None:
    old, new = Business(world), Business(world)
    headers = sign(read_secrets(f"{new.secret}, {old.secret}"), "evt_1", b"{}", NOW)
    assert old.verifies(headers, b"{}")
    assert new.verifies(headers, b"{}")


@for_every("size", [0, 23, 65])
def test_a_secret_of_the_wrong_length_is_refused_without_being_told(size: int) -> None:
    text = base64.b64encode(secrets.token_bytes(size)).decode()
    with pytest.raises(ValueError, match="24 to 64 bytes") as refused:
        read_secrets(f"whsec_{text}")
    assert not text or text not in str(refused.value)


@for_every("text", ["", "whsec_", "whsec_not base64", "whsec_é"])
def test_what_is_no_secret_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="in base64"):
        read_secrets(text)
    with pytest.raises(ValueError, match="in base64"):
        read_secrets(f"{new_secret()},{text}")


def test_a_secret_needs_no_prefix() -> None:
    secret = new_secret()
    assert read_secrets(secret) == read_secrets(secret.removeprefix("whsec_"))


def test_the_check_in_the_documentation_takes_ours_and_no_other() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", DOCUMENT, re.DOTALL)
    written: dict[str, Any] = {}
    exec(code, written)  # noqa: S102 - our own documentation
    secret, now = new_secret(), datetime.fromtimestamp(time.time(), UTC)
    headers = sign(read_secrets(secret), "evt_1", b"{}", now)
    assert written["is_genuine"](headers, b"{}", secret)
    assert not written["is_genuine"](headers, b"{ }", secret)
    assert not written["is_genuine"](headers, b"{}", new_secret())


def test_the_body_in_the_documentation_is_of_this_version() -> None:
    (example,) = re.findall(r"```json\n(.*?)```", DOCUMENT, re.DOTALL)
    body = json.loads(example)
    assert (body["version"], tuple(body["data"])) == (VERSION, FIELDS)
