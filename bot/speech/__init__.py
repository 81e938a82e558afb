"""What is said, word by word: the vocabulary, typing errors, numbers, days and times named."""
