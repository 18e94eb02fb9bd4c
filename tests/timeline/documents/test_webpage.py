"""HTML pages as articles."""

import time

import pytest

from timeline.documents.webpage import article
from timeline.errors import BadSource

BODY = "<p>Rain fell on the town for three days, and the river rose until it reached the old bridge.</p>" * 3


def page(head: str = "", body: str = BODY, foot: str = "") -> str:
    return f"<!DOCTYPE html><html><head><title>Rain</title>{head}</head><body><article>{body}</article>{foot}</body></html>"


def test_scripts_and_styles_are_no_text() -> None:
    text = article(page("<script>var a = 'Paris';</script><style>p{}</style>", BODY + "<script>Berlin</script>"), "a.html")["text"]
    assert "Rain fell" in text
    assert not {"Paris", "Berlin", "var"} & set(text.split())


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2011-05-04T10:00:00+02:00">',
        '<meta name="date" content="2011-05-04">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2011-05-04T08:00:00Z"}</script>',
    ],
)
def test_the_day_comes_from_the_pages_own_metadata(head: str) -> None:
    assert article(page(head), "a.html")["published"] == "2011-05-04"


@pytest.mark.parametrize(
    ("body", "foot"),
    [
        (BODY, "<footer>Copyright 2019</footer>"),
        (BODY, "<footer>&copy; 2015-2019 Us. Last build 03/04/2019</footer>"),
        (BODY + "<p>The bridge was built on May 4, 1911 and mended on 2015-06-07.</p>", ""),
        (BODY + '<p><img src="/uploads/2014/05/06/bridge.jpg"></p>', ""),
        (BODY, '<div class="comment"><time datetime="2018-01-02">2 Jan</time> nice</div>'),
    ],
)
def test_no_day_is_taken_from_footers_pictures_or_prose(body: str, foot: str) -> None:
    assert "published" not in article(page(body=body, foot=foot), "a.html")


def test_title_and_link_are_read() -> None:
    row = article(page('<meta property="og:title" content="Rain &lt;3"><link rel="canonical" href="https://example.org/rain">'), "a.html")
    assert row["title"] == "Rain <3"
    assert row["url"] == "https://example.org/rain"


@pytest.mark.parametrize("html", ["<html><frameset><frame src=a></frameset></html>", "<html><body><script>go()</script></body></html>"])
def test_a_page_without_text_is_refused(html: str) -> None:
    with pytest.raises(BadSource, match="shows no text"):
        article(html, "a.html")


def cost(html: str) -> float:
    """Seconds of processor time that one page takes."""
    began = time.process_time()
    article(html, "a.html")
    return time.process_time() - began


def test_many_nodes_take_linear_time() -> None:
    few, many = (cost(page(body=BODY + "<p>Rain <b>fell</b>.</p>" * count)) for count in (4_000, 16_000))
    assert many < max(0.5, few * 12)


def test_a_page_too_large_for_trafilatura_keeps_its_lines() -> None:
    html = page(
        "<script>var a</script>", "<h1>Rain &amp; wind</h1>" + "".join(f"<p>Rain <b>fell</b> on day\n{n}.</p>" for n in range(150_000))
    )
    text = article(html, "a.html")["text"]
    assert text.startswith("Rain & wind\nRain fell on day 0.\nRain fell on day 1.\n")
    assert text.endswith("Rain fell on day 149999.")


def test_a_script_of_many_items_takes_linear_time() -> None:
    def script(count: int) -> str:
        return page('<script type="application/ld+json">[' + "{}," * count + '{"datePublished": "2011-05-04"}]</script>')

    assert article(script(1000), "a.html")["published"] == "2011-05-04"
    few, many = (cost(script(count)) for count in (50_000, 200_000))
    assert many < max(0.5, few * 12)


def test_what_stands_in_a_frame_is_no_text() -> None:
    text = article(page(body=BODY + "<iframe src='a.html'>Paris</iframe>"), "a.html")["text"]
    assert "Rain fell" in text
    assert "Paris" not in text
