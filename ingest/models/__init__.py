from ingest.models.alarms import Alarm
from ingest.models.arrivals import Attempt, Capture, Source
from ingest.models.held import HeldRow
from ingest.models.record import Delivery, Event, Revision
from ingest.models.webhooks import Sending, Webhook

__all__ = [
    "Alarm",
    "Attempt",
    "Capture",
    "Delivery",
    "Event",
    "HeldRow",
    "Revision",
    "Sending",
    "Source",
    "Webhook",
]
