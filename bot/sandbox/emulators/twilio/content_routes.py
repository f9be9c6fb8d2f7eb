"""The routes of the Content API: create, list, fetch, delete, and asking Meta for approval.

https://www.twilio.com/docs/content-api/content-api-resources
"""

from typing import Literal

from pydantic import BaseModel, Field, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.emulators.twilio.contents import Content
from bot.sandbox.emulators.twilio.paging import listing
from bot.sandbox.emulators.twilio.refusals import TwilioRefusal
from bot.sandbox.emulators.twilio.state import TwilioState


class ApprovalRequest(BaseModel):
    """What Meta is asked with: a name of small letters, digits and underscores, and one of its three categories."""

    name: str = Field(pattern=r"^[a-z0-9_]{1,512}$")
    category: Literal["UTILITY", "MARKETING", "AUTHENTICATION"]


class ContentRoutes:
    """The Content resource and its approval requests."""

    def __init__(self, state: TwilioState) -> None:
        self._state = state

    def routes(self) -> list[Route]:
        one = "/v1/Content/{sid}"
        return [
            Route("/v1/Content", self._create, methods=["POST"]),
            Route("/v1/Content", self._list, methods=["GET"]),
            Route(one, self._fetch, methods=["GET"]),
            Route(one, self._delete, methods=["DELETE"]),
            Route(f"{one}/ApprovalRequests", self._fetch_approval, methods=["GET"]),
            Route(f"{one}/ApprovalRequests/whatsapp", self._ask_approval, methods=["POST"]),
        ]

    async def _create(self, request: Request) -> JSONResponse:
        content = self._state.contents.create(await request.body(), self._state.clock.now())
        return JSONResponse(self._json(content), 201)

    async def _list(self, request: Request) -> JSONResponse:
        contents = [self._json(content) for content in self._state.contents.everything()]
        return listing(request, "contents", contents)

    async def _fetch(self, request: Request) -> JSONResponse:
        return JSONResponse(self._json(self._content(request)))

    async def _delete(self, request: Request) -> Response:
        self._state.contents.delete(request.path_params["sid"])
        return Response(status_code=204)

    async def _ask_approval(self, request: Request) -> JSONResponse:
        """Meta's word comes later, by the control routes."""
        content = self._content(request)
        try:
            asked = ApprovalRequest.model_validate_json(await request.body())
        except ValidationError:
            raise TwilioRefusal(20001, "Invalid name or category") from None
        if content.kind == "twilio/list-picker":
            raise TwilioRefusal(20001, "A list picker cannot be approved")
        content.approval, content.approval_name, content.category = "received", asked.name, asked.category
        return JSONResponse(_approval(content), 201)

    async def _fetch_approval(self, request: Request) -> JSONResponse:
        content = self._content(request)
        url = f"https://content.twilio.com/v1/Content/{content.sid}/ApprovalRequests"
        identity = {"sid": content.sid, "account_sid": self._state.account.sid, "url": url}
        return JSONResponse(identity | {"whatsapp": _approval(content) if content.approval else None})

    def _content(self, request: Request) -> Content:
        return self._state.contents.find(request.path_params["sid"])

    def _json(self, content: Content) -> dict[str, object]:
        made, url = f"{content.created_at:%Y-%m-%dT%H:%M:%SZ}", f"https://content.twilio.com/v1/Content/{content.sid}"
        return {
            "sid": content.sid,
            "account_sid": self._state.account.sid,
            "friendly_name": content.draft.friendly_name,
            "language": content.draft.language,
            "variables": content.draft.variables or {},
            "types": content.draft.types,
            "date_created": made,
            "date_updated": made,
            "url": url,
            "links": {
                "approval_create": f"{url}/ApprovalRequests/whatsapp",
                "approval_fetch": f"{url}/ApprovalRequests",
            },
        }


def _approval(content: Content) -> dict[str, object]:
    return {
        "name": content.approval_name,
        "category": content.category,
        "content_type": content.kind,
        "status": content.approval,
        "rejection_reason": "INVALID_FORMAT" if content.approval == "rejected" else "",
        "allow_category_change": True,
    }
