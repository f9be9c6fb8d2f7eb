"""However an answer is cut into pieces it is read the same, and whatever else comes ends the connection."""

import asyncio
from itertools import pairwise
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from bot.outgoing.connection import HttpConnection
from bot.outgoing.errors import ConnectionBroke, MaybeSent
from bot.outgoing.messages import HttpAnswer
from tests.for_every import for_every

ANSWERS = [
    b"HTTP/1.1 200 OK\r\nX: y\r\ncontent-length: 5\r\n\r\nhello",
    b"HTTP/1.1 200 OK\r\nX: y\r\ntransfer-encoding: chunked\r\n\r\n2\r\nhe\r\n3;a=b\r\nllo\r\n0\r\nz: z\r\n\r\n",
    b"HTTP/1.1 102 Processing\r\nX: n\r\n\r\nHTTP/1.1 200 OK\r\nX: y\r\nContent-Length: 5\r\n\r\nhello",
    b"HTTP/1.1 200 OK\r\nX: y\r\nconnection: close\r\ncontent-length: 5\r\n\r\nhello",
]


class Wire:
    """Stands for a transport: what goes out, and whether it was closed."""

    def __init__(self, connection: HttpConnection) -> None:
        self.written: list[bytes] = []
        self.closed = False
        self._connection = connection
        connection.connection_made(cast("asyncio.Transport", self))

    def write(self, data: bytes) -> None:
        assert not self.closed
        self.written.append(data)

    def is_closing(self) -> bool:
        return self.closed

    def get_write_buffer_size(self) -> int:
        return 0

    def abort(self) -> None:
        self.closed = True

    def hang_up(self) -> None:
        """As a server does, after which nothing comes."""
        if not self.closed:
            self._connection.eof_received()
        self.closed = True
        self._connection.connection_lost(None)


def outcome_of(pieces: list[bytes], most: int = 1_000) -> tuple[HttpAnswer | MaybeSent, bool]:
    """What comes of one request whose server says `pieces` and hangs up; and whether it could have been used again."""

    async def exchange() -> tuple[HttpAnswer | MaybeSent, bool]:
        loop = asyncio.get_running_loop()
        connection = HttpConnection(loop)
        wire = Wire(connection)
        waiting = connection.ask(b"?", most, loop.time() + 60)
        for piece in pieces:
            if piece and not wire.closed:
                connection.data_received(piece)
        lasting = connection.is_free
        wire.hang_up()
        assert connection.gone.done()
        try:
            return await waiting, lasting
        except MaybeSent as error:
            return error, lasting

    return asyncio.run(exchange())


def cut(data: bytes, places: list[int]) -> list[bytes]:
    ends = [0, *sorted(place % (len(data) + 1) for place in places), len(data)]
    return [data[start:end] for start, end in pairwise(ends)]


@given(st.sampled_from(ANSWERS), st.lists(st.integers(0, 1_000)))
def test_an_answer_is_the_same_however_it_is_cut(answer: bytes, places: list[int]) -> None:
    read, lasting = outcome_of(cut(answer, places))
    assert isinstance(read, HttpAnswer)
    assert (read.status, read.body, read.header("x")) == (200, b"hello", "y")
    assert lasting is (b"close" not in answer)


@given(st.sampled_from(ANSWERS), st.binary(min_size=1), st.lists(st.integers(0, 1_000), max_size=3))
def test_nothing_is_asked_over_a_connection_after_what_does_not_belong(
    answer: bytes, excess: bytes, places: list[int]
) -> None:
    read, lasting = outcome_of([answer + b"\0" + excess, *cut(excess, places)])
    assert isinstance(read, HttpAnswer)
    assert read.body == b"hello"
    assert not lasting


@given(st.sampled_from(ANSWERS), st.integers(0, 1_000), st.binary(max_size=30), st.lists(st.integers(0, 1_000)))
def test_whatever_a_server_says_there_is_an_outcome(answer: bytes, at: int, junk: bytes, places: list[int]) -> None:
    at %= len(answer)
    read, _ = outcome_of(cut(answer[:at] + junk + answer[at + len(junk) :], places))
    assert isinstance(read, HttpAnswer | MaybeSent)
    if isinstance(read, HttpAnswer):
        assert 200 <= read.status <= 999
        assert len(read.body) <= 1_000


@given(st.lists(st.binary()))
def test_noise_is_never_an_answer(pieces: list[bytes]) -> None:
    assert isinstance(outcome_of(pieces)[0], MaybeSent)


@given(st.sampled_from(ANSWERS), st.data())
def test_a_part_of_an_answer_is_none(answer: bytes, data: st.DataObject) -> None:
    length = data.draw(st.integers(0, len(answer) - 1))
    assert isinstance(outcome_of([answer[:length]])[0], MaybeSent)


@for_every("answer", ANSWERS)
def test_a_body_of_one_byte_too_many_is_not_taken(answer: bytes) -> None:
    assert isinstance(outcome_of([answer], most=5)[0], HttpAnswer)
    assert isinstance(outcome_of([answer], most=4)[0], MaybeSent)


def test_a_server_that_goes_over_to_another_protocol_has_not_answered() -> None:
    switched = b"HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n"
    for pieces in ([switched], [switched + b"noise"], [switched, ANSWERS[0]]):
        read, lasting = outcome_of(pieces)
        assert isinstance(read, ConnectionBroke)
        assert not lasting
