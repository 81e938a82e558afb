"""The answers as a service: sessions, reviews, what an answer followed from."""
