"""Reports in: what was published, by whom, and the bytes as fetched."""
