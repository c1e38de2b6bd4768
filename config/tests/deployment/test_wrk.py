"""What wrk prints is read as it is meant."""

import pytest

from config.bench import wrk

PRINTED = """Running 2s test @ http://127.0.0.1:8000/
  2 threads and 32 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     1.19s   589.82ms   2.27s    60.12%
    Req/Sec   224.24    166.31   717.00     71.76%
  Latency Distribution
     50%  812.00us
     75%    1.75s{}
     90%    1.99s{}
     99%    1.25s{}
  1951 requests in 5.09s, 13.66MB read
{}Requests/sec:    383.27
Transfer/sec:      2.68MB
"""


def test_it_reads_seconds_and_microseconds() -> None:
    run = wrk.read(PRINTED.format(" ", " ", " ", ""))
    assert run == wrk.Run(383.27, 0.000812, 1.25, 1951, 0)


def test_it_counts_what_failed() -> None:
    lines = "  Socket errors: connect 1, read 2, write 3, timeout 4\n"
    lines += "  Non-2xx or 3xx responses: 50\n"
    assert wrk.read(PRINTED.format("", "", "", lines)).failed == 60


def test_it_refuses_anything_else() -> None:
    with pytest.raises(ValueError, match="not what wrk prints"):
        wrk.read("unable to connect to 127.0.0.1:1 Connection refused")
