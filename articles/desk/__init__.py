"""The desk: what waits for whom, and the tasks that the site gives to editors."""

from articles.desk.findings import check, check_all, mark_done

__all__ = ["check", "check_all", "mark_done"]
