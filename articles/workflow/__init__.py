"""The way of an article through the newsroom: who may take which step, and what it looked like."""
