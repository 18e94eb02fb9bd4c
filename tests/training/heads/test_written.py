"""Our annotated stories keep to their form, and what does not is refused with the reason."""

from pathlib import Path

import pytest

from training.heads import written

GOOD = """title: A summit in Lusaka
published: 1979-08-08
origin: own writing, 2026

LUSAKA - The leaders {e1:agreed} on Monday. They {e2,e3:flew} on to Nairobi and Cairo; the {e1:accord} may {e4:fail}.
---
e1 | agreement | happened | 1979-08-06 | leaders | - | LUSAKA = Lusaka; ZM; -15.41,28.28; city | - | main
e2 | travel | happened | - | leaders | - | Nairobi = Nairobi; KE; -1.29,36.82; city | LUSAKA = Lusaka; ZM; -15.41,28.28; city | main
e3 | travel | happened | - | leaders | - | Cairo = Cairo; EG; 30.04,31.24; city | - | main
e4 | agreement | possible | - | - | - | - | - | optional
order: e1<e2<e3
"""


def story(tmp_path: Path, text: str) -> written.Story:
    path = tmp_path / "lusaka-1979.txt"
    path.write_text(text, encoding="utf-8")
    return written.read(path)


def test_marks_become_offsets_and_leave_the_text(tmp_path: Path) -> None:
    read = story(tmp_path, GOOD)
    assert "{" not in read["text"]
    spans = {event["id"]: [read["text"][m["start"] : m["end"]] for m in event["mentions"]] for event in read["events"]}
    assert spans == {"e1": ["agreed", "accord"], "e2": ["flew"], "e3": ["flew"], "e4": ["fail"]}


def test_fields_become_date_place_origin_and_order(tmp_path: Path) -> None:
    read = story(tmp_path, GOOD)
    move = read["events"][1]
    assert (read["id"], read["published"], read["order"]) == ("lusaka-1979", "1979-08-08", [["e1", "e2"], ["e2", "e3"]])
    assert (move["place"]["country"], move["origin"]["lat"], move["date"], move["optional"]) == ("KE", -15.41, None, False)
    assert read["events"][0]["quote"].startswith("LUSAKA") or read["events"][0]["quote"].startswith("The leaders")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("1979-08-06", "1979-13-06", "1979-13-06"),
        ("Nairobi = ", "Kampala = ", "does not stand in the text"),
        ("| agreement | happened", "| treaty | happened", "treaty"),
        ("e4 | agreement", "e5 | agreement", "e4, e5"),
        ("{e4:fail}", "{fail}", "no mark"),
        ("e1<e2<e3", "e1<e9", "e9"),
        ("-15.41,28.28", "-95.41,28.28", "nowhere on Earth"),
    ],
)
def test_what_is_amiss_is_named(tmp_path: Path, old: str, new: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        story(tmp_path, GOOD.replace(old, new, 1))


def test_every_story_of_ours_keeps_to_the_form() -> None:
    stories = written.stories()
    assert len(stories) >= 100
    assert all(event["mentions"] and event["quote"] for one in stories for event in one["events"])
