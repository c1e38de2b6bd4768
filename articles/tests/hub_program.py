"""A real WebSub hub as a program of its own: `python hub_program.py PORT DATABASE`.

Flask-WebSub's hub, its tasks run at once in the process of the request.
"""

import sys

from celery import Celery
from flask import Flask
from flask_websub.hub import Hub, SQLite3HubStorage


def main(port: int, database: str) -> None:
    site = Flask(__name__)
    site.config["PUBLISH_SUPPORTED"] = True
    tasks = Celery("hub")
    tasks.conf.task_always_eager = True
    hub = Hub(SQLite3HubStorage(database), tasks, **site.config)
    site.register_blueprint(hub.build_blueprint(url_prefix="/hub"))
    site.run("127.0.0.1", port, threaded=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
