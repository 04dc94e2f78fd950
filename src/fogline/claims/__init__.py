"""One voice asserting one event."""
