"""All that the page shows, in parts as plain values: phones, SMS, events, turns, clock, script. Never how it looks."""

import json
from collections.abc import Iterator
from typing import Any

from bot.sandbox.demo.cast import OTHERS, OWN_NUMBER
from bot.sandbox.demo.script import AGENTS
from bot.sandbox.demo.web.journeys import all_journeys
from bot.sandbox.demo.web.phones import clock_of
from bot.sandbox.demo.web.scene import EVERYBODY, Scene
from bot.sandbox.demo.web.simulator import Simulator
from bot.sandbox.demo.web.turns import tell_call
from bot.sandbox.emulators.mono.numbers import DATA, FAULTS, LOG_INS
from conversations.lagos import LAGOS

Json = dict[str, Any]
NEWEST = 60  # turns and calls
NAMES = {"me": "Ada", **{who: name for who, (name, *_) in OTHERS.items()}}
NUMBERS = {"me": f"+234{OWN_NUMBER[1:]}", **{who: number for who, (_, _, number) in OTHERS.items()}}
GROUPS = {"Codes and networks": LOG_INS, "Something goes wrong": FAULTS, "What is on the line": DATA}


def catalogue() -> Json:
    """What does not change: the outcomes that the provider can give, and the journeys that can be watched."""
    outcomes = [
        {"group": group, "name": line.name, "about": line.about, "number": line.phone}
        for group, lines in GROUPS.items()
        for line in lines
    ]
    journeys = [
        {"name": each.name, "title": each.script.title, "agents": each.script.has_agents} for each in all_journeys()
    ]
    people = [
        {"who": who, "name": NAMES[who], "number": NUMBERS[who], "agent": who in AGENTS, "admin": who == "agent"}
        for who in EVERYBODY
    ]
    return {"outcomes": outcomes, "journeys": journeys, "people": people}


def parts(simulator: Simulator) -> Iterator[tuple[str, Json | list[Json]]]:
    """Each part by name. A part that is as it was need not be told again."""
    scene, now = simulator.scene, simulator.scene.now.astimezone(LAGOS)
    for who, phone in scene.phones.items():
        yield f"phone-{who}", phone.show(scene.now)
    yield "sms", _sms(scene)
    yield "events", _events(scene)
    yield "turns", _turns(scene)
    yield "clock", {"at": f"{now:%H:%M:%S}", "day": f"{now:%a %-d %b %Y}"}
    yield "scene", _scene(simulator)
    yield "script", {"text": scene.recording.text, "lines": scene.recording.length}
    yield "playback", simulator.playback.show() if simulator.playback else {}


def _sms(scene: Scene) -> list[Json]:
    inboxes = scene.stage.mono.inboxes
    ordered = sorted(((sms, phone) for phone, inbox in inboxes.items() for sms in inbox), key=lambda each: each[0].at)
    return [{"from": sms.sender, "to": phone, "text": sms.text, "at": clock_of(sms.at)} for sms, phone in ordered]


def _events(scene: Scene) -> list[Json]:
    """What the business hears, as it hears it: the account is an emulator's, and the agent one of ours."""
    told = []
    for event in scene.stage.inbox.events:
        data = {name: value for name, value in event.get("data", {}).items() if value is not None}
        told.append({"type": event.get("type", ""), "at": str(event.get("timestamp", "")), "data": data})
    return told


def _turns(scene: Scene) -> list[Json]:
    turns = [(note.at, note.told(NAMES.get(scene.who(note.contact), ""))) for note in scene.turns.notes[-NEWEST:]]
    calls = [(call.at, tell_call(call)) for call in list(scene.stage.mono.journal.calls)[-NEWEST:]]
    ordered = sorted([*turns, *calls], key=lambda each: each[0])[-NEWEST:]
    return [{**told, "at": f"{at.astimezone(LAGOS):%H:%M:%S}"} for at, told in ordered]


def _scene(simulator: Simulator) -> Json:
    scene = simulator.scene
    return {
        "begun": simulator.begun,
        "customers": scene.stage.venue.customers,
        "agents": scene.stage.venue.agents,
        "buttons": scene.stage.venue.buttons,
        "down": scene.stage.network.down,
        "dying": scene.stage.is_to_be_killed,
        "delivery": scene.next_delivery,
        "outcome": scene.stage.mono.next_role,
        "link": bool(scene.player.handed_out.token),
    }


def encode(part: Json | list[Json]) -> str:
    """On one line, as an event's data must be."""
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"), default=str)
