"""What delegations say: drafts, signed revisions, receipts, and whole bundles of them.

Reads: ``queries`` gives the desk and its matrix; ``cell_page``, ``review_page``, ``receipt_page``
one page each; ``cells`` says how draft and record differ.
Writes: ``service`` saves, signs, withdraws; ``load`` signs a whole bundle; both by ``signing``.
"""
