from __future__ import annotations

from fogline.workbench.outline_map import Mark, draw, frame_for


def test_frame_holds_all_places_of_one_region() -> None:
    marks = [Mark(34.7, 40.8, "Hajin", "exact"), Mark(35.3, 40.1, "Deir ez-Zor", "exact"), Mark(36.5, 37.9, "Manbij", "exact")]
    picture = draw(marks)
    assert picture.outside == 0
    assert {d.mark.label for d in picture.marks} == {"Hajin", "Deir ez-Zor", "Manbij"}
    assert all(0 <= d.x <= picture.width and 0 <= d.y <= picture.height for d in picture.marks)


def test_one_far_capital_does_not_shrink_the_war_to_a_dot() -> None:
    war = [Mark(34.0 + i / 20, 40.0 + i / 20, f"village {i}", "exact", weight=5) for i in range(30)]
    picture = draw([*war, Mark(38.9, -77.0, "Washington", "exact")])
    assert picture.frame.east - picture.frame.west < 10
    assert picture.outside >= 1


def test_north_is_up_and_east_is_right() -> None:
    marks = [Mark(34.0, 40.0, "south-west", "exact"), Mark(36.0, 42.0, "north-east", "exact")]
    by_label = {d.mark.label: d for d in draw(marks).marks}
    assert by_label["north-east"].y < by_label["south-west"].y
    assert by_label["north-east"].x > by_label["south-west"].x


def test_no_marks_show_the_world() -> None:
    frame = frame_for([], 720, 460)
    assert frame.east - frame.west == 360
    assert draw([]).land.startswith("M")


def test_country_centres_do_not_set_the_frame_where_towns_are_known() -> None:
    marks = [Mark(34.7, 40.8, "Hajin", "exact"), Mark(61.0, 105.0, "Russia", "country", weight=40)]
    picture = draw(marks)
    assert picture.frame.holds(34.7, 40.8)
    assert picture.outside == 40


def test_border_of_the_shown_country_is_drawn_with_its_name() -> None:
    picture = draw(
        [Mark(33.5, 36.3, "Damascus", "exact"), Mark(36.2, 37.1, "Aleppo", "exact"), Mark(35.3, 40.1, "Deir ez-Zor", "exact")]
    )
    assert picture.borders.startswith("M")
    assert "Syria" in {name for name, _, _ in picture.names}


def test_name_that_would_run_into_another_on_a_phone_is_left_out_there() -> None:
    marks = [
        Mark(34.70, 40.8, "Hajin", "exact", weight=9),
        Mark(34.78, 40.8, "al-Shaafa", "exact"),
        Mark(36.5, 37.9, "Manbij", "exact"),
    ]
    crowded = {d.mark.label for d in draw(marks).marks if d.crowded or not d.labelled}
    assert crowded == {"al-Shaafa"}
