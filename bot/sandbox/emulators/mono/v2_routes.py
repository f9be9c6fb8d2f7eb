"""Routes that read and unlink an account in the v2 family: documented for banks, inferred for telco (mono.md §2)."""

from collections.abc import Mapping
from datetime import datetime

from starlette.types import ASGIApp

from bot.sandbox.emulators.mono.accounts import FIRST_ENTRY, MonoAccount
from bot.sandbox.emulators.mono.api_request import ApiRequest
from bot.sandbox.emulators.mono.events import describe_job
from bot.sandbox.emulators.mono.invented_data import invent_person
from bot.sandbox.emulators.mono.lines import MAIN_BALANCE
from bot.sandbox.emulators.mono.networks import institution_name, international
from bot.sandbox.emulators.mono.paging import turn_to
from bot.sandbox.emulators.mono.realtime import RealtimeJobs, headers_of
from bot.sandbox.emulators.mono.refusals import MonoRefusal
from bot.sandbox.emulators.mono.responses import DONE_IN_REAL_TIME, answer_json, answer_success, iso
from bot.sandbox.emulators.mono.routes import ApiRoute, ApiRoutes, about_account
from bot.sandbox.emulators.mono.state import MonoState
from bot.sandbox.emulators.mono.statement import StatementEntry, entries_of, main_balance_of
from bot.sandbox.emulators.mono.webhooks import MonoWebhooks

ENQUEUED = "Account {} sync is enqueued, please try again once notified via webhook"
_JOB_MESSAGES = {
    "processing": "Job execution in progress",  # ours
    "finished": "Job execution completed",
    "failed": "Job execution failed",  # ours
}


class AccountRoutesV2:
    """Everything comes in an envelope; `x-realtime: true` has the line read anew."""

    def __init__(self, state: MonoState, webhooks: MonoWebhooks) -> None:
        self._state = state
        self._webhooks = webhooks
        self._clock = state.clock
        self._refreshing = RealtimeJobs(webhooks)

    def routes(self) -> ApiRoutes:
        state, account = self._state, "/v2/accounts/{id}"
        return {
            ("GET", "/v2/accounts"): ApiRoute("details", lambda _: None, self._list),
            ("GET", account): about_account(state, "details", self._details),
            ("GET", f"{account}/identity"): about_account(state, "identity", self._identity),
            ("GET", f"{account}/balance"): about_account(state, "balances", self._balance),
            ("GET", f"{account}/transactions"): about_account(state, "transactions", self._transactions),
            ("GET", f"{account}/jobs/{{id}}"): about_account(state, "job", self._job),
            ("POST", f"{account}/unlink"): about_account(state, "unlink", self._unlink),
        }

    def _list(self, _: ApiRequest) -> ASGIApp:
        """All on one page (ours)."""
        now = self._clock.now()
        rows = [_account(account, now) for account in self._state.accounts]
        return answer_success(rows, now, meta={"total": len(rows), "pages": 1, "previous": None, "next": None})

    def _details(self, account: MonoAccount, _: ApiRequest) -> ASGIApp:
        """docs.mono.co/api/bank-data/accounts/details, with `retrieved_data` since September 2025."""
        now = self._clock.now()
        meta = {
            "data_status": account.data_status(now),
            "auth_method": "mobile_banking",
            "retrieved_data": account.retrieved(now),
        }
        data = {"account": _account(account, now), "customer": {"id": account.customer}, "meta": meta}
        return answer_success(data, now)

    def _identity(self, account: MonoAccount, _: ApiRequest) -> ASGIApp:
        now = self._clock.now()
        if not account.has("identity", now):
            raise MonoRefusal(404, "No document found")
        person = invent_person(account.line, now)
        data = {
            "full_name": person["fullName"],
            "bvn": account.line.bvn,
            "email": None,
            "phone": international(account.line.phone),
            "gender": person["gender"],
            "dob": person["dob"],
            **dict.fromkeys(("address_line1", "state_of_origin", "lga_of_origin", "marital_status")),
            "created_at": iso(account.opened_at),
            "updated_at": iso(account.updated_at(now)),
        }
        return answer_success(data, now)

    def _balance(self, account: MonoAccount, request: ApiRequest) -> ASGIApp:
        """The main balance alone: how bundles would come is unknown. `data: null` where there is none (ours)."""
        now = self._clock.now()
        headers, waits = self._refresh(account, request, "jobs.accounts.sync_balance")
        if waits:
            return answer_success(None, now, ENQUEUED.format("balance"), headers)
        balance = main_balance_of(account, now)
        data = {
            "id": account.id,
            "name": MAIN_BALANCE,
            "account_number": international(account.line.phone),
            "balance": balance,
            "currency": "NGN",
        }
        return answer_success(None if balance is None else data, now, DONE_IN_REAL_TIME, headers)

    def _transactions(self, account: MonoAccount, request: ApiRequest) -> ASGIApp:
        now = self._clock.now()
        headers, waits = self._refresh(account, request, "jobs.accounts.sync_statement")
        if waits:
            return answer_success(None, now, ENQUEUED.format("transaction"), headers)
        page = turn_to(entries_of(account, now), request.query)
        # Mono's own sample has no `accounts` in this link.
        place = page.place(f"https://api.withmono.com/v2/{account.id}/transactions?page=")
        rows = [_row(account, entry) for entry in page.entries]
        return answer_success(rows, now, "Transaction retrieved successfully", headers, place)

    def _refresh(self, account: MonoAccount, request: ApiRequest, name: str) -> tuple[Mapping[str, str], bool]:
        """What real time adds to an answer, and whether there is nothing to answer with yet.

        While the first data is still being processed there is no real time (ours).
        """
        now = self._clock.now()
        if not request.is_realtime or not account.is_ready(now):
            return {}, not account.is_ready(now)
        job = self._refreshing.read_anew(account, name, now)
        return headers_of(job, now), job.keeps_waiting(now)

    def _job(self, account: MonoAccount, request: ApiRequest) -> ASGIApp:
        now = self._clock.now()
        job = next((job for job in account.jobs if job.id == request.ids[1]), None)
        if job is None:
            raise MonoRefusal(404, "Job not found")
        return answer_success(describe_job(account, job, now), now, _JOB_MESSAGES[job.status(now)])

    def _unlink(self, account: MonoAccount, _: ApiRequest) -> ASGIApp:
        self._state.unlink(account)
        self._webhooks.tell_unlinked(account)
        said = {"status": "successful", "message": "Account unlinked", "timestamp": iso(self._clock.now())}
        return answer_json(said)


def _account(account: MonoAccount, now: datetime) -> dict[str, object]:
    """As in v1 the balance is 0 while there is none (ours)."""
    line = account.line
    return {
        "id": account.id,
        "name": MAIN_BALANCE,
        "currency": "NGN",
        "type": "CURRENCY",
        "account_number": international(line.phone),
        "balance": main_balance_of(account, now) or 0,
        "bvn": line.bvn and line.bvn[-4:],
        "institution": {"name": institution_name(line.network), "bank_code": None, "type": "PERSONAL_BANKING"},
    }


def _row(account: MonoAccount, entry: StatementEntry) -> dict[str, object]:
    return {
        "id": account.sibling_id(FIRST_ENTRY + entry.number),
        "narration": entry.movement.narration,
        "amount": entry.movement.amount,
        "type": entry.movement.type,
        "balance": entry.balance,
        "date": iso(entry.movement.at),
        "category": "unknown",
    }
