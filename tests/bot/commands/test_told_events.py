"""From the bodies that the business's system kept to what it was told; what is none is said, and never passed over."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.commands.customers.told_events import NoEvents, Told, ToldEvents, read_told
from tests.for_every import for_every

AT = "2026-11-23T09:30:00.000Z"
ENDED = {"type": "line.withdrawn", "timestamp": AT, "data": {"account_id": "acc", "consent_id": "C-ABCDEFGH"}}
TOLD = Told("line.withdrawn", "acc", "C-ABCDEFGH", datetime(2026, 11, 23, 9, 30, tzinfo=UTC))
OPENED = {"type": "link.opened", "timestamp": AT, "data": {"account_id": None}}
TRIAL = {"type": "telcolink.ping", "timestamp": AT, "data": {}}


@for_every(
    ("content", "read"),
    [
        (json.dumps(ENDED).encode(), ToldEvents((TOLD,))),
        (json.dumps(ENDED).encode("utf-8-sig") + b"\r\n\r\n", ToldEvents((TOLD,))),  # as an editor saves it
        (b"\n".join(json.dumps(each).encode() for each in (OPENED, TRIAL, ENDED)), ToldEvents((TOLD,))),
        (json.dumps(ENDED | {"timestamp": "2026-11-23 09:30"}).encode(), ToldEvents((TOLD,))),  # as a database shows it
        (
            json.dumps(ENDED).encode() + b'\nno event\n\xff\xfe\n[]\n{}\n{"data": 1}',
            ToldEvents((TOLD,), (2, 3, 4, 5, 6)),
        ),
    ],
)
def test_each_body_is_read_and_each_line_that_is_none_is_named(
    content: bytes, read: ToldEvents, tmp_path: Path
) -> None:
    path = tmp_path / "events.jsonl"
    path.write_bytes(content)
    assert read_told(path) == read


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", json.dumps([ENDED]).encode(), json.dumps(ENDED, indent=1).encode()]
)
def test_a_file_without_an_event_tells_nothing_and_that_is_said(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_bytes(content)
    with pytest.raises(NoEvents, match="one on a line"):
        read_told(path)
