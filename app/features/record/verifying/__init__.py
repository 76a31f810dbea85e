"""Checking a record from its own files alone: no database, nothing but what is public.

``sources`` gives the bytes at an address, of a folder or of a server; every other module here is
one thing that must be true of them, as faults in sentences; ``checks`` puts them in order.
"""
