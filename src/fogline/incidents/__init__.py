"""Claims about one happening: who is independent, who disagrees."""
