"""The audit: every chain recomputed, and everything beside it compared with what the entries say."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from petitions import stated
from petitions.chain import Link, digest_heads, find_break
from petitions.workflow import Act, replay
from storage.audits import Head
from storage.unit import Unit

_ERASING = frozenset({Act.ERASE, Act.DENOUNCE})


@dataclass(frozen=True)
class Verdict:
    """What an audit found: a sentence a fault, and the digest of all heads that a weekly message can carry."""

    petitions: int
    faults: tuple[str, ...]
    digest: str


async def verify(unit: Unit) -> Verdict:
    """Audit every petition; give it a snapshot, or what happens meanwhile looks like a fault."""
    found: list[str] = []
    heads: list[tuple[int, str, bytes]] = []
    async for head in unit.audits.heads():
        heads.append((head.id, head.code, head.head))
        found += [f"{head.code}: {fault}" for fault in await faults(unit, head)]
    digest = digest_heads(heads)
    if digest != await unit.audits.digest():
        found.append("the heads are not those that were kept with every entry: one was changed or removed apart.")
    return Verdict(len(heads), tuple(found), digest)


async def faults(unit: Unit, head: Head) -> list[str]:
    """Return what is wrong with a petition; a broken chain proves nothing more."""
    chain = await unit.audits.chain(head.id)
    broken = find_break(head.id, chain, head.head, head.entries)
    if broken:
        return [f"entry {broken.position} is {broken.reason}."]
    links = [link for link, _hash in chain]
    return [
        *await _wrong_words(unit, head, links),
        *await _wrong_files(unit, head, links),
        *_wrong_columns(head, links),
        *await _wrong_status(unit, head, links),
    ]


async def _wrong_words(unit: Unit, head: Head, chain: list[Link]) -> list[str]:
    erased = _erased(chain)
    if not erased and not head.has_key:
        return ["the key is gone, so nobody can read its words."]
    faults = []
    for words in await unit.audits.words(head.id):
        if words.found is None and not erased:
            faults.append(f"the words of entry {words.position} are gone.")
        if words.found not in {None, words.recorded}:
            faults.append(f"the words of entry {words.position} are not those that were recorded.")
    return faults


async def _wrong_files(unit: Unit, head: Head, chain: list[Link]) -> list[str]:
    found, erased = await unit.audits.files(head.id), _erased(chain)
    recorded = {link.facts["file"]: link.facts["sha256"] for link in chain if link.act == Act.KEEP}
    faults = [f"file {file} is there without an entry." for file in found.keys() - recorded.keys()]
    for file, digest in recorded.items():
        if file not in found and not erased:
            faults.append(f"file {file} is gone.")
        if file in found and found[file] != digest:
            faults.append(f"file {file} is not the one that was kept.")
    return faults


def _wrong_columns(head: Head, chain: list[Link]) -> list[str]:
    said = stated.of_petition((link.act, link.facts) for link in chain)
    return [f"{name} is not what its entries say." for name in _differing(said, head.columns)]


async def _wrong_status(unit: Unit, head: Head, chain: list[Link]) -> list[str]:
    history = [(link.act, link.facts) for link in chain]
    try:
        status, shares = replay(history)
    except (StopIteration, KeyError):
        return ["the history has an act that the workflow does not know."]
    if status != head.status:
        return [f"the status is {head.status}, the history says {status}."]
    found = await unit.audits.shares(head.id)
    if {body: share.status for body, share in found.items()} != shares:
        return ["a referral does not stand where the history says."]
    return [
        f"{name} of the referral to {body} is not what its entries say."
        for body, share in found.items()
        for name in _differing(stated.of_referral(history, body), share.columns)
    ]


def _differing(said: Mapping[str, Any], found: Mapping[str, Any]) -> list[str]:
    return [name for name, value in found.items() if value != said[name]]


def _erased(chain: list[Link]) -> bool:
    return any(link.act in _ERASING for link in chain)
