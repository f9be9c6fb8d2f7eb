"""How a soak reads what Prometheus saw and what was measured; and that its plan goes with the rules of `deploy/`."""

import asyncio
from pathlib import Path

import yaml

from tests.soak.alarms import Firing, Happened, judge, read_firings
from tests.soak.clock import OwnClock
from tests.soak.deeds import DEEDS
from tests.soak.gate import Gate, State
from tests.soak.memory import MemoryRise, of_one_process, size_at
from tests.soak.plan import FAULTS, Fault, takes
from tests.soak.rules import FILE, hurried
from tests.soak.visitors import Pace
from tests.waiting import until

HALF_AN_HOUR = 1800
DISK = Fault("the disk full", ("TelcolinkKeepsNothing",))
DOOR = Fault("the proxy gone", ("TelcolinkChannelDown{channel=telegram,way=takes}",))
HAPPENED = [Happened(DISK, 100, 200, 300), Happened(DOOR, 300, 400, 500)]


def alerts(name: str, *times: int, **labels: str) -> dict[str, object]:
    common = {"__name__": "ALERTS", "alertname": name, "alertstate": "firing", "severity": "page", "job": "telcolink"}
    return {"metric": {**common, **labels}, "values": [[at, "1"] for at in times]}


def test_points_that_follow_each_other_are_one_firing() -> None:
    series = [alerts("TelcolinkDown", 10, 15, 20, 60), alerts("TelcolinkChannelDown", 5, way="takes", channel="sms")]
    assert read_firings(series, 5) == [
        Firing("TelcolinkChannelDown{channel=sms,way=takes}", 5, 5),
        Firing("TelcolinkDown", 10, 20),
        Firing("TelcolinkDown", 60, 60),
    ]


def test_each_fault_has_its_alarm_and_it_may_go_on_into_the_next() -> None:
    verdict = judge(HAPPENED, [Firing("TelcolinkKeepsNothing", 160, 350), Firing(DOOR.fires[0], 420, 430)])
    assert verdict.holds
    assert verdict.fired == [("the disk full", {"TelcolinkKeepsNothing": 60}), ("the proxy gone", {DOOR.fires[0]: 120})]


def test_a_fault_that_comes_again_has_its_alarm_again() -> None:
    again = Happened(DISK, 300, 400, 500)
    fired_once = judge([HAPPENED[0], again], [Firing("TelcolinkKeepsNothing", 160, 210)])
    assert fired_once.silent == [("the disk full", "TelcolinkKeepsNothing")]
    fires_still = judge([HAPPENED[0], again], [Firing("TelcolinkKeepsNothing", 160, 310)])
    assert fires_still.holds
    assert [after for _, after in fires_still.fired] == [{"TelcolinkKeepsNothing": 60}, {"TelcolinkKeepsNothing": 0}]


def test_what_fires_before_in_another_fault_or_for_another_channel_fires_for_nothing() -> None:
    elsewhere = Firing("TelcolinkChannelDown{channel=whatsapp,way=takes}", 310, 350)
    firings = [Firing("TelcolinkKeepsNothing", 50, 60), Firing("TelcolinkKeepsNothing", 310, 320), elsewhere]
    verdict = judge(HAPPENED, firings)
    assert verdict.for_nothing == firings
    assert verdict.silent == [("the disk full", "TelcolinkKeepsNothing"), ("the proxy gone", DOOR.fires[0])]


def test_every_fault_can_be_done_and_waits_for_alarms_that_there_are() -> None:
    (group,) = yaml.safe_load(FILE.read_text(encoding="utf-8"))["groups"]
    there = {rule["alert"] for rule in group["rules"]}
    assert [fault.name for fault in FAULTS] == list(DEEDS)
    assert {alarm.partition("{")[0] for fault in FAULTS for alarm in fault.fires} <= there
    assert takes(FAULTS, 1) >= HALF_AN_HOUR


def test_hurried_rules_are_the_same_in_less_time() -> None:
    text = 'expr: increase(x{a="5m"}[10m]) > 5 and y offset 1h\nfor: 2m\n'
    assert hurried(text, 10) == 'expr: increase(x{a="5m"}[60s]) > 5 and y offset 360s\nfor: 12s\n'
    assert hurried("for: 2m", 1000) == "for: 1s"


def test_memory_may_grow_at_first_and_not_for_ever() -> None:
    filled = [(60.0 * at, size) for at, size in enumerate((50.0, 90.0, 100.0, 99.0, 100.0, 101.0))]
    assert MemoryRise.of(filled).an_hour == 3600 / 100
    crowded = [(60.0 * at, 130.0 if at > 55 else 100.0) for at in range(61)]
    assert MemoryRise.of(crowded).an_hour == 0
    assert size_at(crowded, 3330.0) == 100.0
    leaking = [(60.0 * at, 100.0 + at) for at in range(61)]
    assert 55 < MemoryRise.of(leaking).an_hour < 65
    assert of_one_process(leaking, 100.0) == leaking[:2]


def test_a_process_has_a_clock_of_its_own_that_is_set_while_it_runs(tmp_path: Path) -> None:
    clock = OwnClock(tmp_path)
    assert set(clock.environment()) == ({"LD_PRELOAD", "SOAK_CLOCK"} if clock.is_there else set())
    for seconds in (0, -3600, 0):
        clock.set_apart(seconds)
        assert int.from_bytes((tmp_path / "clock").read_bytes(), "little", signed=True) == seconds


async def test_a_gate_counts_what_is_posted_and_lets_nobody_through_when_it_is_shut() -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 204 No Content\r\n\r\n")
        writer.close()

    behind = await asyncio.start_server(answer, "127.0.0.1", 0)
    gate = Gate(behind.sockets[0].getsockname()[1])
    async with behind, gate.serve() as url:
        port = int(url.rpartition(":")[2])
        assert await post(port) == b"HTTP/1.1 204 No Content\r\n\r\n"
        gate.state = State.SHUT
        assert await post(port) == b""
    assert gate.traffic.posted == {"/telegram": 1}
    assert [status for _, _, status in gate.traffic.answers] == [204]


async def post(port: int) -> bytes:
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"POST /telegram HTTP/1.1\r\nhost: a\r\n\r\n")
        answer = await reader.read()
        writer.close()
    except ConnectionError:
        return b""
    return answer


async def test_people_act_as_often_as_webhooks_are_wanted() -> None:
    came = acted = 0
    pace = Pace(1000, lambda: came)
    keeping = asyncio.create_task(pace.keep())
    try:
        while acted < 20:
            await pace.turn()
            acted, came = acted + 1, came + 1
        came += 10**6  # answers led to more than was wanted
        waiting = asyncio.create_task(pace.turn())
        asked = asyncio.create_task(until(lambda: pace._asking))
        await asked
        assert not waiting.done()
        waiting.cancel()
    finally:
        keeping.cancel()
