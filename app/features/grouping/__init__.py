"""The workbench: which points of a cell say the same. The machine ranks, a person decides.

``service.py`` keeps decisions, ``parting.py`` those a delegation takes about its own
points, ``bench.py`` builds the page of one cell, ``vectors.py`` keeps what the sentence encoder
made of each text.
"""
