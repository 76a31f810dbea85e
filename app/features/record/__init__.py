"""What is public and does not change: released bytes, and the list of them.

``pages`` renders every page and download of a release, once, from the views of ``views``
and, where a corrigendum was issued, of ``corrections``; ``coding`` compresses them, once;
``queries`` finds the bytes again, and ``routes`` says with which headers they are served, from
memory, by ``app.web.front``.
"""
