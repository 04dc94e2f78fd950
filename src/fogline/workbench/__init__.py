"""Pages on which an analyst checks what the machine read."""
