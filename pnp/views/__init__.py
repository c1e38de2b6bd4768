from pnp.views.event import event
from pnp.views.listing import event_list, list_form
from pnp.views.province import province, province_form

__all__ = ["event", "event_list", "list_form", "province", "province_form"]
