"""What people tell of themselves, read as facts with bounds."""
