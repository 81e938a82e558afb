"""The chat bot."""
