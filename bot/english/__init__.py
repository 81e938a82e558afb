"""Questions asked in English, put into Chinese word by word."""
