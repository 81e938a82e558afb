"""Rows and columns that a question names, and what is worked out of them."""
