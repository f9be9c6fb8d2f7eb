"""Telegram's HTML turned into text and entities, as strictly as the server does it; no other parse mode."""

import re
from dataclasses import dataclass, field
from typing import Any

Entity = dict[str, Any]

_TYPES = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    **dict.fromkeys(("span", "tg-spoiler"), "spoiler"),
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_ATTRIBUTE = r"""\s+([^\s>=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[A-Za-z0-9.-]*))?"""
_NAME = re.compile(r"</?([^\s>]*)")
_START = re.compile(rf"<[^\s>]*((?:{_ATTRIBUTE})*)\s*>")
_END = re.compile(r"</([^\s>]*)\s*>")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


class MarkupWrong(Exception):  # noqa: N818 - a noun from the catcher's side
    """HTML that the server refuses; the message is what comes after "can't parse entities: "."""


@dataclass(slots=True)
class _Open:
    name: str
    offset: int
    attributes: dict[str, str]


@dataclass(slots=True)
class _Reader:
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    open: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def add(self, source: str) -> None:
        piece = _REFERENCE.sub(_character, source)
        self.pieces.append(piece)
        self.length += measure(piece)

    def close(self) -> None:
        tag = self.open.pop()
        if self.length > tag.offset:
            length = self.length - tag.offset
            entity = {"type": _TYPES[tag.name], "offset": tag.offset, "length": length}
            self.entities.append(entity | self._details(tag))

    def _details(self, tag: _Open) -> Entity:
        if tag.name == "a":
            inside = "".join(self.pieces).encode("utf-16-le")[2 * tag.offset :].decode("utf-16-le")
            return {"url": tag.attributes.get("href") or inside}
        if tag.name == "tg-emoji":
            return {"custom_emoji_id": tag.attributes.get("emoji-id", "")}
        if "expandable" in tag.attributes:
            return {"type": "expandable_blockquote"}
        return {}


def measure(text: str) -> int:
    """The length in UTF-16 code units, which is what entities count in."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """The text that is shown, and its entities in order. Raises `MarkupWrong`."""
    reader = _Reader()
    position = 0
    while (start := source.find("<", position)) >= 0:
        reader.add(source[position:start])
        position = _read_tag(reader, source, start)
    reader.add(source[position:])
    if reader.open:
        raise MarkupWrong(f'Can\'t find end tag corresponding to start tag "{reader.open[-1].name}"')
    return "".join(reader.pieces), sorted(reader.entities, key=lambda e: (e["offset"], -e["length"]))


def _read_tag(reader: _Reader, source: str, start: int) -> int:
    if source.startswith("</", start):
        return _read_end(reader, source, start)
    return _read_start(reader, source, start)


def _read_start(reader: _Reader, source: str, start: int) -> int:
    found = _NAME.match(source, start)
    if found is None or found.end() == len(source):
        raise _wrong(source, start, "Unclosed start tag")
    name = found[1].lower()
    if name not in _TYPES:
        raise _wrong(source, start, f'Unsupported start tag "{name}"')
    tag = _START.match(source, start)
    if tag is None:
        raise _wrong(source, start, f'Unclosed start tag "{name}"')
    attributes = {key.lower(): _value(quoted) for key, quoted in re.findall(_ATTRIBUTE, tag[1])}
    if name == "span" and attributes.get("class") != "tg-spoiler":
        raise _wrong(source, start, 'Tag "span" must have class "tg-spoiler"')
    reader.open.append(_Open(name, reader.length, attributes))
    return tag.end()


def _read_end(reader: _Reader, source: str, start: int) -> int:
    if not reader.open:
        raise _wrong(source, start, "Unexpected end tag")
    tag = _END.match(source, start)
    if tag is None:
        raise _wrong(source, start, "Unclosed end tag")
    name, expected = tag[1].lower(), reader.open[-1].name
    if name not in {"", expected}:
        raise _wrong(source, start, "Unmatched end tag", f', expected "</{expected}>", found "</{name}>"')
    reader.close()
    return tag.end()


def _wrong(source: str, start: int, reason: str, details: str = "") -> MarkupWrong:
    return MarkupWrong(f"{reason} at byte offset {len(source[:start].encode())}{details}")


def _value(quoted: str) -> str:
    text = quoted[1:-1] if quoted[:1] in {'"', "'"} else quoted.lower()
    return _REFERENCE.sub(_character, text)


def _character(reference: re.Match[str]) -> str:
    hexadecimal, decimal, name = reference.groups()
    if name:
        return _NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    valid = 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF
    return chr(code) if valid else reference[0]
