"""Data that pages load or hold, one module each."""
