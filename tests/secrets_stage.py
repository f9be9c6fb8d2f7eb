"""Looking for texts in files, in all the forms in which they may hide there; never what is secret."""

import base64
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

# What holds many digits and is nobody's secret: moments in the log, and the platform's names for its deliveries.
PUBLIC = re.compile(rb"\d{4}-\d\d-\d\dT[\d:.]+Z|telegram\d{9}(?!\d)|SM[0-9a-f]{32}")
# Six in seven bytes of a database and its log: no form of a text has more than one of them in a row.
EMPTY = re.compile(rb"\0{33,}")


def read_all(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its name, without what is public, and with little of what is empty."""
    return {path.name: _without_room(path.read_bytes()) for path in folder.rglob("*") if path.is_file()}


def _without_room(content: bytes) -> bytes:
    return EMPTY.sub(b"\0" * 32, PUBLIC.sub(b"", content))


def find(secrets: Mapping[str, str], files: Mapping[str, bytes]) -> list[str]:
    """What was found, in which form, and where. `secrets` are texts, each with what it is called."""
    wanted = {raw: f"{name} as {form}" for text, name in secrets.items() for form, raw in forms_of(text)}
    return [f"{what} in {file}" for file, content in files.items() for raw, what in wanted.items() if raw in content]


def forms_of(text: str) -> Iterator[tuple[str, bytes]]:
    """A text as bytes, in the ways in which programs write bytes down."""
    raw = text.encode()
    for written in (raw, text.encode("utf-16-le"), text.encode("utf-16-be")):
        yield "plain" if written is raw else "UTF-16", written
        yield "hex", written.hex().encode()
        yield "hex", written.hex().upper().encode()
        for skipped in range(3):
            yield from (("base64", form) for form in _base64(written, skipped))
    yield "reversed", text[::-1].encode()


def _base64(raw: bytes, skipped: int) -> Iterator[bytes]:
    """As it looks behind `skipped` other bytes, without the characters at its ends that depend on its neighbours."""
    encoded = base64.b64encode(b"\0" * skipped + raw)
    inner = encoded[(0, 2, 3)[skipped] : (skipped + len(raw)) * 8 // 6]
    yield inner
    yield inner.translate(bytes.maketrans(b"+/", b"-_"))


def numbers_of(local: str) -> Iterator[str]:
    """A Nigerian number in every form in which people and programs write it."""
    rest = local.removeprefix("0")
    yield from (local, rest, f"+234{rest}", f"234{rest}")
    yield f"{local[:4]} {local[4:7]} {local[7:]}"
    yield f"+234 {rest[:3]} {rest[3:6]} {rest[6:]}"
    yield f"{local[:4]}-{local[4:7]}-{local[7:]}"
