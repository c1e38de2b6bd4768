"""The tools as pages: what a reader typed, held against the rules and the record, and shown."""
