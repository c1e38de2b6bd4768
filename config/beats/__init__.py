"""The two schedulers of Celery that we use, which a clock that is set back does not stop.

Each is in a module of its own: RedBeat, once imported, listens to every scheduler that starts.
"""
