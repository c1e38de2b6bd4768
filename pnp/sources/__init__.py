"""One file per province: its programs, streams and scales, and how its pages are read. Pure."""
