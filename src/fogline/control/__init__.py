"""Who holds a place, on what basis."""
