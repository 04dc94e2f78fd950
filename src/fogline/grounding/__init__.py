"""Which actor, where, when, how many."""
