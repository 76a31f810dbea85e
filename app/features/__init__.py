"""What people do: one package per noun, in the order a briefing lives through them.

Each reads only those before it.
"""
