"""What each page shows, as documented dataclasses that templates print and tests read."""
