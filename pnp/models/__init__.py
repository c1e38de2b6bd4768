from pnp.models.aggregates import Allocation, Intake, PeriodTotal
from pnp.models.event import Event
from pnp.models.row import Row
from pnp.models.stream_alias import StreamAlias
from pnp.models.tally import Tally

__all__ = ["Allocation", "Event", "Intake", "PeriodTotal", "Row", "StreamAlias", "Tally"]
