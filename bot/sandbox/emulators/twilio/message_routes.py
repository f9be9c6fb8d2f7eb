"""The routes of the Messages API: create, list, fetch, redact, delete, and the media of messages.

https://www.twilio.com/docs/messaging/api/message-resource
"""

from collections.abc import Mapping
from urllib.parse import parse_qs, urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route

from bot.sandbox.emulators.twilio.message_log import MessagePage
from bot.sandbox.emulators.twilio.message_requests import read_message_request
from bot.sandbox.emulators.twilio.messages import FINAL, Media, WhatsAppMessage, rfc2822
from bot.sandbox.emulators.twilio.outbound_messages import TwilioOutboundMessages
from bot.sandbox.emulators.twilio.refusals import TwilioRefusal
from bot.sandbox.emulators.twilio.state import TwilioState


class MessageRoutes:
    """The Message resource and its Media subresource."""

    def __init__(self, state: TwilioState, outbound: TwilioOutboundMessages) -> None:
        self._state, self._outbound = state, outbound
        self._uri = f"/2010-04-01/Accounts/{state.account.sid}/Messages"

    def routes(self) -> list[Mount]:
        """The two that a busy bot calls come first: routes are tried in this order."""
        one, media = "/Messages/{sid}", "/Messages/{sid}/Media"
        of_account = [
            Route("/Messages.json", self._create, methods=["POST"]),
            Route(f"{one}.json", self._update, methods=["POST"]),
            Route("/Messages.json", self._list, methods=["GET"]),
            Route(f"{one}.json", self._fetch, methods=["GET"]),
            Route(f"{one}.json", self._delete, methods=["DELETE"]),
            Route(f"{media}.json", self._list_media, methods=["GET"]),
            Route(f"{media}/{{media}}.json", self._fetch_media, methods=["GET"]),
            Route(f"{media}/{{media}}", self._download, methods=["GET"]),
            Route(f"{media}/{{media}}.json", self._delete_media, methods=["DELETE"]),
        ]
        return [Mount(f"/2010-04-01/Accounts/{self._state.account.sid}", routes=of_account)]

    async def _create(self, request: Request) -> JSONResponse:
        """201 with the initial status, whatever will become of the message."""
        message = read_message_request(await read_form(request), self._state)
        self._state.message_log.add(message)
        answer = self._json(message)
        self._outbound.begin(message)
        return JSONResponse(answer, 201)

    async def _fetch(self, request: Request) -> JSONResponse:
        return JSONResponse(self._json(self._message(request)))

    async def _update(self, request: Request) -> JSONResponse:
        """An empty body redacts. There are no scheduled messages here, so nothing can be canceled."""
        message, form = self._message(request), await read_form(request)
        if form.get("Status") == ["canceled"]:
            raise TwilioRefusal(30409)
        if form.get("Body") != [""]:
            raise TwilioRefusal(30400)
        if not (message.status in FINAL if self._state.rules.early_redaction else self._settled(message)):
            raise TwilioRefusal(20009)
        message.body, message.redacted = "", True
        message.updated_at = self._state.clock.now()
        return JSONResponse(self._json(message))

    async def _delete(self, request: Request) -> Response:
        message = self._message(request)
        if not self._settled(message):
            raise TwilioRefusal(20009)
        message.erase()
        return Response(status_code=204)

    def _settled(self, message: WhatsAppMessage) -> bool:
        """https://www.twilio.com/docs/api/errors/20009: at least a minute after it is over."""
        ended = message.final_at
        return ended is not None and self._state.clock.now() - ended >= self._state.rules.settle_time

    async def _list(self, request: Request) -> JSONResponse:
        query = dict(request.query_params)
        page = self._state.message_log.page(query)
        messages = [self._json(message) for message in page.messages]
        return JSONResponse({"messages": messages} | self._paging(page, query))

    def _paging(self, page: MessagePage, query: Mapping[str, str]) -> dict[str, object]:
        filters = {name: value for name, value in query.items() if name not in {"Page", "PageSize", "PageToken"}}

        def uri(number: int, token: str = "") -> str:
            place = {"PageSize": page.size, "Page": number} | ({"PageToken": token} if token else {})
            return f"{self._uri}.json?{urlencode(filters | place)}"

        start = page.number * page.size
        return {
            "first_page_uri": uri(0),
            "next_page_uri": uri(page.number + 1, page.token) if page.token else None,
            "previous_page_uri": uri(page.number - 1) if page.number else None,
            "uri": uri(page.number, query.get("PageToken", "")),
            "page": page.number,
            "page_size": page.size,
            "start": start,
            "end": start + max(len(page.messages) - 1, 0),
        }

    async def _list_media(self, request: Request) -> JSONResponse:
        message = self._message(request)
        return JSONResponse({"media_list": [self._media_json(message, media) for media in message.media]})

    async def _fetch_media(self, request: Request) -> JSONResponse:
        return JSONResponse(self._media_json(*self._media(request)))

    async def _download(self, request: Request) -> Response:
        media = self._media(request)[1]
        return Response(media.content, media_type=media.content_type)

    async def _delete_media(self, request: Request) -> Response:
        message, media = self._media(request)
        message.media.remove(media)
        return Response(status_code=204)

    def _message(self, request: Request) -> WhatsAppMessage:
        return self._state.message_log.find(request.path_params["sid"])

    def _media(self, request: Request) -> tuple[WhatsAppMessage, Media]:
        message = self._message(request)
        for media in message.media:
            if media.sid == request.path_params["media"]:
                return message, media
        raise TwilioRefusal(20404)

    def _json(self, message: WhatsAppMessage) -> dict[str, object]:
        return message.as_json(self._state.account.sid)

    def _media_json(self, message: WhatsAppMessage, media: Media) -> dict[str, object]:
        return {
            "sid": media.sid,
            "account_sid": self._state.account.sid,
            "parent_sid": message.sid,
            "content_type": media.content_type,
            "date_created": rfc2822(media.created_at),
            "date_updated": rfc2822(media.created_at),
            "uri": f"{self._uri}/{message.sid}/Media/{media.sid}.json",
        }


async def read_form(request: Request) -> dict[str, list[str]]:
    """A form-encoded body; blank values are values."""
    return parse_qs((await request.body()).decode(errors="replace"), keep_blank_values=True)
