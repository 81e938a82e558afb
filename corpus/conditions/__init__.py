"""From a sentence to a condition."""
