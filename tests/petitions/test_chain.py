"""A chain of entries: whatever is changed, missing, cut or put elsewhere is found, at its place."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from petitions.chain import START, Break, Link, digest, digest_heads, find_break

NOW = datetime(2026, 11, 20, 2, 0, 0, 123456, tzinfo=UTC)
CHANGES: dict[str, Any] = {
    "petition": 2,
    "position": 99,
    "at": NOW - timedelta(microseconds=1),
    "actor": 8,
    "role": "senior_officer",
    "act": "close",
    "audience": (),
    "basis": None,
    "facts": {"kind": "TO_CAO"},
    "content_hash": bytes([99] * 32),
    "before": bytes([2] * 32),
}
Chain = list[tuple[Link, bytes]]


def a_chain(length: int) -> Chain:
    chain: Chain = []
    before = START
    for position in range(1, length + 1):
        link = Link(
            petition=1,
            position=position,
            at=NOW + timedelta(minutes=position),
            actor=7,
            role="resident",
            act="note",
            audience=("body", "resident"),
            basis="Luật Tiếp công dân 2013, Đ25",
            facts={"n": position, "với": ["a", "b"]},
            content_hash=bytes([position] * 32),
            before=before,
        )
        before = digest(link)
        chain.append((link, before))
    return chain


def fault(chain: Chain, whole: Chain) -> Break | None:
    """Look for a fault as the petition's head and count of the whole chain let one."""
    head = whole[-1][1] if whole else START
    return find_break(1, chain, head, len(whole))


@pytest.mark.parametrize("length", [0, 1, 2, 20])
def test_an_untouched_chain_is_whole(length: int) -> None:
    chain = a_chain(length)
    assert fault(chain, chain) is None


@pytest.mark.parametrize("name", [field.name for field in fields(Link)])
@given(length=some.integers(1, 8), place=some.integers(0, 7))
def test_a_change_of_any_part_of_any_entry_is_found_there(name: str, length: int, place: int) -> None:
    whole = a_chain(length)
    place %= length
    link, stored = whole[place]
    chain = [*whole[:place], (replace(link, **{name: CHANGES[name]}), stored), *whole[place + 1 :]]
    found = fault(chain, whole)
    assert found
    assert found.position == place + 1


@given(length=some.integers(1, 8), place=some.integers(0, 7), byte=some.integers(0, 31))
def test_a_changed_hash_is_found(length: int, place: int, byte: int) -> None:
    whole = a_chain(length)
    place %= length
    link, stored = whole[place]
    wrong = stored[:byte] + bytes([stored[byte] ^ 1]) + stored[byte + 1 :]
    assert fault([*whole[:place], (link, wrong), *whole[place + 1 :]], whole) == Break(1, place + 1, "changed")


@given(length=some.integers(1, 8), start=some.integers(0, 7), end=some.integers(1, 8))
def test_missing_entries_are_found(length: int, start: int, end: int) -> None:
    whole = a_chain(length)
    start %= length
    left = [*whole[:start], *whole[start + end :]]
    found = fault(left, whole)
    assert found
    assert found.position == start + 1
    assert found.reason == ("cut" if start + end >= length else "missing")


@given(some.permutations(range(6)))
def test_entries_in_another_order_are_found(order: list[int]) -> None:
    whole = a_chain(6)
    assert (fault([whole[place] for place in order], whole) is None) == (order == sorted(order))


def test_an_entry_forged_with_its_hash_breaks_the_next_one_or_the_head() -> None:
    whole = a_chain(4)
    for place in range(4):
        link = replace(whole[place][0], facts={"n": 0})
        chain = [*whole[:place], (link, digest(link)), *whole[place + 1 :]]
        found = fault(chain, whole)
        assert found
        assert found.position == place + 2


def test_a_foreign_entry_added_at_the_end_is_found() -> None:
    whole = a_chain(3)
    assert fault(a_chain(4), whole) == Break(1, 5, "cut")


def test_a_hash_depends_on_neither_time_zone_nor_the_order_of_keys() -> None:
    link = a_chain(1)[0][0]
    hanoi = timezone(timedelta(hours=7))
    same = replace(
        link,
        at=link.at.astimezone(hanoi),
        facts=dict(sorted(link.facts.items(), reverse=True)),
        audience=link.audience[::-1],
    )
    assert digest(same) == digest(link)


def test_the_digest_of_all_heads_changes_with_each_of_them() -> None:
    heads = [(1, "22222222", bytes(32)), (2, "33333333", bytes([1] * 32))]
    others: tuple[list[tuple[int, str, bytes]], ...] = (
        [],
        heads[:1],
        heads[::-1],
        [heads[0], (2, "44444444", bytes([1] * 32))],
        [heads[0], (2, "33333333", bytes(32))],
    )
    digests = {digest_heads(heads), *(digest_heads(other) for other in others)}
    assert len(digests) == 6
