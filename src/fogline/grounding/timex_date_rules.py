"""The rules for dates and times of day that stand on their own, in the order in which they are tried."""

from __future__ import annotations

from fogline.grounding.timex_clock import clock, daypart
from fogline.grounding.timex_dates import (
    calendar_date,
    day_alone,
    end_day,
    numeric_date,
    second_day,
    week_of_month,
    weekday_of_month,
)
from fogline.grounding.timex_named_days import holiday, nine_eleven, plural_weekday, weekday
from fogline.grounding.timex_seasons import fiscal, quarter, season
from fogline.grounding.timex_years import century, decade, era_year, spelled_year, year

RULES = (
    week_of_month, weekday_of_month, day_alone, end_day, calendar_date, numeric_date, nine_eleven, fiscal, quarter, season, century, era_year, year, spelled_year, second_day, decade, holiday, weekday, plural_weekday, clock, daypart,
)  # fmt: skip
