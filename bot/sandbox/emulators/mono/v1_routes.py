"""Routes that read and unlink an account in the v1 family, the best documented for telco (mono.md §2)."""

from starlette.types import ASGIApp

from bot.sandbox.emulators.mono.accounts import FIRST_ENTRY, MonoAccount
from bot.sandbox.emulators.mono.api_request import ApiRequest
from bot.sandbox.emulators.mono.invented_data import invent_person
from bot.sandbox.emulators.mono.lines import MAIN_BALANCE
from bot.sandbox.emulators.mono.networks import institution_name, international
from bot.sandbox.emulators.mono.paging import turn_to
from bot.sandbox.emulators.mono.refusals import MonoRefusal
from bot.sandbox.emulators.mono.responses import answer_json, iso
from bot.sandbox.emulators.mono.routes import ApiRoutes, about_account
from bot.sandbox.emulators.mono.state import MonoState
from bot.sandbox.emulators.mono.statement import StatementEntry, entries_of, holdings_of, main_balance_of
from bot.sandbox.emulators.mono.webhooks import MonoWebhooks


class AccountRoutesV1:
    """After the exchange v1 has no version in its paths; its failures are a bare `{message}` (seen in code)."""

    def __init__(self, state: MonoState, webhooks: MonoWebhooks) -> None:
        self._state = state
        self._webhooks = webhooks
        self._clock = state.clock

    def routes(self) -> ApiRoutes:
        state, account = self._state, "/accounts/{id}"
        return {
            ("GET", account): about_account(state, "details", self._details, bare=True),
            ("GET", f"{account}/identity"): about_account(state, "identity", self._identity, bare=True),
            ("GET", f"{account}/balances"): about_account(state, "balances", self._balances, bare=True),
            ("GET", f"{account}/transactions"): about_account(state, "transactions", self._transactions, bare=True),
            ("POST", f"{account}/unlink"): about_account(state, "unlink", self._unlink, bare=True),
        }

    def _details(self, account: MonoAccount, _: ApiRequest) -> ASGIApp:
        """docs/telco-details. What is filled in while processing is unknown; the balance is 0 then (ours)."""
        line, now = account.line, self._clock.now()
        fields = {
            "_id": account.id,
            "institution": {"name": institution_name(line.network), "type": "PERSONAL_BANKING"},
            "name": MAIN_BALANCE,
            "accountNumber": international(line.phone),
            "type": "telecom_account" if line.other_shapes else "CURRENCY",
            "balance": main_balance_of(account, now) or 0,
            "currency": "NGN",
            "bvn": line.bvn and line.bvn[-4:],
        }
        meta = {"data_status": account.data_status(now), "auth_method": "mobile_banking"}
        return answer_json({"meta": meta, "account": fields})

    def _identity(self, account: MonoAccount, _: ApiRequest) -> ASGIApp:
        now = self._clock.now()
        if not account.has("identity", now):
            raise MonoRefusal(404, "No document found")
        person = invent_person(account.line, now)
        born = _other_date(person["dob"]) if account.line.other_shapes else _old_date(person["dob"])
        blank = dict.fromkeys(("maritalStatus", "addressLine1", "addressLine2"))
        written = {"createdAt": iso(account.opened_at), "updatedAt": iso(account.updated_at(now))}
        number = {"phone": international(account.line.phone), "bvn": account.line.bvn}
        return answer_json({**person, **number, "dob": born, **blank, **written})

    def _balances(self, account: MonoAccount, _: ApiRequest) -> ASGIApp:
        """docs/telco-account-balances: a bare array, empty while there is nothing (ours)."""
        rows = [
            {
                "_id": account.sibling_id(place),
                "name": each.name,
                "type": each.type,
                "value": each.value,
                "unit": each.unit,
            }
            for place, each in enumerate(holdings_of(account, self._clock.now()), 1)
        ]
        return answer_json({"bundles": rows} if account.line.other_shapes else rows)

    def _transactions(self, account: MonoAccount, request: ApiRequest) -> ASGIApp:
        """docs/telco-transactions: an empty page while there is nothing (ours)."""
        page = turn_to(entries_of(account, self._clock.now()), request.query)
        rows = [_row(account, entry) for entry in page.entries]
        link = f"https://api.withmono.com/accounts/{account.id}/transactions?page="
        return answer_json({"paging": page.place(link), "data": rows})

    def _unlink(self, account: MonoAccount, _: ApiRequest) -> ASGIApp:
        """The launch post says no more than that the answer is OK; the words are ours."""
        self._state.unlink(account)
        self._webhooks.tell_unlinked(account)
        return answer_json({"message": "Account unlinked"})


def _row(account: MonoAccount, entry: StatementEntry) -> dict[str, object]:
    return {
        "_id": account.sibling_id(FIRST_ENTRY + entry.number),
        "type": entry.movement.type,
        "amount": entry.movement.amount,
        "narration": entry.movement.narration,
        "balance": entry.balance,
        "date": iso(entry.movement.at),
        "currency": "NGN",
    }


def _old_date(day: str | None) -> str | None:
    """ISO with a time, as one SDK types it."""
    return day and f"{day}T00:00:00.000Z"


def _other_date(day: str | None) -> str | None:
    """`DD-MM-YYYY`, as the v1 bank page prints it."""
    return day and "-".join(reversed(day.split("-")))
