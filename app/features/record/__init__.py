"""What is public and does not change: released bytes, and the list of them.

``pages`` renders every page and download of a release, once, from the views of ``views``
and, where a corrigendum was issued, of ``corrections``;
``queries`` finds the bytes again and ``routes`` serves them.
"""
