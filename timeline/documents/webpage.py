"""HTML -> the article's text, title, publication date and link, by trafilatura."""

from typing import Any

from timeline.errors import BadSource


def article(html: str, source: str) -> dict[str, Any]:
    """`{"text", "title"?, "published"?, "url"?}` of a page.

    The date is only one that the page's own metadata names as such: no date out of its text or its footer.

    Raises:
        BadSource: the page shows no text (a frame set, or a page that only a script fills).
    """
    import trafilatura

    found = trafilatura.bare_extraction(
        html,
        with_metadata=True,
        include_comments=False,
        favor_recall=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    row: dict[str, Any] = {}
    if found is not None:
        facts = found if isinstance(found, dict) else found.as_dict()
        row = {"text": facts.get("text") or "", "title": facts.get("title"), "published": facts.get("date"), "url": facts.get("url")}
    if not (row.get("text") or "").strip():
        row["text"] = trafilatura.html2txt(html)
    if not (row["text"] or "").strip():
        raise BadSource(f"{source} shows no text without running its scripts; save the article's text from the browser")
    return {key: value for key, value in row.items() if value}
