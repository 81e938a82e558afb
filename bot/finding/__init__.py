"""The clauses that bear on a question, and how likely one of them answers it."""
