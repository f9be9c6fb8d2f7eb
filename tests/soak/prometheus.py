"""A real Prometheus with the alarms of `deploy/`, asked afterwards what it saw. Never what is made of it."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import yaml

from tests.ports import free_port
from tests.waiting import until_found

PATIENCE = 60.0  # seconds for it to start


@dataclass(frozen=True, slots=True)
class Prometheus:
    """One that scrapes and weighs its rules every `step` seconds."""

    url: str
    step: float

    async def ask(self, query: str, start: float, end: float) -> list[dict[str, Any]]:
        """The series of a range, each with a point every `step`."""
        wanted: dict[str, str | float] = {"query": query, "start": start, "end": end, "step": self.step}
        async with httpx.AsyncClient(base_url=self.url, timeout=PATIENCE) as client:
            answer = (await client.get("/api/v1/query_range", params=wanted)).raise_for_status().json()
        series: list[dict[str, Any]] = answer["data"]["result"]
        return series


def installed() -> str | None:
    return shutil.which("prometheus")


@asynccontextmanager
async def watching(folder: Path, server: str, token: str, rules: str, step: float) -> AsyncIterator[Prometheus]:
    """It looks at the server of this address, which asks for `token`, until the block is left."""
    url, program = f"http://127.0.0.1:{free_port()}", installed()
    assert program, "prometheus is not installed: apt-get install prometheus"
    (folder / "rules.yaml").write_text(rules, encoding="utf-8")
    job = {
        "job_name": "telcolink",
        "authorization": {"credentials": token},
        "static_configs": [{"targets": [server.removeprefix("http://")]}],
    }
    every = f"{round(step * 1000)}ms"
    configuration = {
        "global": {"scrape_interval": every, "scrape_timeout": every, "evaluation_interval": every},
        "rule_files": ["rules.yaml"],
        "scrape_configs": [job],
    }
    (folder / "prometheus.yaml").write_text(yaml.safe_dump(configuration), encoding="utf-8")
    with (folder / "prometheus.log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            program,
            f"--config.file={folder / 'prometheus.yaml'}",
            f"--storage.tsdb.path={folder / 'prometheus'}",
            f"--web.listen-address={url.removeprefix('http://')}",
            stdout=log,
            stderr=log,
        )
        try:
            await until_found(lambda: _is_ready(url), patience=PATIENCE)
            yield Prometheus(url, step)
        finally:
            process.terminate()
            await process.wait()


async def _is_ready(url: str) -> bool:
    try:
        async with httpx.AsyncClient(base_url=url) as client:
            return (await client.get("/-/ready")).status_code == 200
    except httpx.TransportError:
        return False
