"""Markdown as the text that its reader sees."""

from timeline.documents.markdown import visible


def test_marks_are_gone_and_words_stay() -> None:
    source = "# The *ship*\n\nIt [left](https://example.org 'x') **Oslo**\nat `noon`.\n\n- One\n- Two\n\n> Quoted &amp; told.\n"
    assert visible(source)[0] == "The ship\n\nIt left Oslo at noon.\n\nOne\n\nTwo\n\nQuoted & told."


def test_tags_and_comments_are_not_seen_but_less_than_is() -> None:
    text, _ = visible("A <b>bold</b> word<!-- no -->.\n\n<div>\nhidden\n</div>\n\n3 < 5 and {{braces}} `<script>`\n")
    assert text == "A bold word.\n\n3 < 5 and {{braces}} <script>"


def test_front_matter_tells_title_day_and_link() -> None:
    text, told = visible('---\ntitle: "A: b"\ndate: 2008-03-01\nlink: https://example.org\ntags: [a]\n---\n\nRain fell.\n')
    assert text == "Rain fell."
    assert told == {"title": "A: b", "published": "2008-03-01", "url": "https://example.org"}


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert visible("---\n\nRain fell.\n\n---\n\nMore.\n")[0] == "Rain fell.\n\nMore."


def test_the_first_heading_is_the_title_and_stays_in_the_text() -> None:
    text, told = visible("# Rain in Oslo\n\nIt fell.")
    assert told == {"title": "Rain in Oslo"}
    assert text.startswith("Rain in Oslo")


def test_tables_keep_their_cells_apart() -> None:
    assert visible("|a|b|\n|-|-|\n|c|d|\n")[0] == "a\tb\t\nc\td"
