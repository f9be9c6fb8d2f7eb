"""What a bot's message says, read and measured as the server does it: text, caption, picture; never to whom."""

import struct
from typing import Any

from bot.sandbox.emulators.telegram.arguments import Arguments
from bot.sandbox.emulators.telegram.entities import MarkupWrong, measure, parse_html
from bot.sandbox.emulators.telegram.refusals import TelegramRefusal, bad_request
from bot.sandbox.emulators.telegram.state import Json, TelegramState

# core.telegram.org/bots/api. "Characters" are counted here in UTF-16 units, the stricter reading.
TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
ENTITY_LIMIT = 100
PHOTO_LIMIT = 10 * 1024 * 1024
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF")
_UNKNOWN_SIZE = (320, 320)


def read_text(arguments: Arguments) -> Json:
    """The `text` of a message and its `entities`, if any. Raises `TelegramRefusal`."""
    text, entities = _read_formatted(arguments, "text", "entities")
    if not text.strip():
        raise bad_request("message text is empty")
    if measure(text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return {"text": text} | ({"entities": entities} if entities else {})


def read_photo(arguments: Arguments, state: TelegramState) -> Json:
    """The `photo` of a message, uploaded or sent before, with its caption. Raises `TelegramRefusal`."""
    content: Json = {"photo": [_photo_size(_find_photo(arguments, state), state)]}
    return content | _read_caption(arguments) | ({"has_media_spoiler": True} if arguments.flag("has_spoiler") else {})


def read_document(arguments: Arguments, state: TelegramState) -> Json:
    """The `document` of a message, uploaded, with its name and caption. Raises `TelegramRefusal`."""
    name = arguments.text("document").removeprefix("attach://") or "document"
    upload = arguments.files.get(name)
    if not upload:
        raise bad_request("there is no document in the request")
    file_id = state.add_file(upload)
    size = {"file_unique_id": f"unique-{file_id}", "file_size": len(upload)}
    return {"document": {"file_id": file_id, "file_name": arguments.names.get(name, ""), **size}} | _read_caption(
        arguments
    )


def _read_caption(arguments: Arguments) -> Json:
    content: Json = {}
    caption, entities = _read_formatted(arguments, "caption", "caption_entities")
    if measure(caption) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    if caption:
        content["caption"] = caption
    if entities:
        content["caption_entities"] = entities
    return content


def _read_formatted(arguments: Arguments, name: str, entities_name: str) -> tuple[str, list[Any]]:
    text, parse_mode = arguments.text(name), arguments.text("parse_mode").lower()
    if parse_mode not in {"", "none", "html"}:
        raise bad_request("unsupported parse_mode")
    try:
        text.encode()
        formatted = parse_html(text) if parse_mode == "html" else (text, _given(arguments, entities_name))
    except UnicodeEncodeError:
        raise bad_request(f"{name} must be encoded in UTF-8") from None
    except MarkupWrong as wrong:
        raise bad_request(f"can't parse entities: {wrong}") from None
    return formatted[0], formatted[1][:ENTITY_LIMIT]


def _given(arguments: Arguments, name: str) -> list[Any]:
    entities = arguments.structure(name, "can't parse entities JSON object")
    if entities is not None and not isinstance(entities, list):
        raise bad_request("expected an Array of MessageEntity")
    return entities or []


def _find_photo(arguments: Arguments, state: TelegramState) -> str:
    given = arguments.text("photo")
    upload = arguments.files.get(given.removeprefix("attach://") or "photo")
    if upload is not None:
        _check_photo(upload)
        return state.add_file(upload)
    if given in state.files:
        return given
    if not given:
        raise bad_request("there is no photo in the request")
    raise bad_request("wrong file identifier/HTTP URL specified")


def _check_photo(upload: bytes) -> None:
    if len(upload) > PHOTO_LIMIT:
        raise TelegramRefusal(413, "Request Entity Too Large")
    if not upload.startswith(_PICTURES):
        raise bad_request("IMAGE_PROCESS_FAILED")


def _photo_size(file_id: str, state: TelegramState) -> Json:
    content = state.files[file_id]
    is_png = content.startswith(_PICTURES[0]) and len(content) >= 24
    width, height = struct.unpack(">II", content[16:24]) if is_png else _UNKNOWN_SIZE
    return {
        "file_id": file_id,
        "file_unique_id": f"unique-{file_id}",
        "width": width,
        "height": height,
        "file_size": len(content),
    }
