"""Reading and unlinking an account in both families: details, identity, balances, transactions, real-time jobs."""

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from starlette.types import ASGIApp

from bot.emulators.mono.answers import Refused, answer_json, answer_success
from bot.emulators.mono.faults import perform
from bot.emulators.mono.inventions import balances_of, details_of, identity_of, main_balance_of, transactions_of
from bot.emulators.mono.webhooks import Webhooks
from bot.emulators.mono.world import Account, World

REFRESH_EVERY = timedelta(minutes=5)  # documented: a repeat within it returns the last job
MOST_A_PAGE = 100  # ours
DONE = "Request was succesfully completed"


class Reading:
    """The calls about one account. Mono spells its message with one s too few; so does this."""

    def __init__(self, world: World, webhooks: Webhooks) -> None:
        self._world = world
        self._webhooks = webhooks

    def details(self, name: str, *, v2: bool) -> ASGIApp:
        account = self._world.account(name)
        return self._perform("details", account, lambda: self._details(account, v2=v2))

    def identity(self, name: str, *, v2: bool) -> ASGIApp:
        account = self._world.account(name)
        return self._perform("identity", account, lambda: self._identity(account, v2=v2))

    def balances(self, name: str) -> ASGIApp:
        account = self._world.account(name)
        return self._perform("balances", account, lambda: self._balances(account))

    def balance(self, name: str, *, realtime: bool) -> ASGIApp:
        account = self._world.account(name)
        return self._perform("balances", account, lambda: self._balance(account, realtime=realtime))

    def transactions(self, name: str, query: Mapping[str, str], *, v2: bool) -> ASGIApp:
        account = self._world.account(name)
        return self._perform("transactions", account, lambda: self._transactions(account, query, v2=v2))

    def job(self, name: str, job: str) -> ASGIApp:
        account = self._world.account(name)
        if not job or job != account.job:
            raise Refused(404, "Job not found")
        fields = {"id": job, "status": "finished", "name": "jobs.accounts.sync_balance", "account": name}
        return answer_success(fields, self._now, "Job execution completed")

    def unlink(self, name: str) -> ASGIApp:
        account = self._world.account(name)
        del self._world.accounts[name]
        self._webhooks.announce_unlinked(account)
        return answer_json({"status": "successful", "message": "Account unlinked"})

    def all_accounts(self) -> ASGIApp:
        listed = [{"id": account.id} for account in self._world.accounts.values()]
        return answer_success(
            listed, self._now, DONE, meta={"total": len(listed), "pages": 1, "previous": None, "next": None}
        )

    def _details(self, account: Account, *, v2: bool) -> ASGIApp:
        shared = details_of(account.line, account.id)
        ready = account.is_ready(self._now)
        meta = {"data_status": account.line.data_status if ready else "PROCESSING", "auth_method": "mobile_banking"}
        institution = {"name": shared["network"], "type": "PERSONAL_BANKING"}
        fields: dict[str, Any] = {"name": "Main Balance", "type": "CURRENCY", "currency": "NGN", "bvn": None}
        fields["balance"] = shared["balance"] if ready else 0
        if not v2:
            old = {"_id": account.id, "institution": institution, "accountNumber": shared["number"], **fields}
            return answer_json({"meta": meta, "account": old})
        new = {"id": account.id, "account_number": shared["number"], **fields}
        new["institution"] = institution | {"bank_code": None}
        meta["retrieved_data"] = self._retrieved(account) if ready else []
        return answer_success(
            {"account": new, "customer": {"id": secrets.token_hex(12)}, "meta": meta}, self._now, DONE
        )

    def _retrieved(self, account: Account) -> Any:
        found = ["identity"] if account.line.person is not None else []
        return found + (["balance", "transactions"] if account.line.balances is not None else [])

    def _identity(self, account: Account, *, v2: bool) -> ASGIApp:
        person = identity_of(account.line, self._now) if account.is_ready(self._now) else None
        if person is None:
            raise Refused(404, "No document found")
        number = details_of(account.line, account.id)["number"]
        if v2:
            fields = {"full_name": person["fullName"], "gender": person["gender"], "dob": person["dob"]}
            rest = {"bvn": None, "email": None, "phone": number, "marital_status": None, "address_line1": None}
            return answer_success(fields | rest, self._now, DONE)
        dob = f"{person['dob']}T00:00:00.000Z"
        return answer_json(person | {"dob": dob, "phone": number, "bvn": None, "maritalStatus": None})

    def _balances(self, account: Account) -> ASGIApp:
        if not account.is_ready(self._now):
            return answer_json([])
        return answer_json([{"_id": secrets.token_hex(12), **each} for each in balances_of(account.line)])

    def _balance(self, account: Account, *, realtime: bool) -> ASGIApp:
        headers: dict[str, str] = {}
        if realtime:
            fresh = account.refreshed_at is None or self._now - account.refreshed_at >= REFRESH_EVERY
            if fresh:
                account.refreshed_at, account.job = self._now, secrets.token_hex(12)
            headers = {"x-has-new-data": str(fresh).lower(), "x-job-id": account.job, "x-job-status": "finished"}
        shared = details_of(account.line, account.id)
        fields = {"id": account.id, "name": "Main Balance", "account_number": shared["number"], "currency": "NGN"}
        return answer_success(fields | {"balance": main_balance_of(account.line)}, self._now, DONE, headers)

    def _transactions(self, account: Account, query: Mapping[str, str], *, v2: bool) -> ASGIApp:
        if not account.is_ready(self._now):
            message = "Account transaction sync is enqueued, please try again once notified via webhook"
            return answer_success(None, self._now, message)
        found = [each for each in transactions_of(account.line, account.opened_at) if _fits(each, query)]
        page, limit = _whole(query, "page", 1), min(_whole(query, "limit", 20), MOST_A_PAGE)
        if query.get("paginate") == "false":
            page, limit = 1, max(len(found), 1)
        shown = found[(page - 1) * limit : page * limit]
        prefix = "https://api.withmono.com" + ("/v2" if v2 else "/accounts") + f"/{account.id}/transactions?page="
        pages: dict[str, Any] = {
            "total": len(found),
            "page": page,
            "previous": f"{prefix}{page - 1}" if page > 1 else None,
        }
        pages["next"] = f"{prefix}{page + 1}" if page * limit < len(found) else None
        if v2:
            rows = [{"id": secrets.token_hex(12), **each, "category": "unknown"} for each in shown]
            return answer_success(rows, self._now, "Transaction retrieved successfully", meta=pages)
        rows = [{"_id": secrets.token_hex(12), **each, "currency": "NGN"} for each in shown]
        return answer_json({"paging": pages, "data": rows})

    def _perform(self, operation: str, account: Account, work: Any) -> ASGIApp:
        return perform(account.line.faults.get(operation), work, self._now)

    @property
    def _now(self) -> datetime:
        return self._world.clock.now()


def _fits(each: Mapping[str, Any], query: Mapping[str, str]) -> bool:
    at = datetime.fromisoformat(each["date"])
    start, end = _day(query, "start"), _day(query, "end")
    if (start and at < start) or (end and at >= end + timedelta(days=1)):
        return False
    kind, words = query.get("type"), query.get("narration", "")
    return kind in (None, each["type"]) and words.casefold() in each["narration"].casefold()


def _day(query: Mapping[str, str], name: str) -> datetime | None:
    if name not in query:
        return None
    try:
        return datetime.strptime(query[name], "%d-%m-%Y").replace(tzinfo=UTC)
    except ValueError:
        raise Refused(400, f"Invalid {name} query parameter") from None


def _whole(query: Mapping[str, str], name: str, otherwise: int) -> int:
    text = query.get(name, str(otherwise))
    if not text.isdecimal() or not 0 < int(text[:6]) < 100_000:
        raise Refused(400, f"Invalid {name} query parameter")
    return int(text)
