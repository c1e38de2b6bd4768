"""A stand-in for the official server: the feed in its own form, new rounds and faults on request.

For tests and demonstrations; docs/stand-in.md says how to use it. Nothing here touches the
database or opens the network beyond its own loopback port.

    upcoming   the next round, invented
    rows       a round as the 31 texts of the feed
    feed       rows as the bytes of the file
    faults     each way to misbehave
    official   what the pretended server holds at the moment
    server     HTTP in front of it
"""
