"""Tables and sessions. Models hold data, never rules; only session.py commits."""
