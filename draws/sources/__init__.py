"""Adapters: the bytes of a source in, frozen records out. No model, clock or network."""
