"""What one clause literally says, as typed values."""
