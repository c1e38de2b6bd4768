"""What was changed after readers had seen it: by the government, and by ourselves."""
