"""A day of three agents with thirty customers each, on both channels: board, funnel, events, audit agree."""

from collections import Counter
from datetime import timedelta
from functools import partial

from conversations.account import Summary
from conversations.agents.turn import Act
from conversations.allowance import Limits
from conversations.contact import Contact
from conversations.customer.events import AccountOpened, OtpVerified, SummaryFetched, TimeRanOut
from conversations.secret import AccountId, ExchangeCode
from tests.bot.turns.agents_stage import Office, attempt_of, open_office, token_in

AGENTS, CUSTOMERS = 3, 30
LINKED, DECLINED, STOPPED = 15, 5, 5  # of thirty; the others never open their link
MANY = Limits(otp_requests_per_prefix_hour=10_000, otp_requests_per_hour=10_000)


async def link(office: Office, customer: Contact, account: str) -> None:
    await office.say(customer, "I agree")
    await office.send_code(await office.say(customer, "MTN"), customer)
    checking = await office.say(customer, "482913")
    exchanging = await office.hear(customer, OtpVerified(attempt_of(checking), ExchangeCode("code")))
    fetching = await office.hear(customer, AccountOpened(attempt_of(exchanging), AccountId(account)))
    await office.hear(customer, SummaryFetched(attempt_of(fetching), Summary(None, None, office.clock.now())))


async def serve(office: Office, agent: Contact, number: int, place: int) -> None:
    """One customer, from the link to wherever they get."""
    customer = Contact(("console", "chat")[place % 2], f"4{number}{place:02}")
    await office.say(agent, f"/link 0803 {number}00 00{place:02} mtn note {place}")
    token = token_in(office._pictures[-1])
    if place < LINKED + DECLINED + STOPPED:
        await office.open(customer, token)
    if place < LINKED:
        await link(office, customer, f"account-{number}-{place}")
    elif place < LINKED + DECLINED:
        await office.say(customer, "No, thanks")
    elif place < LINKED + DECLINED + STOPPED:
        await office.say(customer, "I agree")


async def board_says(office: Office, agent: Contact, which: str) -> int:
    await office.say(agent, f"/links {which}")
    return int(office.told(agent)[-1].split(" links, page")[0])


async def test_a_day_of_three_agents_is_counted_the_same_everywhere() -> None:
    async with open_office(MANY, tells_systems=True) as office:
        agents = [Contact(("console", "chat")[number % 2], f"20{number:02}") for number in range(1, AGENTS + 1)]
        for number, agent in enumerate(agents, start=1):
            await office.recruit(agent, f"Ada {'ABC'[number - 1] * 3}")
        for place in range(CUSTOMERS):
            for number, agent in enumerate(agents, start=1):
                await serve(office, agent, number, place)
            office.clock.at += timedelta(minutes=5)
        for agent in agents:
            office.told(agent)
            await office.say(agent, "/today")
            funnel = office.told(agent)[-1]
            assert f"Links made today: {CUSTOMERS}" in funnel
            assert f"opened {LINKED + DECLINED + STOPPED} · agreed {LINKED + STOPPED}" in funnel
            assert f"linked {LINKED}" in funnel
            assert await board_says(office, agent, "done") == LINKED
            assert await board_says(office, agent, "open") == CUSTOMERS - LINKED - DECLINED
        office.clock.at += timedelta(hours=26)
        for each in await office.links():
            if each.customer and not each.is_final:  # as the clock's own sweep has it
                await office.hear(each.customer, TimeRanOut())
        await office.tend()
        found = await office.database.read(lambda tx: [*office.store.events.all(tx, office.clock.at)])
        told = Counter(event.kind for event in found)
        over = CUSTOMERS - LINKED - DECLINED
        wanted = {"linked": LINKED, "declined": DECLINED, "expired": over, "opened": LINKED + DECLINED + STOPPED}
        assert {kind: told[kind] for kind in wanted} == {kind: AGENTS * count for kind, count in wanted.items()}
        for agent in agents:
            acts = await office.database.read(partial(office.store.audit.of, contact=agent))
            assert Counter(entry.act for entry in acts)[Act.LINK_MADE] == CUSTOMERS
