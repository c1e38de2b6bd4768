"""What becomes of the site when a part fails, tried on the real parts: `make drill`.

Nothing here is needed to run the site. A drill has a data folder, a PostgreSQL, a Redis and an
official source of its own, on this machine alone, and ends every process that it started.
"""
