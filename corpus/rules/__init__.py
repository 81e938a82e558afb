"""From lists and tables to the rules of a notice; rules as files, mended and read back."""
