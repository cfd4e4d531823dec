"""getUpdates, setWebhook, deleteWebhook, getWebhookInfo."""

from __future__ import annotations

import ipaddress
import re
from typing import Final
from urllib.parse import SplitResult, urlsplit

from sandbox.bots import DEFAULT_CONNECTIONS, Webhook
from sandbox.errors import ApiError, bad_request, conflict, too_many_requests
from sandbox.methods.call import Call, Described, RawJson
from sandbox.model import JsonObject
from sandbox.updates import DEFAULT_TYPES, MAX_BATCH, UPDATE_TYPES, known_types

PORTS: Final = (443, 80, 88, 8443)
MAX_SECRET: Final = 256
MAX_CONNECTIONS: Final = 100
WEBHOOK_ACTIVE: Final = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


async def get_updates(call: Call) -> RawJson:
    """Give the bot its updates, waiting for the first if asked to."""
    arguments, queue = call.arguments, call.bot.queue
    if call.bot.webhook.url:
        await queue.refuse(conflict(WEBHOOK_ACTIVE))
    remember_types(call)
    limit = arguments.integer("limit") if arguments.text("limit") else MAX_BATCH
    return RawJson(await queue.poll(arguments.integer("offset"), limit, arguments.integer("timeout")))


def remember_types(call: Call) -> None:
    """Keep the update types that the bot asks for; without the argument the former ones hold."""
    names = call.arguments.parsed("allowed_updates", "allowed_updates")
    if isinstance(names, list):
        call.bot.queue.allowed = known_types(names)


def set_webhook(call: Call) -> Described:
    """Have updates posted to an address from now on."""
    arguments, bot, now = call.arguments, call.bot, call.world.clock.now()
    url = arguments.text("url").strip()
    if not url:
        return delete_webhook(call)
    if now < bot.next_webhook_at:
        raise too_many_requests(1)
    bot.next_webhook_at = now + 1
    wanted = Webhook(
        url=check_url(url, call.hosts),
        secret_token=check_secret(arguments.text("secret_token")),
        max_connections=min(arguments.integer("max_connections") or DEFAULT_CONNECTIONS, MAX_CONNECTIONS),
        ip_address=arguments.text("ip_address"),
        has_certificate=arguments.upload("certificate") is not None,
    )
    remember_types(call)
    dropped = drop_if_asked(call)
    if wanted.same_as(bot.webhook) and not dropped:
        return Described(result=True, description="Webhook is already set")
    bot.queue.end_poll("terminated by setWebhook request")
    bot.webhook = wanted
    bot.on_webhook()
    return Described(result=True, description="Webhook was set")


def drop_if_asked(call: Call) -> bool:
    """Forget the pending updates if the bot asks for it; tell whether it does."""
    asked = call.arguments.flag("drop_pending_updates")
    if asked:
        call.bot.queue.clear()
    return asked


def delete_webhook(call: Call) -> Described:
    """Stop posting updates; they wait for getUpdates."""
    bot = call.bot
    drop_if_asked(call)
    if not bot.webhook.url:
        return Described(result=True, description="Webhook is already deleted")
    bot.webhook = Webhook()
    bot.on_webhook()
    return Described(result=True, description="Webhook was deleted")


def bad_webhook(reason: str) -> ApiError:
    """Make the error of an address that cannot be a webhook."""
    return bad_request(f"bad webhook: {reason}")


def check_url(url: str, hosts: frozenset[str]) -> str:
    """Return the address if updates may go there: https, or http to this machine.

    Raises:
        ApiError: 400.

    """
    parts = urlsplit(url if "://" in url else f"https://{url}")
    try:
        host, port = parts.hostname or "", parts.port
    except ValueError as broken:
        raise bad_webhook("invalid webhook URL specified") from broken
    if not host:
        raise bad_webhook("invalid webhook URL specified")
    if parts.scheme == "http" and (is_loopback(host) or host in hosts):
        return url
    if parts.scheme != "https":
        raise bad_webhook("An HTTPS URL must be provided for webhook")
    if port not in {None, *PORTS} and not is_loopback(host):
        raise bad_webhook("Webhook can be set up only on ports 80, 88, 443 or 8443")
    return SplitResult(parts.scheme, parts.netloc, parts.path, parts.query, "").geturl()


def is_loopback(host: str) -> bool:
    """Tell whether a host name means this machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def check_secret(secret: str) -> str:
    """Return the secret if it can be a header.

    Raises:
        ApiError: 400.

    """
    if len(secret) > MAX_SECRET:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
    return secret


def get_webhook_info(call: Call) -> JsonObject:
    """Tell how posting goes."""
    webhook, queue = call.bot.webhook, call.bot.queue
    info: JsonObject = {
        "url": webhook.url,
        "has_custom_certificate": webhook.has_certificate,
        "pending_update_count": len(queue.living()),
    }
    if webhook.url:
        info["max_connections"] = webhook.max_connections
        info["ip_address"] = webhook.ip_address or "127.0.0.1"
    if webhook.last_error_date:
        info["last_error_date"] = webhook.last_error_date
        info["last_error_message"] = webhook.last_error_message
    if queue.allowed != DEFAULT_TYPES:
        info["allowed_updates"] = [name for name in UPDATE_TYPES if name in queue.allowed]
    return info
