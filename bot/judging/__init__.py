"""The facts told against the conditions of a rule."""
