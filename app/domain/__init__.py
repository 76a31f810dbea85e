"""The rules, pure: standard library only, no I/O, no clock, no chance.

Everything that must be proved right lives here: reading a note, who may do what, counting,
sentences, their words, and the gates before release.
"""
