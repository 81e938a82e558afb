"""A question, and the turns before it that it leans on."""
