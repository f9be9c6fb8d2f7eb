"""A tap on the wire before an application: who said what, word for word. Never a change of it."""

from dataclasses import dataclass, field

from starlette.types import ASGIApp, Message, Receive, Scope, Send


@dataclass(slots=True)
class Exchange:
    """One request and what was answered, as far as it got."""

    path: str
    headers: dict[str, str]
    asked: bytes = b""
    answered: bytes = b""


@dataclass(slots=True)
class Wire:
    """An application that hands everything on to another, and remembers it."""

    app: ASGIApp
    exchanges: list[Exchange] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        exchange = Exchange(scope["path"], headers)
        self.exchanges.append(exchange)

        async def hear() -> Message:
            message = await receive()
            exchange.asked += message.get("body", b"")
            return message

        async def say(message: Message) -> None:
            exchange.answered += message.get("body", b"")
            await send(message)

        await self.app(scope, hear, say)

    def to(self, ending: str) -> list[Exchange]:
        """Those of paths that end so, oldest first."""
        return [exchange for exchange in self.exchanges if exchange.path.endswith(ending)]
