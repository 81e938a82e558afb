"""What to do with a question, decided from the evidence."""
