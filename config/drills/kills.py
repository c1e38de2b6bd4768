"""kill -9 of worker, web and clock: at each step of a pull, of drafting, of deliveries, and at
moments of chance."""

import time
from random import Random

from config.drills import steps
from config.drills.load import Load
from config.drills.oracle import judge, repeats, wait_until_settled
from config.drills.results import Options, Result
from config.drills.world import Stage, World, world

CHANCES = 9


def drill(stage: Stage, random: Random, options: Options) -> Result:
    """Each round is published while some process is about to die; all must end as if none had."""
    with world(stage, "kills", random) as site:
        site.start("web", "worker", "beat")
        numbers = [_publish(site)]
        wait_until_settled(site)
        longest, unreached = 0.0, list[str]()
        orders = [f"{when} {path}" for path in steps.functions() for when in ("before", "after")]
        random.shuffle(orders)
        with Load(site.port, random) as load:
            for order in orders[: options.steps]:
                numbers.append(_publish(site, dying_at=order))
                longest = max(longest, wait_until_settled(site))
                if (site.folder / steps.ORDER).exists():
                    unreached.append(order)
            for _ in range(CHANCES):
                numbers.append(_publish(site))
                _kill_by_chance(site, random)
                longest = max(longest, wait_until_settled(site))
            site.wait("the site", site.is_up)
        result = Result("", load.told, judge(site, numbers), longest)
        result.broken = (
            f"worker at {len(orders[: options.steps])} steps; worker, web and clock {CHANCES} times"
            " by chance"
        )
        result.remarks.append(
            f"{len(numbers)} rounds, {site.restarts} restarts, {repeats(site)} messages or letters"
            " came again under the id they had"
        )
        result.faults += [f"no process came to the step {order!r}" for order in unreached]
        return result


def _publish(site: World, dying_at: str = "") -> str:
    """The number of the new round."""
    if dying_at:
        (site.folder / steps.ORDER).write_text(dying_at)
    return site.publish()


def _kill_by_chance(site: World, random: Random) -> None:
    for _ in range(random.randint(1, 3)):
        time.sleep(random.uniform(0, 2.5))
        site.programs[random.choice(sorted(site.programs))].kill()
