"""The answer in words, built of citations."""
