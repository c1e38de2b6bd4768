"""A person at the desk thinks in Ottawa time and rows are in UTC: every moment names its zone."""

DATETIME_FORMAT = "j M Y, H:i e"
