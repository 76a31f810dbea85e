"""Convening: the concept note and its reading, seats, missions, scales, opening and closing."""
