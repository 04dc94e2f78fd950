"""What the text says and whose words they are."""
