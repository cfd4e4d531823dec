"""The demonstration: its roles are given by the ordinary invitations, used from the sandbox's accounts."""

import asyncio
from pathlib import Path
from typing import Any

import aiohttp
import structlog
import yaml
from sqlalchemy.exc import SQLAlchemyError

import sandbox
from bot.logs import where
from bot.wiring import Parts, sandbox_url
from desk import accounts
from petitions.competence import Topic
from petitions.kinds import Field, Kind
from petitions.roles import Grant, Role
from storage.unit import Unit

log = structlog.get_logger()
FILE = Path(sandbox.__file__).with_name("demo.yaml")
_CHANNEL = "telegram"
_WAIT, _TRIES = 0.1, 100


def read_demo() -> dict[str, Any]:
    """Return the accounts, groups and the bot of the demonstration."""
    found: dict[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))
    return found


async def hand_out_roles(parts: Parts) -> None:
    """Give every account of the demonstration its role, however often the sandbox or the database is away."""
    while True:
        try:
            await _hand_out(parts)
        except (aiohttp.ClientError, SQLAlchemyError) as error:
            log.warning("demo_roles_delayed", error=where(error), cure="it is tried again")
            await asyncio.sleep(1)
        else:
            return


async def _hand_out(parts: Parts) -> None:
    """Invite every account that lacks its role, and bind the groups."""
    demo = read_demo()
    async with aiohttp.ClientSession(sandbox_url(parts.settings)) as session:
        for account in demo["accounts"]:
            for role in account["roles"]:
                await _invite(parts, session, account, _grant(parts, role))
        for group in demo["groups"]:
            await _bind(parts, session, group)


async def _invite(parts: Parts, session: aiohttp.ClientSession, account: dict[str, Any], grant: Grant) -> None:
    async with parts.store.unit() as unit:
        if await _holds(unit, account, grant):
            return
        token = await accounts.invite(unit, parts.office, None, grant, account["first_name"])
    await _say(session, account["id"], account["key"], f"/start inv_{token}")
    for _try in range(_TRIES):
        if await _held(parts, account, grant):
            return
        await asyncio.sleep(_WAIT)
    log.warning("demo_role_not_taken", role=grant.role, cure="reset the sandbox and start again")


async def _bind(parts: Parts, session: aiohttp.ClientSession, group: dict[str, Any]) -> None:
    async with parts.store.unit() as unit:
        if await unit.groups.find(_CHANNEL, str(group["id"])):
            return
        code = await accounts.invite_group(unit, parts.office, None, _body(parts, group["body"]))
    await _say(session, group["id"], group["members"][0], f"/bind {code}")


async def _held(parts: Parts, account: dict[str, Any], grant: Grant) -> bool:
    async with parts.store.reading() as unit:
        return await _holds(unit, account, grant)


async def _holds(unit: Unit, account: dict[str, Any], grant: Grant) -> bool:
    address = str(account["id"])
    visitor = await unit.people.visitor(_CHANNEL, address, address)
    return visitor is not None and grant in visitor.actor.grants


async def _say(session: aiohttp.ClientSession, chat: int, account: str, text: str) -> None:
    said = {"account": account, "text": text}
    async with session.post(f"/_sandbox/chats/{chat}/send", json=said) as answer:
        answer.raise_for_status()


def _grant(parts: Parts, role: str | dict[str, str]) -> Grant:
    if isinstance(role, str):
        return Grant(Role(role))
    return Grant(Role(role["role"]), _body(parts, role["body"]))


def _body(parts: Parts, code: str) -> str:
    """Return a body of the demonstration; in a programme without it, whoever keeps the drains in its place."""
    programme = parts.office.programme
    if any(body.code == code for body in programme.bodies):
        return code
    return programme.competent(Topic(Kind.PHAN_ANH, Field.TN, programme.levels[0])).lead or code
