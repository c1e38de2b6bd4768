"""Express Entry: rounds of invitations, their families, the pool and notes on official figures."""
