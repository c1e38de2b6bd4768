"""What the worker runs for the newsroom. Each task calls one function; the logic is there."""

from celery import shared_task

from articles import desk, newsletter, publishing, release, timetable, trending
from articles.receipt import archive
from articles.rules import watch
from articles.signin import sessions


@shared_task
def keep_time() -> None:
    """Once a minute: publish what is due, and turn the page where something else came due."""
    publishing.publish_due()
    timetable.turn()


@shared_task
def release_data() -> None:
    """Once a minute: the files of the record, where it has changed."""
    release.keep_up()


@shared_task
def check_bindings() -> None:
    """Each night: look for figures and blocks that lead nowhere."""
    desk.check_all()


@shared_task
def read_archive() -> None:
    """Each night: read every public article against the record again."""
    archive.read_archive()


@shared_task
def look_at_rules() -> None:
    """Each hour: send what cites a rule that changed to review."""
    watch.look()


@shared_task
def refresh_trending() -> None:
    """Once a minute: what readers search for, as the pages show it."""
    trending.refresh()


@shared_task
def forget() -> None:
    """Once a day: delete old counts of searches, addresses nobody confirmed, ended sessions."""
    trending.forget()
    newsletter.forget_unconfirmed()
    sessions.forget_ended()
