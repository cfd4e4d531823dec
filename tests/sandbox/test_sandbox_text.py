"""Texts: parse_mode HTML, entities, limits, what Telegram finds by itself, how the page shows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.errors import ApiError
from sandbox.formatting import finish, parse_html, utf16_length
from sandbox.rendering import safe_html
from tests.sandbox.sandbox_wire import RESIDENT, Sandbox


def entity(kind: str, offset: int, length: int, **more: str) -> dict[str, object]:
    return {"offset": offset, "length": length, "type": kind, **more}


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>a<i>b</i></b>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        ("<strong>a</strong><em>b</em>", "ab", [entity("bold", 0, 1), entity("italic", 1, 1)]),
        ("<u>a</u><ins>b</ins>", "ab", [entity("underline", 0, 1), entity("underline", 1, 1)]),
        ("<s>a</s><del>b</del>", "ab", [entity("strikethrough", 0, 1), entity("strikethrough", 1, 1)]),
        ("😀<b>ộ</b>", "😀ộ", [entity("bold", 2, 1)]),
        ("&lt;b&gt; &amp; &quot; &#65;&#x42; &copy;", '<b> & " AB &copy;', []),
        ('<a href="https://a.vn/?x=1&amp;y=2">m</a>', "m", [entity("text_link", 0, 1, url="https://a.vn/?x=1&y=2")]),
        ("<a>a.vn</a>", "a.vn", [entity("text_link", 0, 4, url="http://a.vn")]),
        ("<code>x</code>", "x", [entity("code", 0, 1)]),
        ('<pre><code class="language-python">x</code></pre>', "x", [entity("pre", 0, 1, language="python")]),
        ("<blockquote expandable>q</blockquote>", "q", [entity("expandable_blockquote", 0, 1)]),
        ('<span class="tg-spoiler">x</span><tg-spoiler>y</tg-spoiler>', "xy",
         [entity("spoiler", 0, 1), entity("spoiler", 1, 1)]),
        ("  <b> a </b>  ", "a", [entity("bold", 0, 1)]),
        ("<b></b>a", "a", []),
    ],
)  # fmt: skip
def test_html_becomes_text_and_entities(source: str, text: str, entities: list[object]) -> None:
    formatted = finish(parse_html(source))
    assert (formatted.text, list(formatted.entities)) == (text, entities)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<div>a</div>", 'Unsupported start tag "div" at byte offset 0'),
        ("ộ <p>", 'Unsupported start tag "p" at byte offset 4'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("é<b>a</i>", 'Unmatched end tag at byte offset 6, expected "</b>", found "</i>"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ('<a href="x', 'Unclosed start tag "a" at byte offset 0'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
async def test_broken_html_is_refused_with_its_place(sandbox: Sandbox, source: str, reason: str) -> None:
    await sandbox.start()
    refusal = await sandbox.refused("sendMessage", chat_id=RESIDENT, text=source, parse_mode="HTML")
    assert refusal == f"Bad Request: can't parse entities: {reason}"


@given(st.text(alphabet="<>&;/ab \"='u", max_size=30))
def test_any_text_is_either_read_or_refused(source: str) -> None:
    try:
        formatted = finish(parse_html(source))
    except ApiError:
        return
    assert all(0 < each["length"] <= utf16_length(formatted.text) for each in formatted.entities)


def test_commands_links_and_tags_are_found() -> None:
    formatted = finish(parse_html("/start@abc_bot xem https://a.vn/b. và #dân_nguyện, a@b.vn hay @someone"))
    found = [(each["type"], each["offset"], each["length"]) for each in formatted.entities]
    assert found == [
        ("bot_command", 0, 14), ("url", 19, 14), ("hashtag", 38, 11), ("email", 51, 6), ("mention", 62, 8),
    ]  # fmt: skip


async def test_the_limit_counts_utf16_units_after_parsing(sandbox: Sandbox) -> None:
    await sandbox.start()
    longest = {"chat_id": RESIDENT, "parse_mode": "HTML", "text": "<b>" + "ộ" * 4096 + "</b>"}
    assert len((await sandbox.bot("sendMessage", **longest))["text"]) == 4096
    for text in ("ộ" * 4097, "😀" * 2049):
        refusal = await sandbox.refused("sendMessage", chat_id=RESIDENT, text=text)
        assert refusal == "Bad Request: message is too long"
    refusal = await sandbox.refused("sendMessage", chat_id=RESIDENT, text="a" * 32769)
    assert refusal == "Bad Request: text is too long"


async def test_empty_and_blank_texts_are_told_apart(sandbox: Sandbox) -> None:
    await sandbox.start()
    for text, reason in {"": "message text is empty", "  ": "text must be non-empty"}.items():
        assert await sandbox.refused("sendMessage", chat_id=RESIDENT, text=text) == f"Bad Request: {reason}"


async def test_an_unknown_parse_mode_is_refused(sandbox: Sandbox) -> None:
    refusal = await sandbox.refused("sendMessage", chat_id=RESIDENT, text="a", parse_mode="BBCode")
    assert refusal == "Bad Request: unsupported parse_mode"


async def test_explicit_entities_are_kept(sandbox: Sandbox) -> None:
    await sandbox.start()
    given_entities = [entity("bold", 1, 2)]
    sent = await sandbox.bot("sendMessage", chat_id=RESIDENT, text="abcd", entities=given_entities)
    assert sent["entities"] == given_entities


async def test_the_page_gets_harmless_html(sandbox: Sandbox) -> None:
    await sandbox.start()
    text = '<b>&lt;script&gt;</b> <a href="https://a.vn/&quot;onclick=x">m</a> https://a.vn'
    await sandbox.bot("sendMessage", chat_id=RESIDENT, text=text, parse_mode="HTML")
    shown = (await sandbox.messages())[-1]["html"]
    link = 'target="_blank" rel="noopener noreferrer">'
    assert shown == (
        f'<b>&lt;script&gt;</b> <a href="https://a.vn/&quot;onclick=x" {link}m</a> '
        f'<a href="https://a.vn" {link}https://a.vn</a>'
    )


def test_entities_that_cross_are_closed_and_opened_again() -> None:
    crossing = [entity("bold", 0, 4), entity("italic", 2, 4)]
    assert safe_html("abcdef", crossing) == "<b>ab<i>cd</i></b><i>ef</i>"


def test_only_web_addresses_become_links_on_the_page() -> None:
    assert safe_html("x", [entity("text_link", 0, 1, url="javascript:alert(1)")]) == "x"
