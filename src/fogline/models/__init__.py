"""Training of the reader; needs PyTorch, imported by training commands only."""
