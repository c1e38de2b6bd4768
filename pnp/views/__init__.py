from pnp.views.event import event, event_form
from pnp.views.listing import event_list, list_form
from pnp.views.province import province, province_form

__all__ = ["event", "event_form", "event_list", "list_form", "province", "province_form"]
