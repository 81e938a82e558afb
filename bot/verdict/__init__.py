"""What the conditions come to, why, and what is still to be asked."""
