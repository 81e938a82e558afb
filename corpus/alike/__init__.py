"""Figures that can be compared, within a notice and between notices."""
